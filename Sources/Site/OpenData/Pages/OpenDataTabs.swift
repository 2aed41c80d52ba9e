import Catalogue
import HTML

/// The ways through the open data, at the top of each of its pages.
struct OpenDataTabs: HTML {
    let context: PageContext

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel(context.texts(.openDataTitle))) {
            ul {
                for (key, address) in Self.tabs {
                    li {
                        a(.href(context.link(.openData(address)))) { context.texts(key) }
                            .attributes(.ariaCurrent("page"), when: isHere(address))
                    }
                }
            }
        }
    }

    private func isHere(_ address: OpenDataAddress) -> Bool {
        guard case .openData(let here) = context.address else { return false }
        return here.path == address.path
    }

    private static let tabs: [(TextKey, OpenDataAddress)] = [
        (.openDataOverview, .overview), (.apiTitle, .api), (.feedsTitle, .feeds),
        (.openDataVocabularies, .vocabularies), (.dictionaryTitle, .dictionary), (.embeddingTitle, .embed),
        (.conformanceShort, .conformance),
    ]
}
