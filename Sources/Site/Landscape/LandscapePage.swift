import Catalogue
import HTML

/// A page of the landscape: for policy makers, researchers and members; public, and read from the snapshot.
protocol LandscapePage: SitePage {}

extension LandscapePage {
    var hasPictures: Bool { true }
}

/// The ways through the landscape, at the top of each of its pages.
struct LandscapeTabs: HTML {
    let context: PageContext

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel(context.texts(.landscapeTitle))) {
            ul {
                for (key, address) in Self.tabs {
                    li {
                        a(.href(context.link(.landscape(address)))) { context.texts(key) }
                            .attributes(.ariaCurrent("page"), when: isHere(address))
                    }
                }
            }
        }
    }

    private func isHere(_ address: LandscapeAddress) -> Bool {
        guard case .landscape(let here) = context.address else { return false }
        return here.path == address.path
    }

    private static let tabs: [(TextKey, LandscapeAddress)] = [
        (.landscapeOverview, .overview), (.coverageTitle, .coverage(CoverageRequest())),
        (.gapTitle, .gaps(GapRequest())), (.synergyTitle, .synergies(SynergyRequest())), (.networkTitle, .network),
        (.timeTitle, .time(year: nil)), (.promiseTitle, .recommendations(RecommendationRequest())), (.labTitle, .labs),
        (.campaignTitle, .campaigns), (.snapshotReportTitle, .report(revision: nil)), (.stateTitle, .state),
    ]
}
