import Catalogue
import Foundation
import Testing

@testable import Exchange

/// A row that can't be taken says why, and everything at once.
@Suite struct CSVRowFaultTests {
    private let shop: CSVShop

    init() throws { shop = try CSVShop() }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let column: RecordColumn
        let cell: String
        let reason: RowFault.Reason
        var id = "helpline"
        var value: String?
        var testDescription: String { "\(column.name): \(cell)" }
    }

    static let mistakes: [Mistake] = [
        Mistake(column: .kind, cell: "resource", reason: .changesKind(from: .channel)),
        Mistake(column: .kind, cell: "", reason: .emptied),
        Mistake(column: .kind, cell: "chanel", reason: .noneOf(Kind.allCases.map(\.rawValue), nearest: "channel")),
        Mistake(column: .status, cell: "", reason: .emptied),
        Mistake(column: .status, cell: "endet", reason: .noneOf(["active", "ended", "unknown"], nearest: "ended")),
        Mistake(column: .themes, cell: "gaming | Gamen", reason: .twice, value: "Gamen"),
        Mistake(
            column: .themes, cell: "gaming, quilting", reason: .unknownConcept(.themes, nearest: nil), value: "quilting"
        ),
        Mistake(column: .cost, cell: "free | paid", reason: .severalInsteadOfOne),
        Mistake(
            column: .organisations, cell: "child-fokus",
            reason: .unknownOrganisation(nearest: RecordID("child-focus"))),
        Mistake(column: .organisations, cell: "helpline", reason: .unknownOrganisation(nearest: nil)),
        Mistake(column: .languages, cell: "nl | Klingon", reason: .noLanguage, value: "Klingon"),
        Mistake(column: .link(.fr), cell: "example.be", reason: .noWebAddress),
        Mistake(column: .chat, cell: "javascript:alert(1)", reason: .noWebAddress),
        Mistake(column: .phones, cell: "call me", reason: .noPhoneNumber),
        // What is left of 0800 95 580 in a spreadsheet.
        Mistake(column: .phones, cell: "80095580", reason: .noPhoneNumber),
        Mistake(column: .emails, cell: "help at example.be", reason: .noEmail),
        Mistake(column: .ageFrom, cell: "six", reason: .noAge),
        Mistake(column: .ageFrom, cell: "19", reason: .agesReversed(from: 19, to: 18)),
        Mistake(column: .ageTo, cell: "", reason: .ageMissing(.ageTo), value: "6"),
        Mistake(column: .founded, cell: "2/2019", reason: .noYear),
        Mistake(column: .dates, cell: "2027-02-09", reason: .onlyFor(.event)),
        Mistake(column: .yearly, cell: "ja", reason: .onlyFor(.event)),
        Mistake(column: .yearly, cell: "perhaps", reason: .noYesOrNo),
        Mistake(column: .dates, cell: "2/23/2027", reason: .noDate, id: "fair"),
        Mistake(column: .dates, cell: "2027-02-09..2027-02-08", reason: .endsBefore("2027-02-09"), id: "fair"),
        Mistake(column: .address, cell: "Street\u{7}1", reason: .controlCharacter),
        Mistake(column: .sourceSays, cell: "one", reason: .listLength(1, beside: .sourceURLs, 2)),
        Mistake(column: .sourceSeen, cell: "2024 | soon", reason: .noDate, value: "soon"),
        Mistake(
            column: .sourceURLs, cell: "https://example.be/about | https://example.be/new", reason: .sourceWithoutWords,
            value: "https://example.be/new"),
        Mistake(
            column: .sourceURLs, cell: "https://example.be/about | | https://example.be/press", reason: .noWebAddress),
        Mistake(column: .title(.nl), cell: "", reason: .titleMissing, id: "fair"),
    ]

    @Test(arguments: mistakes) func saysWhatIsWrong(_ mistake: Mistake) throws {
        var cells = [("id", mistake.id), (mistake.column.name, mistake.cell)]
        if mistake.reason == .titleMissing { cells += [("title_en", "")] }
        let faults = try shop.faults(cells)
        #expect(faults.map(\.reason) == [mistake.reason])
        let fault = try #require(faults.first)
        if mistake.reason != .titleMissing, mistake.column != .ageTo { #expect(fault.column == mistake.column) }
        if mistake.reason != .titleMissing { #expect(fault.value == mistake.value ?? mistake.cell) }
        #expect(fault.description.contains(": "))
    }

    @Test func idsAreCheckedFirst() throws {
        #expect(
            try shop.faults([("id", "Child Focus"), ("kind", "organisation"), ("title_nl", "a")]).map(\.reason) == [
                .noIdentifier(suggestion: RecordID("child-focus"))
            ])
        #expect(try shop.faults([("id", "gone"), ("title_en", "Back")]).map(\.reason) == [.withdrawn])
        #expect(
            try shop.faults([("id", "new-guide"), ("kind", "guide"), ("title_en", "a")]).map(\.reason) == [
                .needsForm(.guide)
            ])
        #expect(try shop.outcome([("id", "guide-one"), ("title_en", "Other")]).record?.title[.en] == "Other")
        let preview = try shop.preview(["id", "title_nl"], [["helpline", "a"], ["fair", "b"], ["helpline", "c"]])
        #expect(preview.rows[0].outcome == .wrong([RowFault(.id, "helpline", .sameIDAsRow(4))]))
        #expect(preview.rows[2].outcome == .wrong([RowFault(.id, "helpline", .sameIDAsRow(2))]))
        #expect(preview.tally == ImportPreview.Tally(changed: 1, wrong: 2))
    }

    @Test func yearsStandInOrder() throws {
        #expect(
            try shop.faults([("id", "helpline"), ("founded", "2020"), ("ended", "2019")]).map(\.reason) == [
                .endsBefore("2020")
            ])
    }

    @Test func everythingIsSaidAtOnce() throws {
        let faults = try shop.faults([
            ("id", "Not One"), ("kind", "thing"), ("title_nl", ""), ("themes", "gamign | nothing"), ("phones", "x"),
        ])
        #expect(faults.map(\.column) == [.id, .kind, .themes, .themes, .phones, nil])
    }

    @Test func aCellThatNeverEndsIsOneFault() throws {
        let faults = try shop.faults([("id", "helpline"), ("themes", String(repeating: "x,", count: 100_000))])
        #expect(faults.map(\.reason) == [.tooManyParts(200)])
        #expect(faults.first?.value.count == 200)
        let many = (1...100).map { "x\($0)" }.joined(separator: ", ")
        #expect(try shop.faults([("id", "helpline"), ("themes", many)]).count == 20)
    }

    @Test func whatStoodInARecordIsNotTheFaultOfAFile() throws {
        // Its theme was taken out of the vocabulary since.
        var old = try shop.line
        old.themes = try [#require(ConceptID("retired"))]
        let catalogue = shop.catalogue.replacing([old])
        let file = try CSVFile(CSVExport().data(of: [old]))
        let preview = ImportPreview(file, mapping: ColumnMapping(guessing: file.headers), catalogue: catalogue)
        #expect(preview.rows.map(\.outcome) == [.same(old.id)])
    }

    @Test func aSheetOfOnlyWrongRowsTakesNoTime() throws {
        let rows = (0..<5_000).map { ["", "resource", "Same title", "wrong-\($0)", "child-\($0)"] }
        let clock = ContinuousClock()
        var tally = ImportPreview.Tally()
        let time = try clock.measure {
            tally = try shop.preview(["id", "kind", "title_nl", "themes", "organisations"], rows).tally
        }
        #expect(tally.wrong == 5_000)
        #expect(time < .seconds(30), "\(time)")
    }
}
