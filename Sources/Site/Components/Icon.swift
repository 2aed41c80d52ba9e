import HTML

/// A line icon out of `Public/icons.svg`, drawn in the colour of the text. It is decoration: the words stand beside it.
struct Icon: HTML {
    let name: String

    init(_ name: String) { self.name = name }

    var body: some HTML {
        HTMLRaw(Self.markup[name] ?? "")
    }

    /// Every icon, ready to be written into a page.
    private static let markup: [String: String] = {
        var icons: [String: String] = [:]
        for line in Embedded.iconsSvg.split(whereSeparator: \.isNewline) {
            guard let match = line.wholeMatch(of: #/<symbol id="([a-z0-9-]+)" viewBox="0 0 24 24">(.*)</symbol>/#)
            else { continue }
            icons[String(match.1)] =
                "<svg class=i viewBox=\"0 0 24 24\" aria-hidden=true>\(match.2)</svg>"
        }
        return icons
    }()

    static var names: Set<String> { Set(markup.keys) }
}
