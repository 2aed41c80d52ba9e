import Catalogue
import Exchange

/// The way from the home page to a page, as its place in the site is.
struct BreadcrumbTrail {
    let context: PageContext
    /// Of the page itself.
    let title: String

    /// None on the home page.
    var steps: [SchemaOrg.Step] {
        guard context.address != .home else { return [] }
        let above = [(context.texts(.siteName), Address.home)] + parents
        return above.map { SchemaOrg.Step($0.0, absolute($0.1)) } + [SchemaOrg.Step(title, nil)]
    }

    /// What lies between, outermost first.
    private var parents: [(String, Address)] {
        let texts = context.texts
        return switch context.address {
        case .record(.guide, _): [(texts(.navHelp), .help)]
        case .record(.route, _): [(texts(.navRoutes), .routes)]
        case .record(.event, _): [(texts(.navEvents), .events)]
        case .record(let kind, _): [list(of: kind)]
        case .guide(let id, _): [(texts(.navHelp), .help)] + record(id)
        case .kidsGuide, .kidsFun: [(texts(.navKids), .kids)]
        case .theme(let id): [(texts(.navThemes), .themes)] + groups(of: id)
        case .territory: [(texts(.navPlaces), .territories)]
        case .recommendation(let id, _): [list(of: .publication)] + record(id)
        case .reportReturn: [(texts(.navReport), .report(nil))]
        case .landscape(let address) where address != .overview: [(texts(.landscapeTitle), .landscape(.overview))]
        case .openData(let address) where address != .overview: [(texts(.openDataTitle), .openData(.overview))]
        default: []
        }
    }

    private func list(of kind: Kind) -> (String, Address) {
        (context.plural(kind), .search(SearchRequest(.kind, kind.rawValue)))
    }

    private func record(_ id: RecordID) -> [(String, Address)] {
        context.catalogue[id].map { record in
            [(record.title.text(for: context.edition)?.text ?? id.description, .record(record.kind, id))]
        } ?? []
    }

    private func groups(of theme: ConceptID) -> [(String, Address)] {
        context.catalogue[.themes].ancestors(of: theme).reversed().map {
            (context.label($0, in: .themes), .theme($0))
        }
    }

    private func absolute(_ address: Address) -> String {
        context.settings.publicAddress + address.print(in: context.edition)
    }
}
