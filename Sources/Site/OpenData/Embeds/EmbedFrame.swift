import Catalogue

/// Something of the shop for a frame on a page of another site.
package struct EmbedFrame: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// Who listens at this moment.
        case help
        /// What there is about a theme.
        case theme(ConceptID)
        case search
    }

    package enum Size: String, CaseIterable, Sendable {
        case small, large
    }

    package var content: Content
    package var size: Size

    package init(_ content: Content, _ size: Size = .large) {
        self.content = content
        self.size = size
    }

    /// The steps after the language.
    var path: String {
        switch content {
        case .help: "embed/help"
        case .theme(let id): "embed/themes/\(id)"
        case .search: "embed/search"
        }
    }

    var query: [QueryItem] { [QueryItem("size", size.rawValue)] }

    /// Where its links lead on the site, and what to show to whoever wants a link only.
    var target: Address {
        switch content {
        case .help: .help
        case .theme(let id): .theme(id)
        case .search: .search(SearchRequest())
        }
    }

    /// In pixels of CSS. A page can't know how high a frame of another site is, so each has a height that suits it.
    var width: Int { size == .small ? 320 : 640 }

    var height: Int {
        switch (content, size) {
        case (.help, .small): 480
        case (.help, .large): 480
        case (.theme, .small): 440
        case (.theme, .large): 800
        case (.search, .small): 300
        case (.search, .large): 250
        }
    }

    /// What a frame is called, for those who hear it.
    func title(in context: PageContext) -> String {
        switch content {
        case .help: context.texts(.helpTitle)
        case .theme(let id): context.label(id, in: .themes)
        case .search: context.texts(.embedSearch)
        }
    }
}

/// What a webmaster chose: a frame, and its language.
package struct EmbedChoice: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case help, theme, search
    }

    package var kind: Kind
    /// Kept also while something else is shown, so that it needn't be chosen twice.
    package var theme: ConceptID?
    package var size: EmbedFrame.Size
    /// Nil: that of the page.
    package var language: Language?

    package init(
        kind: Kind = .help, theme: ConceptID? = nil, size: EmbedFrame.Size = .small, language: Language? = nil
    ) {
        self.kind = kind
        self.theme = theme
        self.size = size
        self.language = language
    }

    /// Reads an address. What makes no sense is left out, so that a mistyped address still shows something.
    package init(_ query: QueryItems) {
        self.init(
            kind: query.first("what").flatMap(Kind.init) ?? .help,
            theme: query.first("theme").flatMap { ConceptID($0) },
            size: query.first("size").flatMap(EmbedFrame.Size.init) ?? .small,
            language: query.first("in").flatMap { Language(rawValue: $0) })
    }

    var query: [QueryItem] {
        guard self != EmbedChoice() else { return [] }
        return [QueryItem("what", kind.rawValue)] + (theme.map { [QueryItem("theme", $0.description)] } ?? [])
            + [QueryItem("size", size.rawValue)] + (language.map { [QueryItem("in", $0.rawValue)] } ?? [])
    }
}
