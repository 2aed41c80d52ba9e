import Catalogue
import Exchange
import Foundation
import HTML
import Testing

@testable import Site

@Suite struct PictureScaleTests {
    // MARK: Tables

    static let table = FigureTable(
        caption: "c", header: ["Thema", "n", "deel", "wie"],
        rows: [
            [
                .text("=HYPERLINK(\"http://evil.example\")"), .number(12_345), .decimal(0.5, digits: 2),
                .link("@x", to: "/"),
            ],
            [.text("a;b,c\n\"d\""), .count(7, to: "/nl/"), .decimal(-1.3, digits: 1)],
            [
                .text("+32"), .none, .decimal(.nan, digits: 1), .text("’s Gravenbrakel"), .text("too much"),
            ],
        ])

    @Test(arguments: Language.allCases) func csvIsReadBackTheSame(_ language: Language) throws {
        let file = try CSVFile(Self.table.csv(in: language))
        let sign = language == .en ? "." : ","
        #expect(file.headers == ["Thema", "n", "deel", "wie"])
        #expect(
            file.rows.map(\.cells) == [
                ["=HYPERLINK(\"http://evil.example\")", "12345", "0\(sign)50", "@x"],
                ["a;b,c\n\"d\"", "7", "-1\(sign)3", ""],
                ["+32", "", "", "’s Gravenbrakel"],
            ])
        #expect(file.delimiter == (language == .en ? .comma : .semicolon))
    }

    @Test func noCellOfTheCSVIsAFormula() {
        let text = String(decoding: Self.table.csv(in: .nl), as: UTF8.self)
        #expect(text.contains("'=HYPERLINK") && text.contains("'+32") && text.contains("'@x"))
    }

    @Test func tablesHaveNoHoles() throws {
        #expect(Self.table.rows.allSatisfy { $0.count == 4 })
        let page = try PictureTests.markup(FigureTableView(Self.table, context: PictureTests.context()))
        #expect(page.all("td").count == 9 && page.all("th").count == 4 + 3)
    }

    @Test func numbersAreWrittenAsInTheLanguage() {
        let (nl, en) = (Wording.of(.nl), Wording.of(.en))
        #expect(
            [0, 999, 9999, 10_000, 1_234_567, -12_345].map(nl.number) == [
                "0", "999", "9999", "10\u{202F}000", "1\u{202F}234\u{202F}567", "−12\u{202F}345",
            ])
        #expect(en.number(12_345) == "12,345")
        #expect(nl.decimal(94.04, digits: 1) == "94,0" && en.decimal(94.06, digits: 1) == "94.1")
        #expect(
            nl.decimal(-0.04, digits: 1) == "0,0" && nl.decimal(12_345.5, digits: 0) == "12\u{202F}346")
        #expect(nl.decimal(.infinity, digits: 1) == "–")
    }

    // MARK: Scales

    @Test func everyCountHasATone() {
        for least in [1, 2, 7, 101, 990] {
            for more in [0, 1, 2, 4, 5, 6, 9, 31 * least, 10_000] {
                let most = least + more
                let scale = ToneScale([0, most, least, -3])
                #expect(scale.tone(of: 0) == 0)
                let tones = (least...most).map(scale.tone)
                #expect(tones == tones.sorted() && tones.allSatisfy { (1...5).contains($0) })
                #expect(more == 0 || tones.first == 1 && tones.last == 5)
                // The key names each count once.
                #expect(scale.steps.flatMap { Array($0.counts) } == Array(least...most))
                for step in scale.steps { #expect(step.counts.allSatisfy { scale.tone(of: $0) == step.tone }) }
            }
        }
        #expect(ToneScale([32, 1]).bounds == [2, 4, 8, 16, 32])
        #expect(ToneScale([0, 0]).steps.isEmpty && ToneScale([]).tone(of: 0) == 0)
    }

    @Test func axesReachTheLargestValueInFewSteps() {
        for most in Array(0...300) + [999, 1001, 123_456] {
            let axis = AxisScale(most: most)
            #expect(axis.top >= most && axis.top - axis.step < max(most, 1))
            #expect((2...7).contains(axis.marks.count), "\(most): \(axis.marks)")
        }
    }

    @Test func yearsHaveRoom() {
        for years in 1...120 {
            let marks = YearMarks(years: years)
            #expect(years <= marks.narrow * 6 && years <= marks.wide * 18)
            #expect(marks.narrow % marks.wide == 0)
        }
    }

    @Test func longNamesBreakIntoLines() {
        #expect(LabelLines("West-Vlaanderen", width: 14).lines == ["West-", "Vlaanderen"])
        #expect(
            LabelLines("Duitstalige Gemeenschap", width: 14).lines == ["Duitstalige", "Gemeenschap"])
        #expect(LabelLines("Vlaams-Brabant", width: 14).lines == ["Vlaams-Brabant"])
        #expect(LabelLines(PictureTests.long, width: 10).lines == ["Kindermis…", "Kindermis…"])
        #expect(LabelLines("", width: 10).lines.isEmpty)
    }

    @Test func namesOfNodesDontLieOnEachOther() {
        let crowd = (0..<20).map {
            NetworkLabels.Point(x: 0.5, y: 0.5, radius: Double($0), text: "Name \($0)")
        }
        let labels = NetworkLabels(crowd).labels
        #expect(labels.count <= NetworkLabels.Side.allCases.count)
        #expect(Set(labels.map(\.side)).count == labels.count)
        let apart = (0..<5).map {
            NetworkLabels.Point(x: 0.3, y: 0.1 + Double($0) / 5, radius: 9, text: "Name")
        }
        #expect(NetworkLabels(apart).labels.map(\.node) == [0, 1, 2, 3, 4])
        #expect(NetworkLabels(apart).labels.allSatisfy { !$0.isWide && $0.side == .right })
    }

    // MARK: The map

    @Test func theMapHasATileForEveryProvinceBrusselsAndTheGermanSpeakingCommunity() throws {
        let territories = TestSite.shipped.snapshot.catalogue[.territories]
        let provinces = territories.concepts.filter { $0.type == "province" }.map(\.id.description)
        #expect(Set(TileMap.territories) == Set(provinces + ["brussels", "german-speaking-community"]))
        #expect(Set(TilePlace.all.map { [$0.column, $0.row] }).count == 12)
        for language in Language.allCases {
            for place in TilePlace.all {
                let short = Texts.of(language)(place.shortName)
                #expect((2...8).contains(short.count), "\(short)")
            }
        }
    }

    // MARK: Colours

    /// WCAG 2.2, 1.4.3: numbers on every tone, and on every colour of a series, in light and in dark.
    @Test func numbersAreLegibleOnEveryColour() throws {
        let sheets = [Embedded.baseCss, Embedded.landscapeCss].map { sheet in
            sheet.split(separator: "@media", maxSplits: 1).map(String.init)
        }
        for (mode, place) in [("light", 0), ("dark", 1)] {
            func colour(_ name: String) throws -> String {
                let found = sheets.compactMap { sheet in
                    sheet[place].firstRange(of: "--\(name): ").map {
                        sheet[place][$0.upperBound...].prefix(7)
                    }
                }
                return try String(#require(found.first, "\(mode) \(name)"))
            }
            for (text, grounds) in [
                ("ink", ["t1", "t2", "t3", "card"]), ("on-tone", ["t4", "t5"]),
                ("ground", ["s0", "s1", "s2", "s3", "s4", "s5"]),
            ] {
                for ground in grounds {
                    let contrast = try Self.contrast(colour(text), colour(ground))
                    #expect(contrast >= 4.5, "\(mode): \(text) on \(ground) is \(contrast)")
                }
            }
        }
    }

    /// WCAG 2.2, the definition of contrast ratio.
    static func contrast(_ one: String, _ other: String) -> Double {
        func luminance(_ colour: String) -> Double {
            let value = Int(colour.dropFirst(), radix: 16) ?? 0
            let parts = [16, 8, 0].map { shift in
                let share = Double(value >> shift & 0xFF) / 255
                return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        }
        let pair = [luminance(one), luminance(other)].sorted()
        return (pair[1] + 0.05) / (pair[0] + 0.05)
    }
}
