import Catalogue
import HTML

/// The pages of one edition as they are kept for reading without network: without anything that is true for a moment only.
struct KeptPages {
    let context: PageContext

    /// `now` becomes noon of its day, so that nothing depends on the minute of packing.
    init(of snapshot: Snapshot, edition: Edition, on day: CivilDay, settings: SiteSettings) {
        context = PageContext(
            edition: edition, snapshot: snapshot, now: BrusselsTime(day: day, minute: 12 * 60), address: .home,
            settings: settings, isKept: true)
    }

    private var catalogue: Catalogue { context.catalogue }

    /// What somebody in trouble needs: help guides, channels and routes.
    var essential: [any SitePage] {
        [HelpPage(context: at(.help), audience: nil)] as [any SitePage]
            + records(of: .guide).flatMap(guide) + kids + records(of: .channel).map(record)
            + [RoutesPage(context: at(.routes))] + records(of: .route).map(record)
            + [GlossaryPage(context: at(.glossary))]
    }

    /// Everything that can be read.
    var all: [any SitePage] {
        let themes: [any SitePage] = catalogue[.themes].concepts.map {
            ThemePage(context: at(.theme($0.id)), theme: $0)
        }
        let audiences: [any SitePage] = catalogue[.audiences].concepts.map {
            AudiencePage(context: at(.audience($0.id)), audience: $0)
        }
        let places: [any SitePage] = catalogue[.territories].concepts.map {
            TerritoryPage(context: at(.territory($0.id)), place: $0)
        }
        let texts: [any SitePage] = catalogue.pages.map { TextPage(context: at(.page($0.id)), page: $0) }
        let rest = catalogue.records.filter { ![.guide, .route, .channel].contains($0.kind) }.map(record)
        let singles: [any SitePage] = [
            HomePage(context: at(.home)), ThemesPage(context: at(.themes)), TerritoriesPage(context: at(.territories)),
            EventsPage(context: at(.events)), NewsPage(context: at(.news)),
        ]
        return singles + essential + rest + themes + audiences + places + texts
    }

    private func at(_ address: Address) -> PageContext { context.at(address) }

    private func records(of kind: Kind) -> [Record] { catalogue.records.filter { $0.kind == kind } }

    private func record(_ record: Record) -> any SitePage {
        let context = at(.record(record.kind, record.id))
        if let route = record.route { return RoutePage(context: context, record: record, route: route) }
        return RecordPage(context: context, record: record)
    }

    private func guide(_ record: Record) -> [any SitePage] {
        guard let tree = record.guide else { return [] }
        func address(_ node: Identifier) -> Address {
            node == tree.start ? .record(.guide, record.id) : .guide(record.id, node: node)
        }
        let questions: [any SitePage] = tree.questions.map {
            QuestionPage(context: at(address($0.id)), guide: record, tree: tree, question: $0)
        }
        let ends: [any SitePage] = tree.ends.map {
            EndPage(context: at(address($0.id)), guide: record, tree: tree, end: $0)
        }
        return questions + ends
    }

    private var kids: [any SitePage] {
        let ends: [any SitePage] = records(of: .guide).compactMap { guide in
            guard guide.guide?.childDoor != nil,
                let end = ConceptID("children").flatMap({ guide.guide?.end(for: $0) })
            else { return nil }
            return KidsEndPage(context: at(.kidsGuide(guide.id)), guide: guide, end: end)
        }
        let fun: [any SitePage] = KidsFun.allCases.map { KidsFunPage(context: at(.kidsFun($0)), fun: $0) }
        return [KidsPage(context: at(.kids))] + ends + fun
    }
}
