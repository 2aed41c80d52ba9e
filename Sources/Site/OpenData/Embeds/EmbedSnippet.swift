import Catalogue
import HTML

/// What a webmaster copies into a page.
struct EmbedSnippet: Sendable {
    let frame: EmbedFrame
    /// In the language of the frame, with the name of the site.
    let title: String
    private let edition: Edition
    private let site: String

    init(frame: EmbedFrame, language: Language, context: PageContext) {
        self.frame = frame
        edition = Edition(language)
        site = context.settings.publicAddress
        let reader = context.reading(edition)
        title = "\(frame.title(in: reader)) – \(reader.texts(.siteName))"
    }

    /// Of the frame on this site.
    var path: String { Address.openData(.frame(frame)).print(in: edition) }

    /// It sends nobody the address of the page around it, and never grows wider than its place.
    var frameCode: String {
        """
        <iframe src="\(Self.escape(site + path))"
          title="\(Self.escape(title))" lang="\(edition)"
          width="\(frame.width)" height="\(frame.height)"
          style="border:0;max-width:100%"
          loading="lazy" referrerpolicy="no-referrer"></iframe>
        """
    }

    var linkCode: String {
        """
        <a href="\(Self.escape(site + frame.target.print(in: edition)))"
          hreflang="\(edition)" lang="\(edition)">\(Self.escape(title))</a>
        """
    }

    /// For a value between double quotes, and for text.
    private static func escape(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
