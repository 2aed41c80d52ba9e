import Foundation

extension Data {
    package static func random(_ length: Int) -> Data {
        var generator = SystemRandomNumberGenerator()
        return Data((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    /// Compares in a time that depends on the lengths only.
    package func equalsInConstantTime(_ other: Data) -> Bool {
        count == other.count && zip(self, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
