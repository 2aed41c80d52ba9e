import Catalogue
import Mapping

/// Two reports beside each other, written out.
struct ComparisonWriter: Sendable {
    let comparison: LandscapeComparison
    /// With the labels of the later report.
    let words: ReportWords

    private var texts: Texts { words.texts }
    private var tables: ReportTables { ReportTables(report: comparison.to, words: words) }
    /// What is gone may have concepts that only the earlier report knows.
    private var earlier: ReportTables {
        ReportTables(
            report: comparison.from,
            words: ReportWords(
                labels: comparison.from.labels, edition: words.edition, publicAddress: words.publicAddress,
                link: words.link))
    }

    var sections: [ReportSection] { [figures, entries, gaps, cells, period] }

    private var figures: ReportSection {
        ReportSection(
            id: "figures", title: texts(.snapshotReportChangesTitle), text: [texts(.snapshotReportChangesText)],
            tables: [
                changes(comparison.figures.filter { !$0.figure.isOfValue }, .changes, .snapshotReportCaptionChanges),
                changes(comparison.figures.filter(\.figure.isOfValue), .values, .snapshotReportCaptionValues),
            ])
    }

    private func changes(
        _ changes: [LandscapeComparison.FigureChange], _ file: ReportTable, _ caption: TextKey
    ) -> ReportedTable {
        let known = Set(comparison.to.figures)
        return ReportedTable(
            file: file,
            figures: FigureTable(
                caption: texts(caption),
                header: [texts(.snapshotReportFigure)] + dates + [texts(.snapshotReportDifference)],
                rows: changes.map {
                    [
                        .text($0.figure.name(known.contains($0.figure) ? words : earlier.words)), .number($0.before),
                        .number($0.after), .number($0.difference),
                    ]
                }))
    }

    /// What stands above the figures of both reports.
    private var dates: [String] {
        [comparison.from, comparison.to].map { report in
            texts(.snapshotReportVersionOf, String(report.revision), words.wording.date(report.day))
        }
    }

    private var entries: ReportSection {
        ReportSection(
            id: "entries", title: texts(.snapshotReportEntriesTitle), text: [texts(.snapshotReportEntriesText)],
            tables: [
                tables.entries(comparison.new, .new, texts(.snapshotReportCaptionNew), year: \.founded),
                earlier.entries(comparison.gone, .gone, texts(.snapshotReportCaptionGone), year: \.founded),
                tables.entries(comparison.ended, .nowEnded, texts(.snapshotReportCaptionNowEnded), year: \.ended),
            ])
    }

    private var gaps: ReportSection {
        ReportSection(
            id: "gaps", title: texts(.snapshotReportGapChangesTitle), text: [texts(.snapshotReportGapChangesText)],
            tables: [
                earlier.gaps(comparison.closed, .gapsClosed, texts(.snapshotReportCaptionClosed)),
                tables.gaps(comparison.opened, .gapsOpened, texts(.snapshotReportCaptionOpened)),
                tables.gaps(comparison.entered, .gapsEntered, texts(.snapshotReportCaptionEntered)),
                earlier.gaps(comparison.left, .gapsLeft, texts(.snapshotReportCaptionLeft)),
            ])
    }

    private var cells: ReportSection {
        ReportSection(
            id: "cells", title: texts(.snapshotReportCellsTitle),
            tables: [
                cells(comparison.covered, .covered, .snapshotReportCaptionCovered),
                cells(comparison.lost, .uncovered, .snapshotReportCaptionLost),
            ])
    }

    private func cells(
        _ cells: [LandscapeComparison.CellChange], _ file: ReportTable, _ caption: TextKey
    ) -> ReportedTable {
        ReportedTable(
            file: file,
            figures: FigureTable(
                caption: texts(caption), header: [texts(Axis.theme.title), texts(.snapshotReportServesWhat)] + dates,
                rows: cells.map {
                    [
                        .text(words.label($0.row, on: $0.matrix.rows)),
                        .text(words.label($0.column, on: $0.matrix.columns)), .number($0.before), .number($0.after),
                    ]
                }))
    }

    /// For the reporting of a Safer Internet Centre.
    private var period: ReportSection {
        let new = comparison.new.filter(\.isActiveOffer)
        let kinds = Kind.offers.map { kind -> [FigureCell] in
            [.text(words.plural(kind)), .number(new.count { $0.kind == kind })]
        }
        return ReportSection(
            id: "annex", title: texts(.snapshotReportPeriodTitle),
            text: [texts(.snapshotReportPeriodText), texts(.snapshotReportAnnexFormats)],
            tables: [
                ReportedTable(
                    file: .newByKind,
                    figures: FigureTable(
                        caption: texts(.snapshotReportCaptionPeriodKinds),
                        header: [texts(Axis.kind.title), texts(.snapshotReportNumber)], rows: kinds)),
                tables.formats(of: new, .newByFormat, texts(.snapshotReportCaptionPeriodFormats)),
            ],
            isAnnex: true)
    }
}
