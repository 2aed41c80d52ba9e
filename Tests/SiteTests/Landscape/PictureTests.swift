import Catalogue
import Exchange
import Foundation
import HTML
import Testing

@testable import Site

@Suite struct PictureTests {
    static let name = FigureName(id: "sample", title: "Title & <b>", description: "Said \"so\" <i>")
    static let hostile = "\"><script>alert(1)</script>&</title></text>"
    static let long = String(repeating: "Kindermishandelingspreventiecentrum ", count: 8)

    static func context(_ language: Language = .nl) -> PageContext {
        PageContext(
            edition: Edition(language), snapshot: TestSite.shipped.snapshot,
            now: BrusselsTime(TestSite.noon),
            address: .home, settings: SiteSettings(publicAddress: ""))
    }

    static func markup(_ picture: some HTML) throws -> Markup {
        try Markup("<!DOCTYPE html><html>" + picture.render() + "</html>")
    }

    /// Each kind of picture of the same figures under the same names.
    static func pictures(
        _ labels: [String], _ counts: [Int], link: String? = "/nl/", mark: FigureMark? = .thin,
        context: PageContext = context()
    ) -> [String: HTMLFragment] {
        func fragment(@HTMLBuilder _ content: () -> HTMLFragment) -> HTMLFragment { content() }
        let figures = Array(zip(labels, counts))
        let values = Dictionary(
            uniqueKeysWithValues: zip(TileMap.territories.compactMap { ConceptID($0) }, figures).map {
                ($0, TileMap.Value(count: $1.1, mark: mark, detail: $1.0, link: link))
            })
        return [
            "heat": fragment {
                HeatMap(
                    name, corner: labels.first ?? "", columns: labels.map { .init($0, link: link) },
                    rows: labels.map { row in
                        .init(
                            .init(row),
                            cells: figures.map { .init(count: $0.1, mark: mark, detail: $0.0, link: link) })
                    }, context: context)
            },
            "tiles": fragment { TileMap(name, values: values, context: context) },
            "bars": fragment {
                Bars(
                    name,
                    bars: figures.map {
                        .init($0.0, value: Double($0.1), shown: $0.0, mark: mark, link: link)
                    },
                    context: context)
            },
            "time": fragment {
                TimeLine(
                    name, series: labels, years: (2020..<2024).map { .init($0, values: counts, link: link) },
                    marked: 2021, context: context)
            },
            "network": fragment {
                NetworkPicture(
                    name,
                    nodes: figures.enumerated().map { place, figure in
                        .init(
                            figure.0, x: Double(place) / Double(max(1, figures.count)), y: 0.5,
                            size: Double(figure.1), group: place, detail: figure.0, link: link)
                    },
                    edges: figures.indices.map { .init($0, $0 + 1, weight: Double(figures[$0].1)) },
                    groups: labels, context: context)
            },
        ]
    }

    // MARK: Whatever it is given

    @Test func hostileNamesStayText() throws {
        for (kind, picture) in Self.pictures([Self.hostile, "b"], [3, 1]) {
            let text = picture.render()
            #expect(!text.contains("<script"), "\(kind)")
            #expect(!text.contains("Title & <b>"), "\(kind)")
            #expect(try Self.markup(picture).all("script").isEmpty, "\(kind)")
        }
        let table = FigureTable(
            caption: Self.hostile, header: [Self.hostile, "n"],
            rows: [
                [.text(Self.hostile), .number(1)], [.link(Self.hostile, to: "javascript:alert(1)"), .none],
            ])
        let page = Figure(Self.name, table: table, csv: "javascript:x", context: Self.context()) {
            Self.hostile
        }
        #expect(try Self.markup(page).all("script").isEmpty)
        #expect(try Self.markup(page).all("a").allSatisfy { $0.attributes["href"] == "#" })
    }

