import Foundation

/// Base 32 (RFC 4648, section 6), the way in which apps for one-time codes take their secrets.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Without padding, as those apps want it.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var letters: [UInt8] = []
        var rest = 0
        var bits = 0
        for byte in bytes {
            rest = rest << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                letters.append(alphabet[rest >> bits & 31])
            }
            rest &= 1 << bits - 1
        }
        if bits > 0 { letters.append(alphabet[rest << (5 - bits) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Reads small letters, spaces, hyphens and padding too. Nil where another sign stands in it, or the end is cut.
    static func bytes(of text: String) -> Data? {
        var letters = Substring(text.uppercased().filter { $0 != " " && $0 != "-" })
        while letters.last == "=" { letters.removeLast() }
        var bytes = Data()
        var rest = 0
        var bits = 0
        for letter in letters.utf8 {
            guard let value = alphabet.firstIndex(of: letter) else { return nil }
            rest = rest << 5 | value
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(rest >> bits))
                rest &= 1 << bits - 1
            }
        }
        // No letter too many, and nothing in the bits that are left over.
        return bits < 5 && rest == 0 ? bytes : nil
    }
}
