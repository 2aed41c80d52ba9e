import Foundation
import Testing

@testable import Catalogue

@Suite("Editions: languages in ordinary and in easy words")
struct EditionTests {
    @Test("A tag is read and printed")
    func tags() {
        #expect(Edition.allCases.count == 8)
        for edition in Edition.allCases { #expect(Edition(edition.description) == edition) }
        #expect(Edition("nl-simple") == Edition(.nl, isSimple: true))
        for wrong in ["", "-simple", "nl-Simple", "es", "es-simple", "nl-simple-simple", "nl simple"] {
            #expect(Edition(wrong) == nil, "\(wrong)")
        }
    }

    @Test("Easy words fall back to ordinary ones of the same language before another language")
    func fallsBack() {
        let text = LocalisedText([
            Edition(.nl): "gewoon", Edition(.nl, isSimple: true): "makkelijk", Edition(.en): "plain",
        ])
        #expect(text.text(for: Edition(.nl, isSimple: true))?.text == "makkelijk")
        #expect(text.text(for: Edition(.nl))?.text == "gewoon")
        #expect(text.text(for: Edition(.en, isSimple: true)) == Passage(text: "plain", edition: Edition(.en)))
        #expect(text.text(for: Edition(.fr, isSimple: true))?.edition == Edition(.en))
        let list = LocalisedList([Edition(.fr): ["un", "deux"], Edition(.nl, isSimple: true): ["een"]])
        #expect(list[Edition(.fr, isSimple: true)] == ["un", "deux"])
        #expect(list[Edition(.nl, isSimple: true)] == ["een"])
        #expect(list[Edition(.nl)] == [])
    }

    @Test("What was kept before there were easy texts is read as it was")
    func isKeptAsBefore() throws {
        let old = Data(#"{"nl":"Hallo","fr":"Bonjour"}"#.utf8)
        let text = try JSONDecoder().decode(LocalisedText.self, from: old)
        #expect(text == LocalisedText([.nl: "Hallo", .fr: "Bonjour"]))
        let both = LocalisedText([Edition(.de): "Hallo", Edition(.de, isSimple: true): "Guten Tag"])
        #expect(try JSONDecoder().decode(LocalisedText.self, from: JSONEncoder().encode(both)) == both)
    }

    /// Numbers of three digits and more, as one dials them.
    private func numbers(in text: String) -> [String] {
        text.matches(of: #/\d[\d ]{2,}/#).map { $0.output.filter(\.isNumber) }.filter { $0.count >= 3 }
    }

    @Test("A number to call stands in the easy text of a guide only if it stands in the ordinary one")
    func noNumberIsInvented() {
        for guide in CatalogueReader().read([CatalogueReaderTests.shipped]).records.compactMap(\.guide) {
            for edition in Edition.allCases.filter(\.isSimple) {
                let known = Set(guide.ends.flatMap { texts(of: $0, in: Edition(edition.language)) }.flatMap(numbers))
                for end in guide.ends {
                    let invented = Set(texts(of: end, in: edition).flatMap(numbers)).subtracting(known)
                    #expect(invented.isEmpty, "\(end.id) in \(edition): \(invented)")
                }
            }
        }
    }

    private func texts(of end: HelpTree.End, in edition: Edition) -> [String] {
        [end.title, end.lead].compactMap { $0[edition] }
            + [end.first, end.keep, end.never, end.next].flatMap { $0[edition] }
    }
}
