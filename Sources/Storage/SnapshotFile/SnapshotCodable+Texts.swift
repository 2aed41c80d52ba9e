import Catalogue

/// What is written as its text, and made of it again.
protocol SnapshotText: SnapshotCodable, CustomStringConvertible {
    init?(_ text: String)
}

extension SnapshotText {
    func write(to writer: inout SnapshotWriter) { description.write(to: &writer) }

    init(from reader: inout SnapshotReader) throws {
        guard let value = Self(try reader.text()) else { throw reader.fault }
        self = value
    }
}

extension Identifier: SnapshotText {}
extension LanguageTag: SnapshotText {}
extension WebAddress: SnapshotText {}
extension PhoneNumber: SnapshotText {}
extension PartialDate: SnapshotText {}

extension Language: SnapshotCodable {}

extension Edition: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) {
        language.write(to: &writer)
        isSimple.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(try Language(from: &reader), isSimple: try Bool(from: &reader))
    }
}

extension Passage: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) {
        edition.write(to: &writer)
        text.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        let edition = try Edition(from: &reader)
        self.init(text: try reader.text(), edition: edition)
    }
}

extension LocalisedText: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws { try all.write(to: &writer) }
    init(from reader: inout SnapshotReader) throws { self.init(try [Passage](from: &reader)) }
}

extension LocalisedList: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        let editions = Edition.allCases.filter { has($0) }
        writer.add(count: editions.count)
        for edition in editions {
            edition.write(to: &writer)
            try self[edition].write(to: &writer)
        }
    }

    init(from reader: inout SnapshotReader) throws {
        var lists: [Edition: [String]] = [:]
        for _ in 0..<(try reader.length()) {
            let edition = try Edition(from: &reader)
            lists[edition] = try [String](from: &reader)
        }
        self.init(lists)
    }
}
