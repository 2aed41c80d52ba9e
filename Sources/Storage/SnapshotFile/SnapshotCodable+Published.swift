import Catalogue
import Editorial
import Foundation

extension PublishedCatalogue: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        revision.write(to: &writer)
        try madeAt.write(to: &writer)
        unread.write(to: &writer)
        writer.add(count: VocabularyName.allCases.count)
        for name in VocabularyName.allCases {
            name.write(to: &writer)
            try SnapshotJSON(catalogue[name].concepts).write(to: &writer)
        }
        try SnapshotJSON(catalogue.pages).write(to: &writer)
        try catalogue.records.write(to: &writer)
        try catalogue.away.values.sorted { $0.id < $1.id }.write(to: &writer)
        writer.add(count: ages.count)
        for (record, age) in ages {
            record.write(to: &writer)
            age.write(to: &writer)
            try writer.spill()
        }
    }

    init(from reader: inout SnapshotReader) throws {
        let revision = try Int(from: &reader)
        let madeAt = try Date?(from: &reader)
        let unread = try Int(from: &reader)
        var vocabularies: [Vocabulary] = []
        for _ in 0..<(try reader.length()) {
            let name = try VocabularyName(from: &reader)
            vocabularies.append(Vocabulary(name: name, concepts: try SnapshotJSON(from: &reader).value))
        }
        let pages = try SnapshotJSON<[EditorialPage]>(from: &reader).value
        var records = try [Record](from: &reader)
        records += try [Record](from: &reader)
        let catalogue = Catalogue(records: records, vocabularies: vocabularies, pages: pages)
        var ages: [RecordID: RecordAge] = [:]
        let count = try reader.length()
        ages.reserveCapacity(count)
        for _ in 0..<count {
            let record = try RecordID(from: &reader)
            ages[record] = try RecordAge(from: &reader)
        }
        self.init(catalogue: catalogue, revision: revision, madeAt: madeAt, unread: unread, ages: ages)
    }
}

extension VocabularyName: SnapshotCodable {}

extension RecordAge: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) {
        revision.write(to: &writer)
        first.write(to: &writer)
        last.write(to: &writer)
        author.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(
            revision: try .init(from: &reader), first: try .init(from: &reader), last: try .init(from: &reader),
            author: try reader.text())
    }
}
