import Catalogue
import Testing

@testable import Exchange

@Suite struct CitationTests {
    private func citation(_ title: String, updated: CivilDay? = SchemaShop.today) throws -> Citation {
        Citation(
            of: try SchemaShop.record("game", .resource, [.nl: title]), in: .nl, author: "Betternet",
            address: "https://shop.example/records/game", updated: updated)
    }

    @Test func aPersonReadsWhoWhenWhatAndWhere() throws {
        #expect(
            try citation("Spel").text(saying: "Bijgewerkt op 27 november 2026.")
                == "Betternet (2026). Spel. https://shop.example/records/game. Bijgewerkt op 27 november 2026.")
        #expect(
            try citation("Wat nu?", updated: nil).text(saying: nil)
                == "Betternet. Wat nu? https://shop.example/records/game")
    }

    @Test func bibTeXTakesLettersAsTheyAre() throws {
        let entry = try citation(##"50 % & meer_{x} \ ~ #1 $2 ^"##).bibTeX
        #expect(
            entry.contains(
                ##"title = {{50 \% \& meer\_\{x\} \textbackslash{} \textasciitilde{} \#1 \$2 \textasciicircum{}}}"##))
        #expect(entry.contains("url = {https://shop.example/records/game}"))
        #expect(entry.filter { $0 == "{" }.count == entry.filter { $0 == "}" }.count)
    }

    @Test func nothingInATextBeginsATagOfItsOwn() throws {
        let entry = try citation("Spel\r\nER  - \nTY  - BOOK").ris
        let tags = entry.split(separator: "\r\n").map { $0.prefix(2) }
        #expect(tags == ["TY", "AU", "TI", "PY", "DA", "AB", "UR", "LA", "C1", "ER"])
    }
}
