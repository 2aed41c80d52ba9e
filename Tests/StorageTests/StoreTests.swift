import Catalogue
import Editorial
import Foundation
import Testing

/// What is published, on a real database. Every store keeps these promises.
@Suite(.databases) struct StoreTests {
    private let today = Date(timeIntervalSince1970: 1_795_000_000)

    private func record(_ id: String, _ title: String = "Titel") throws -> Record {
        var record = Record(
            id: try #require(RecordID(id)), kind: .channel, title: LocalisedText([.nl: title]),
            summary: LocalisedText([.nl: "Tekst"]), status: .active)
        var contact = Contact()
        contact.phones = [Contact.Phone(number: try #require(PhoneNumber("116 000")))]
        var hours = Hours(certainty: .stated)
        hours.weekly = [try #require(Hours.Span(days: [.mo], opens: 540, closes: 1_440))]
        hours.exceptions = [Hours.Exception(day: try #require(PartialDate("2026-12-24")), spans: [])]
        contact.hours = hours
        record.contact = contact
        record.sources = [
            Source(address: try #require(WebAddress("https://example.be")), says: "x", seen: PartialDate("2024"))
        ]
        return record
    }

    @Test(arguments: TestStore.available) func givesBackWhatWasPublished(_ kind: TestStore) async throws {
        let database = try await kind.empty()
        let store = try database.store()
        let records = [try record("a"), try record("b")]
        let vocabulary = Vocabulary(
            name: .themes,
            concepts: [Concept(id: try #require(ConceptID("gaming")), label: LocalisedText([.nl: "Gamen"]))])
        let publication = try await store.publish(
            records.map(Entry.record) + [.vocabulary(vocabulary)], by: "test", at: today)
        #expect(publication == Publication(added: 3, changed: 0, unchanged: 0, revision: 3))
        let published = try await store.published()
        #expect(published.revision == 3)
        #expect(published.catalogue.records == records)
        #expect(published.catalogue[.themes].concepts == vocabulary.concepts)
        // And from disk, by another opening of the same database.
        #expect(try await database.store().published().catalogue.records == records)
    }

    @Test(arguments: TestStore.available) func publishingTwiceChangesNothing(_ kind: TestStore) async throws {
        let store = try await kind.empty().store()
        let entries = [Entry.record(try record("a"))]
        _ = try await store.publish(entries, by: "test", at: today)
        let again = try await store.publish(entries, by: "test", at: today.addingTimeInterval(60))
        #expect(again == Publication(added: 0, changed: 0, unchanged: 1, revision: 1))
        let changed = try await store.publish([.record(try record("a", "Anders"))], by: "test", at: today)
        #expect(changed == Publication(added: 0, changed: 1, unchanged: 0, revision: 2))
        #expect(try await store.published().catalogue.records.first?.title[.nl] == "Anders")
    }
}
