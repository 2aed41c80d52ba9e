import Foundation

/// A JSON value whose fields keep their order, written without a detour over `Encodable`: everything of a large
/// catalogue is written many times.
package enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case decimal(Double)
    case text(String)
    case list([JSON])
    case object([Field])

    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// An object of those fields that have a value.
    package static func fields(_ fields: KeyValuePairs<String, JSON?>) -> JSON {
        .object(fields.compactMap { name, value in value.map { Field(name, $0) } })
    }

    /// The list, or nil where it is empty: most formats leave out what is empty.
    package static func filled(_ elements: [JSON]) -> JSON? { elements.isEmpty ? nil : .list(elements) }

    package static func texts(_ texts: some Sequence<String>) -> JSON? { filled(texts.map { .text($0) }) }

    package static func text(_ value: String?) -> JSON? { value.map { JSON.text($0) } }

    package static func number(_ value: Int?) -> JSON? { value.map { JSON.number($0) } }

    package subscript(name: String) -> JSON? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var elements: [JSON]? { if case .list(let elements) = self { elements } else { nil } }

    /// The same object with more fields at the end; anything else stays what it is.
    package func adding(_ more: KeyValuePairs<String, JSON?>) -> JSON {
        adding(more.compactMap { name, value in value.map { Field(name, $0) } })
    }

    package func adding(_ more: [Field]) -> JSON {
        guard case .object(let fields) = self else { return self }
        return .object(fields + more)
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: JSON...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { Field($0, $1) }) }
}

// MARK: Writing

extension JSON {
    /// UTF-8, without spaces. `<` and `&` are written as escapes, so that the bytes may stand in a page (a script of data
    /// ends at the first `</script`, wherever that is).
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_024)
        write(to: &bytes)
        return bytes
    }

    package func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): bytes.append(contentsOf: String(value).utf8)
        case .decimal(let value): bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .text(let text): Self.write(text, to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let fields):
            bytes.append(UInt8(ascii: "{"))
            for (place, field) in fields.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(field.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                field.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        // Runs of plain letters are copied at once.
        text.withUTF8 { letters in
            var done = 0
            while true {
                let place = firstToEscape(letters, from: done)
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: letters[done..<place]))
                guard place < letters.count else { break }
                writeEscape(letters[place], to: &bytes)
                done = place + 1
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The place of the first letter that may not stand as it is; the end where there is none.
    private static func firstToEscape(_ letters: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        let raw = UnsafeRawBufferPointer(letters)
        // Eight letters at once, by the tests of bytes within a word in S. E. Anderson, "Bit Twiddling Hacks".
        while place + 8 <= letters.count {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let found =
                less(word, than: 0x20) | holds(word, UInt8(ascii: "\"")) | holds(word, UInt8(ascii: "\\"))
                | holds(word, UInt8(ascii: "<")) | holds(word, UInt8(ascii: "&")) | holds(word, 0x7F)
            if found != 0 { break }
            place += 8
        }
        while place < letters.count {
            switch letters[place] {
            case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: "&"):
                return place
            default: place += 1
            }
        }
        return place
    }

    private static func holds(_ word: UInt64, _ letter: UInt8) -> UInt64 {
        less(word ^ (0x0101_0101_0101_0101 &* UInt64(letter)), than: 1)
    }

    /// Not zero where a byte of the word is less than a number from 1 to 128.
    private static func less(_ word: UInt64, than number: UInt64) -> UInt64 {
        (word &- 0x0101_0101_0101_0101 &* number) & ~word & 0x8080_8080_8080_8080
    }

    private static func writeEscape(_ letter: UInt8, to bytes: inout [UInt8]) {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(letter)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(hexDigits[Int(letter >> 4)])
            bytes.append(hexDigits[Int(letter & 15)])
        }
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)
}

// MARK: Reading

extension JSON {
    /// Deeper ones are refused: nobody writes them but to harm.
    package static let deepest = 64

    package struct Fault: Error, Hashable, CustomStringConvertible {
        package let description: String
    }

    /// Throws ``Fault`` for what is no JSON, or too deep. Fields come in the order of their names.
    package init(reading data: Data) throws(Fault) {
        guard Self.depth(of: data) <= Self.deepest else {
            throw Fault(description: "nested more than \(Self.deepest) deep")
        }
        let value: Any
        do { value = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]) } catch {
            throw Fault(description: "is no JSON")
        }
        self.init(value)
    }

    /// How deep lists and objects lie within each other, without reading them.
    private static func depth(of data: Data) -> Int {
        var depth = 0
        var most = 0
        var isInText = false
        var isEscaped = false
        for byte in data {
            if isInText {
                switch byte {
                case _ where isEscaped: isEscaped = false
                case UInt8(ascii: "\\"): isEscaped = true
                case UInt8(ascii: "\""): isInText = false
                default: break
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                most = max(most, depth)
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
        }
        return most
    }

    private init(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let number as NSNumber:
            self =
                Self.isTruth(number)
                ? .bool(number.boolValue)
                : Int(exactly: number).map { JSON.number($0) } ?? .decimal(number.doubleValue)
        case let list as [Any]: self = .list(list.map { JSON($0) })
        case let fields as [String: Any]:
            self = .object(fields.sorted { $0.key < $1.key }.map { Field($0.key, JSON($0.value)) })
        default: self = .null
        }
    }

    /// Whether a number of `JSONSerialization` is `true` or `false`: those are numbers to it.
    private static func isTruth(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
