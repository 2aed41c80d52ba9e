import Catalogue
import Foundation
import Testing

@testable import Editorial

/// A site with one organisation, a source, and things that it delivers.
struct HarvestFixtures {
    static let noon = Date(timeIntervalSince1970: 1_795_431_600)
    static let site = "https://here.example"

    static func id(_ name: String) throws -> RecordID { try #require(RecordID(name)) }

    static func record(
        _ name: String, _ kind: Kind = .resource, title: String? = nil, by organisations: [String] = []
    ) throws -> Record {
        var record = Record(
            id: try id(name), kind: kind, title: LocalisedText([.nl: title ?? "Titel \(name)"]),
            summary: LocalisedText([.nl: "Over \(name)."]), status: .active)
        record.organisations = try organisations.map(id)
        return record
    }

    static func incoming(_ record: Record, home: String? = nil) -> Incoming {
        var fields: Set = ["title", "summary", "organisations", "themes", "links", "status", "founded"]
        fields.insert("sources")
        return Incoming(
            key: "https://there.example/records/\(record.id)", record: record, fields: fields,
            page: "https://there.example/nl/\(record.id)", home: home)
    }

    static func gone(_ name: String) -> Incoming {
        Incoming(key: "https://there.example/records/\(name)", record: nil)
    }

    static func source(
        _ id: String = "there", isTrusted: Bool = false, format: IncomingFormat = .betternet
    ) throws -> HarvestSource {
        let own = try self.id("own")
        var source = HarvestSource(
            id: id, name: "There", address: "https://there.example", format: format,
            mapping: IncomingMapping(kind: .resource, language: .nl, organisation: own), organisation: own)
        source.isTrusted = isTrusted
        return source
    }

    static func catalogue(_ records: [Record] = []) throws -> Catalogue {
        Catalogue(records: [try record("own", .organisation)] + records, vocabularies: [], pages: [])
    }

    /// A reconciliation of a site that has `published`, of which the source brought `things`.
    static func reconciliation(
        _ source: HarvestSource, over published: [Record] = [], knowing things: [HarvestedThing] = [],
        homes: Set<String> = [], believing: Bool = false
    ) throws -> Reconciliation {
        let catalogue = try catalogue(published)
        let ids = (catalogue.records + catalogue.away.values).map(\.id)
        return Reconciliation(
            source, site: site,
            known: .init(
                catalogue: catalogue,
                revisions: Dictionary(uniqueKeysWithValues: zip(ids, 1...)),
                things: Dictionary(uniqueKeysWithValues: things.map { ($0.name, Kept($0, version: 1)) }), drafts: [:],
                homes: homes, reserved: []), now: noon, believesVanished: believing)
    }

    /// What is known of a thing that was published as it was delivered.
    static func thing(_ record: Record, fields: Set<String>? = nil, of source: String = "there") -> HarvestedThing {
        let incoming = incoming(record)
        var thing = HarvestedThing(
            source: source, name: incoming.key, record: record.id, theirs: record.id,
            fields: fields ?? incoming.fields, delivered: record, first: noon)
        thing.base = record
        return thing
    }

    /// A record as it stands here after it was taken over.
    static func taken(_ record: Record) -> Record {
        var record = record
        record.home = "https://there.example/records/\(record.id)"
        if record.organisations.isEmpty { record.organisations = [RecordID("own")].compactMap { $0 } }
        record.sources = ["https://there.example/nl/\(record.id)"].compactMap { WebAddress($0) }.map {
            Source(address: $0, says: "The entry, as There has it.", seen: nil)
        }
        return record
    }
}
