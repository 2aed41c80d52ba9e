import Crypto
import Foundation
import Intake
import Synchronization

/// What a form carries so that it counts once and not for ever. It says nothing of who holds it.
final class FormTickets: Sendable {
    /// A class that writes slowly, or somebody who is called away, has a day (WCAG 2.2, 2.2.1: more than 20 hours).
    private static let lifetime: TimeInterval = 24 * 3_600
    /// Days after which no ticket is worth anything.
    static let days = 2
    private static let nonceLength = 16

    private struct Keys {
        /// Made anew with every start, until the one that all programs of the site share is known.
        var signing = SymmetricKey(size: .bits256)
        /// Of forms that were given out before it was.
        var older: [SymmetricKey] = []
        var areShared = false
    }
    private let keys = Mutex(Keys())

    /// Whether forms of other programs of this site are known here, and forms from before the start.
    var areShared: Bool { keys.withLock { $0.areShared } }

    /// Takes the key that all programs of the site share. What was given out before stays good.
    func share(_ key: Data) {
        keys.withLock { keys in
            keys.older.append(keys.signing)
            keys.signing = SymmetricKey(data: key)
            keys.areShared = true
        }
    }

    func new(at now: Date) -> String {
        let stamp = UInt32(now.timeIntervalSince1970 / 60)
        let body = Data.random(Self.nonceLength) + withUnsafeBytes(of: stamp.bigEndian) { Data($0) }
        let key = keys.withLock { $0.signing }
        return (body + Self.code(of: body, key)).base64EncodedString()
    }

    /// The nonce of a ticket that is ours and not too old.
    func nonce(of ticket: String?, at now: Date) -> Data? {
        guard let ticket, let bytes = Data(base64Encoded: ticket), bytes.count == Self.nonceLength + 4 + 16 else {
            return nil
        }
        let body = Data(bytes.prefix(Self.nonceLength + 4))
        let sent = Data(bytes.suffix(16))
        let known = keys.withLock { [$0.signing] + $0.older }
        guard known.contains(where: { Self.code(of: body, $0).equalsInConstantTime(sent) }) else { return nil }
        let minutes = body.suffix(4).reduce(0.0) { $0 * 256 + Double($1) }
        let age = now.timeIntervalSince1970 - minutes * 60
        return (-60...Self.lifetime).contains(age) ? Data(body.prefix(Self.nonceLength)) : nil
    }

    private static func code(of body: Data, _ key: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: body, using: key)).prefix(16)
    }
}
