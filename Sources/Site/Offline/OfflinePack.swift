import Catalogue
import Foundation
import HTML
import NIOCore

/// What a browser keeps of one edition when its reader asks: the content of the essential pages, and the frame to put
/// them into. One packed file, so that it takes little room; `Public/worker.js` reads it.
struct OfflinePack: Encodable {
    /// The day on which it was made, as `2026-11-27`.
    let made: String
    /// A page with the marks below in the places of path, title and content.
    let frame: String
    /// What the frame links to.
    let assets: [String]
    /// By path: title and content.
    let pages: [String: Page]
    let missing: Page

    struct Page: Encodable {
        let title: String
        let content: String
    }

    init(of snapshot: Snapshot, edition: Edition, on day: CivilDay, settings: SiteSettings) {
        let kept = KeptPages(of: snapshot, edition: edition, on: day, settings: settings)
        made = day.description
        assets = [Asset.styles.path, Asset.icon.path, Asset.exit.path, Asset.aloud.path]
        let context = kept.context
        let frame = FramePage(context: context.at(FramePage.address))
        self.frame = Frame(page: frame).render()
        pages = Dictionary(
            kept.essential.map { ($0.context.address.print(in: edition), Self.page($0)) },
            uniquingKeysWith: { first, _ in first })
        missing = Page(
            title: context.texts(.offlineMissing), content: MissingPage(context: context).render())
    }

    private static func page(_ page: some SitePage) -> Page {
        Page(title: page.title, content: MainContent(page: page).render())
    }

    /// gzip, which browsers can unpack by themselves.
    func packed() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = try encoder.encode(self)
        guard let packed = ContentCoding.gzip.pack(ByteBuffer(bytes: json), thoroughly: true) else {
            throw ZipArchive.Fault.failed("gzip")
        }
        return Array(packed.readableBytesView)
    }
}

/// The frame around a kept page: says how old it is.
private struct FramePage: SitePage {
    /// Prints `/nl/kept-page-mark`, in the place of which the path of the page belongs.
    static let address = Identifier("kept-page-mark").map { Address.page($0) } ?? .home

    var context: PageContext

    var title: String { "kept-title-mark" }
    var isListed: Bool { false }
    var hasQuickExit: Bool { true }

    var content: some HTML {
        p(.class("notice"), .role("status")) {
            Icon("offline")
            context.texts(.offlineNotice, context.wording.date(context.now.day))
        }
        div(.id("kept")) { "kept-content-mark" }
    }
}

/// What is shown for a page that is not kept.
private struct MissingPage: HTML {
    let context: PageContext

    var body: some HTML {
        h1 { context.texts(.offlineMissing) }
        p(.class("lead")) { context.texts(.offlineMissingText) }
        p { a(.class("button urgent"), .href(context.link(.help))) { context.texts(.helpAll) } }
    }
}
