import Catalogue
import HTML
import Mapping

/// The report of one state of the catalogue: the present one, or an older one that stays as it was.
struct LandscapeReportPage: LandscapePage {
    var context: PageContext
    let report: LandscapeReport
    /// Whether it is asked for as the present report, which is another one tomorrow.
    let isPresent: Bool

    private var texts: Texts { context.texts }
    private var words: ReportWords { ReportWords(report, context) }

    var title: String { isPresent ? texts(.snapshotReportName) : "\(texts(.snapshotReportName)). \(version)" }
    var summary: String? { texts(.snapshotReportLead) }

    private var version: String {
        texts(.snapshotReportVersionOf, String(report.revision), context.wording.date(report.day))
    }

    var content: some HTML {
        div(.class("away-in-print")) { LandscapeTabs(context: context) }
        article(.class("dossier")) {
            ReportFront(title: title, report: report, words: words)
            section(.ariaLabelledBy("use"), .class("away-in-print")) {
                h2(.id("use")) { texts(.snapshotReportUse) }
                p { isPresent ? texts(.snapshotReportPermanentText) : texts(.snapshotReportPrintHint) }
                if isPresent {
                    p { texts(.snapshotReportPrintHint) }
                } else {
                    p { a(.href(context.link(.landscape(.report(revision: nil))))) { texts(.snapshotReportNewest) } }
                }
                CompareForm(context: context, to: isPresent ? context.now.day : report.day)
            }
            ReportChapters(sections: ReportWriter(report: report, words: words).sections, words: words) { table in
                .landscape(.reportTable(table, revision: report.revision))
            }
        }
    }
}

/// Two reports beside each other.
struct ComparisonPage: LandscapePage {
    var context: PageContext
    let comparison: LandscapeComparison
    /// Whether the reader asked for a day before the history of the catalogue begins.
    let begins: Bool

    private var texts: Texts { context.texts }
    private var words: ReportWords { ReportWords(comparison.to, context) }
    private var from: LandscapeReport { comparison.from }
    private var to: LandscapeReport { comparison.to }

    var title: String { texts(.snapshotReportComparisonTitle) }
    var summary: String? { lead }
    /// There are too many of them to be listed.
    var isListed: Bool { false }

    private var lead: String {
        texts(
            .snapshotReportComparisonLead, context.wording.date(from.day), String(from.revision),
            context.wording.date(to.day), String(to.revision))
    }

    var content: some HTML {
        div(.class("away-in-print")) { LandscapeTabs(context: context) }
        article(.class("dossier")) {
            h1 { title }
            p(.class("lead")) { lead }
            if begins { p(.class("notice")) { texts(.snapshotReportBegins, context.wording.date(from.day)) } }
            if from.revision == to.revision { p(.class("notice")) { texts(.snapshotReportSame) } }
            ul {
                for report in [from, to] {
                    li {
                        a(.href(context.link(.landscape(.report(revision: report.revision))))) {
                            texts(
                                .snapshotReportVersionOf, String(report.revision), context.wording.date(report.day))
                        }
                    }
                }
            }
            section(.ariaLabelledBy("compare"), .class("away-in-print")) {
                h2(.id("compare")) { texts(.snapshotReportCompare) }
                CompareForm(context: context, from: from.day, to: to.day, hasHeading: true)
            }
            ReportChapters(
                sections: ComparisonWriter(comparison: comparison, words: words).sections, words: words
            ) { table in
                .landscape(.comparisonTable(table, from: from.revision, to: to.revision))
            }
        }
    }
}

/// What a reader of an older report sees while the store is away.
struct LandscapeReportAwayPage: LandscapePage {
    var context: PageContext

    var title: String { context.texts(.snapshotReportAwayTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.snapshotReportAwayText) }
        p {
            a(.class("button"), .href(context.link(.landscape(.report(revision: nil))))) {
                context.texts(.snapshotReportNewest)
            }
        }
    }
}

extension ReportWords {
    init(_ report: LandscapeReport, _ context: PageContext) {
        self.init(
            labels: report.labels, edition: context.edition, publicAddress: context.settings.publicAddress,
            link: { context.link($0) })
    }
}
