import Catalogue
import HTML
import Mapping

/// The title page of a report: what it is, of which day, by whom, where it stays, and how to cite it.
struct ReportFront: HTML {
    let title: String
    let report: LandscapeReport
    let words: ReportWords

    private var texts: Texts { words.texts }

    var body: some HTML {
        div(.class("title-page")) {
            p(.class("eyebrow")) { texts(.siteName) }
            h1 { title }
            p(.class("lead")) { texts(.snapshotReportLead) }
            dl(.class("facts")) {
                Fact(texts(.snapshotReportDay)) {
                    time(.datetime(report.day.description)) { words.wording.date(report.day) }
                }
                Fact(texts(.snapshotReportVersion)) { "\(report.revision)" }
                Fact(texts(.snapshotReportPublishedBy)) { texts(.snapshotReportPublisher) }
                Fact(texts(.snapshotReportPermanent)) {
                    a(.href(words.link(.landscape(permanent)))) { words.whole(permanent, in: words.edition) }
                }
            }
            h2 { texts(.snapshotReportCiteTitle) }
            ul(.class("citations")) {
                for language in Language.allCases { li(.lang(language.rawValue)) { citation(in: language) } }
            }
            h2 { texts(.snapshotReportReuseTitle) }
            p { texts(.snapshotReportReuse) }
        }
    }

    private var permanent: LandscapeAddress { .report(revision: report.revision) }

    private func citation(in language: Language) -> String {
        let texts = Texts.of(language)
        let version = texts(
            .snapshotReportVersionOf, String(report.revision), Wording.of(language).date(report.day))
        return texts(
            .snapshotReportCite, texts(.snapshotReportPublisher), String(report.day.year),
            texts(.snapshotReportName), version, words.whole(permanent, in: Edition(language)))
    }
}

/// The table of contents, and the sections with their tables.
struct ReportChapters: HTML {
    let sections: [ReportSection]
    let words: ReportWords
    /// Where a table is handed out as CSV.
    let csv: @Sendable (ReportTable) -> Address

    private var texts: Texts { words.texts }

    var body: some HTML {
        nav(.class("contents"), .ariaLabelledBy("contents")) {
            h2(.id("contents")) { texts(.snapshotReportContents) }
            ul {
                for chapter in chapters { li { a(.href("#\(chapter.section.id)")) { chapter.title } } }
            }
        }
        for chapter in chapters {
            section(.ariaLabelledBy(chapter.section.id), .class("chapter")) {
                h2(.id(chapter.section.id)) { chapter.title }
                for passage in chapter.section.text { p { passage } }
                for (place, shown) in chapter.section.tables.enumerated() {
                    ReportTableView(
                        shown: shown, number: chapter.firstTable + place, words: words,
                        csv: words.link(csv(shown.file)))
                }
            }
        }
    }

    /// A section with its number, and the number of its first table.
    private struct Chapter {
        let section: ReportSection
        let title: String
        let firstTable: Int
    }

    private var chapters: [Chapter] {
        var (chapter, table) = (0, 1)
        return sections.map { section in
            if !section.isAnnex { chapter += 1 }
            defer { table += section.tables.count }
            let title =
                section.isAnnex ? section.title : texts(.snapshotReportNumbered, String(chapter), section.title)
            return Chapter(section: section, title: title, firstTable: table)
        }
    }
}
