import Catalogue
import Editorial
import Foundation
import Testing

@testable import Storage

/// Whether a copy of the catalogue is an earlier state of a store.
@Suite(.databases) struct ConfirmingTests {
    private func record(_ name: String, _ title: String) throws -> Entry {
        .record(
            Record(
                id: try #require(RecordID(name)), kind: .initiative, title: LocalisedText([.nl: title]),
                summary: LocalisedText(), status: .active))
    }

    private let noon = Date(timeIntervalSince1970: 1_795_431_600)

    @Test(arguments: TestStore.available) func saysWhatCameSince(_ kind: TestStore) async throws {
        let store = try await kind.empty().store()
        _ = try await store.publish([try record("a", "een"), try record("b", "twee")], by: "test", at: noon)
        let copy = try await store.published()
        #expect(try await store.changes(since: copy)?.entries.count == 0)
        _ = try await store.publish([try record("b", "drie"), try record("c", "vier")], by: "test", at: noon + 60)
        let changes = try #require(try await store.changes(since: copy))
        #expect(changes.entries.count == 2 && changes.revision == 4)
    }

    @Test(arguments: TestStore.available) func anotherPastIsNoPast(_ kind: TestStore) async throws {
        let (store, other) = (try await kind.empty().store(), try await kind.empty().store())
        _ = try await store.publish([try record("a", "een"), try record("b", "twee")], by: "test", at: noon)
        // Another store that went the same way for as many revisions, at another time.
        _ = try await other.publish([try record("a", "een"), try record("b", "twee")], by: "test", at: noon + 5)
        #expect(try await store.changes(since: try await other.published()) == nil)
        // One that is ahead, as before a backup was restored.
        _ = try await other.publish([try record("c", "drie")], by: "test", at: noon + 9)
        #expect(try await store.changes(since: try await other.published()) == nil)
        #expect(try await store.changes(since: PublishedCatalogue(catalogue: .empty, revision: 0)) == nil)
    }

    /// What the store lost may be a vocabulary only, which has no age.
    @Test(arguments: TestStore.available) func aVocabularyThatIsGoneIsNoticed(_ kind: TestStore) async throws {
        let (store, other) = (try await kind.empty().store(), try await kind.empty().store())
        let records = [try record("a", "een"), try record("b", "twee")]
        for one in [store, other] { _ = try await one.publish(records, by: "test", at: noon) }
        let themes = Vocabulary(name: .themes, concepts: [])
        _ = try await other.publish([.vocabulary(themes)], by: "test", at: noon + 9)
        #expect(try await store.changes(since: try await other.published()) == nil)
        #expect(try await other.changes(since: try await store.published()) != nil)
    }
}
