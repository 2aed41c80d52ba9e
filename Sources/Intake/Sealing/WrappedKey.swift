import Crypto
import CryptoExtras
import Foundation

/// How much work it is to turn a passphrase or the words of a receipt into a key (scrypt, RFC 7914; r = 8, p = 1).
package struct ScryptCost: Hashable, Sendable {
    /// N: memory is 1 KiB times this, time grows with it.
    package let rounds: Int

    package init(rounds: Int) { self.rounds = rounds }

    /// For passphrases that people choose: OWASP ASVS 5.0, appendix C (128 MiB).
    package static let passphrase = ScryptCost(rounds: 1 << 17)
    /// For receipts, which hold 88 bits that nobody chose: enough that a guess costs something, little enough that two
    /// hundred reports a second get theirs.
    package static let receipt = ScryptCost(rounds: 1 << 10)

    func derive(from secret: Data, salt: Data, length: Int) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: secret, salt: salt, outputByteCount: length, rounds: rounds, blockSize: 8, parallelism: 1)
    }
}

/// The private key of an inbox, locked with the passphrase of one handler.
package struct WrappedKey: Hashable, Codable, Sendable {
    package let rounds: Int
    package let salt: Data
    package let sealed: Data

    package init(rounds: Int, salt: Data, sealed: Data) {
        self.rounds = rounds
        self.salt = salt
        self.sealed = sealed
    }

    /// Locks a key. Costs the time and memory of `cost`: not for the thread of a request.
    package init(_ key: SealingKey, passphrase: String, owner: String, cost: ScryptCost = .passphrase) throws {
        let salt = Data.random(16)
        let lock = try cost.derive(from: Data(passphrase.normalised.utf8), salt: salt, length: 32)
        guard
            let sealed = try AES.GCM.seal(key.seed, using: lock, authenticating: Data(owner.utf8)).combined
        else { throw SealingError.unreadable }
        self.init(rounds: cost.rounds, salt: salt, sealed: sealed)
    }

    /// Unlocks the key; nil where the passphrase is wrong, or the wrapping another's.
    package func unlock(passphrase: String, owner: String) -> SealingKey? {
        guard
            let lock = try? ScryptCost(rounds: rounds).derive(
                from: Data(passphrase.normalised.utf8), salt: salt, length: 32),
            let box = try? AES.GCM.SealedBox(combined: sealed),
            let seed = try? AES.GCM.open(box, using: lock, authenticating: Data(owner.utf8))
        else { return nil }
        return SealingKey(seed: seed)
    }

    /// Whether handlers may choose it: long rather than odd (ASVS 5.0, 6.2.1 and 6.2.5).
    package static func isAcceptable(_ passphrase: String) -> Bool { (15...200).contains(passphrase.normalised.count) }
}

extension String {
    /// The same passphrase whatever keyboard typed its accents.
    fileprivate var normalised: String { precomposedStringWithCompatibilityMapping }
}
