import Catalogue

/// Two axes against each other in a report.
package enum ReportMatrix: String, CaseIterable, Sendable {
    case themesByAudience, themesByLanguage, themesByPlace
    /// For the reporting of a Safer Internet Centre.
    case pillarsByKind, audiencesByLanguage, agesByLanguage, formatsByLanguage

    /// The three in which cells are watched from one report to the next.
    package static let watched: [ReportMatrix] = [.themesByAudience, .themesByLanguage, .themesByPlace]

    package var rows: Axis {
        switch self {
        case .themesByAudience, .themesByLanguage, .themesByPlace: .theme
        case .pillarsByKind: .pillar
        case .audiencesByLanguage: .audience
        case .agesByLanguage: .age
        case .formatsByLanguage: .format
        }
    }

    package var columns: Axis {
        switch self {
        case .themesByAudience: .audience
        case .themesByPlace: .territory
        case .pillarsByKind: .kind
        case .themesByLanguage, .audiencesByLanguage, .agesByLanguage, .formatsByLanguage: .language
        }
    }
}

/// One number of a report, by which two reports are compared.
package enum ReportFigure: Hashable, Sendable {
    /// All records that are shown.
    case records
    case kind(Kind)
    case status(Status)
    /// Records that somebody checked against their source.
    case verified
    case offers
    case verifiedOffers
    /// Of which a source says that they are free.
    case freeOffers
    /// That can be reached by phone or at an address.
    case offlineOffers
    case members
    /// Organisations behind at least one active offer.
    case activeOrganisations
    /// Organisations that share a record with another, and those that don't.
    case tiedOrganisations
    case loneOrganisations
    /// Groups of organisations that work together more than by chance.
    case communities
    /// Groups of offers that are much alike.
    case synergies
    /// Needs that are looked at, and those that no offer serves.
    case needs
    case unserved
    /// Active offers that serve a value of an axis.
    case value(Axis, String)
}
