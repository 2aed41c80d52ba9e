import Crypto
import Foundation

/// A digest over the fields of one thing: whoever changes one of them, by a single bit, changes the digest.
package struct FieldDigest {
    private var hash = SHA256()

    package init() {}

    /// The length goes first, so that what belongs to one field is never taken for a part of its neighbour.
    package mutating func take(_ text: String?) {
        guard var text else {
            take(length: .max)
            return
        }
        text.withUTF8 { bytes in
            take(length: UInt64(bytes.count))
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }

    package mutating func take(_ bytes: Data) {
        take(length: UInt64(bytes.count))
        hash.update(data: bytes)
    }

    private mutating func take(length: UInt64) {
        withUnsafeBytes(of: length.littleEndian) { hash.update(bufferPointer: $0) }
    }

    /// SHA-256 in 64 hexadecimal digits.
    package func finished() -> String { hexadecimal(of: 32) }

    /// Its first 16 bytes, in 32 hexadecimal digits: enough to find damage, and shorter in every row.
    package func short() -> String { hexadecimal(of: 16) }

    private func hexadecimal(of count: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let bytes = hash.finalize().prefix(count)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension FieldDigest {
    /// The short digest of these fields in this order.
    package static func short(_ fields: String?...) -> String {
        short { digest in for field in fields { digest.take(field) } }
    }

    /// The short digest of what is taken.
    package static func short(_ take: (inout FieldDigest) -> Void) -> String {
        var digest = FieldDigest()
        take(&digest)
        return digest.short()
    }
}
