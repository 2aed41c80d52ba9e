import Catalogue
import HTML

/// Where a webmaster chooses what to show on another site, sees it live and copies the code.
struct EmbedComposerPage: SitePage {
    var context: PageContext
    let choice: EmbedChoice

    var title: String { context.texts(.embeddingTitle) }
    var summary: String? { context.texts(.embeddingLead) }
    var isListed: Bool { choice == EmbedChoice() }
    var hasPictures: Bool { true }
    var framing: Framing { .holding }

    private var texts: Texts { context.texts }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.embeddingLead) }
        section(.ariaLabelledBy("choose")) {
            h2(.id("choose")) { texts(.embeddingChoose) }
            choices
        }
        section(.ariaLabelledBy("preview")) {
            h2(.id("preview")) { texts(.embeddingPreview) }
            iframe(
                .class("embedded"), .src(snippet.path), .title(snippet.title), .width(frame.width),
                .height(frame.height)
            ) {}
        }
        section(.ariaLabelledBy("copy")) {
            h2(.id("copy")) { texts(.embeddingCopy) }
            code("frame", .embeddingFrame, .embeddingFrameHint, snippet.frameCode, lines: 7)
            code("link", .embeddingLink, .embeddingLinkHint, snippet.linkCode, lines: 3)
        }
        section(.ariaLabelledBy("promises")) {
            h2(.id("promises")) { texts(.embeddingPromises) }
            ul { for key in Self.promises { li { texts(key) } } }
        }
    }

    private static let promises: [TextKey] = [
        .embeddingPromisePrivate, .embeddingPromiseFresh, .embeddingPromiseOpen, .embeddingPromiseAccess,
    ]

    private var choices: some HTML {
        form(.class("choices"), .action(action), .method("get")) {
            PickOne(
                name: "what", words: texts(.embeddingWhat),
                options: EmbedChoice.Kind.allCases.map { PickOption($0.rawValue, texts($0.words)) },
                chosen: choice.kind.rawValue)
            PickOne(
                name: "theme", words: texts(.embeddingTheme),
                options: themes.map { PickOption($0.id.description, context.label($0.id, in: .themes)) },
                chosen: theme?.description ?? "", hint: texts(.embeddingThemeHint))
            PickOne(
                name: "size", words: texts(.embeddingSize),
                options: [
                    PickOption(EmbedFrame.Size.small.rawValue, texts(.embeddingSizeSmall)),
                    PickOption(EmbedFrame.Size.large.rawValue, texts(.embeddingSizeLarge)),
                ], chosen: choice.size.rawValue)
            PickOne(
                name: "in", words: texts(.embeddingLanguage),
                options: Language.allCases.map { PickOption($0.rawValue, $0.ownName) }, chosen: language.rawValue)
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            p { button(.type("submit")) { texts(.embeddingShow) } }
        }
    }

    private func code(_ name: String, _ words: TextKey, _ hint: TextKey, _ text: String, lines: Int) -> some HTML {
        div(.class("group")) {
            label(.for(name)) { texts(words) }
            p(.class("quiet"), .id("\(name)-hint")) { texts(hint) }
            textarea(
                .id(name), .name(name), .rows(lines), .readonly, .autocomplete("off"),
                .ariaDescribedBy("\(name)-hint")
            ) { text }
        }
    }

    private var action: String { Address.openData(.embed).print(in: context.edition) }

    private var language: Language { choice.language ?? context.language }

    private var themes: [Concept] { context.catalogue[.themes].concepts }

    /// The theme that was chosen, if there is such a one; else the first.
    private var theme: ConceptID? {
        choice.theme.flatMap { context.catalogue[.themes][$0]?.id } ?? themes.first?.id
    }

    private var frame: EmbedFrame {
        switch choice.kind {
        case .help: EmbedFrame(.help, choice.size)
        case .search: EmbedFrame(.search, choice.size)
        case .theme: EmbedFrame(theme.map { .theme($0) } ?? .help, choice.size)
        }
    }

    private var snippet: EmbedSnippet { EmbedSnippet(frame: frame, language: language, context: context) }
}

extension EmbedChoice.Kind {
    fileprivate var words: TextKey {
        switch self {
        case .help: .embeddingWhatHelp
        case .theme: .embeddingWhatTheme
        case .search: .embeddingWhatSearch
        }
    }
}
