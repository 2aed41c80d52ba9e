import Foundation

/// The blocks of JSON-LD in an HTML page, read once from left to right.
enum DataBlocks {
    /// More are not looked at.
    static let most = 100

    static func all(in page: String) -> [String] {
        let bytes = Array(page.utf8)
        var blocks: [String] = []
        var place = 0
        while blocks.count < most, let start = find("<script", in: bytes, from: place),
            let end = find(">", in: bytes, from: start), let close = find("</script", in: bytes, from: end)
        {
            let attributes = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
            if attributes.contains("application/ld+json") {
                blocks.append(String(decoding: bytes[end..<(close - "</script".utf8.count)], as: UTF8.self))
            }
            place = close
        }
        return blocks
    }

    /// The place behind the next `mark`, whatever the size of its letters.
    private static func find(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        let mark = Array(mark.utf8)
        var place = start
        while place + mark.count <= bytes.count {
            if bytes[place] == mark[0], zip(bytes[place...], mark).allSatisfy({ isSame($0, $1) }) {
                return place + mark.count
            }
            place += 1
        }
        return nil
    }

    private static func isSame(_ byte: UInt8, _ small: UInt8) -> Bool {
        byte == small || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) && byte + 32 == small
    }
}
