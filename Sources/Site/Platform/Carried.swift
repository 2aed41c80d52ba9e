import Catalogue

/// What a reader carries from page to page. It lives in the address and nowhere else: no cookie, no account.
package struct Carried: Hashable, Sendable {
    package var shortlist: Shortlist
    /// The second language or the other words in which every page is shown beside the first.
    package var beside: Edition?

    package init(shortlist: Shortlist = Shortlist(), beside: Edition? = nil) {
        self.shortlist = shortlist
        self.beside = beside
    }

    /// Reads `keep=one,two&beside=fr`.
    package init(_ query: QueryItems) {
        self.init(shortlist: Shortlist(query), beside: query.first("beside").flatMap { Edition($0) })
    }

    package var query: [QueryItem] { shortlist.query + (beside.map { [QueryItem("beside", $0.description)] } ?? []) }

    package var isEmpty: Bool { shortlist.isEmpty && beside == nil }
}