    @Test(
        arguments: [
            ([], []), (["one"], [7]), (["one"], [0]), (["a", "b", "c"], [0, 0, 0]),
            (["a", "b"], [Int.max / 8, 1]),
            ([long, long], [12, 4]), (["", "·"], [-3, 2]),
        ] as [([String], [Int])])
    func drawsWhateverThereIs(_ labels: [String], _ counts: [Int]) throws {
        for mark in [nil] + FigureMark.allCases.map(Optional.some) {
            for (kind, picture) in Self.pictures(labels, counts, mark: mark) {
                let text = picture.render()
                #expect(text.firstMatch(of: #/\b(nan|inf|infinity)\b/#.ignoresCase()) == nil, "\(kind)")
                _ = try Self.markup(picture)
            }
        }
    }

    @Test func aFigureWithoutRowsSaysSo() throws {
        let table = FigureTable(caption: "c", header: ["a"], rows: [])
        let page = Figure(Self.name, table: table, csv: "/x.csv", context: Self.context()) { "picture" }
            .render()
        #expect(page.contains(Self.context().texts(.landscapeNoFigures)))
        #expect(!page.contains("picture") && !page.contains("<details") && !page.contains(".csv"))
    }

    @Test func theSameFiguresAreDrawnAlike() {
        let (first, second) = (
            Self.pictures(["a", "b", "c"], [5, 5, 5]), Self.pictures(["a", "b", "c"], [5, 5, 5])
        )
        for (kind, picture) in first { #expect(picture.render() == second[kind]?.render(), "\(kind)") }
    }

    // MARK: For everybody

    @Test func picturesWithLinksAreGroupsAndOthersImages() throws {
        for (link, role) in [("/nl/", "document"), (nil, "img")] as [(String?, String)] {
            for (kind, picture) in Self.pictures(["a", "b"], [2, 3], link: link)
            where ["tiles", "time", "network"].contains(kind) {
                let page = try Self.markup(picture)
                let drawing = try #require(page.all("svg").first { $0.attributes["role"] != nil })
                #expect(drawing.attributes["role"] == role, "\(kind)")
                #expect(
                    page.all("title").contains {
                        $0.attributes["id"] == drawing.attributes["aria-labelledby"]
                    })
                #expect(
                    page.all("desc").contains {
                        $0.attributes["id"] == drawing.attributes["aria-describedby"]
                    })
                #expect(page.all("a").isEmpty == (link == nil), "\(kind)")
            }
        }
    }

    /// What is painted with a pattern finds it on the page, and nothing has the name of another thing.
    @Test func patternsAreOnThePage() throws {
        for mark in FigureMark.allCases {
            for (kind, picture) in Self.pictures(
                ["a", "b", "c", "d", "e", "f", "g"], [9, 8, 7, 6, 5, 4, 3], mark: mark)
            {
                let page = try Self.markup(picture)
                let ids = page.elements.compactMap { $0.attributes["id"] }
                #expect(Set(ids).count == ids.count, "\(kind)")
                let used = Set(
                    page.elements.compactMap { $0.attributes["fill"] }.filter { $0.hasPrefix("url(#") })
                #expect(used.isSubset(of: Set(ids.map { "url(#\($0))" })), "\(kind)")
                #expect(kind == "network" || !used.isEmpty, "\(kind)")
            }
        }
    }

    @Test func marksAreToldBySignPatternAndWord() throws {
        #expect(Set(FigureMark.allCases.map(\.sign)).count == FigureMark.allCases.count)
        for language in Language.allCases {
            let context = Self.context(language)
            #expect(
                Set(FigureMark.allCases.map { context.texts($0.word) }).count == FigureMark.allCases.count)
            for mark in FigureMark.allCases {
                for (kind, picture) in Self.pictures(["a"], [2], mark: mark, context: context)
                where ["heat", "tiles", "bars"].contains(kind) {
                    let text = picture.render()
                    #expect(text.contains(mark.sign), "\(kind)")
                    #expect(text.contains(context.texts(mark.word)), "\(kind)")
                    #expect(text.contains("url(#sample-\(mark.rawValue))"), "\(kind)")
                }
            }
        }
    }

    // MARK: Pictures and tables say the same

    @Test func theHeatMapShowsEveryCount() throws {
        let counts = [[3, 0, 12], [140, 7, 1]]
        let map = HeatMap(
            Self.name, corner: "Theme", columns: ["x", "y", "z"].map { .init($0) },
            rows: zip(["a", "b"], counts).map { row in
                .init(.init(row.0), cells: row.1.map { .init(count: $0, link: "/nl/?n=\($0)") })
            }, context: Self.context())
        let page = try Self.markup(map)
        #expect(page.all("td").map(\.text) == counts.joined().map(String.init))
        #expect(page.all("td").count == 6 && page.all("th").count == 1 + 3 + 2)
        #expect(page.all("a").first?.attributes["aria-label"] == "a, x: 3")
        #expect(page.all("a").map { $0.attributes["href"] } == counts.joined().map { "/nl/?n=\($0)" })
        let tones = page.all("rect").compactMap { $0.attributes["class"] }.suffix(6)
        #expect(
            tones.first == "tone t1" && tones.dropFirst(3).first == "tone t5"
                && tones.dropFirst().first == "tone t0")
    }

    @Test func barsAreAsLongAsTheirFigures() throws {
        let bars = Bars(
            Self.name,
            bars: [
                .init("a", value: 50, shown: "50", outOf: 200), .init("b", value: 0, shown: "0"),
                .init("c", value: 100, shown: "100"),
            ],
            context: Self.context())
        let page = try Self.markup(bars)
        let widths = page.all("rect").map {
            [$0.attributes["class"] ?? "", $0.attributes["width"] ?? ""]
        }
        #expect(widths == [["whole", "100%"], ["fill", "25%"], ["fill", "0%"], ["fill", "50%"]])
        #expect(page.all("li").map(\.text) == ["a50", "b0", "c100"])
    }

    @Test func yearsAddUpAlsoWhereSeriesAreJoined() throws {
        let values = [[1, 2, 3, 4, 5, 6, 7, 8], [0, 0, 9, 0, 0, 0, 0, 2]]
        let time = TimeLine(
            Self.name, series: (0..<8).map { "S\($0)" },
            years: [
                .init(2025, values: values[0], link: "/nl/"), .init(2026, values: values[1], link: "/nl/"),
            ],
            context: Self.context())
        let page = try Self.markup(time)
        let said = page.all("title").map(\.text).dropFirst()
        #expect(
            said == [
                "2025: 36 (S0 1, S1 2, S2 3, S3 4, S4 5, andere 21)", "2026: 11 (S2 9, andere 2)",
            ])
        // Heights are in proportion, so parts of a column add up to it.
        let heights = page.all("rect").filter { $0.attributes["class"] == "part" }
            .compactMap { $0.attributes["height"].flatMap { Double($0.dropLast()) } }
        #expect(heights.count == 8)
        let (first, second): (Double, Double) = (heights.prefix(6).reduce(0, +), heights.suffix(2).reduce(0, +))
        let difference: Double = first / 36 - second / 11
        #expect(difference.magnitude < 0.01)
    }

    @Test func theNetworkDrawsEveryNodeAndTie() throws {
        let nodes = (0..<40).map {
            NetworkPicture.Node(
                "Node \($0)", x: Double($0 % 7) / 6, y: Double($0 / 7) / 5, size: Double($0), group: $0 % 8,
                link: "/nl/records/\($0)")
        }
        let edges =
            (0..<39).map { NetworkPicture.Edge($0, $0 + 1, weight: Double($0)) } + [
                .init(3, 99, weight: 1)
            ]
        let page = try Self.markup(
            NetworkPicture(
                Self.name, nodes: nodes, edges: edges, groups: ["A", "B"], context: Self.context()))
        #expect(
            Set(page.all("a").compactMap { $0.attributes["href"] }) == Set(nodes.compactMap(\.link)))
        #expect(page.all("line").count == 39)
        // Every stop of the keyboard is named on the picture.
        let stops = page.all("a").filter { $0.attributes["tabindex"] == nil }
        #expect(
            stops.count == page.all("text").filter { $0.attributes["aria-hidden"] != nil }.count
                && stops.count > 6)
    }
}
