import HTML

/// A drawing with its title and description.
///
/// Without links it is one picture to a screen reader (`img`), which then passes over what is in it. With links it is a
/// `document`, because whatever is inside an `img` is not to be reached; other roles are not for drawings
/// (https://www.w3.org/TR/html-aria/#el-svg).
///
/// It has no `viewBox`: places across it are in per cent, so it stretches to its column while letters and marks stay as
/// large as they are.
struct PictureFrame: HTML {
    private let name: FigureName
    private let style: String
    private let holdsLinks: Bool
    private let content: HTMLFragment

    init(_ name: FigureName, class style: String, holdsLinks: Bool, @HTMLBuilder content: () -> HTMLFragment) {
        self.name = name
        self.style = style
        self.holdsLinks = holdsLinks
        self.content = content()
    }

    var body: some HTML {
        svg(
            .class(style), .role(holdsLinks ? "document" : "img"), .ariaLabelledBy("\(name.id)-title"),
            .ariaDescribedBy("\(name.id)-desc")
        ) {
            SVG.title(.id("\(name.id)-title")) { name.title }
            SVG.desc(.id("\(name.id)-desc")) { name.description }
            content
        }
    }
}

/// A part of a drawing that leads somewhere, or one that doesn't; both say what they are to who points at them.
struct PictureLink: HTML {
    private let address: String?
    private let said: String
    private let isStop: Bool
    private let content: HTMLFragment

    /// `isStop`: whether the keyboard stops at it.
    init(_ address: String?, said: String, isStop: Bool = true, @HTMLBuilder content: () -> HTMLFragment) {
        self.address = address
        self.said = said
        self.isStop = isStop
        self.content = content()
    }

    var body: some HTML {
        if let address {
            SVG.a(.href(address)) { inside }
                .attributes(.tabindex(-1), when: !isStop)
        } else {
            SVG.g { inside }
        }
    }

    @HTMLBuilder private var inside: some HTML {
        SVG.title { said }
        content
    }
}

/// A name broken into lines for a drawing, which doesn't break its own.
struct LabelLines: Hashable, Sendable {
    let lines: [String]

    /// Lines of about `width` letters, at most `most` of them, broken at spaces and after hyphens; what is left over ends
    /// in an ellipsis, because the whole name stands in the title of what is drawn.
    init(_ text: String, width: Int, most: Int = 2) {
        var lines: [String] = []
        for word in Self.words(of: text) {
            if let last = lines.last, last.count + word.text.count + (word.isJoined ? 0 : 1) <= width {
                lines[lines.count - 1] = last + (word.isJoined ? "" : " ") + word.text
            } else {
                lines.append(word.text)
            }
        }
        if lines.count > most {
            lines = lines.prefix(most - 1) + [lines.dropFirst(most - 1).joined(separator: " ")]
        }
        self.lines = lines.map { $0.count > width ? $0.prefix(max(1, width - 1)) + "…" : $0 }
    }

    /// The words, and whether each hangs on the one before it without a space.
    private static func words(of text: String) -> [(text: String, isJoined: Bool)] {
        text.split(whereSeparator: \.isWhitespace).flatMap { word in
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            return parts.enumerated().map { place, part in
                (String(part) + (place < parts.count - 1 ? "-" : ""), place > 0)
            }
        }
    }
}
