import Crypto
import CryptoExtras
import Foundation

/// How much work a guess at a password is (scrypt, RFC 7914; r = 8, p = 1).
package struct ScryptParameters: Hashable, Sendable {
    /// N, a power of two: memory is 1 KiB times this, time grows with it.
    package let rounds: Int

    package init(rounds: Int) { self.rounds = rounds }

    /// OWASP ASVS 5.0, appendix C (128 MiB).
    package static let current = ScryptParameters(rounds: 1 << 17)

    static let blockSize = 8
    static let parallelism = 1
    /// What is read from the store asks for no more than this (1 GiB).
    static let mostRounds = 1 << 20
}

/// What is kept of a password: enough to recognise it, too little to find it.
///
/// Kept as one text in the form of the PHC string format, `$scrypt$ln=17,r=8,p=1$salt$digest`, so that the parameters
/// stand beside each hash and can be raised.
package struct PasswordHash: Hashable, Sendable, Unprinted {
    package let parameters: ScryptParameters
    let salt: Data
    let digest: Data

    static let saltLength = 16
    static let digestLength = 32

    /// Costs the time and memory of `parameters`: not for the thread of a request.
    package init(_ password: String, parameters: ScryptParameters = .current) throws {
        let salt = SymmetricKey.random(bytes: Self.saltLength).bytes
        self.init(
            parameters: parameters, salt: salt,
            digest: try Self.digest(of: password, salt: salt, parameters: parameters).bytes)
    }

    private init(parameters: ScryptParameters, salt: Data, digest: Data) {
        self.parameters = parameters
        self.salt = salt
        self.digest = digest
    }

    /// Whether this is the password. Costs as much as making the hash, right or wrong.
    package func matches(_ password: String) -> Bool {
        guard let found = try? Self.digest(of: password, salt: salt, parameters: parameters) else { return false }
        return found == SymmetricKey(data: digest)
    }

    /// Whether to make it anew from the password at the next sign-in, while the password is at hand.
    package var isOutdated: Bool { isOutdated(against: .current) }

    package func isOutdated(against parameters: ScryptParameters) -> Bool { self.parameters != parameters }

    /// Matches nothing and costs the same: for addresses without an account, so that the time of an answer does not
    /// tell who has one.
    package static let dummy = dummy(of: .current)

    package static func dummy(of parameters: ScryptParameters) -> PasswordHash {
        PasswordHash(
            parameters: parameters, salt: SymmetricKey.random(bytes: saltLength).bytes,
            digest: SymmetricKey.random(bytes: digestLength).bytes)
    }

    private static func digest(of password: String, salt: Data, parameters: ScryptParameters) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: Data(password.asPassword.utf8), salt: salt, outputByteCount: digestLength,
            rounds: parameters.rounds, blockSize: ScryptParameters.blockSize,
            parallelism: ScryptParameters.parallelism)
    }
}

extension String {
    /// The same password whatever keyboard typed its accents (NFKC).
    var asPassword: String { precomposedStringWithCompatibilityMapping }
}

// MARK: As it is kept

extension PasswordHash: Codable {
    /// `$scrypt$ln=17,r=8,p=1$salt$digest`: ln is the logarithm of N to base 2, salt and digest are base 64.
    private var kept: String {
        let work = "ln=\(parameters.rounds.trailingZeroBitCount),\(Self.otherWork)"
        return "$scrypt$\(work)$\(salt.base64EncodedString())$\(digest.base64EncodedString())"
    }

    private static let otherWork = "r=\(ScryptParameters.blockSize),p=\(ScryptParameters.parallelism)"

    private init?(kept: String) {
        let parts = kept.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt" else { return nil }
        let work = parts[2].split(separator: ",", maxSplits: 1)
        guard work.count == 2, work[0].hasPrefix("ln="), work[1] == Self.otherWork,
            let logarithm = Int(work[0].dropFirst(3)),
            (1...ScryptParameters.mostRounds.trailingZeroBitCount).contains(logarithm),
            let salt = Data(base64Encoded: String(parts[3])), salt.count == Self.saltLength,
            let digest = Data(base64Encoded: String(parts[4])), digest.count == Self.digestLength
        else { return nil }
        self.init(parameters: ScryptParameters(rounds: 1 << logarithm), salt: salt, digest: digest)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = PasswordHash(kept: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a hash of a password")
        }
        self = hash
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(kept)
    }
}
