import Foundation
import Testing

@testable import Exchange

/// Whatever a spreadsheet saves as CSV becomes the same table, and what can't be read without guessing is refused where
/// it stands.
@Suite struct CSVFileTests {
    private let table = "id;title\r\n1;Één café – ’t Pasrel\r\n2;Zürich\r\n"

    private func fault(_ text: String) -> CSVFile.Fault? { fault(Data(text.utf8)) }

    private func fault(_ data: Data) -> CSVFile.Fault? {
        do {
            _ = try CSVFile(data)
            return nil
        } catch { return error }
    }

    private func file(_ text: String) throws -> CSVFile { try CSVFile(Data(text.utf8)) }

    // MARK: Encodings

    @Test func readsEveryEncodingAndSaysWhich() throws {
        let windows = try #require(table.data(using: .windowsCP1252))
        let little = try #require(table.data(using: .utf16LittleEndian))
        let big = try #require(table.data(using: .utf16BigEndian))
        let cases: [(Data, CSVFile.Encoding)] = [
            (Data(table.utf8), .utf8), (Data([0xEF, 0xBB, 0xBF]) + Data(table.utf8), .utf8),
            (Data([0xFF, 0xFE]) + little, .utf16), (Data([0xFE, 0xFF]) + big, .utf16), (windows, .windows1252),
        ]
        for (data, encoding) in cases {
            let file = try CSVFile(data)
            #expect(file.encoding == encoding)
            #expect(file.headers == ["id", "title"], "\(encoding)")
            #expect(file.rows.map(\.cells) == [["1", "Één café – ’t Pasrel"], ["2", "Zürich"]], "\(encoding)")
            #expect(file.rows.map(\.number) == [2, 3])
        }
    }

    @Test func refusesWhatIsNoText() throws {
        let little = try #require(table.data(using: .utf16LittleEndian))
        #expect(fault(Data()) == .empty)
        #expect(fault("\u{FEFF}") == .empty)
        #expect(fault(" \r\n\r\n") == .empty)
        #expect(fault(Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0])) == .workbook)
        #expect(fault(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1])) == .workbook)
        #expect(fault(little) == .notText)
        #expect(fault(Data([0xFF, 0xFE, 0x61])) == .notText)
        #expect(fault(Data([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0xFF])) == .notText)
        // Windows-1252 has no letter 0x81, and what says that it is UTF-8 has to be.
        #expect(fault(Data([0x61, 0x81, 0x0A])) == .notText)
        #expect(fault(Data([0xEF, 0xBB, 0xBF, 0x61, 0xE9, 0x0A])) == .notText)
    }

    // MARK: Delimiters and lines

