import Catalogue
import Exchange
import HTML

/// All places.
struct TerritoriesPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.navPlaces) }
    var summary: String? { context.texts(.placesLead) }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.placesLead) }
        for (type, key) in types {
            let places = context.catalogue[.territories].concepts.filter { $0.type == type }
            if !places.isEmpty {
                h2 { context.texts(key) }
                if type == "municipality" { p { context.texts(.placesMunicipalitiesHint) } }
                ul(.class("tiles")) {
                    for place in places {
                        li {
                            a(.href(context.link(.territory(place.id)))) {
                                Icon("place")
                                context.label(place.id, in: .territories)
                            }
                        }
                    }
                }
            }
        }
    }

    private let types: [(String, TextKey)] = [
        ("country", .placesCountry), ("region", .placesRegions), ("community", .placesCommunities),
        ("province", .placesProvinces), ("municipality", .placesMunicipalities),
    ]

    init(context: PageContext) { self.context = context }
}

/// One place: what is made for it, and what covers it from further up.
struct TerritoryPage: SitePage {
    var context: PageContext
    let place: Concept

    var title: String { context.label(place.id, in: .territories) }
    var summary: String? { place.definition.text(for: context.edition)?.text }
    var freshness: ReadyPage.Freshness { .minute }
    var linkedData: [JSON] { [context.schema.place(place)] }
    var hasLeaflet: Bool { true }

    var content: some HTML {
        h1 {
            Icon("place")
            title
        }
        p(.class("lead")) { Localised(place.definition, context) }
        let covering = context.catalogue[.territories].covering(place.id)
        if !covering.isEmpty {
            p {
                context.texts(.alsoCovered) + " "
                ConceptLinks(ids: covering, vocabulary: .territories, context: context) { .territory($0) }
            }
        }
        let narrower = context.catalogue[.territories].narrower(place.id)
        if !narrower.isEmpty {
            p {
                context.texts(.placesWithin) + " "
                ConceptLinks(ids: narrower.map(\.id), vocabulary: .territories, context: context) { .territory($0) }
            }
        }
        let own = context.catalogue.records.filter { $0.territories.contains(place.id) && $0.status != .ended }
        section(.ariaLabelledBy("own")) {
            h2(.id("own")) { context.texts(.madeForPlace, count: own.count) }
            if own.count <= 60 {
                RecordLinks(records: own, context: context)
            } else {
                p {
                    a(.href(context.link(.search(SearchRequest(.territory, place.id.description))))) {
                        context.texts(.showAll)
                    }
                }
            }
        }
        p {
            a(.href(context.link(.poster(place.id)))) {
                Icon("print")
                context.texts(.posterLink)
            }
        }
        Shelves(context: context, base: SearchRequest(.territory, place.id.description), includesOrganisations: false)
    }
}
