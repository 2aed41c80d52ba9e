import Crypto
import Foundation
import Testing

@testable import Catalogue
@testable import Intake

/// Sealed means sealed: only the right key opens, only for the right purpose, and not if a single bit differs.
@Suite struct SealingTests {
    private let number = CaseNumber(value: 12_345_678) ?? .random()
    private var purpose: SealingPurpose {
        SealingPurpose(caseNumber: number, place: 0, author: .reporter, reader: .inbox)
    }

    private func bytes(_ hex: String) -> Data {
        var bytes = Data()
        var rest = hex[...]
        while let byte = UInt8(rest.prefix(2), radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    /// X-Wing, draft-connolly-cfrg-xwing-kem, appendix C, first vector: the public key begins so.
    @Test func theKeyPairIsThatOfTheStandard() throws {
        let key = try #require(
            SealingKey(seed: bytes("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")))
        #expect(key.publicKey.bytes.count == 1_216)
        #expect(
            key.publicKey.bytes.prefix(36)
                == bytes("e2236b35a8c24b39b10aa1323a96a919a2ced88400633a7b07131713fc14b2b5b19cfc3d"))
    }

    /// scrypt, RFC 7914, section 12: "pleaseletmein", "SodiumChloride", N = 16384, r = 8, p = 1.
    @Test func theWorkIsThatOfTheStandard() throws {
        let key = try ScryptCost(rounds: 16_384).derive(
            from: Data("pleaseletmein".utf8), salt: Data("SodiumChloride".utf8), length: 64)
        #expect(
            key.withUnsafeBytes { Data($0) }
                == bytes(
                    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                        + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"))
    }

    @Test func onlyTheRightKeyOpens() throws {
        let key = SealingKey()
        let sealed = try key.publicKey.seal(Data("a secret".utf8), for: purpose)
        #expect(try key.open(sealed, for: purpose) == Data("a secret".utf8))
        #expect(throws: SealingError.unreadable) { try SealingKey().open(sealed, for: purpose) }
        // The public half opens nothing: the type has no such method; its bytes are no seed.
        #expect(SealingKey(seed: key.publicKey.bytes) == nil)
    }

    @Test func everyBitCounts() throws {
        let key = SealingKey()
        let sealed = try key.publicKey.seal(Data("a secret".utf8), for: purpose)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= UInt8(1 << (place % 8))
            #expect(throws: SealingError.unreadable, "byte \(place)") { try key.open(changed, for: purpose) }
        }
        for length in [0, 1, 1_120, 1_121, sealed.count - 1] {
            #expect(throws: SealingError.unreadable) { try key.open(sealed.prefix(length), for: purpose) }
        }
    }

    /// A message can't be moved to another case, place or reader.
    @Test func whatIsSealedStaysWhereItIs() throws {
        let key = SealingKey()
        let sealed = try key.publicKey.seal(Data("a secret".utf8), for: purpose)
        let others = [
            SealingPurpose(
                caseNumber: try #require(CaseNumber(value: 12_345_679)), place: 0, author: .reporter, reader: .inbox),
            SealingPurpose(caseNumber: number, place: 1, author: .reporter, reader: .inbox),
            SealingPurpose(caseNumber: number, place: 0, author: .reporter, reader: .reporter),
            SealingPurpose(caseNumber: number, place: 0, author: .handler, reader: .inbox),
        ]
        for other in others { #expect(throws: SealingError.unreadable) { try key.open(sealed, for: other) } }
    }

    @Test func lengthsAreHidden() throws {
        let key = SealingKey().publicKey
        let sizes = try [1, 20, 400, 508].map { try key.seal(Data(count: $0), for: purpose).count }
        #expect(Set(sizes).count == 1)
        #expect(try key.seal(Data(count: 509), for: purpose).count == sizes[0] + Sealing.block)
        // Twice the same text is never twice the same.
        #expect(try key.seal(Data(count: 9), for: purpose) != (try key.seal(Data(count: 9), for: purpose)))
    }

    /// What an earlier version sealed opens for ever.
    @Test func anOldMessageStillOpens() throws {
        let key = try #require(SealingKey(seed: Data((0..<32).map { UInt8($0) })))
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("sealed-1.txt")
        let sealed = try #require(
            Data(base64Encoded: try String(contentsOf: file, encoding: .utf8), options: .ignoreUnknownCharacters))
        #expect(try key.open(sealed, for: purpose) == Data("sealed by version 1".utf8))
    }

    // MARK: Wrapping

    @Test func theRightPassphraseUnlocks() throws {
        let key = SealingKey()
        let cost = ScryptCost(rounds: 16)
        let wrapped = try WrappedKey(key, passphrase: "een lange wachtzin", owner: "a/Anna", cost: cost)
        #expect(wrapped.unlock(passphrase: "een lange wachtzin", owner: "a/Anna")?.seed == key.seed)
        #expect(wrapped.unlock(passphrase: "een lange wachtzim", owner: "a/Anna") == nil)
        // Bound to its owner: put into another's row it opens nothing.
        #expect(wrapped.unlock(passphrase: "een lange wachtzin", owner: "a/Bert") == nil)
        #expect(WrappedKey(rounds: 16, salt: wrapped.salt, sealed: Data()).unlock(passphrase: "x", owner: "a") == nil)
        // Each wrapping has a salt of its own.
        #expect(try WrappedKey(key, passphrase: "een lange wachtzin", owner: "a/Anna", cost: cost).salt != wrapped.salt)
    }

    @Test func passphrasesAreLongNotOdd() {
        #expect(WrappedKey.isAcceptable("vijftien tekens"))
        #expect(!WrappedKey.isAcceptable("kort"))
        #expect(!WrappedKey.isAcceptable(String(repeating: "a", count: 201)))
        #expect(ScryptCost.passphrase.rounds == 1 << 17)
    }
}
