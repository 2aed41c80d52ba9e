import Catalogue
import HTML

/// Where two days are chosen whose reports are compared.
struct CompareForm: HTML {
    let context: PageContext
    /// Nil: a year before.
    var from: CivilDay?
    let to: CivilDay
    /// Whether a heading above it says already what it is for.
    var hasHeading = false

    private var texts: Texts { context.texts }

    var body: some HTML {
        if !hasHeading { h3 { texts(.snapshotReportCompare) } }
        p {
            a(.href(context.link(.landscape(.comparing(from: to.yearBefore, to: to))))) {
                texts(.snapshotReportSinceLastYear)
            }
        }
        form(
            .class("fields"), .method("get"),
            .action(Address.landscape(.comparing(from: nil, to: nil)).print(in: context.edition))
        ) {
            FormField(
                name: ReportDays.from, words: texts(.snapshotReportCompareFrom),
                value: (from ?? to.yearBefore).description, hint: texts(.snapshotReportCompareHint), shape: .date)
            FormField(
                name: ReportDays.to, words: texts(.snapshotReportCompareTo), value: to.description, shape: .date)
            for item in context.carried.query {
                input(.type("hidden"), .name(item.name), .value(item.value))
            }
            div { button(.type("submit")) { texts(.snapshotReportCompareButton) } }
        }
    }
}

/// Two days that a reader chose, the earlier one first.
struct ReportDays: Hashable, Sendable {
    static let from = "from"
    static let to = "to"

    let from: CivilDay
    let to: CivilDay
    /// Whether what was asked for makes no sense, and these are the nearest to it.
    let isNearest: Bool

    /// Without a day it is today; without an earlier one, the same day a year before. A year or a month stands for its
    /// last day.
    init(_ query: QueryItems, today: CivilDay) {
        let asked = [Self.from, Self.to].map { query.first($0) }
        let read = asked.map { $0.flatMap { PartialDate($0) }?.lastDay }
        let to = min(read[1] ?? today, today)
        let from = min(read[0] ?? to.yearBefore, today)
        self.from = min(from, to)
        self.to = max(from, to)
        isNearest = zip(asked, read).contains { !($0 ?? "").isEmpty && $1 == nil }
    }
}

extension CivilDay {
    /// The same day of the year before; 28 February for the 29th.
    var yearBefore: CivilDay {
        CivilDay(year: year - 1, month: month, day: min(day, Self.length(ofMonth: month, year: year - 1)))
    }
}
