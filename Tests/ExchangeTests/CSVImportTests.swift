import Catalogue
import Foundation
import Testing

@testable import Exchange

/// Each row of a sheet says what it would do.
@Suite struct CSVImportTests {
    private let shop: CSVShop

    init() throws { shop = try CSVShop() }

    @Test func aNewRecordNeedsATitleAndAKind() throws {
        let outcome = try shop.outcome([
            ("soort", "Materiaal"), ("titel (nl)", "Première fois en ligne!"), ("thema's", "Gamen | sexting"),
            ("status", ""),
            ("kost", "gratis"), ("talen", "NL, français"),
        ])
        guard case .new(let record) = outcome else { throw Surprise(outcome) }
        #expect(record.id.description == "premiere-fois-en-ligne")
        #expect(record.kind == .resource)
        #expect(record.status == .active)
        #expect(record.themes.map(\.description) == ["gaming", "sexting"])
        #expect(record.cost?.description == "free")
        #expect(record.languages.map(\.description) == ["nl", "fr"])
        #expect(
            try shop.faults([("kind", "resource"), ("themes", "gamign")]).map(\.reason) == [
                .unknownConcept(.themes, nearest: ConceptID("gaming")), .titleMissing,
            ])
        #expect(try shop.faults([("title_nl", "a"), ("kind", "")]).map(\.reason) == [.kindMissing])
    }

    @Test func madeIdsAreNobodyElses() throws {
        let preview = try shop.preview(
            ["id", "kind", "title_nl"],
            [
                ["", "resource", "Hulplijn"], ["", "resource", "Helpline"], ["", "resource", "Helpline"],
                ["helpline-2", "resource", "Taken"], ["", "resource", "Gone"],
            ])
        #expect(
            preview.rows.map { $0.outcome.record?.id.description } == [
                "hulplijn", "helpline-3", "helpline-4", "helpline-2", "gone-2",
            ])
        #expect(
            try shop.preview(["kind", "title_nl"], [["resource", "🚲"]]).rows.map(\.outcome) == [
                .wrong([RowFault(.id, "", .noIdentifier(suggestion: nil))])
            ])
    }

    @Test func idsOfDraftsAreReserved() throws {
        let file = try CSVFile(CSVWriter().data(headers: ["kind", "title_nl"], rows: [["resource", "Nieuw spel"]]))
        let draft = try #require(RecordID("nieuw-spel"))
        let preview = ImportPreview(
            file, mapping: ColumnMapping(guessing: file.headers), catalogue: shop.catalogue, reserved: [draft])
        #expect(preview.rows.first?.outcome.record?.id.description == "nieuw-spel-2")
    }

    @Test func columnsThatAreNotThereLeaveTheRecordAsItIs() throws {
        let outcome = try shop.outcome([("id", "helpline"), ("title_fr", "Ligne : appeler"), ("themes", "gaming")])
        var expected = try shop.line
        expected.title[.fr] = "Ligne\u{A0}: appeler"
        #expect(outcome == .changed(expected, columns: [.title(.fr)]))
    }

    @Test func anEmptyCellEmptiesTheField() throws {
        #expect(try shop.helpline("themes", "").themes == [])
        #expect(try shop.helpline("summary_nl", "").summary[Edition(.nl, isSimple: true)] == "Je kunt bellen.")
        #expect(try shop.helpline("link_nl", "").links == [])
        #expect(try shop.helpline("source_urls", "").sources == [])
        let phoneless = try shop.helpline("phones", "")
        #expect(phoneless.contact?.phones == [])
        #expect(phoneless.contact?.hours?.certainty == .unknown)
        guard
            case .changed(let ageless, let columns) = try shop.outcome([
                ("id", "helpline"), ("age_from", ""), ("age_to", ""),
            ])
        else { throw Surprise(nil) }
        #expect(ageless.ages == nil)
        #expect(columns == [.ageFrom, .ageTo])
    }

    @Test func theSameIsTheSame() throws {
        let id = try shop.line.id
        #expect(
            try shop.outcome([("id", "helpline"), ("title_nl", " Hulplijn\r\n"), ("kind", "Hulplijn of meldpunt")])
                == .same(id))
        // As spreadsheets give back what they took for a number, and as people list.
        #expect(try shop.outcome([("id", "helpline"), ("phones", "116000 ; +32/2/475.44.99")]) == .same(id))
        #expect(try shop.outcome([("id", "helpline"), ("themes", "Gaming")]) == .same(id))
        #expect(try shop.outcome([("id", "helpline"), ("verified", "2027-01-01")]) == .same(id))
        #expect(try shop.preview(["id"], [["helpline"]]).tally == ImportPreview.Tally(same: 1))
    }

    @Test func whatACellCanNotHoldStays() throws {
        let changed = try shop.helpline("phones", "02 274 48 00 | 116 000")
        let contact = try #require(changed.contact)
        #expect(contact.phones.map(\.number.description) == ["02 274 48 00", "116 000"])
        #expect(contact.phones.map(\.remark) == [nil, "old"])
        #expect(contact.phones.last?.note?[.nl] == "gratis")
        #expect(contact.hours?.certainty == .unknown)
        #expect(
            try shop.helpline("emails", "Help@example.be, new@example.be").contact?.emails.map(\.remark) == [
                "seen in 2020", nil,
            ])
    }

    @Test func sourcesKeepWhatHasNoColumn() throws {
        let swapped = try shop.helpline("source_urls", "https://example.be/press | https://example.be/about")
        #expect(swapped.sources.map(\.says) == ["The ages", "The number | free"])
        #expect(swapped.sources.map { $0.seen?.description } == [nil, "2024-03"])
        #expect(
            try shop.helpline("source_seen", "27/11/2024 | ").sources.map { $0.seen?.description } == [
                "2024-11-27", nil,
            ])
        #expect(try shop.helpline("source_says", "A | B").sources.map(\.says) == ["A", "B"])
    }

    @Test func linksStandInTheOrderOfTheLanguages() throws {
        let outcome = try shop.outcome([
            ("id", "helpline"), ("link_any", "https://example.be"), ("link_en", "https://example.be/en"),
            ("link_nl", "https://example.be/nl2"),
        ])
        #expect(outcome.record?.links.map(\.language) == [.nl, .en, nil])
        #expect(outcome.record?.links.first?.address.description == "https://example.be/nl2")
    }

    @Test func eventsHaveDates() throws {
        let cells = [("id", "fair"), ("dates", "2027-02-09 | 1/3/2028..03.03.2028"), ("yearly", "nee")]
        let changed = try shop.outcome(cells)
        let record = try #require(changed.record)
        #expect(record.dates.map(CellDate.cell) == ["2027-02-09", "2028-03-01..2028-03-03"])
        #expect(!record.yearly)
    }

    @Test func organisationsOfTheSameFileCount() throws {
        let preview = try shop.preview(
            ["kind", "title_nl", "organisations", "themes"],
            [
                ["initiative", "Project", "Nieuwe vzw | child-focus", ""], ["organisation", "Nieuwe vzw", "", ""],
                ["initiative", "Ander", "moeder", ""], ["organisation", "Dochter", "moeder", ""],
                ["organisation", "Moeder", "", "nothing"], ["initiative", "Derde", "Dochter", ""],
            ])
        #expect(preview.rows[0].outcome.record?.organisations.map(\.description) == ["nieuwe-vzw", "child-focus"])
        #expect(preview.rows[2].outcome == .wrong([RowFault(.organisations, "moeder", .wrongOrganisation(row: 6))]))
        #expect(preview.rows[5].outcome == .wrong([RowFault(.organisations, "dochter", .wrongOrganisation(row: 5))]))
        #expect(preview.tally == ImportPreview.Tally(new: 2, wrong: 4))
    }

    struct Surprise: Error, CustomStringConvertible {
        let description: String
        init(_ outcome: ImportPreview.Outcome?) { description = "\(outcome.map { "\($0)" } ?? "something else")" }
    }
}
