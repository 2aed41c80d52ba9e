import Catalogue
import Exchange
import HTML

/// A page as a value: what is written into the frame that all pages share.
protocol SitePage: Sendable {
    associatedtype Content: HTML
    var context: PageContext { get set }
    /// The one heading of the page; also its title in the browser.
    var title: String { get }
    /// One sentence for search engines and previews.
    var summary: String? { get }
    /// Whether search engines may list it.
    var isListed: Bool { get }
    var freshness: ReadyPage.Freshness { get }
    /// Whether a reader may want to leave it at once and unseen.
    var hasQuickExit: Bool { get }
    /// Whether its print-out ends with a code and a short address.
    var hasLeaflet: Bool { get }
    /// Whether hard words in it are explained.
    var explainsWords: Bool { get }
    /// Whether it is one of those for the people who work here, with styles of their own.
    var isWorkspace: Bool { get }
    /// Whether it holds pictures of figures, which have styles of their own.
    var hasPictures: Bool { get }
    /// What it is about in the words of schema.org, for programs that read pages; its place in the site is added to it.
    var linkedData: [JSON] { get }
    /// What says the same in other formats.
    var otherForms: [OtherForm] { get }
    /// Whether it holds frames.
    var framing: Framing { get }
    @HTMLBuilder var content: Content { get }
}

extension SitePage {
    var summary: String? { nil }
    var isListed: Bool { true }
    var freshness: ReadyPage.Freshness { .snapshot }
    var hasQuickExit: Bool { false }
    var hasLeaflet: Bool { false }
    var explainsWords: Bool { false }
    var isWorkspace: Bool { false }
    var hasPictures: Bool { false }
    var linkedData: [JSON] { [] }
    var otherForms: [OtherForm] { [] }
    var framing: Framing { .none }

    /// The same page for a reader of another edition.
    func reading(_ edition: Edition) -> Self {
        var copy = self
        copy.context = context.reading(edition)
        return copy
    }
}

/// Where programs find what a page says in another format.
struct OtherForm: Sendable {
    let mediaType: String
    let address: String
    /// For people who choose between several.
    var title: String?
}
