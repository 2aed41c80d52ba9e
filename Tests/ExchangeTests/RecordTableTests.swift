import Catalogue
import Foundation
import Testing

@testable import Exchange

/// The table of everything is read by everybody, and every field of a record is explained.
@Suite struct RecordTableTests {
    private func text(_ catalogue: Catalogue, _ dialect: RecordTable.Dialect) -> String {
        let table = RecordTable(
            catalogue, log: OpenShop.log(of: catalogue), addresses: OpenShop.addresses, dialect: dialect)
        return String(decoding: Array(table.rows.joined()), as: UTF8.self)
    }

    @Test func oneRowARecordWithItsNameOnTheWeb() throws {
        let file = try CSVFile(Data(text(OpenShop.catalogue, .programs).utf8))
        #expect(file.rows.count == OpenShop.catalogue.records.count)
        #expect(file.headers == RecordTable.columns.map(\.name))
        #expect(file.rows.first?.cells.first == "https://shop.example/records/\(OpenShop.catalogue.records[0].id)")
    }

    @Test func whatWasWithdrawnOrSetAsideIsNotInIt() throws {
        var shop = OpenShop.catalogue
        var gone = shop.records[0]
        gone.withdrawn = PartialDate("2026-01-01")
        var aside = shop.records[1]
        aside.setAside = PartialDate("2026-01-01")
        shop = shop.replacing([gone, aside])
        let text = text(shop, .programs)
        #expect(!text.contains("/records/\(gone.id),"))
        #expect(!text.contains("/records/\(aside.id),"))
        #expect(text.contains("/records/\(shop.records[0].id),"))
    }

    @Test func excelGetsItsMarkAndSemicolons() {
        let text = text(OpenShop.catalogue, .excel)
        #expect(text.hasPrefix("\u{FEFF}uri;modified;id;"))
        #expect(!self.text(OpenShop.catalogue, .programs).hasPrefix("\u{FEFF}"))
    }

    @Test func noCellIsAFormula() throws {
        var record = OpenShop.catalogue.records[0]
        record.title = LocalisedText([.en: "=1+1"])
        let text = text(Catalogue(records: [record], vocabularies: [], pages: []), .programs)
        #expect(text.contains(",'=1+1,"))
    }

    // MARK: The dictionary

    /// The names of the stored fields of a value.
    private func fields(of value: Any) -> Set<String> { Set(Mirror(reflecting: value).children.compactMap(\.label)) }

    private func explained(below parent: String?) -> Set<String> {
        Set(
            RecordField.all.filter { $0.parent == parent }
                .map { field in parent.map { String(field.path.dropFirst($0.count + 1)) } ?? field.path })
    }

    @Test func noFieldOfARecordIsMissing() throws {
        let record = OpenShop.catalogue.records[0]
        let web: Set = ["uri", "url", "modified", "revision", "licence"]
        #expect(explained(below: nil) == fields(of: record).union(web))
    }

    @Test func noFieldOfItsPartsIsMissing() throws {
        let records = OpenShop.catalogue.records
        let contact = try #require(
            records.lazy.compactMap(\.contact).first { !$0.phones.isEmpty && !$0.emails.isEmpty })
        let tree = try #require(records.lazy.compactMap(\.guide).first { !$0.questions.isEmpty })
        let route = try #require(records.lazy.compactMap(\.route).first)
        let lab = try #require(records.lazy.compactMap(\.lab).first)
        let campaign = try #require(records.lazy.compactMap(\.campaign).first)
        let asked = try #require(records.flatMap { $0.recommendations ?? [] }.first { !$0.measures.isEmpty })
        let parts: [(String, Any)] = [
            ("ages", try #require(AgeRange(from: 1, to: 2))), ("contact", contact),
            ("contact.phones", contact.phones[0]), ("contact.emails", contact.emails[0]),
            ("contact.hours", Hours(certainty: .stated)), ("service", ChannelService()),
            ("links", try #require(records.lazy.compactMap(\.links.first).first)),
            ("dates", try #require(records.lazy.compactMap(\.dates.first).first)),
            ("sources", try #require(records.lazy.compactMap(\.sources.first).first)),
            ("verified", Verification(on: try #require(PartialDate("2026")), organisation: nil, by: .letter)),
            ("guide", tree), ("guide.questions", tree.questions[0]),
            ("guide.questions.answers", tree.questions[0].answers[0]), ("guide.ends", tree.ends[0]),
            ("route", route), ("route.stops", route.stops[0]),
            ("lab", lab), ("lab.sessions", try #require(Self.session)),
            ("lab.sectors", Lab.Sector(id: tree.start)),
            ("lab.testimonies", Lab.Testimony(sector: tree.start, text: LocalisedText())),
            ("lab.findings", Lab.Finding(id: tree.start, text: LocalisedText())),
            ("lab.findings.leadsTo", Lab.Outcome(publication: tree.start)),
            ("campaign", campaign), ("campaign.actions", campaign.actions[0]),
            ("recommendations", asked), ("recommendations.to", asked.to),
            ("recommendations.measures", asked.measures[0]),
            ("recommendations.measures.responsible", asked.measures[0].responsible),
        ]
        for (path, part) in parts { #expect(explained(below: path) == fields(of: part), "\(path)") }
        // What holds others is explained part by part, or by an example.
        for field in RecordField.all where field.shape == .parts || field.shape == .list {
            #expect(!explained(below: field.path).isEmpty || field.example != nil, "\(field.path)")
        }
    }

    private static var session: Lab.Session? {
        guard let id = Identifier("one"), let day = PartialDate("2026-11-27") else { return nil }
        return Lab.Session(id: id, day: day)
    }

    @Test func everyColumnBelongsToAField() {
        let explained = Set(RecordField.all.flatMap(\.columns))
        #expect(explained == Set(RecordTable.columns))
    }

    @Test func examplesAreJSON() throws {
        for field in RecordField.all {
            guard let example = field.example else { continue }
            #expect(throws: Never.self, "\(field.path)") { try JSON(reading: Data(example.utf8)) }
        }
    }
}
