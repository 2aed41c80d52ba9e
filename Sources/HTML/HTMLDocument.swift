/// A whole page.
package protocol HTMLDocument: HTML {
    associatedtype Head: HTML
    associatedtype Main: HTML
    var language: String { get }
    /// `ltr` or `rtl`.
    var direction: String { get }
    var title: String { get }
    @HTMLBuilder var headContent: Head { get }
    @HTMLBuilder var bodyContent: Main { get }
}

extension HTMLDocument {
    package var direction: String { "ltr" }

    @HTMLBuilder package var body: some HTML {
        HTMLRaw("<!DOCTYPE html>\n")
        HTMLElement<HTMLTag.html>(.lang(language)) {
            HTMLElement<HTMLTag.head> {
                meta(.charset("utf-8"))
                HTMLElement<HTMLTag.title> { title }
                meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                headContent
            }
            HTMLElement<HTMLTag.body> { bodyContent }
        }
        .attributes(.dir(direction), when: direction != "ltr")
    }
}
