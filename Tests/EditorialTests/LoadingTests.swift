import Foundation
import Testing

@testable import Catalogue
@testable import Editorial

/// Files are loaded over files, never over people.
@Suite struct LoadingTests {
    private let day = Date(timeIntervalSince1970: 1_795_000_000)

    private func record(_ summary: String, id: String = "one") throws -> Record {
        Record(
            id: try #require(RecordID(id)), kind: .resource, title: LocalisedText([.nl: "Een"]),
            summary: LocalisedText([.nl: summary]), status: .active)
    }

    /// What was published one after the other, by whom.
    private func revisions(_ steps: [(Record, String)]) -> [Revision] {
        steps.enumerated().map { number, step in
            Revision(
                id: number + 1, record: step.0, author: step.1, madeAt: day, why: "",
                isPublished: number == steps.count - 1)
        }.reversed()
    }

    private func loading(_ file: Record, over steps: [(Record, String)], overwriting: Bool = false) throws -> Loading {
        let published = try #require(steps.last)
        let history = published.1 == Loading.command ? [:] : [file.id: revisions(steps)]
        return Loading(
            [.record(file)], over: Catalogue(records: [published.0], vocabularies: [], pages: []), revisions: history,
            overwriting: overwriting)
    }

    private func loaded(_ loading: Loading) -> Record? {
        if case .record(let record)? = loading.entries.first { record } else { nil }
    }

    @Test func aFileTakesThePlaceOfAFile() throws {
        let loading = try loading(record("Nieuw."), over: [(record("Oud."), Loading.command)])
        #expect(try loaded(loading) == record("Nieuw."))
        #expect(loading.left == [])
    }

    @Test func whatSomebodyWroteStaysAndIsNamed() throws {
        let steps = [(try record("Oud."), Loading.command), (try record("Van Anna."), "Anna")]
        let loading = try loading(record("Nieuw."), over: steps)
        #expect(loading.entries.isEmpty)
        #expect(loading.left.map(\.description) == ["one"])
    }

    @Test func whatSomebodyBeganInTheWorkspaceStaysToo() throws {
        let loading = try loading(record("Nieuw."), over: [(record("Van Anna."), "Anna")])
        #expect(loading.entries.isEmpty)
        #expect(loading.left.count == 1)
    }

    @Test func whatBothSayIsNoConflict() throws {
        let steps = [(try record("Oud."), Loading.command), (try record("Nieuw."), "Anna")]
        let loading = try loading(record("Nieuw."), over: steps)
        #expect(loading.entries.isEmpty)
        #expect(loading.left == [])
    }

    @Test func theFilesWinWhereSomebodySaysSo() throws {
        let steps = [(try record("Oud."), Loading.command), (try record("Van Anna."), "Anna")]
        let loading = try loading(record("Nieuw."), over: steps, overwriting: true)
        #expect(try loaded(loading)?.summary == record("Nieuw.").summary)
        #expect(loading.left == [])
    }

    @Test func checkingIsNoWritingAndOutlivesTheNextFile() throws {
        let old = try record("Oud.")
        var checked = old
        checked.verified = Verification(
            on: PartialDate(CivilDay(year: 2026, month: 11, day: 3)), organisation: nil, by: .letter)
        let loading = try loading(record("Nieuw."), over: [(old, Loading.filling), (checked, "Anna")])
        let now = try #require(loaded(loading))
        #expect(now.summary[.nl] == "Nieuw.")
        #expect(now.verified == checked.verified)
    }

    @Test func whatIsSetAsideStaysSo() throws {
        let old = try record("Oud.")
        var aside = old
        aside.setAside = PartialDate("2026-11-03")
        let loading = try loading(record("Oud."), over: [(old, Loading.command), (aside, "betternet")])
        #expect(loaded(loading)?.setAside == aside.setAside)
    }

    @Test func theStateOfTranslationsIsKeptAndFollowsTheFile() throws {
        var old = try record("Oud.")
        old.title[.fr] = "Un"
        old.summary[.fr] = "Vieux."
        var stated = old
        stated.translations = [.nl: .original, .fr: .person]
        let steps = [(old, Loading.command), (stated, "Anna")]
        #expect(try loaded(loading(old, over: steps))?.translations == stated.translations)
        var next = old
        next.summary[.nl] = "Nieuw."
        #expect(try loaded(loading(next, over: steps))?.translations == [.nl: .original, .fr: .outdated])
    }

    @Test func aWithdrawnRecordDoesNotComeBackByAFile() throws {
        let old = try record("Oud.")
        var gone = old
        gone.withdrawn = PartialDate("2026-11-03")
        let loading = try loading(record("Nieuw."), over: [(old, Loading.command), (gone, "Anna")])
        #expect(loading.entries.isEmpty)
        #expect(loading.left.count == 1)
    }

    @Test func whatWasMergedIsNamedByTheNameOfTheOther() throws {
        var gone = try record("Oud.", id: "gone")
        gone.withdrawn = PartialDate("2026-11-03")
        gone.isMerged = true
        gone.successor = RecordID("one")
        var naming = try record("Noemt het.", id: "naming")
        naming.organisations = [gone.id]
        let published = Catalogue(records: [gone, try record("Eén.")], vocabularies: [], pages: [])
        let loading = Loading([.record(naming)], over: published, revisions: [:])
        #expect(loaded(loading)?.organisations.map(\.description) == ["one"])
    }

    @Test func newRecordsPagesAndVocabulariesAreLoadedAsTheyAre() throws {
        let page = EditorialPage(
            id: try #require(Identifier("about")), title: LocalisedText(), lead: LocalisedText(), sections: [])
        let loading = Loading(
            [.record(try record("Nieuw.")), .page(page), .vocabulary(Vocabulary(name: .themes, concepts: []))],
            over: .empty, revisions: [:])
        #expect(loading.entries.count == 3)
    }
}
