import HTTPTypes
import NIOHTTP1

/// What the door has to know of a request, gathered in one walk over its headers.
struct RequestTraits {
    private(set) var hosts = 0
    private(set) var hasBody = false
    private(set) var length: Int?
    private(set) var awaitsLeave = false
    /// Whether there is something that only the site itself can weigh up.
    private(set) var isUnusual = false
    private(set) var acceptedCodings: String?
    private(set) var ifNoneMatch: String?
    private(set) var ifModifiedSince: String?
    /// What a proxy says the reader came by; believed only of some.
    private(set) var forwardedScheme: String?

    init(_ head: HTTPRequestHead) {
        for (name, value) in head.headers { note(name, value) }
    }

    private mutating func note(_ name: String, _ value: String) {
        // The length leaves few names to compare with.
        switch name.utf8.count {
        case 4 where name.isField("host"): hosts += 1
        case 5 where name.isField("range"): isUnusual = true
        case 6 where name.isField("accept"): if value.utf8.contains(UInt8(ascii: "j")) { isUnusual = true }
        case 6 where name.isField("expect"): awaitsLeave = value.isField("100-continue")
        case 13 where name.isField("if-none-match"): set(\.ifNoneMatch, value)
        case 14 where name.isField("content-length"):
            length = Int(value)
            if length != 0 { hasBody = true }
        case 15 where name.isField("accept-encoding"): set(\.acceptedCodings, value)
        case 17 where name.isField("if-modified-since"): set(\.ifModifiedSince, value)
        case 17 where name.isField("transfer-encoding"): hasBody = true
        case 17 where name.isField("x-forwarded-proto"): set(\.forwardedScheme, value)
        default: break
        }
    }

    private mutating func set(_ field: WritableKeyPath<RequestTraits, String?>, _ value: String) {
        if self[keyPath: field] != nil { isUnusual = true }
        self[keyPath: field] = value
    }
}

extension String {
    /// Whether it is the name of a field, whatever the case of its letters.
    /// - Parameter name: in small letters, of the same length.
    fileprivate func isField(_ name: StaticString) -> Bool {
        let expected = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard utf8.count == expected.count else { return false }
        return zip(utf8, expected).allSatisfy { byte, wanted in
            byte == wanted || byte | 0x20 == wanted && (0x61...0x7a).contains(wanted)
        }
    }
}
