import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Suggestions of readers in the workspace: read, made into drafts, answered, by those who may.
@Suite struct SuggestingTests {
    private static let poison = HostileCatalogueTests.poison
    private let work: WorkSite

    init() async throws { work = try await WorkSite() }

    /// About an entry of Mediawijs, or about something that is missing.
    private func suggest(_ record: String?, _ code: String, contact: String? = nil) async throws {
        var survey = Survey(name: "Zonnige schermen", organisation: "Mediawijs", website: "https://zonnig.example")
        survey.about = "Een spel. \(Self.poison)"
        survey.themes = [.of("gaming")]
        survey.since = 2019
        survey.needs = Self.poison
        try await work.workspace.receive(
            Suggestion(
                code: code, record: record.map(Identifier.of), language: .fr,
                message: record == nil ? "" : "Le numéro est faux. \(Self.poison)",
                survey: record == nil ? survey : nil, contact: contact, receivedOn: work.workspace.today))
    }

    private func path(_ code: String, _ language: Language = .nl) -> String {
        "/\(language)/workspace/suggestions/\(code)"
    }

    private func state(_ code: String) async throws -> Suggestion.State? {
        try await work.store.find(Suggestion.self, code)?.value.state
    }

    @Test(arguments: Language.allCases)
    func everyoneSeesWhatTheyMayHandle(_ language: Language) async throws {
        try await suggest("clicksafe", "AAAA-AAAA")
        try await suggest("mediacoach", "BBBB-BBBB")
        try await suggest(nil, "CCCC-CCCC")
        let list = "/\(language)/workspace/suggestions"
        let all = try await work.get(list, as: .coordinator)
        #expect(all.status == .ok)
        _ = try Markup(all.body)
        for code in ["AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"] {
            #expect(all.body.contains(path(code, language)))
            let one = try await work.get(path(code, language), as: .coordinator)
            #expect(one.status == .ok)
            // The answer is for somebody who reads French, and whoever writes it is told.
            let page = try Markup(one.body)
            let field = try #require(page.all("textarea").first { $0.attributes["id"] == "words" })
            #expect(field.attributes["lang"] == "fr")
            #expect(
                page.elements.first { $0.attributes["id"] == "words-hint" }?.text
                    == Texts.of(language)(.suggestingAnswerHint, Wording.of(language).name(of: LanguageTag(.fr))))
        }
        let own = try await work.get(list, as: .editor)
        #expect(own.body.contains(path("BBBB-BBBB", language)))
        #expect(!own.body.contains("AAAA-AAAA") && !own.body.contains("CCCC-CCCC"))
        for person in [WorkSite.Person.contributor, .reader, .handler] {
            #expect(try await work.get(list, as: person).status == .forbidden, "\(person)")
        }
    }

    @Test func whatIsOfOthersIsNotThere() async throws {
        try await suggest("mediacoach", "BBBB-BBBB")
        try await suggest(nil, "CCCC-CCCC")
        for person in [WorkSite.Person.otherEditor, .outsider, .contributor, .reader, .handler] {
            for action in ["take", "done", "declined"] {
                let sent = try await work.post(
                    path("BBBB-BBBB"), [("action", action), ("words", "Ja")], as: person)
                #expect(sent.status == .notFound, "\(person) \(action)")
            }
            #expect(try await work.get(path("BBBB-BBBB"), as: person).status == .notFound)
        }
        #expect(try await work.get(path("CCCC-CCCC"), as: .editor).status == .notFound)
        #expect(try await work.get(path("DDDD-DDDD"), as: .coordinator).status == .notFound)
        #expect(try await work.get(path("BBBB-BBBB"), as: nil).status == .found)
        #expect(try await state("BBBB-BBBB") == .new)
        #expect(try await work.store.all(Draft.self).isEmpty)
    }

    @Test func openOnesComeFirst() async throws {
        try await suggest(nil, "AAAA-AAAA")
        try await suggest(nil, "BBBB-BBBB")
        try await work.workspace.answer(
            "AAAA-AAAA", .declined, words: "Non", by: WorkSite.Person.coordinator.actor)
        func codes(_ filter: String) async throws -> [Substring] {
            try await work.get("/nl/workspace/suggestions?show=\(filter)", as: .coordinator).body
                .matches(of: #/suggestions/([A-Z]{4}-[A-Z]{4})"/#).map(\.1)
        }
        #expect(try await codes("open") == ["BBBB-BBBB"])
        #expect(try await codes("answered") == ["AAAA-AAAA"])
        #expect(try await codes("all") == ["BBBB-BBBB", "AAAA-AAAA"])
        #expect(try await codes("nonsense") == ["BBBB-BBBB"])
    }

    @Test func whatStrangersWroteStaysText() async throws {
        for (record, code) in [("mediacoach", "AAAA-AAAA"), (nil, "BBBB-BBBB")] {
            try await suggest(record, code, contact: Self.poison)
            let answer = try await work.get(path(code), as: .coordinator)
            _ = try Markup(answer.body)
            #expect(!answer.body.contains("<script>alert"))
            #expect(answer.body.contains("&lt;script&gt;"))
        }
    }

    @Test func aSurveyBecomesADraft() async throws {
        try await suggest(nil, "AAAA-AAAA")
        let taken = try await work.post(path("AAAA-AAAA"), [("action", "take")], as: .coordinator)
        #expect(taken.status == .seeOther)
        let draft = try #require(try await work.store.all(Draft.self).first?.value)
        #expect(taken.headers[.location] == "/nl/workspace/drafts/\(draft.id)")
        #expect(draft.record.title[.fr] == "Zonnige schermen" && draft.record.founded == 2019)
        #expect(draft.record.organisations == [WorkSite.mediawijs] && draft.record.themes == [.of("gaming")])
        #expect(draft.record.translations == [.fr: .original])
        #expect(draft.origin == .suggestion(code: "AAAA-AAAA"))
        #expect(try await state("AAAA-AAAA") == .taken)
        // The two lead to one another.
        let page = try await work.get("/nl/workspace/drafts/\(draft.id)", as: .coordinator)
        #expect(page.body.contains(path("AAAA-AAAA")))
        #expect(try await work.get(path("AAAA-AAAA"), as: .coordinator).body.contains("drafts/\(draft.id)"))
        // No second one while there is one.
        #expect(try await work.post(path("AAAA-AAAA"), [("action", "take")], as: .coordinator).status == .conflict)
        try await work.workspace.drop(draft.id, by: WorkSite.Person.coordinator.actor)
        #expect(try await work.post(path("AAAA-AAAA"), [("action", "take")], as: .coordinator).status == .seeOther)
    }

    @Test func aCorrectionBecomesADraftOfItsEntry() async throws {
        try await suggest("mediacoach", "AAAA-AAAA")
        let taken = try await work.post(path("AAAA-AAAA"), [("action", "take")], as: .editor)
        #expect(taken.status == .seeOther)
        let draft = try #require(try await work.store.all(Draft.self).first?.value)
        #expect(draft.record.id == .of("mediacoach") && draft.base != nil)
    }

    /// However many take it at once: one draft, and nothing half done.
    @Test func takingIsAllOrNothing() async throws {
        try await suggest(nil, "AAAA-AAAA")
        let coordinator = WorkSite.Person.coordinator.actor
        let taken = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { (try? await work.workspace.take("AAAA-AAAA", by: coordinator)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        let drafts = try await work.store.all(Draft.self)
        #expect(taken == 1 && drafts.count == 1)
        #expect(try await work.store.all(DraftSave.self).count == 1)
        #expect(try await work.store.find(Suggestion.self, "AAAA-AAAA")?.value.draft == drafts.first?.value.id)
    }

    @Test func aReportAboutTheSiteBecomesNoDraft() async throws {
        try await suggest("accessibility", "AAAA-AAAA")
        let page = try await work.get(path("AAAA-AAAA"), as: .coordinator)
        #expect(page.status == .ok && !page.body.contains("value=\"take\""))
        #expect(try await work.post(path("AAAA-AAAA"), [("action", "take")], as: .coordinator).status == .conflict)
        #expect(try await work.store.all(Draft.self).isEmpty)
    }

    @Test func theSenderReadsTheAnswer() async throws {
        try await suggest("mediacoach", "AAAA-AAAA", contact: "ik@example.be")
        let empty = try await work.post(path("AAAA-AAAA"), [("action", "done"), ("words", "  ")], as: .editor)
        #expect(empty.status == .unprocessableContent)
        #expect(try Markup(empty.body).elements.contains { $0.attributes["id"] == "words-fault" })
        let long = String(repeating: "é", count: Suggestion.longestAnswer + 1)
        let refused = try await work.post(path("AAAA-AAAA"), [("action", "done"), ("words", long)], as: .editor)
        #expect(refused.status == .unprocessableContent && refused.body.contains(long))
        #expect(try await state("AAAA-AAAA") == .new)
        let sent = try await work.post(
            path("AAAA-AAAA"), [("action", "done"), ("words", "Merci, c’est corrigé.")], as: .editor)
        #expect(sent.status == .seeOther)
        #expect(try await state("AAAA-AAAA") == .done)
        let read = try await work.site.post("/fr/suggest/answer", "code=aaaaaaaa")
        #expect(read.status == .ok && read.body.contains("Merci, c’est corrigé."))
        #expect(read.body.contains("/fr/initiatives/mediacoach"))
        // Once.
        let again = try await work.post(path("AAAA-AAAA"), [("action", "declined"), ("words", "Non")], as: .editor)
        #expect(again.status == .conflict)
        #expect(
            try await work.post(path("AAAA-AAAA"), [("action", "new"), ("words", "x")], as: .editor).status.code >= 400)
        #expect(try await work.get(path("AAAA-AAAA"), as: .editor).body.contains("Merci, c’est corrigé."))
    }

    @Test func whatWasMadeOfItIsShownToItsSenderOnlyOncePublished() async throws {
        try await suggest(nil, "AAAA-AAAA")
        let coordinator = WorkSite.Person.coordinator.actor
        let draft = try await work.workspace.take("AAAA-AAAA", by: coordinator)
        func page() async throws -> String { try await work.site.post("/fr/suggest/answer", "code=AAAA-AAAA").body }
        #expect(try await !page().contains("/fr/initiatives/"))
        var published = Work(by: "test", at: work.workspace.now)
        var kept = draft
        kept.value.state = .published
        kept.value.record.id = .of("zonnige-schermen")
        try published.put(kept)
        published.publish(kept.value.record, over: nil, why: "")
        try await work.store.commit(published)
        try await work.refresh()
        #expect(try await page().contains("/fr/initiatives/zonnige-schermen"))
    }
}
