import Catalogue
import Mapping

extension ReportFigure {
    /// What the number counts.
    func name(_ words: ReportWords) -> String {
        let texts = words.texts
        return switch self {
        case .records: texts(.snapshotReportFigureRecords)
        case .kind(let kind): words.plural(kind)
        case .status(let status):
            texts(.snapshotReportFigureOf, texts(.snapshotReportFigureRecords), words.label(status))
        case .verified:
            texts(.snapshotReportFigureOf, texts(.snapshotReportFigureRecords), texts(.snapshotReportVerified))
        case .offers: texts(.snapshotReportOffers)
        case .verifiedOffers: texts(.snapshotReportFigureVerifiedOffers)
        case .freeOffers: texts(.snapshotReportFigureFreeOffers)
        case .offlineOffers: texts(.snapshotReportFigureOfflineOffers)
        case .members: texts(.snapshotReportFigureMembers)
        case .activeOrganisations: texts(.snapshotReportCaptionOrganisations)
        case .tiedOrganisations: texts(.snapshotReportFigureTied)
        case .loneOrganisations: texts(.snapshotReportFigureLone)
        case .communities: texts(.snapshotReportFigureCommunities)
        case .synergies: texts(.snapshotReportFigureSynergies)
        case .needs: texts(.snapshotReportFigureNeeds)
        case .unserved: texts(.snapshotReportFigureUnserved)
        case .value(let axis, let value):
            texts(.snapshotReportFigureOf, texts(axis.title), words.label(value, on: axis))
        }
    }

    /// Whether it counts offers of one value of an axis.
    var isOfValue: Bool { if case .value = self { true } else { false } }
}
