import Catalogue
import Mapping

/// The tables of a report in the words of a reader.
struct ReportTables: Sendable {
    let report: LandscapeReport
    let words: ReportWords

    private var texts: Texts { words.texts }

    /// Records by kind and state.
    var kinds: ReportedTable {
        func row(_ name: String, _ counts: [Int]) -> [FigureCell] { [.text(name)] + counts.map { .number($0) } }
        let rows = Kind.allCases.map { kind in
            row(
                words.plural(kind),
                Status.allCases.map { report.count(kind, $0) } + [report.count(kind), report.verified(kind)])
        }
        let total = Status.allCases.map { report[.status($0)] } + [report[.records], report[.verified]]
        return ReportedTable(
            file: .kinds,
            figures: FigureTable(
                caption: texts(.snapshotReportCaptionKinds),
                header: [texts(Axis.kind.title)] + Status.allCases.map { words.label($0) }
                    + [texts(.snapshotReportAll), texts(.snapshotReportVerified)],
                rows: rows + [row(texts(.snapshotReportAll), total)]))
    }

    /// Active offers for each value of an axis; where they may be meant for a wider one, also those that name it.
    func values(of axis: Axis, _ file: ReportTable) -> ReportedTable {
        let mayInherit = LandscapeReport.inheriting.contains(axis)
        return ReportedTable(
            file: file,
            figures: FigureTable(
                caption: texts(.snapshotReportCaptionBy, texts(axis.title)),
                header: [texts(axis.title), texts(.snapshotReportOffers), texts(.snapshotReportShare)]
                    + (mayInherit ? [texts(.snapshotReportExpressly)] : []),
                rows: report.values(of: axis).map { value in
                    let count = report[.value(axis, value)]
                    let share = words.share(count, of: report[.offers])
                    return [.text(words.label(value, on: axis)), .number(count), .decimal(share, digits: 1)]
                        + (report.direct(axis, value).map { [.number($0)] } ?? [])
                }),
            note: mayInherit ? texts(.snapshotReportExpresslyNote) : nil)
    }

    func matrix(_ matrix: ReportMatrix, _ file: ReportTable) -> ReportedTable? {
        guard let coverage = report[matrix] else { return nil }
        return ReportedTable(
            file: file,
            figures: FigureTable(
                caption: texts(
                    .snapshotReportCaptionMatrix, texts(matrix.rows.title), texts(matrix.columns.title)),
                header: [texts(matrix.rows.title)]
                    + coverage.columnValues.map { words.label($0, on: matrix.columns) },
                rows: coverage.rowValues.enumerated().map { row, value in
                    [.text(words.label(value, on: matrix.rows))]
                        + coverage.columnValues.indices.map { .number(coverage[row, $0].count) }
                }),
            marks: coverage.rowValues.indices.map { row in
                coverage.columnValues.indices.map { coverage.mark(row: row, column: $0, language: nil).sign }
            },
            note: texts(
                .snapshotReportMatrixKey, FigureMark.missing.sign, FigureMark.thin.sign,
                words.number(Coverage.thin), words.number(coverage.unplaced)))
    }

    var gaps: ReportedTable {
        var table = gaps(Array(report.gaps.prefix(LandscapeReport.firstGaps)), .gaps, texts(.snapshotReportGapsTitle))
        table.note = texts(.snapshotReportGapsNote, words.number(Gaps.tried))
        return table
    }

    func gaps(_ gaps: [Gap], _ file: ReportTable, _ caption: String) -> ReportedTable {
        ReportedTable(
            file: file,
            figures: FigureTable(
                caption: caption,
                header: [texts(.snapshotReportRank)]
                    + [Axis.theme, .audience, .territory, .language].map { texts($0.title) }
                    + [.snapshotReportPeople, .snapshotReportOffers, .snapshotReportScore, .snapshotReportStays]
                    .map { texts($0) },
                rows: gaps.map { gap in
                    [
                        .text(words.number(gap.rank)), .text(words.label(gap.unit.theme, in: .themes)),
                        .text(words.label(gap.unit.audience, in: .audiences)),
                        .text(words.label(gap.unit.place, in: .territories)), .text(words.label(gap.unit.language)),
                        gap.people.map { .number($0) } ?? .none, .number(gap.offers),
                        .decimal(gap.score, digits: 3), .decimal(gap.stays * 100, digits: 0),
                    ]
                }), width: 8)
    }

    /// Those that stand behind something.
    var organisations: ReportedTable {
        ReportedTable(
            file: .organisations,
            figures: FigureTable(
                caption: texts(.snapshotReportCaptionOrganisations),
                header: [
                    texts(.snapshotReportOrganisation), texts(.snapshotReportMember), texts(.snapshotReportOffers),
                ],
                rows: report.organisations.filter { $0.offers > 0 }.map {
                    [
                        words.name($0.id, .organisation, $0.title),
                        $0.isMember ? .text(texts(.snapshotReportYes)) : .none, .number($0.offers),
                    ]
                }))
    }

    var years: ReportedTable {
        ReportedTable(
            file: .years,
            figures: FigureTable(
                caption: texts(.snapshotReportCaptionYears),
                header: [.snapshotReportYear, .snapshotReportBeganIn, .snapshotReportEnded, .snapshotReportGoingOn]
                    .map { texts($0) },
                rows: report.timeline.map {
                    [
                        .text(String($0.year)), .number($0.began.count), .number($0.ended.count),
                        .number($0.active.all),
                    ]
                }))
    }

    var began: ReportedTable {
        entries(report.began, .began, named(.snapshotReportCaptionBegan), year: \.founded)
    }

    var ended: ReportedTable {
        entries(report.ended, .ended, named(.snapshotReportCaptionEnded), year: \.ended)
    }

    /// What began in the last years, by format.
    var beganByFormat: ReportedTable {
        formats(of: report.began, .beganByFormat, named(.snapshotReportCaptionNewFormats))
    }

    func entries(
        _ entries: [ReportEntry], _ file: ReportTable, _ caption: String, year: KeyPath<ReportEntry, Int?>
    ) -> ReportedTable {
        ReportedTable(
            file: file,
            figures: FigureTable(
                caption: caption,
                header: [texts(.snapshotReportEntryName), texts(Axis.kind.title), texts(.snapshotReportYear)],
                rows: entries.map {
                    [
                        words.name($0.id, $0.kind, $0.title), .text(words.label($0.kind)),
                        $0[keyPath: year].map { .text(String($0)) } ?? .none,
                    ]
                }))
    }

    /// How many of some records are of each format; what has two counts in both.
    func formats(of entries: [ReportEntry], _ file: ReportTable, _ caption: String) -> ReportedTable {
        var counts: [String: Int] = [:]
        for entry in entries { for format in Set(entry.formats) { counts[format.description, default: 0] += 1 } }
        return ReportedTable(
            file: file,
            figures: FigureTable(
                caption: caption, header: [texts(Axis.format.title), texts(.snapshotReportNumber)],
                rows: report.values(of: .format).compactMap { value in
                    counts[value].map { [.text(words.label(value, on: .format)), .number($0)] }
                }))
    }

    private func named(_ key: TextKey) -> String {
        texts(key, String(report.named.lowerBound), String(report.named.upperBound))
    }
}
