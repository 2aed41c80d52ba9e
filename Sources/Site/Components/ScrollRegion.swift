import HTML

/// Something wider than a phone, such as a table: it scrolls by itself, by keyboard too (WCAG 2.2, 1.4.10 and 2.1.1).
struct ScrollRegion<Content: HTML>: HTML {
    let name: String
    let content: Content

    init(_ name: String, @HTMLBuilder content: () -> Content) {
        self.name = name
        self.content = content()
    }

    var body: some HTML {
        div(.class("scrolls"), .role("region"), .ariaLabel(name), .tabindex(0)) { content }
    }
}
