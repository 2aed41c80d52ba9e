import Crypto
import Foundation

/// The private half of a key pair: whoever holds it opens what was sealed to ``publicKey``.
///
/// The suite is X-Wing (ML-KEM-768 with X25519, draft-connolly-cfrg-xwing-kem-06) with HKDF-SHA256 and AES-256-GCM in
/// HPKE's base mode (RFC 9180): it holds as long as either the old or the post-quantum half does.
package struct SealingKey: Sendable {
    /// Bytes of the seed from which the pair follows.
    package static let seedLength = 32

    /// Keep it in memory only, or wrapped (``WrappedKey``).
    package let seed: Data
    package let publicKey: PublicSealingKey
    private let key: XWingMLKEM768X25519.PrivateKey

    /// A new pair.
    package init() {
        // A seed of the right length always makes a pair.
        guard let key = SealingKey(seed: .random(Self.seedLength)) else {
            preconditionFailure("no key pair from a new seed")
        }
        self = key
    }

    /// The pair of a seed; nil unless it has ``seedLength`` bytes.
    package init?(seed: Data) {
        guard seed.count == Self.seedLength,
            let key = try? XWingMLKEM768X25519.PrivateKey(seedRepresentation: seed, publicKey: nil)
        else { return nil }
        self.seed = seed
        self.key = key
        publicKey = PublicSealingKey(key.publicKey)
    }

    /// Opens what was sealed to this key for this purpose. Throws ``SealingError`` if a single bit differs.
    package func open(_ sealed: Data, for purpose: SealingPurpose) throws(SealingError) -> Data {
        let sealed = Data(sealed)
        guard sealed.first == Sealing.version, sealed.count > 1 + Sealing.encapsulatedLength else { throw .unreadable }
        let encapsulated = sealed.dropFirst().prefix(Sealing.encapsulatedLength)
        let text = sealed.dropFirst(1 + Sealing.encapsulatedLength)
        do {
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: Sealing.suite, info: Sealing.info, encapsulatedKey: Data(encapsulated))
            return try Sealing.unpadded(try recipient.open(Data(text), authenticating: purpose.bytes))
        } catch { throw .unreadable }
    }
}

/// The public half of a key pair: it seals, and opens nothing.
package struct PublicSealingKey: Hashable, Sendable {
    package let bytes: Data

    fileprivate init(_ key: XWingMLKEM768X25519.PublicKey) { bytes = key.rawRepresentation }

    /// Nil unless the bytes are a public key.
    package init?(bytes: Data) {
        guard (try? XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes)) != nil else { return nil }
        self.bytes = bytes
    }

    /// Seals a message so that only the private half opens it, and only for this purpose. The length of the message is
    /// hidden up to the next ``Sealing/block`` bytes.
    package func seal(_ message: Data, for purpose: SealingPurpose) throws(SealingError) -> Data {
        do {
            let key = try XWingMLKEM768X25519.PublicKey(rawRepresentation: bytes)
            var sender = try HPKE.Sender(recipientKey: key, ciphersuite: Sealing.suite, info: Sealing.info)
            let text = try sender.seal(Sealing.padded(message), authenticating: purpose.bytes)
            return Data([Sealing.version]) + sender.encapsulatedKey + text
        } catch { throw .unreadable }
    }
}

/// What a sealed message is for. It is bound to it: moved to another case, place or reader, or put in another's mouth, it
/// does not open.
package struct SealingPurpose: Hashable, Sendable {
    package enum Reader: String, Sendable { case inbox, reporter }

    package let caseNumber: CaseNumber
    /// The place among the messages of the case, from 0.
    package let place: Int
    package let author: SealedMessage.Author
    package let reader: Reader

    package init(caseNumber: CaseNumber, place: Int, author: SealedMessage.Author, reader: Reader) {
        self.caseNumber = caseNumber
        self.place = place
        self.author = author
        self.reader = reader
    }

    fileprivate var bytes: Data {
        Data("case \(caseNumber) message \(place) by \(author.rawValue) for \(reader.rawValue)".utf8)
    }
}

package enum SealingError: Error, Sendable, Equatable {
    /// It was sealed to another key or for another purpose, or somebody changed it.
    case unreadable
}

/// The shape of what is sealed: a version, the encapsulated key, the text.
package enum Sealing {
    static let version: UInt8 = 1
    static let suite = HPKE.Ciphersuite.XWingMLKEM768X25519_SHA256_AES_GCM_256
    static let info = Data("betternet report 1".utf8)
    /// ML-KEM-768 ciphertext and X25519 public key.
    static let encapsulatedLength = 1_120
    /// Messages are filled up to a multiple of so many bytes.
    package static let block = 512

    /// Four bytes of length, the message, noughts.
    static func padded(_ message: Data) -> Data {
        var padded = withUnsafeBytes(of: UInt32(message.count).bigEndian) { Data($0) }
        padded += message
        padded += Data(count: (block - padded.count % block) % block)
        return padded
    }

    static func unpadded(_ padded: Data) throws(SealingError) -> Data {
        let padded = Data(padded)
        guard padded.count >= 4 else { throw .unreadable }
        let length = padded.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= padded.count - 4 else { throw .unreadable }
        return padded.dropFirst(4).prefix(length)
    }
}
