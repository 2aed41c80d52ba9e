import Crypto
import Foundation
import Intake

/// What a form carries so that it counts once and not for ever. It says nothing of who holds it.
struct FormTickets: Sendable {
    /// A class that writes slowly, or somebody who is called away, has a day (WCAG 2.2, 2.2.1: more than 20 hours).
    private static let lifetime: TimeInterval = 24 * 3_600
    /// Days after which no ticket is worth anything.
    static let days = 2
    private static let nonceLength = 16

    /// New with every start of the program: a form from before the start is refused once, with all that was typed.
    private let key = SymmetricKey(size: .bits256)

    func new(at now: Date) -> String {
        let stamp = UInt32(now.timeIntervalSince1970 / 60)
        let body = Data.random(Self.nonceLength) + withUnsafeBytes(of: stamp.bigEndian) { Data($0) }
        let code = HMAC<SHA256>.authenticationCode(for: body, using: key)
        return (body + Data(code).prefix(16)).base64EncodedString()
    }

    /// The nonce of a ticket that is ours and not too old.
    func nonce(of ticket: String?, at now: Date) -> Data? {
        guard let ticket, let bytes = Data(base64Encoded: ticket), bytes.count == Self.nonceLength + 4 + 16 else {
            return nil
        }
        let body = bytes.prefix(Self.nonceLength + 4)
        let code = Data(HMAC<SHA256>.authenticationCode(for: body, using: key)).prefix(16)
        guard Data(code).equalsInConstantTime(Data(bytes.suffix(16))) else { return nil }
        let minutes = body.suffix(4).reduce(0.0) { $0 * 256 + Double($1) }
        let age = now.timeIntervalSince1970 - minutes * 60
        return (-60...Self.lifetime).contains(age) ? Data(body.prefix(Self.nonceLength)) : nil
    }
}