    @Test(arguments: CSVFile.Delimiter.allCases, ["\n", "\r\n", "\r"])
    func findsTheDelimiterOutsideQuotes(_ delimiter: CSVFile.Delimiter, _ line: String) throws {
        let text = [
            ["id", "title", "summary"], ["1", "\"a, b; c | d\te\"", "plain"],
            ["2", "\"one\(line)two\"", "\"say \"\"hi\"\"\""],
        ]
        .map { $0.joined(separator: String(delimiter.rawValue)) }.joined(separator: line)
        let file = try file(text)
        #expect(file.delimiter == delimiter)
        #expect(file.headers == ["id", "title", "summary"])
        #expect(
            file.rows.map(\.cells) == [["1", "a, b; c | d\te", "plain"], ["2", "one\(line)two", "say \"hi\""]])
        #expect(file.rows.map(\.number) == [2, 3])
    }

    @Test func takesTheDelimiterThatMakesRowsAlike() throws {
        #expect(try file("id;title, in Dutch\n1;a\n2;b, c, d\n").delimiter == .semicolon)
        #expect(try file("id,title\n1,a;b\n2,c\n").delimiter == .comma)
        // One column, in which commas are only commas.
        #expect(try file("title\nOne, two\nThree\n").rows.map(\.cells) == [["One, two"], ["Three"]])
        // Commas in every long text of a file that is cut for sniffing.
        let long = String(repeating: "word, ", count: 400)
        let many = (1...200).map { "\($0);\"\(long)\"" }.joined(separator: "\n")
        #expect(try file("id;summary\n" + many).rows.count == 200)
    }

    @Test func skipsEmptyRowsAndCountsThem() throws {
        let file = try file("\nid;title;;\n\n1;a;;\n;;;\n2;b;;\n;;;\n")
        #expect(file.headers == ["id", "title"])
        #expect(file.rows.map(\.number) == [4, 6])
        #expect(file.rows.map(\.cells) == [["1", "a"], ["2", "b"]])
    }

    @Test func keepsAnEmptyLastCell() throws {
        #expect(try file("id;title;link\n1;a;").rows.map(\.cells) == [["1", "a", ""]])
        #expect(try file("id;title;link\n1;a;\"\"").rows.map(\.cells) == [["1", "a", ""]])
    }

    @Test func seesDelimitersBehindWhichAnAccentStands() throws {
        let file = try file("id;title\n1;\u{301}a\n2;\"\u{200D}b\"\n")
        #expect(
            file.rows.map { $0.cells.map { Array($0.unicodeScalars) } }.map { $0[1] } == [
                ["\u{301}", "a"], ["\u{200D}", "b"],
            ])
    }

    // MARK: Faults

    @Test func saysInWhichRowQuotesAreBroken() {
        #expect(fault("id;title\n1;a\n2;b \"c\" d\n3;e\n") == .brokenQuotes(row: 3))
        #expect(fault("id;title\n1;a\n2;\"b\"c\n") == .brokenQuotes(row: 3))
        #expect(fault("id;title\n1;a\n2;\"never closed\n3;c\n4;d\n") == .brokenQuotes(row: 3))
        #expect(fault("id;\"title\n1;a\n") == .brokenQuotes(row: 1))
        #expect(fault("id;title\n1;27\"") == .brokenQuotes(row: 2))
    }

    @Test func saysWhichRowIsRagged() {
        #expect(fault("id;title;link\n1;a;x\n2;b\n") == .raggedRow(3, cells: 2, headers: 3))
        #expect(fault("id;title\n1;a\n2;b;c\n") == .raggedRow(3, cells: 3, headers: 2))
        #expect(fault("id;title\n\n1;a;;\n2;b; \n") == nil)
    }

    @Test func everyColumnHasANameOfItsOwn() {
        #expect(fault("id;;title\n1;;a\n") == .emptyHeader(column: 2))
        #expect(fault("id;title;\n1;a;stray\n") == .emptyHeader(column: 3))
        #expect(fault("id;Titel;titel \n1;a;b\n") == .duplicateHeader("titel", columns: [2, 3]))
    }

    @Test func hasLimits() {
        let row = "1;a\n"
        #expect(fault("id;title\n" + String(repeating: row, count: 20_000)) == nil)
        #expect(fault("id;title\n" + String(repeating: row, count: 20_001)) == .tooManyRows)
        #expect(fault(Data(count: 5_000_001)) == .tooLarge(bytes: 5_000_001))
        let headers: (Int) -> String = { count in (1...count).map { "c\($0)" }.joined(separator: ",") + "\n" }
        #expect(fault(headers(200)) == nil)
        #expect(fault(headers(201)) == .tooManyColumns(201))
    }

    @Test func everyFaultSaysWhatToDo() {
        let faults: [CSVFile.Fault] = [
            .empty, .tooLarge(bytes: 1), .tooManyRows, .tooManyColumns(201), .workbook, .notText,
            .emptyHeader(column: 1), .duplicateHeader("a", columns: [1, 2]), .raggedRow(2, cells: 1, headers: 2),
            .brokenQuotes(row: 2),
        ]
        for fault in faults { #expect(fault.description.split(separator: ": ").count >= 2, "\(fault)") }
    }

    @Test func neverFallsOverWhateverComes() {
        var random = SeededRandom(state: 7)
        let alphabet: [UInt8] =
            Array(";,\t|\"\"'=\r\n a1\0".utf8) + [0xC3, 0xA9, 0x81, 0xE9, 0xCC, 0x81, 0xFF, 0xFE, 0xEF]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            guard let file = try? CSVFile(Data(bytes)) else { continue }
            #expect(!file.headers.isEmpty)
            #expect(file.rows.allSatisfy { $0.cells.count == file.headers.count })
        }
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
