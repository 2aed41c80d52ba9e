import Foundation
import Testing

@testable import Editorial

/// Recovery codes: nobody guesses them, people can type them, each works once.
@Suite struct RecoveryTests {
    @Test func eachCodeWorksOnce() {
        var (codes, kept) = RecoveryCodes.new()
        #expect(codes.count == 10)
        #expect(Set(codes).count == 10)
        for (used, code) in codes.shuffled().enumerated() {
            #expect(kept.left == 10 - used)
            let uses = [kept.use(code), kept.use(code)]
            #expect(uses == [true, false])
        }
        #expect(kept.left == 0)
    }

    /// OWASP ASVS 5.0, 6.5.2: with more than 112 bits a plain hash may be kept.
    @Test func holdsEnoughForAPlainHash() throws {
        let code = try #require(RecoveryCodes.new().codes.first)
        #expect(code.filter { $0 != "-" }.count * 5 >= 112)
        #expect(code.split(separator: "-").allSatisfy { $0.count == 4 })
        let codes = (0..<100).map { _ in RecoveryCodes.new().codes.joined() }
        let letters = codes.joined().filter { $0 != "-" }
        #expect(Set(letters) == Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
        // Every letter comes up about as often: chi-square with 31 degrees of freedom, far beyond chance at 80.
        let expected = Double(letters.count) / 32
        let counts = Dictionary(letters.map { ($0, 1.0) }, uniquingKeysWith: +)
        #expect(counts.values.reduce(0) { $0 + pow($1 - expected, 2) / expected } < 80)
    }

    @Test func mayBeTypedAsPeopleType() throws {
        let (codes, kept) = RecoveryCodes.new()
        let code = try #require(codes.first)
        let lookAlike = code.replacing("0", with: "O").replacing("1", with: "l")
        for typed in [
            code.lowercased(), code.replacing("-", with: " "), " \(code.replacing("-", with: ""))\n", lookAlike,
        ] {
            var kept = kept
            let isUsed = kept.use(typed)
            #expect(isUsed)
        }
    }

    @Test func nothingElseWorks() throws {
        var (codes, kept) = RecoveryCodes.new()
        let code = try #require(codes.first)
        let others = [
            "", "-", String(code.dropLast()), code + "0", code.replacing(code.prefix(1), with: "U"),
            String(code.reversed()),
            try #require(RecoveryCodes.new().codes.first), String(repeating: "A", count: 100_000),
        ]
        for other in others where other != code {
            let isUsed = kept.use(other)
            #expect(!isUsed)
        }
        #expect(kept.left == 10)
    }

    @Test func comesBackFromTheStoreWithoutACode() throws {
        let (codes, kept) = RecoveryCodes.new()
        let stored = try JSONEncoder().encode(kept)
        let text = String(decoding: stored, as: UTF8.self) + "\(kept)" + String(reflecting: kept)
        for code in codes {
            #expect(!text.contains(code))
            #expect(!text.contains(code.replacing("-", with: "")))
        }
        var back = try JSONDecoder().decode(RecoveryCodes.self, from: stored)
        #expect(back == kept)
        let isUsed = back.use(try #require(codes.last))
        #expect(isUsed)
    }
}
