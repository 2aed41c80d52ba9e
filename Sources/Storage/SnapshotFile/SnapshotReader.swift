import Catalogue
import Editorial
import Foundation

/// Reads what ``SnapshotWriter`` wrote.
struct SnapshotReader {
    /// What is written there can't be read as what it should be.
    struct Fault: Error, CustomStringConvertible {
        let place: Int
        var description: String { "it makes no sense at byte \(place)" }
    }

    private let bytes: UnsafeRawBufferPointer
    private(set) var place = 0
    /// Short texts that came up lately, by their letters: the same names stand in many records, and share their memory.
    private var known = [String](repeating: "", count: 1 << 14)
    private static let longestKnown = 100
    private var knownNames = KnownLists<Identifier>()
    private var knownTags = KnownLists<LanguageTag>()
    /// Up to where the memory of the file was given back.
    private var released = 0

    /// `bytes` must stay as long as the reader does.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var fault: Fault { Fault(place: place) }

    mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw fault }
        place += 1
        return bytes[place - 1]
    }

    mutating func count() throws -> Int {
        var number: UInt = 0
        for shift in stride(from: UInt(0), to: 64, by: 7) {
            let byte = try byte()
            number |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bitPattern: number) }
        }
        throw fault
    }

    /// The number of elements of something that takes at least a byte each.
    mutating func length() throws -> Int {
        let count = try count()
        guard count >= 0, count <= bytes.count - place else { throw fault }
        return count
    }

    mutating func text() throws -> String {
        let letters = try letters()
        // Texts of up to fifteen bytes have no memory of their own.
        guard letters.count > 15, letters.count <= Self.longestKnown else {
            return String(decoding: letters, as: UTF8.self)
        }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01b3 }
        let slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (known.count - 1)
        let isKnown = known[slot].utf8.withContiguousStorageIfAvailable {
            $0.count == letters.count && $0.elementsEqual(letters)
        }
        if isKnown == true { return known[slot] }
        let text = String(decoding: letters, as: UTF8.self)
        known[slot] = text
        return text
    }

    mutating func names() throws -> [Identifier] {
        let list = try [Identifier](from: &self)
        return knownNames.shared(list)
    }

    mutating func tags() throws -> [LanguageTag] {
        let list = try [LanguageTag](from: &self)
        return knownTags.shared(list)
    }

    mutating func data() throws -> Data { Data(try letters()) }

    private mutating func letters() throws -> UnsafeRawBufferPointer {
        let count = try length()
        if place - released >= ProvenFile.chunk {
            ProvenFile.letGo(UnsafeRawBufferPointer(rebasing: bytes[released..<place]))
            released = place
        }
        defer { place += count }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
    }
}

/// Lists that came up lately: thousands of records are for the same people, in the same places and languages.
private struct KnownLists<Element: Hashable> {
    private var lists = [[Element]](repeating: [], count: 1 << 12)

    /// The same list, in the memory of one that is there already if there is one.
    mutating func shared(_ list: [Element]) -> [Element] {
        let slot = Int(truncatingIfNeeded: UInt(bitPattern: list.hashValue) & UInt(lists.count - 1))
        if lists[slot] != list { lists[slot] = list }
        return lists[slot]
    }
}
