import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Tables out and in, through the pages.
@Suite struct BulkTests {
    // MARK: Out

    @Test func aTableHoldsWhatWasAskedFor() async throws {
        let work = try await WorkSite()
        let ours = try await work.get("/nl/workspace/bulk/export?whose=ours&kind=resource&delimiter=tab", as: .editor)
        #expect(ours.status == .ok)
        #expect(ours.headers[.contentType]?.hasPrefix("text/csv") == true)
        #expect(
            ours.headers[.contentDisposition]
                == "attachment; filename=\"betternet-resources-mediawijs-2026-11-23.csv\"")
        #expect(ours.headers[.cacheControl] == "no-store")
        let file = try CSVFile(Data(ours.body.utf8))
        #expect(file.delimiter == .tab)
        let catalogue = work.site.snapshot.catalogue
        let expected = catalogue.records.filter {
            $0.kind == .resource && $0.organisations.contains(WorkSite.mediawijs)
        }
        #expect(file.rows.map { $0.cells.first ?? "" } == expected.map(\.id.description))
        let all = try CSVFile(Data(try await work.get("/nl/workspace/bulk/export", as: .reader).body.utf8))
        #expect(all.rows.count == catalogue.records.count)
        #expect(all.delimiter == .semicolon)
    }

    @Test func onlyThoseWhoMayGetATable() async throws {
        let work = try await WorkSite()
        #expect(try await work.get("/nl/workspace/bulk/export", as: nil).status == .found)
        #expect(try await work.get("/nl/workspace/bulk/export", as: .handler).status == .forbidden)
        #expect(try await work.get("/nl/workspace/bulk", as: .handler).status == .forbidden)
        for person in [WorkSite.Person.contributor, .reader] {
            let page = try await work.get("/nl/workspace/bulk", as: person)
            #expect(page.status == .ok && !page.body.contains("name=\"file\""))
            #expect(try await work.upload(WorkSite.table(WorkSite.row("A")), as: person).status == .forbidden)
        }
    }

    @Test func whatGoesOutComesBackTheSame() async throws {
        let work = try await WorkSite()
        let table = try await work.get("/nl/workspace/bulk/export?whose=ours", as: .editor).body
        let path = try await work.previewed(table)
        let preview = try await work.get(path, as: .editor).body
        let count = try CSVFile(Data(table.utf8)).rows.count
        #expect(preview.contains(">Gelijk: \(count)<"))
        #expect(preview.contains(">Veranderd: 0<") && preview.contains(">Fout: 0<"))
        #expect(try await work.post(path, [("do", "send"), ("seen", "")], as: .editor).status == .conflict)
    }

    @Test func aFormulaDoesNoHarmOnTheWayOutAndIsTheSameOnTheWayBack() async throws {
        let work = try await WorkSite()
        var record = try work.record(of: WorkSite.mediawijs)
        record.title[.nl] = "=HYPERLINK(\"https://evil.example\";\"klik\")"
        record.summary[.nl] = "\t@SUM(1)"
        let published = try await work.workspace.published(record.id)
        var change = Work(by: "test", at: TestSite.noon)
        change.publish(record, over: published.id, why: "")
        try await work.store.commit(change)
        try await work.refresh()
        let table = try await work.get("/nl/workspace/bulk/export?whose=ours&kind=resource", as: .editor).body
        #expect(table.contains("\"'=HYPERLINK(\"\"https://evil.example\"\""))
        #expect(!table.contains(";=HYPERLINK") && !table.contains("\"=HYPERLINK"))
        let preview = try await work.get(try await work.previewed(table), as: .editor).body
        #expect(preview.contains(">Veranderd: 0<") && preview.contains(">Fout: 0<"))
        // What was wrong comes back as harmless as it went out.
        let mended = table.replacing("'=HYPERLINK", with: "'=cmd").replacing(";resource;", with: ";=recource;")
        let wrong = try await work.get(try await work.previewed(mended) + "/wrong", as: .editor)
        #expect(wrong.status == .ok)
        #expect(wrong.body.contains("'=cmd") && wrong.body.contains("'=recource"))
        #expect(!wrong.body.contains(";=") && !wrong.body.contains("\"="))
    }

    // MARK: In

    @Test func aTableGoesFromFileToReview() async throws {
        let work = try await WorkSite()
        let old = try work.record(of: WorkSite.mediawijs)
        let path = try await work.previewed(
            """
            id;kind;title_nl;summary_nl;organisations;source_urls;source_says
            \(old.id);\(old.kind.rawValue);Een andere titel;\(old.summary[.nl] ?? "");mediawijs;https://example.be/;It exists.
            ;resource;Nieuw spel;Speel het.;mediawijs;https://example.be/spel;It exists.
            ;recource;Fout;Fout.;mediawijs;https://example.be/;It exists.
            """)
        let preview = try await work.get(path, as: .editor)
        let markup = try Markup(preview.body)
        #expect(preview.body.contains(">Nieuw: 1<") && preview.body.contains(">Veranderd: 1<"))
        #expect(markup.all("ins").contains { $0.text.contains("andere") })
        #expect(preview.body.contains("‘recource’ kan hier niet."))
        #expect(preview.body.contains("Laat 2 rijen nalezen"))
        #expect(try await work.get(path + "?show=wrong", as: .editor).body.contains("recource"))
        #expect(try await !work.get(path + "?show=wrong", as: .editor).body.contains("Nieuw spel"))
        #expect(try await work.drafts(at: path).isEmpty)

        #expect(try await work.sendToReview(path).status == .seeOther)
        let drafts = try await work.drafts(at: path)
        #expect(drafts.map(\.record.id.description) == [old.id.description, "nieuw-spel"])
        #expect(drafts.allSatisfy { $0.state == .submitted && $0.organisation == WorkSite.mediawijs })
        #expect(drafts.allSatisfy { $0.why == "Lijst van 2026" && $0.author == "editor" })
        #expect(drafts.map(\.base).map { $0 != nil } == [true, false])
        #expect(try await work.importing(at: path)?.sent == Importing.Tally(new: 1, changed: 1, same: 0, wrong: 1))
        // Sent once.
        #expect(try await work.post(path, [("do", "send"), ("seen", "")], as: .editor).status == .conflict)
        let wrong = try await work.get(path + "/wrong", as: .editor)
        let rows = try CSVFile(Data(wrong.body.utf8))
        #expect(rows.headers.first == "wat er fout is" && rows.rows.count == 1)
        #expect(rows.rows.first?.cells.first?.contains("recource") == true)
    }

    @Test func doublesOfWhatIsThereAreShownWithTheReason() async throws {
        let work = try await WorkSite()
        let old = try work.record(of: WorkSite.mediawijs)
        let title = try #require(old.title[.nl] ?? old.title[.en])
        let preview = try await work.get(
            try await work.previewed(
                WorkSite.table("resource;\"\(title)\";Iets.;mediawijs;https://example.be/;It exists.")),
            as: .editor)
        #expect(preview.body.contains("Bestaat dit al?"))
        #expect(try Markup(preview.body).localLinks.contains("/nl/workspace/entries/\(old.id)"))
    }

    @Test func rowsOfOthersAreRefused() async throws {
        let work = try await WorkSite()
        let theirs = try work.record(of: WorkSite.childFocus, .channel)
        let path = try await work.previewed(
            """
            id;kind;title_nl;summary_nl;organisations;source_urls;source_says
            \(theirs.id);channel;Gekaapt;Gekaapt.;mediawijs;https://example.be/;It exists.
            ;resource;Van hen;Iets.;child-focus;https://example.be/;It exists.
            ;resource;Van ons;Iets.;mediawijs;https://example.be/;It exists.
            """)
        let preview = try await work.get(path, as: .editor).body
        #expect(preview.contains("Deze fiche is van een andere organisatie."))
        #expect(preview.contains("Uw organisatie staat niet bij deze rij."))
        try await work.sendToReview(path)
        #expect(try await work.drafts(at: path).map(\.record.id.description) == ["van-ons"])
    }

    @Test func nothingOfAnImportIsDoneByTheDomainForOthers() async throws {
        let work = try await WorkSite()
        let path = try await work.previewed(WorkSite.table(WorkSite.row("A")))
        let importing = try #require(try await work.importing(at: path))
        let catalogue = work.site.snapshot.catalogue
        var theirs = try work.record(of: WorkSite.childFocus, .channel)
        theirs.title[.nl] = "Gekaapt"
        let rows = ImportRows([theirs], against: catalogue, revision: work.site.snapshot.revision)
        let tally = Importing.Tally(new: 0, changed: 1, same: 0, wrong: 0)
        await #expect(throws: WorkspaceError.notAllowed(.importRecords)) {
            try await work.workspace.send(
                rows, of: importing.id, why: "x", tally: tally, leftOut: nil, by: WorkSite.Person.editor.actor)
        }
        #expect(try await work.importing(at: path)?.state == .previewed)
    }

    @Test func whatWasPublishedMeanwhileIsNotWrittenOver() async throws {
        let work = try await WorkSite()
        var old = try work.record(of: WorkSite.mediawijs)
        let path = try await work.previewed("id;title_nl\n\(old.id);Mijn titel")
        let seen = try #require(
            try Markup(try await work.get(path, as: .editor).body).all("input")
                .first { $0.attributes["name"] == "seen" }?.attributes["value"])
        old.title[.nl] = "Hun titel"
        let published = try await work.workspace.published(old.id)
        var change = Work(by: "test", at: TestSite.noon)
        change.publish(old, over: published.id, why: "")
        try await work.store.commit(change)
        // The site has not noticed yet: the store says so.
        let fields = [("seen", seen), ("why", "Zomaar"), ("do", "send")]
        #expect(try await work.post(path, fields, as: .editor).status == .conflict)
        try await work.refresh()
        // The site knows, and shows what would happen now; what was typed stays.
        let again = try await work.post(path, fields, as: .editor)
        #expect(again.status == .conflict)
        #expect(again.body.contains("Hun titel") || again.body.contains("<del>"))
        #expect(again.body.contains("value=\"Zomaar\""))
        #expect(try await work.drafts(at: path).isEmpty)
    }

    @Test func translationsOfATextThatChangedAreOutdated() async throws {
        let work = try await WorkSite()
        var old = try work.record(of: WorkSite.mediawijs)
        old.title = LocalisedText([.nl: "Titel", .fr: "Titre"])
        old.summary = LocalisedText([.nl: "Kort.", .fr: "Bref."])
        old.translations = [.nl: .original, .fr: .person]
        old.sources = [Source(address: try #require(WebAddress("https://example.be/")), says: "It exists.", seen: nil)]
        var change = Work(by: "test", at: TestSite.noon)
        change.publish(old, over: try await work.workspace.published(old.id).id, why: "")
        try await work.store.commit(change)
        try await work.refresh()
        let path = try await work.sent("id;summary_nl\n\(old.id);Iets heel anders.")
        #expect(try await work.drafts(at: path).first?.record.translations?[.fr] == .outdated)
    }

    @Test(arguments: Language.allCases)
    func everyStepSpeaksEveryLanguage(_ language: Language) async throws {
        let work = try await WorkSite()
        let old = try work.record(of: WorkSite.mediawijs)
        let table = "id;title_nl;themes;mystery\n\(old.id);Anders;nothing-such;1\n;;;\(old.id)"
        let path = try #require(try await work.upload(table, as: .editor).headers[.location])
            .replacing("/nl/", with: "/\(language)/")
        let texts = Texts.of(language)
        let bulk = try await work.get("/\(language)/workspace/bulk", as: .editor).body
        #expect(bulk.contains(texts(.bulkImport)) && bulk.contains(texts(.bulkStateMapping)))
        let mapping = try await work.get(path, as: .editor).body
        #expect(mapping.contains(texts(.bulkMappingTitle)) && mapping.contains(texts(.bulkLeaveOut)))
        _ = try Markup(mapping)
        _ = try await work.post(
            path, try await work.columns(at: path, as: .editor) + [("do", "choose")], as: .editor)
        let preview = try await work.get(path, as: .editor).body
        #expect(preview.contains(texts(.bulkPreviewTitle)))
        #expect(preview.contains(texts(.rowFaultUnknownConceptRemedy)))
        _ = try Markup(preview)
    }

    @Test func everyReasonIsSaidInEveryLanguage() throws {
        let id = Identifier.of("a-b")
        let reasons: [RowFault.Reason] = [
            .unknownConcept(.themes, nearest: id), .unknownConcept(.themes, nearest: nil),
            .unknownOrganisation(nearest: id), .unknownOrganisation(nearest: nil), .wrongOrganisation(row: 7),
            .noIdentifier(suggestion: id), .noIdentifier(suggestion: nil), .noneOf(["x", "y"], nearest: "x"),
            .noLanguage,
            .noWebAddress, .noPhoneNumber, .noEmail, .noDate, .noYear, .noAge, .noYesOrNo, .twice, .severalInsteadOfOne,
            .tooManyParts(9), .controlCharacter, .ageMissing(.ageTo), .agesReversed(from: 9, to: 3),
            .endsBefore("2020"),
            .listLength(1, beside: .sourceURLs, 2), .sourceWithoutWords, .emptied, .titleMissing, .kindMissing,
            .changesKind(from: .event), .sameIDAsRow(3), .onlyFor(.event), .needsForm(.guide), .withdrawn,
        ]
        let site = TestSite.shipped
        for language in Language.allCases {
            let context = PageContext(
                edition: Edition(language), snapshot: site.snapshot, now: BrusselsTime(TestSite.noon), address: .home,
                settings: SiteSettings(publicAddress: ""))
            for reason in reasons {
                let words = RowFault(.themes, "q", reason).words(in: context)
                #expect(words.hasSuffix(".") || words.hasSuffix("?"), "\(language) \(reason): \(words)")
                #expect(!words.contains("%") && !words.contains("  "), "\(words)")
            }
            for column in RecordColumn.allCases { #expect(!column.words(in: context).isEmpty) }
        }
    }
}
