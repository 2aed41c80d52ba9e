import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The audit trail, for the coordinator.
struct TrailRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        WorkspaceDoor(site: site).get("trail", on: router, at: { _ in .trail }, show)
    }

    @Sendable private func show(_ work: WorkspaceRequest) async throws -> Response {
        let filter = TrailFilter(work.query)
        let lines = try await site.workspace.trail(filter.selection, for: work.actor)
        let people = try await site.workspace.people(for: work.actor)
        return site.answer(
            TrailPage(context: work.page, visit: work.visit, filter: filter, lines: lines, people: people),
            to: work.request)
    }
}

/// What of the trail to show, out of the query of an address.
struct TrailFilter: Hashable, Sendable {
    static let pageLength = 50
    private static let mostPages = 10_000

    var person: String?
    var organisation: RecordID?
    var deed: Deed?
    var object: String?
    /// From 1.
    var page = 1

    init(_ query: QueryItems) {
        func typed(_ name: String) -> String? {
            let text = String((query.first(name) ?? "").tidied.prefix(200))
            return text.isEmpty ? nil : text
        }
        person = typed("person")
        organisation = typed("organisation").flatMap { RecordID($0) }
        deed = typed("deed").flatMap { Deed(rawValue: $0) }
        object = typed("object")
        page = min(max(typed("page").flatMap { Int($0) } ?? 1, 1), Self.mostPages)
    }

    /// One line more than is shown says whether there is another page.
    var selection: TrailSelection {
        TrailSelection(
            object: object, account: person, organisation: organisation, deeds: deed.map { [$0] } ?? [],
            limit: Self.pageLength + 1, offset: (page - 1) * Self.pageLength)
    }

    /// The query of another page.
    func items(page: Int) -> [QueryItem] {
        let all = [
            ("person", person), ("organisation", organisation?.description), ("deed", deed?.rawValue),
            ("object", object), ("page", page > 1 ? "\(page)" : nil),
        ]
        return all.compactMap { name, value in value.map { QueryItem(name, $0) } }
    }
}
