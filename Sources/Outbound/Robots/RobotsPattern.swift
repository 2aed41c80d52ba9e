/// The path of a rule: a beginning of addresses, in which `*` stands for anything and `$` at the end for the end.
struct RobotsPattern: Hashable, Sendable {
    /// Bytes of it, by which the most specific rule is found.
    let length: Int
    /// The texts between the stars.
    private let pieces: [[UInt8]]
    private let isAnchored: Bool

    /// Nil if it is empty, which means that the rule says nothing.
    init?(_ text: some StringProtocol) {
        guard !text.isEmpty else { return nil }
        var bytes = Self.normalised(Array(text.utf8))
        length = bytes.count
        isAnchored = bytes.last == UInt8(ascii: "$")
        if isAnchored { bytes.removeLast() }
        pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// - Parameter target: made by ``comparable(_:)``.
    func fits(_ target: [UInt8]) -> Bool {
        guard let first = pieces.first, let last = pieces.last, target.starts(with: first) else { return false }
        guard pieces.count > 1 else { return !isAnchored || target.count == first.count }
        var place = first.count
        // The earliest place of each piece leaves most room for those after it.
        for piece in pieces.dropFirst().dropLast() {
            guard let end = Self.end(of: piece, in: target, from: place) else { return false }
            place = end
        }
        guard isAnchored else { return Self.end(of: last, in: target, from: place) != nil }
        return target.count - place >= last.count && target.suffix(last.count).elementsEqual(last)
    }

    /// Path and query of an address in the form in which they are compared. Its own `*` and `$` are no signs.
    static func comparable(_ target: String) -> [UInt8] {
        normalised(Array(target.utf8)).flatMap { byte in
            byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$") ? encoded(byte) : [byte]
        }
    }

    private static func end(of piece: [UInt8], in target: [UInt8], from start: Int) -> Int? {
        guard !piece.isEmpty else { return start }
        var place = start
        while place + piece.count <= target.count {
            if target[place] == piece[0], target[place..<(place + piece.count)].elementsEqual(piece) {
                return place + piece.count
            }
            place += 1
        }
        return nil
    }

    /// RFC 9309, section 2.2.2: letters outside ASCII are encoded, encoded ones that need not be are decoded, and in a
    /// query `:` and `/` are the same encoded or not.
    private static func normalised(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isQuery = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                let meant = high << 4 | low
                let isSame =
                    isUnreserved(meant) || (isQuery && (meant == UInt8(ascii: ":") || meant == UInt8(ascii: "/")))
                result += isSame ? [meant] : encoded(meant)
                index += 3
            } else {
                result += byte < 0x80 ? [byte] : encoded(byte)
                if byte == UInt8(ascii: "?") { isQuery = true }
                index += 1
            }
        }
        return result
    }

    private static func encoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// RFC 3986, section 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(byte)
        }
    }
}
