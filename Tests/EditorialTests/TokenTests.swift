import Crypto
import Foundation
import Testing

@testable import Editorial

/// Tokens: nobody guesses them, and what is kept of them opens nothing.
@Suite struct TokenTests {
    @Test func comesBackFromItsText() throws {
        for _ in 0..<200 {
            let token = SecretToken.new()
            #expect(token.text.count == 43)
            #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
            let read = try #require(SecretToken(token.text))
            #expect(read == token)
            #expect(read.hash(for: .api) == token.hash(for: .api))
        }
    }

    @Test func holdsTwoHundredAndFiftySixBits() throws {
        let tokens = (0..<500).map { _ in SecretToken.new().text }
        #expect(Set(tokens).count == tokens.count)
        let first = try #require(tokens.first).replacing("-", with: "+").replacing("_", with: "/")
        #expect(Data(base64Encoded: first + "=")?.count == 32)
    }

    @Test func whatIsNoTokenIsNotRead() {
        let text = SecretToken.new().text
        let others = [
            "", String(text.dropLast()), text + "A", text + "=", " " + text, text + "\n", String(text.dropLast()) + "*",
            String(text.dropLast()) + "é", String(repeating: "/", count: 42) + "A",
            String(repeating: "A", count: 42) + "B",
        ]
        for other in others { #expect(SecretToken(other) == nil, "\(other)") }
    }

    /// The link of an invitation resets no password.
    @Test func aTokenIsForOnePurpose() {
        let token = SecretToken.new()
        let hashes = TokenPurpose.allCases.map { token.hash(for: $0) }
        #expect(Set(hashes).count == TokenPurpose.allCases.count)
        #expect(hashes[0].equalsInConstantTime(token.hash(for: TokenPurpose.allCases[0])))
        #expect(!hashes[0].equalsInConstantTime(hashes[1]))
    }

    /// A token that was given out long ago is found by its hash for ever.
    @Test func theHashNeverChanges() throws {
        let token = try #require(SecretToken(String(repeating: "A", count: 43)))
        let digest = SHA256.hash(data: Data("betternet token invitation\n".utf8) + Data(count: 32))
        #expect(token.hash(for: .invitation).hex == digest.map { String(format: "%02x", $0) }.joined())
        #expect(
            TokenPurpose.allCases.map(\.rawValue) == ["invitation", "reset", "session", "still-right", "api", "feed"])
    }

    @Test func theHashComesBackFromTheStore() throws {
        let hash = SecretToken.new().hash(for: .reset)
        #expect(try JSONDecoder().decode(TokenHash.self, from: try JSONEncoder().encode(hash)) == hash)
        #expect(hash.hex.count == 64)
    }

    @Test func tokensAreNeverPrinted() {
        let token = SecretToken.new()
        let hash = token.hash(for: .api)
        let printed = "\(token) \(String(reflecting: [token])) \(hash) \(String(reflecting: [hash]))"
        for secret in [token.text, hash.hex, "bytes"] { #expect(!printed.contains(secret)) }
    }
}
