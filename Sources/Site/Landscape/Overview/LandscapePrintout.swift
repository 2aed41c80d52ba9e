import Catalogue
import Foundation
import HTML
import Mapping

/// The landscape for the command line: as text, for programs, or as a table of two axes.
package struct LandscapePrintout: Sendable {
    private let context: PageContext
    private let demand: GapDemand
    private let request: CoverageRequest

    /// How many of the gaps and of the groups are told of in the text.
    private static let mostGaps = Gaps.first
    private static let mostGroups = 10

    /// - Parameters:
    ///   - rows, columns: the axes of the table; they differ.
    package init(
        _ snapshot: Snapshot, demand: Demand, language: Language, rows: Axis = .theme, columns: Axis = .audience,
        now: BrusselsTime
    ) {
        context = PageContext(
            edition: Edition(language), snapshot: snapshot, now: now, address: .landscape(.overview),
            settings: SiteSettings(publicAddress: ""))
        self.demand = GapDemand(demand, in: snapshot.catalogue)
        request = CoverageRequest(rows: rows, columns: columns)
    }

    private var landscape: Landscape { context.snapshot.landscape }

    /// All of it as JSON, as the API answers.
    package func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(landscape.document(context.snapshot.revision, demand))
    }

    /// The table of two axes, a line a cell.
    package var csv: Data { table.figures.csv(in: context.language) }

    /// The dated report as one file; its links lead to `publicAddress`.
    package func html(publicAddress: String) -> Data {
        let file = LandscapeFile(
            context.catalogue, revision: context.snapshot.revision,
            day: context.snapshot.madeAt.map { BrusselsTime($0).day } ?? context.now.day, language: context.language,
            publicAddress: publicAddress)
        return Data(file.renderBytes())
    }

    /// The counts, the table, the first gaps and what is alike, to be read on a screen.
    package var text: String {
        ([heading, counts] + [grid, gaps, groups]).map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var table: CoverageTable { CoverageTable(request, census: landscape.census, context: context) }

    private var heading: [String] {
        ["\(context.texts(.landscapeTitle)), \(context.wording.date(context.now.day))", context.texts(.landscapeLead)]
    }

    private var counts: [String] {
        [Axis.kind, .pillar, .language].flatMap { axis in
            [context.texts(axis.title) + ":"]
                + zip(landscape.census.values(of: axis), landscape.census.standings(on: axis)).map { value, standing in
                    "  \(String(standing.direct + standing.inherited).aligned(right: 6))  \(context.label(value, on: axis))"
                }
        }
    }

    /// The table with a short heading for each column; its signs are those of the page.
    private var grid: [String] {
        let (table, width) = (table, 7)
        let names = table.columns.enumerated().map {
            "  \(String($0.offset + 1).aligned(right: 2))  \($0.element.text)"
        }
        let longest = table.rows.map(\.heading.text.count).max() ?? 0
        let head =
            "".aligned(left: longest) + table.columns.indices.map { String($0 + 1).aligned(right: width) }.joined()
        let rows = table.rows.map { row in
            row.heading.text.aligned(left: longest)
                + row.cells.map { "\($0.count)\($0.mark?.sign ?? " ")".aligned(right: width) }.joined()
        }
        let title = context.texts(
            .coverageAxes, context.texts(request.rows.title), context.texts(request.columns.title))
        return [title + ":"] + names + ["", head] + rows
    }

    private var gaps: [String] {
        [context.texts(.gapPicture) + ":"]
            + landscape.gaps(demand.byTheme).ranked.prefix(Self.mostGaps).map { gap in
                let words = GapWords(gap: gap, context: context)
                return "\(String(gap.rank).aligned(right: 4)). \(words.sentence)\n      \(words.stays)"
            }
    }

    private var groups: [String] {
        [context.texts(.synergyTitle) + ":"]
            + landscape.synergies.groups.prefix(Self.mostGroups).map { group in
                "  - "
                    + group.members.map { member in
                        let title = context.catalogue[member.id]?.title.text(for: context.edition)?.text
                        return "\(title ?? member.id.description) (\(context.wording.names(of: member.languages)))"
                    }.joined(separator: " · ")
            }
    }
}

extension String {
    /// Filled up with spaces to a width in characters; one that is longer stays as it is.
    fileprivate func aligned(left width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    fileprivate func aligned(right width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
