import Catalogue
import Exchange
import Foundation
import Readability
import Testing

@testable import Site

@Suite("Interface texts on their way to translators and back")
struct TranslationTests {
    private func shipped() throws -> TranslationFile { try TranslationFile(Data(Embedded.stringCatalogue.utf8)) }

    @Test("No ordinary text is missing, none is stale", arguments: Edition.allCases)
    func isComplete(_ edition: Edition) throws {
        let progress = try shipped().progress(of: edition)
        #expect(progress.missing == [] && progress.stale == [])
        #expect(progress.own > (edition.isSimple ? 80 : 400))
    }

    @Test("A missing text and a stale one are found")
    func findsGaps() throws {
        let file = try TranslationFile(
            Data(
                #"""
                {"sourceLanguage": "en", "strings": {
                  "a": {"localizations": {"en": {"stringUnit": {"state": "translated", "value": "A"}},
                                           "fr": {"stringUnit": {"state": "needs_review", "value": "À"}}}}}}
                """#.utf8))
        #expect(file.progress(of: Edition(.nl)).missing == ["a"])
        #expect(file.progress(of: Edition(.fr)).stale == ["a"])
        #expect(file.progress(of: Edition(.nl, isSimple: true)).missing == [])
        #expect(throws: TranslationFile.Fault.self) { try TranslationFile(Data("[]".utf8)) }
    }

    @Test("What comes back as it went changes nothing", arguments: Edition.allCases)
    func roundTrip(_ edition: Edition) throws {
        var file = try shipped()
        let xliff = try XLIFF(reading: file.exported(for: edition).written())
        #expect(xliff.targetLanguage == edition.description)
        #expect(try file.take(xliff) == [])
    }

    @Test("A changed translation is taken; a changed source makes the others stale")
    func takes() throws {
        var file = try shipped()
        var french = file.exported(for: Edition(.fr))
        let place = try #require(french.units.firstIndex { $0.id == "results.found|==|plural.other" })
        french.units[place].target = "%lld réponses"
        #expect(try file.take(french) == ["results.found"])
        #expect(file.exported(for: Edition(.fr)).units[place].target == "%lld réponses")
        var english = file.exported(for: Edition(.en))
        let source = try #require(english.units.firstIndex { $0.id == "nav.offline" })
        english.units[source].target = "Reading offline"
        #expect(try file.take(english) == ["nav.offline"])
        #expect(file.progress(of: Edition(.nl)).stale == ["nav.offline"])
        let again = try TranslationFile(file.written())
        #expect(again.progress(of: Edition(.de)).stale == ["nav.offline"])
    }

    @Test("Wrong placeholders, unknown texts and unknown languages are refused, and nothing is taken")
    func refuses() throws {
        var file = try shipped()
        let before = try file.written()
        var xliff = file.exported(for: Edition(.de))
        let place = try #require(xliff.units.firstIndex { $0.id == "pager.position" })
        xliff.units[0].target = "anders"
        xliff.units[place].target = "Seite %@"
        #expect(throws: TranslationFile.Fault.self) { try file.take(xliff) }
        xliff = XLIFF(
            sourceLanguage: "en", targetLanguage: "de", original: "",
            units: [.init(id: "nope", source: "", target: "x")])
        #expect(throws: TranslationFile.Fault.self) { try file.take(xliff) }
        xliff.targetLanguage = "es"
        #expect(throws: TranslationFile.Fault.self) { try file.take(xliff) }
        #expect(try file.written() == before)
    }

    @Test("No part of the interface misses the level of its edition")
    func isEasyEnough() {
        let warnings = InterfaceLevels.warnings()
        #expect(warnings.isEmpty, "\(warnings.map { $0.problem + ": " + $0.remedy })")
    }
}
