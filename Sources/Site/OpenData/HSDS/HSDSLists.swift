import Catalogue
import Exchange
import Foundation
import Hummingbird

/// The lists of the human services data: page by page, or all of it as JSON lines.
extension HSDSRoutes {
    private static let paging: [HSDSQuery.Parameter] = [.search, .page, .perPage, .format]

    /// What each list understands.
    static let parameters: KeyValuePairs<String, [HSDSQuery.Parameter]> = [
        "services": paging + [
            .after, .term, .taxonomy, .organisation, .modifiedAfter, .minimal, .full,
        ],
        "organizations": paging + [.after, .term, .taxonomy, .modifiedAfter, .full, .fullService],
        "service_at_locations": paging + [
            .after, .term, .taxonomy, .organisation, .modifiedAfter, .full, .postcode, .proximity,
        ],
        "taxonomies": paging,
        "taxonomy_terms": paging + [.taxonomy, .topOnly, .parent],
    ]

    func addLists(to router: SiteRouter) {
        router.get("hsds/services") { request, _ in
            try await list("services", request) { finding, query throws(HSDSQuery.Fault) in
                let depth: HSDS.Depth = query.isMinimal ? .minimal : query.isFull ? .full : .list
                return try HSDSListed(finding.services(query), uuid: \.uuid) { finding.hsds.service($0, depth) }
            }
        }
        router.get("hsds/organizations") { request, _ in
            try await list("organizations", request) { finding, query throws(HSDSQuery.Fault) in
                let depth: HSDS.Depth = query.isFull || query.hasFullServices ? .full : .list
                return try HSDSListed(finding.organisations(query), uuid: \.uuid) {
                    finding.hsds.organisation($0, depth, servicesInFull: query.hasFullServices)
                }
            }
        }
        router.get("hsds/service_at_locations") { request, _ in
            try await list("service_at_locations", request) { finding, query throws(HSDSQuery.Fault) in
                try HSDSListed(finding.serviceAtLocations(query), uuid: \.uuid) {
                    finding.hsds.serviceAtLocation($0, isFull: query.isFull)
                }
            }
        }
        router.get("hsds/taxonomies") { request, _ in
            try await list("taxonomies", request) { finding, query throws(HSDSQuery.Fault) in
                HSDSListed(finding.hsds.taxonomies.filter { $0.isNamed(query.search) }, uuid: { _ in nil }) { $0 }
            }
        }
        router.get("hsds/taxonomy_terms") { request, _ in
            try await list("taxonomy_terms", request) { finding, query throws(HSDSQuery.Fault) in
                HSDSListed(finding.terms(query), uuid: { _ in nil }) { $0 }
            }
        }
    }

    private func list<Item: Sendable>(
        _ name: String, _ request: Request, _ find: (HSDSFinding, HSDSQuery) throws(HSDSQuery.Fault) -> HSDSListed<Item>
    ) async throws -> Response {
        let page = page(for: request)
        let known = Self.parameters.first { $0.key == name }?.value ?? []
        let hsds = try await kept.data(of: page.snapshot, page.addresses)
        let query: HSDSQuery
        let listed: HSDSListed<Item>
        do throws(HSDSQuery.Fault) {
            query = try HSDSQuery(request.query, allowing: known)
            listed = try find(HSDSFinding(hsds: hsds, snapshot: page.snapshot), query)
        } catch { return problem(error, to: request) }
        guard query.isStream else {
            let json = listed.page(query, at: "\(page.addresses.site)/hsds/\(name)")
            // What somebody typed is not kept for others.
            return site.open(
                json.bytes, "application/json", to: request, context: page,
                freshness: query.search == nil ? .snapshot : .personal)
        }
        return site.stream(
            "application/x-ndjson", fileName: "betternet-hsds-\(name).ndjson", to: request, context: page
        ) { listed.lines }
    }
}

extension HSDSFinding {
    /// None in a taxonomy that there isn't, or under such a term.
    fileprivate func terms(_ query: HSDSQuery) -> [JSON] {
        let vocabulary = query.taxonomy.flatMap { hsds.vocabulary($0) }
        let parent = query.parent.flatMap { hsds.term($0) }
        guard (query.taxonomy == nil) == (vocabulary == nil), (query.parent == nil) == (parent == nil) else {
            return []
        }
        return hsds.taxonomyTerms(in: vocabulary, top: query.isTopOnly, parent: parent)
            .filter { $0.isNamed(query.search) }
    }
}

extension JSON {
    /// Whether the name or the description of a taxonomy or a term holds these words.
    fileprivate func isNamed(_ text: String?) -> Bool {
        guard let text else { return true }
        return ["name", "description"].contains { field in
            self[field]?.text?.range(of: text, options: [.caseInsensitive, .diacriticInsensitive]) != nil
        }
    }
}

/// Everything that a request asks for, not yet written out.
struct HSDSListed<Item: Sendable>: Sendable {
    private let items: [Item]
    private let uuid: @Sendable (Item) -> UUID?
    private let json: @Sendable (Item) -> JSON?

    init(_ items: [Item], uuid: @escaping @Sendable (Item) -> UUID?, json: @escaping @Sendable (Item) -> JSON?) {
        self.items = items
        self.uuid = uuid
        self.json = json
    }

    /// One page, with what HSDS says of pages, and where the next one is.
    func page(_ query: HSDSQuery, at address: String) -> JSON {
        let pages = max(1, (items.count + query.perPage - 1) / query.perPage)
        let start = min((query.page - 1) * query.perPage, items.count)
        let some = items[start..<min(start + query.perPage, items.count)]
        let isLast = query.page >= pages
        // A search has an order of its own, which no single thing has a place in.
        let next = isLast || query.search != nil ? nil : some.last.flatMap(uuid)
        return .fields([
            "total_items": .number(items.count), "total_pages": .number(pages), "page_number": .number(query.page),
            "size": .number(some.count), "first_page": .bool(query.page == 1), "last_page": .bool(isLast),
            "empty": .bool(some.isEmpty),
            "next": next.map { .text(address + query.following($0).print()) },
            "contents": .list(some.compactMap(json)),
        ])
    }

    /// JSON lines, each made when it is sent.
    var lines: some Sequence<[UInt8]> {
        items.lazy.compactMap(json).map { json in
            var bytes = json.bytes
            bytes.append(UInt8(ascii: "\n"))
            return bytes
        }
    }
}
