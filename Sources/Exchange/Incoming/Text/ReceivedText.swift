import Foundation

/// The letters of a file that somebody else wrote. What can't be a letter in the encoding that the file claims becomes
/// U+FFFD, so that one broken letter doesn't hide all others.
enum ReceivedText {
    /// Throws where the file claims an encoding that is not read here.
    ///
    /// A mark at the beginning counts most, then the server's word, then what the file says of itself, then UTF-8; what
    /// is said by nobody and is no UTF-8 is Windows-1252, as browsers have it.
    static func decode(_ data: Data, mediaType: String?) throws(IncomingFault) -> String {
        let bytes = Array(data)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
        // UTF-16 without a mark: XML and HTML begin with `<`.
        if bytes.starts(with: [0x3C, 0x00]) { return utf16(bytes[...], isBigEndian: false) }
        if bytes.starts(with: [0x00, 0x3C]) { return utf16(bytes[...], isBigEndian: true) }
        let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
        if let name = mediaType.flatMap({ value(of: "charset", in: $0.lowercased()) }) ?? claim(head) {
            return try decode(bytes, as: name)
        }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return head.hasPrefix("<?xml") ? String(decoding: bytes, as: UTF8.self) : singleBytes(bytes, latin9: false)
    }

    private static func decode(_ bytes: [UInt8], as name: String) throws(IncomingFault) -> String {
        switch name {
        // What calls itself UTF-16 in letters of one byte each is none.
        case "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16": String(decoding: bytes, as: UTF8.self)
        case "utf-16le": utf16(bytes[...], isBigEndian: false)
        case "utf-16be": utf16(bytes[...], isBigEndian: true)
        case "iso-8859-1", "iso8859-1", "latin1", "iso_8859-1", "windows-1252", "cp1252":
            singleBytes(bytes, latin9: false)
        case "iso-8859-15", "iso8859-15", "latin9", "iso_8859-15": singleBytes(bytes, latin9: true)
        default:
            throw IncomingFault(
                place: "the file",
                what: "its encoding ‘\(name.prefix(40))’ is not read here: it should be UTF-8")
        }
    }

    /// `encoding` of an XML declaration, or `charset` of an HTML page.
    private static func claim(_ head: String) -> String? {
        if head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>") {
            return value(of: "encoding", in: head[..<end.lowerBound])
        }
        return head.contains("<meta") ? value(of: "charset", in: head) : nil
    }

    private static func value(of name: String, in text: some StringProtocol) -> String? {
        guard let range = String(text).firstRange(of: name + "=") else { return nil }
        let rest = String(text)[range.upperBound...].drop { $0 == "\"" || $0 == "'" }
        let value = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:".contains($0)) }
        return value.isEmpty ? nil : String(value)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - bytes.count % 2, by: 2).map { place in
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// Windows-1252, which every browser reads for ISO 8859-1 too, or ISO 8859-15.
    private static func singleBytes(_ bytes: [UInt8], latin9: Bool) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(latin9 ? latin9Letters[byte] ?? Unicode.Scalar(byte) : windowsLetter(byte))
        }
        return String(text)
    }

    private static func windowsLetter(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? windowsLetters[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    /// 0x80 to 0x9F (https://encoding.spec.whatwg.org/index-windows-1252.txt); five of them stand for nothing.
    private static let windowsLetters = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
    private static let latin9Letters: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]
}
