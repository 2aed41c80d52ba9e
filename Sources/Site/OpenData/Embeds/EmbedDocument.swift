import Catalogue
import HTML

/// A page that stands in a frame of another site: little, without script, cookie or picture from elsewhere. Its links open
/// beside the page that holds it.
struct EmbedDocument<Content: HTML>: HTMLDocument {
    let context: PageContext
    let size: EmbedFrame.Size
    let heading: String
    let content: Content

    init(_ heading: String, _ size: EmbedFrame.Size, _ context: PageContext, @HTMLBuilder content: () -> Content) {
        self.heading = heading
        self.size = size
        self.context = context
        self.content = content()
    }

    var language: String { context.edition.description }
    var title: String { "\(heading) – \(context.texts(.siteName))" }

    var headContent: some HTML {
        meta(.name("robots"), .content("noindex"))
        meta(.name("color-scheme"), .content("light dark"))
        meta(.name("format-detection"), .content("telephone=no"))
        link(.rel("stylesheet"), .href(Asset.embedStyles.path))
        link(.rel("icon"), .href(Asset.icon.path), .type("image/svg+xml"))
    }

    var bodyContent: some HTML {
        main(.class(size.rawValue)) {
            h1 { heading }
            content
        }
        footer {
            p {
                EmbedLink(.home, context) { context.texts(.siteName) }
                " "
                small { context.texts(.embedNewTab) }
            }
        }
    }
}

/// A link out of a frame. It carries nothing of the page around it.
struct EmbedLink<Content: HTML>: HTML {
    private let address: String
    private let content: Content

    init(_ address: Address, _ context: PageContext, @HTMLBuilder content: () -> Content) {
        self.address = address.print(in: context.edition)
        self.content = content()
    }

    var body: some HTML {
        a(.href(address), .newTab, .rel("noopener")) { content }
    }
}
