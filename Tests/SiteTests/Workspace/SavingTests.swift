import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct SavingTests {
    // MARK: The form

    @Test(arguments: Language.allCases) func everyKindHasItsForm(_ language: Language) async throws {
        let work = try await WorkSite()
        for kind in Kind.allCases {
            let record = try #require(TestSite.shipped.snapshot.catalogue.records.first { $0.kind == kind })
            let begun = try await work.post(
                "/\(language)/workspace/entries/\(record.id)", [("action", "edit")], as: .coordinator)
            let path = try #require(begun.headers[.location], "\(kind)")
            let page = try await work.get(path, as: .coordinator)
            #expect(page.status == .ok)
            #expect(try Markup(page.body).labelsAndIdsAreRight == [], "\(kind)")
            let form = try FilledForm(page.body)
            for name in ["title-nl", "summary-de", "summary-en-simple", "state-fr", "why", "version", "whole"] {
                #expect(form.names.contains(name), "\(name) of \(kind)")
            }
            // Sent back as it is, it changes nothing.
            let sent = try await work.post(path, form.pressing("save"), as: .coordinator)
            #expect(sent.status == .seeOther, "\(kind)")
            let id = String(try #require(path.split(separator: "/").last))
            let kept = try #require(try await work.store.find(Draft.self, id))
            #expect(kept.value.record == record && kept.version == 1, "\(kind)")
        }
    }

    @Test func whatIsWrittenIsKept() async throws {
        let desk = try await WritingDesk()
        var form = try await desk.form()
        form.write("summary-nl", "Een nieuwe beschrijving.")
        form.tick("themes", "cyberbullying")
        form.write("why", "De site is vernieuwd")
        form.write("state-nl", "original")
        let answer = try await desk.save(form)
        #expect(answer.status == .seeOther)
        let back = try await desk.work.get(try #require(answer.headers[.location]), as: .editor)
        #expect(back.body.contains("Bewaard om 12 uur"))
        let draft = try await desk.draft()
        #expect(draft.record.summary[.nl] == "Een nieuwe beschrijving.")
        #expect(draft.record.themes.contains(Identifier.of("cyberbullying")))
        #expect(draft.record.translations == [.nl: .original] && draft.why == "De site is vernieuwd")
        #expect(try await desk.form()["summary-nl"] == "Een nieuwe beschrijving.")
    }

    @Test func aYearThatCantBeReadStaysAndSaysSo() async throws {
        let desk = try await WritingDesk()
        var form = try await desk.form()
        form.write("founded", "lang geleden")
        form.write("summary-nl", "Dit mag niet verloren gaan.")
        let answer = try await desk.save(form)
        #expect(answer.status == .unprocessableContent)
        for page in [answer.body, try await desk.work.get(desk.path, as: .editor).body] {
            let again = try FilledForm(page)
            #expect(again["founded"] == "lang geleden" && again["summary-nl"] == "Dit mag niet verloren gaan.")
            let markup = try Markup(page)
            #expect(
                markup.all("p").contains { $0.attributes["id"] == "founded-fault" && $0.text.contains("geen jaar") })
            #expect(
                markup.all("input").contains {
                    $0.attributes["id"] == "founded" && $0.attributes["aria-invalid"] == "true"
                })
            #expect(markup.all("a").contains { $0.attributes["href"] == "#founded" })
        }
        let refused = try await desk.save(try await desk.form(), "submit")
        #expect(refused.status == .unprocessableContent && refused.body.contains("lang geleden"))
        #expect(try await desk.draft().state == .writing)
    }

    @Test func aHalfForm() async throws {
        let desk = try await WritingDesk()
        var form = try await desk.form()
        form.write("summary-nl", "half")
        let cut = form.fields.filter { $0.0 != "whole" }
        #expect(try await desk.work.post(desk.path, cut, as: .editor).status == .unprocessableContent)
        #expect(try await desk.draft().record == desk.record)
    }

    @Test func submittingSaysWhatIsMissingBesideItsField() async throws {
        let work = try await WorkSite()
        let begun = try await work.post("/fr/workspace/new", [("kind", "event")], as: .contributor)
        let path = try #require(begun.headers[.location])
        var form = try FilledForm(try await work.get(path, as: .contributor).body)
        form.write("title-fr", "Une journée")
        let answer = try await work.post(path, form.pressing("submit"), as: .contributor)
        #expect(answer.status == .unprocessableContent)
        let targets = Set(try Markup(answer.body).all("a").compactMap { $0.attributes["href"] })
        #expect(targets.isSuperset(of: ["#summary-fr", "#source-1", "#date-1-start"]))
        let ids = Set(try Markup(answer.body).elements.compactMap { $0.attributes["id"] })
        #expect(targets.filter { $0.hasPrefix("#") }.allSatisfy { ids.contains(String($0.dropFirst())) })
        form = try FilledForm(answer.body)
        form.write("summary-fr", "Une journée pour tous.")
        form.write("source-1", "www.mediawijs.be/dag")
        form.write("source-1-says", "The day")
        form.write("date-1-start", "9/2/2027")
        let sent = try await work.post(path, form.pressing("submit"), as: .contributor)
        #expect(sent.status == .seeOther)
        let page = try await work.get(path, as: .contributor)
        #expect(page.body.contains("attend une relecture"))
        #expect(try await work.post(path, form.pressing("save"), as: .contributor).status == .conflict)
    }

    // MARK: Translations

    @Test(arguments: [false, true]) func aChangedOriginalMakesItsTranslationsOld(_ isSmall: Bool) async throws {
        let work = try await WorkSite()
        var record = try #require(
            TestSite.shipped.snapshot.catalogue.records.first {
                $0.kind == .resource && $0.organisations == [WorkSite.mediawijs]
            })
        record.translations = [.nl: .original, .fr: .person, .de: .person, .en: .machine]
        _ = try await work.store.publish([.record(record)], by: "test", at: TestSite.noon)
        try await work.refresh()
        let begun = try await work.post("/nl/workspace/entries/\(record.id)", [("action", "edit")], as: .editor)
        let path = try #require(begun.headers[.location])
        var form = try FilledForm(try await work.get(path, as: .editor).body)
        form.write("summary-nl", "Iets heel anders.")
        form.write("summary-de", "Etwas ganz anderes.")
        if isSmall { form.tick("small", "yes") }
        #expect(try await work.post(path, form.pressing("save"), as: .editor).status == .seeOther)
        let page = try await work.get(path, as: .editor).body
        let warned = try Markup(page).all("p").filter { $0.text.contains("heet hij verouderd") }
            .compactMap { $0.attributes["id"] }
        #expect(warned == (isSmall ? [] : ["state-fr-hint", "state-en-hint"]))
        let id = String(try #require(path.split(separator: "/").last))
        _ = try await work.workspace.submit(id, by: WorkSite.Person.editor.actor)
        let review = Review(
            findings: Criterion.allCases.map { Review.Finding(criterion: $0, isMet: true, ground: "seen") })
        try await work.workspace.decide(.publish(review), on: id, by: WorkSite.Person.otherEditor.actor)
        let states = try await work.workspace.published(record.id).record.translations
        #expect(
            states
                == (isSmall
                    ? record.translations : [.nl: .original, .fr: .outdated, .de: .person, .en: .outdated]))
    }

    // MARK: Two at once

    @Test func twoWhoWriteInDifferentFieldsAreBroughtTogether() async throws {
        let desk = try await WritingDesk()
        var mine = try await desk.form()
        var theirs = try await desk.form(as: .contributor)
        theirs.write("summary-fr", "Le texte de l'autre.")
        theirs.write("why", "parce que")
        theirs.write("founded", "onleesbaar")
        _ = try await desk.save(theirs, as: .contributor)
        mine.write("summary-nl", "Mijn tekst.")
        let answer = try await desk.save(mine)
        #expect(answer.status == .ok)
        #expect(answer.body.contains("veranderde Test contributor dit"))
        #expect(
            answer.body.contains("Korte beschrijving (Frans)") || answer.body.contains("korte beschrijving (Frans)"))
        let draft = try await desk.draft()
        #expect(draft.record.summary[.nl] == "Mijn tekst.")
        #expect(draft.record.summary[.fr] == "Le texte de l'autre.")
        #expect(draft.why == "parce que" && draft.typed["founded"] == "onleesbaar")
        let again = try FilledForm(answer.body)
        #expect(again["summary-fr"] == "Le texte de l'autre." && again["founded"] == "onleesbaar")
    }

    @Test(arguments: [FieldMerge.Side.mine, .theirs]) func twoWhoWriteInTheSameFieldChoose(
        _ side: FieldMerge.Side
    ) async throws {
        let desk = try await WritingDesk()
        var mine = try await desk.form()
        var theirs = try await desk.form(as: .contributor)
        theirs.write("summary-nl", "Hun tekst.")
        _ = try await desk.save(theirs, as: .contributor)
        mine.write("summary-nl", "Mijn tekst.")
        mine.write("title-de", "Mein Titel")
        mine.write("ended", "ooit")
        let answer = try await desk.save(mine)
        #expect(answer.status == .conflict)
        #expect(answer.body.contains("Hun tekst.") && answer.body.contains("Mijn tekst."))
        // Nothing was kept, and nothing is lost: it is on the page.
        #expect(try await desk.draft().record.summary[.nl] == "Hun tekst.")
        var page = try FilledForm(answer.body, style: "work")
        #expect(page["title-de"] == "Mein Titel" && page["ended"] == "ooit")
        // Without a choice the page comes again.
        let unanswered = try await desk.work.post(desk.path + "/conflict", page.fields, as: .editor)
        #expect(unanswered.status == .unprocessableContent)
        page = try FilledForm(unanswered.body, style: "work")
        page.write("choice-summary/nl", side.rawValue)
        let kept = try await desk.work.post(desk.path + "/conflict", page.fields, as: .editor)
        #expect(kept.status == .unprocessableContent, "the year can't be read")
        let draft = try await desk.draft()
        #expect(draft.record.summary[.nl] == (side == .mine ? "Mijn tekst." : "Hun tekst."))
        #expect(draft.record.title[.de] == "Mein Titel" && draft.typed["ended"] == "ooit")
    }

    @Test func whoeverIsFasterOnceMoreIsAskedAboutToo() async throws {
        let desk = try await WritingDesk()
        var mine = try await desk.form()
        var theirs = try await desk.form(as: .contributor)
        theirs.write("summary-nl", "Hun tekst.")
        _ = try await desk.save(theirs, as: .contributor)
        mine.write("summary-nl", "Mijn tekst.")
        var page = try FilledForm(try await desk.save(mine).body, style: "work")
        theirs = try await desk.form(as: .contributor)
        theirs.write("summary-nl", "Hun tweede tekst.")
        _ = try await desk.save(theirs, as: .contributor)
        page.write("choice-summary/nl", "mine")
        let again = try await desk.work.post(desk.path + "/conflict", page.fields, as: .editor)
        #expect(again.status == .conflict && again.body.contains("Hun tweede tekst."))
        page = try FilledForm(again.body, style: "work")
        page.write("choice-summary/nl", "mine")
        _ = try await desk.work.post(desk.path + "/conflict", page.fields, as: .editor)
        #expect(try await desk.draft().record.summary[.nl] == "Mijn tekst.")
    }

    // MARK: Who may, and what is shown

    @Test func othersSeeNothingOfADraft() async throws {
        let desk = try await WritingDesk()
        for person in [WorkSite.Person.otherEditor, .outsider, .reader, .handler] {
            #expect(try await desk.work.get(desk.path, as: person).status == .notFound, "\(person)")
            #expect(try await desk.work.get(desk.path + "/preview", as: person).status == .notFound, "\(person)")
        }
        let form = try await desk.form()
        for person in [WorkSite.Person.outsider, .otherEditor, .reader] {
            let answer = try await desk.save(form, as: person)
            #expect([.notFound, .forbidden].contains(answer.status), "\(person)")
            let dropped = try await desk.work.post(desk.path, [("action", "drop")], as: person)
            #expect([.notFound, .forbidden].contains(dropped.status), "\(person)")
        }
        #expect(try await desk.draft().state == .writing)
        #expect(try await desk.work.get(desk.path, as: .contributor).status == .ok)
    }

    @Test func whoReviewsIsLedToTheReview() async throws {
        let desk = try await WritingDesk()
        _ = try await desk.save(try await desk.form(), "submit")
        #expect(try await desk.draft().state == .submitted)
        let answer = try await desk.work.get(desk.path, as: .otherEditor)
        #expect(answer.status == .found && answer.headers[.location] == desk.path + "/review")
        #expect(try await desk.work.get(desk.path + "/preview", as: .otherEditor).status == .ok)
    }

    @Test func aDraftCanBeThrownAway() async throws {
        let desk = try await WritingDesk()
        let answer = try await desk.work.post(desk.path, [("action", "drop")], as: .editor)
        #expect(answer.status == .seeOther)
        #expect(try await desk.draft().state == .dropped)
        #expect(try await desk.work.get(desk.path, as: .editor).body.contains("weggegooid"))
    }

    /// Whatever is typed comes out as text, in the form, the preview and the page of a conflict.
    @Test func nothingThatIsTypedBecomesMarkup() async throws {
        let desk = try await WritingDesk(kind: .organisation)
        let evil = "\"'><script>alert(1)</script>&amp;<img src=x onerror=alert(1)>"
        var mine = try await desk.form()
        var theirs = try await desk.form(as: .contributor)
        for name in mine.names
        where name.contains("-") || ["founded", "ended", "chat", "address", "why"].contains(name) {
            guard !name.hasPrefix("state-"), !name.hasPrefix("hours-"), !name.hasSuffix("-before"),
                name != "own-names"
            else { continue }
            mine.write(name, evil + name)
        }
        mine.write("hours-certainty", "stated")
        mine.write("hours-mo-1-opens", evil)
        mine.write("hours-as-found", evil)
        theirs.write("summary-nl", evil + " van hen")
        theirs.write("title-nl", evil + " titel")
        _ = try await desk.save(theirs, as: .contributor)
        let conflict = try await desk.save(mine)
        #expect(conflict.status == .conflict)
        var page = try FilledForm(conflict.body, style: "work")
        for choice in ["choice-summary/nl", "choice-title/nl"] { page.write(choice, "mine") }
        let kept = try await desk.work.post(desk.path + "/conflict", page.fields, as: .editor)
        let form = try await desk.work.get(desk.path, as: .editor)
        let preview = try await desk.work.get(desk.path + "/preview?in=nl-simple", as: .editor)
        for answer in [conflict, kept, form, preview] {
            // The reader of markup is strict: anything out of its place is an error.
            let markup = try Markup(answer.body)
            #expect(markup.all("script").allSatisfy { $0.attributes["src"]?.hasPrefix("/assets/") == true })
            #expect(markup.all("img").allSatisfy { $0.isOwnCode })
            #expect(answer.body.contains("&lt;script&gt;"))
        }
        let again = try FilledForm(form.body)
        #expect(again["founded"] == evil + "founded")
    }
}
