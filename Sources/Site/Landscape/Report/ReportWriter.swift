import Catalogue
import Mapping

/// A report of the landscape, written out: its sections in the words of a reader.
struct ReportWriter: Sendable {
    let report: LandscapeReport
    let words: ReportWords

    private var texts: Texts { words.texts }
    private var tables: ReportTables { ReportTables(report: report, words: words) }

    var sections: [ReportSection] {
        [catalogue, offers, coverage, gaps, organisations, time, method, annex]
    }

    /// The number of a figure, written.
    private func figure(_ figure: ReportFigure) -> String { words.number(report[figure]) }

    private var catalogue: ReportSection {
        ReportSection(
            id: "catalogue", title: texts(.snapshotReportCatalogueTitle),
            text: [
                texts(
                    .snapshotReportCatalogueText, figure(.records), figure(.status(.active)),
                    figure(.status(.ended)), figure(.status(.unknown))),
                texts(
                    .snapshotReportVerifiedText, figure(.verified), figure(.records),
                    words.percent(report[.verified], of: report[.records])),
            ],
            tables: [tables.kinds])
    }

    private var offers: ReportSection {
        ReportSection(
            id: "offers", title: texts(.snapshotReportOffersTitle),
            text: [
                texts(
                    .snapshotReportOffersText, figure(.offers), figure(.freeOffers), figure(.offlineOffers)),
                texts(.snapshotReportOffersNote),
            ],
            tables: [
                tables.values(of: .language, .languages), tables.values(of: .pillar, .pillars),
                tables.values(of: .theme, .themes), tables.values(of: .audience, .audiences),
                tables.values(of: .age, .ages), tables.values(of: .territory, .places),
                tables.values(of: .format, .formats),
            ])
    }

    private var coverage: ReportSection {
        ReportSection(
            id: "coverage", title: texts(.snapshotReportCoverageTitle), text: [texts(.snapshotReportCoverageText)],
            tables: [
                tables.matrix(.themesByAudience, .themesByAudience),
                tables.matrix(.themesByLanguage, .themesByLanguage),
                tables.matrix(.themesByPlace, .themesByPlace),
            ].compactMap { $0 })
    }

    private var gaps: ReportSection {
        ReportSection(
            id: "gaps", title: texts(.snapshotReportGapsTitle),
            text: [texts(.snapshotReportGapsText, figure(.needs), figure(.unserved))], tables: [tables.gaps])
    }

    private var organisations: ReportSection {
        ReportSection(
            id: "organisations", title: texts(.snapshotReportOrganisationsTitle),
            text: [
                texts(
                    .snapshotReportOrganisationsText, figure(.kind(.organisation)), figure(.members),
                    figure(.activeOrganisations)),
                texts(
                    .snapshotReportNetworkText, figure(.tiedOrganisations), figure(.loneOrganisations),
                    figure(.communities)),
                texts(.snapshotReportSynergyText, figure(.synergies)),
            ],
            tables: [tables.organisations])
    }

    private var time: ReportSection {
        ReportSection(
            id: "time", title: texts(.snapshotReportTimeTitle), text: [texts(.snapshotReportTimeText)],
            tables: [tables.years, tables.began, tables.ended])
    }

    private var method: ReportSection {
        let unread = report.unread > 0 ? [texts(.snapshotReportUnread, count: report.unread)] : []
        return ReportSection(
            id: "method", title: texts(.snapshotReportMethodTitle),
            text: [
                texts(.snapshotReportMethodShown), texts(.snapshotReportMethodServes),
                texts(.snapshotReportMethodSources),
            ] + unread)
    }

    private var annex: ReportSection {
        ReportSection(
            id: "annex", title: texts(.snapshotReportAnnexTitle),
            text: [texts(.snapshotReportAnnexText), texts(.snapshotReportAnnexFormats)],
            tables: [
                tables.matrix(.pillarsByKind, .pillarsByKind),
                tables.matrix(.audiencesByLanguage, .audiencesByLanguage),
                tables.matrix(.agesByLanguage, .agesByLanguage),
                tables.matrix(.formatsByLanguage, .formatsByLanguage), tables.beganByFormat,
            ].compactMap { $0 },
            isAnnex: true)
    }
}
