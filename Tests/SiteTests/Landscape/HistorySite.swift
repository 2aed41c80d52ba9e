import Catalogue
import Editorial
import Foundation
import Storage
import Testing

@testable import Site

/// A site with a past: every fifth record of the shipped catalogue, loaded on 3 March 2026, and what was published since.
struct HistorySite: Sendable {
    let site: TestSite
    let store: StubbornStore
    /// The state of 3 March, and the one after ``change()`` on 1 September.
    let first: Int
    let second: Int

    static let loaded = Date(timeIntervalSince1970: 1_772_535_600)
    static let changed = Date(timeIntervalSince1970: 1_788_256_800)
    static let new = Identifier.of("a-new-game")
    static let gone = Identifier.of("awel-102")

    init() async throws {
        let shipped = Self.part(of: TestSite.shipped.snapshot.catalogue)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("past-\(UUID().uuidString)").path
        let inner = try SQLiteStore(folder: folder)
        let all =
            VocabularyName.allCases.map { Entry.vocabulary(shipped[$0]) } + shipped.pages.map(Entry.page)
            + shipped.records.map(Entry.record)
        first = try await inner.publish(all, by: "betternet load", at: Self.loaded).revision
        second = try await inner.publish(try Self.changes(of: shipped), by: "test", at: Self.changed).revision
        store = StubbornStore(inner)
        let published = try await inner.published()
        site = try TestSite(Snapshot(published), store: store, clock: TestSite.noon)
    }

    private static func part(of shipped: Catalogue) -> Catalogue {
        let records = shipped.records.enumerated().filter { $0.offset % 5 == 0 || $0.element.id == gone }
        return Catalogue(
            records: records.map(\.element), vocabularies: VocabularyName.allCases.map { shipped[$0] },
            pages: shipped.pages)
    }

    private static func changes(of shipped: Catalogue) throws -> [Entry] {
        var game = Record(
            id: new, kind: .resource, title: LocalisedText([.nl: "=Een nieuw spel", .fr: "Un nouveau jeu"]),
            summary: LocalisedText([.nl: "Een spel."]), status: .active)
        game.formats = [Identifier.of("game")]
        game.themes = [Identifier.of("gambling")]
        game.audiences = [Identifier.of("librarians")]
        game.territories = [Identifier.of("namur")]
        game.languages = ["de"].compactMap { LanguageTag($0) }
        game.founded = 2026
        var line = try #require(shipped[gone])
        line.withdrawn = PartialDate("2026-09-01")
        var project = try #require(shipped.records.first { $0.kind == .initiative && $0.status == .active })
        project.status = .ended
        return [game, line, project].map(Entry.record)
    }

    func get(_ path: String) async throws -> TestSite.Answer { try await site.get(path) }

    /// Somebody publishes something today, and readers see it.
    func publishMore() async throws {
        var record = try #require(site.snapshot.catalogue[Self.new])
        record.title[.nl] = "Een ander spel"
        _ = try await store.publish([.record(record)], by: "test", at: TestSite.noon)
        await site.site.housekeeping.refresh()
    }
}
