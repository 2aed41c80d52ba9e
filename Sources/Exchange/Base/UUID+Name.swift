import Crypto
import Foundation

extension UUID {
    /// The UUID of an address: the same on every machine, for ever (RFC 9562, section 5.5, version 5, name space of URLs).
    package init(address: String) {
        let space = UUID(
            uuid: (0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8))
        var hash = Insecure.SHA1()
        withUnsafeBytes(of: space.uuid) { hash.update(bufferPointer: $0) }
        hash.update(data: Data(address.utf8))
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }

    /// In small letters, as RFC 9562 writes it.
    package var lowercased: String { uuidString.lowercased() }
}
