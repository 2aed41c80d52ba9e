import Crypto
import Foundation

extension SymmetricKey {
    /// So many random bytes. Two keys are compared in a time that says nothing of them.
    static func random(bytes: Int) -> SymmetricKey { SymmetricKey(size: SymmetricKeySize(bitCount: bytes * 8)) }

    var bytes: Data { withUnsafeBytes { Data($0) } }
}

extension String {
    /// Compares in a time that depends on the lengths only.
    func equalsInConstantTime(_ other: String) -> Bool {
        SymmetricKey(data: Data(utf8)) == SymmetricKey(data: Data(other.utf8))
    }
}
