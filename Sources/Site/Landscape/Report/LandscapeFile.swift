import Catalogue
import HTML
import Mapping

/// The report of the landscape as one file that needs no other: to keep, to send and to print.
package struct LandscapeFile: HTMLDocument {
    private let report: LandscapeReport
    private let words: ReportWords

    /// - Parameters:
    ///   - revision: the version of the report.
    ///   - day: the day on which that revision was made.
    ///   - publicAddress: where the site is reached, without a slash at the end; links lead there.
    package init(
        _ catalogue: Catalogue, revision: Int, day: CivilDay, language: Language, publicAddress: String
    ) {
        report = LandscapeReport(catalogue, revision: revision, day: day)
        let edition = Edition(language)
        words = ReportWords(labels: report.labels, edition: edition, publicAddress: publicAddress) {
            publicAddress + $0.print(in: edition)
        }
    }

    package var language: String { words.edition.description }
    package var title: String { words.texts(.snapshotReportName) }

    package var headContent: some HTML {
        meta(.name("color-scheme"), .content("light dark"))
        HTMLRaw("<style>")
        for asset in [Asset.styles, Asset.landscapeStyles] { HTMLRaw(String(decoding: asset.bytes, as: UTF8.self)) }
        HTMLRaw("</style>")
    }

    package var bodyContent: some HTML {
        main(.id("main")) {
            article(.class("dossier")) {
                ReportFront(title: title, report: report, words: words)
                ReportChapters(sections: ReportWriter(report: report, words: words).sections, words: words) { table in
                    .landscape(.reportTable(table, revision: report.revision))
                }
            }
        }
    }
}
