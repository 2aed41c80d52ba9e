import Catalogue
import HTML

/// A text for the reader: in the reader's language, or in another one that is named and marked.
struct Localised: HTML {
    let text: LocalisedText
    let context: PageContext
    /// Names stay what they are in easy words.
    private let isName: Bool

    init(_ text: LocalisedText, _ context: PageContext, isName: Bool = false) {
        self.text = text
        self.context = context
        self.isName = isName
    }

    var body: some HTML {
        if let passage = text.text(for: context.edition) {
            if passage.language == context.language {
                passage.text
                if isInOrdinaryWords(passage) {
                    " "
                    small(.class("notice")) { context.texts(.readOrdinaryNote) }
                }
            } else {
                span(.lang(passage.language.rawValue)) { passage.text }
                " "
                small(.class("notice")) {
                    context.texts(.onlyInLanguage, context.wording.name(of: LanguageTag(passage.language)))
                }
            }
        }
    }

    /// Whether somebody who reads easy words gets a text that is not in them. A few words are hardly a text.
    private func isInOrdinaryWords(_ passage: Passage) -> Bool {
        context.edition.isSimple && !passage.edition.isSimple && !isName && passage.text.split(separator: " ").count > 4
    }
}

/// Running text: paragraphs, and lists where every line begins with `- `.
struct RunningText: HTML {
    let text: String

    var body: some HTML {
        for block in blocks {
            if block.allSatisfy({ $0.hasPrefix("- ") }) {
                ul { for line in block { li { String(line.dropFirst(2)) } } }
            } else {
                p { block.joined(separator: " ") }
            }
        }
    }

    private var blocks: [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return lines.split(whereSeparator: \.isEmpty).map(Array.init)
    }
}

/// A row of facts: what, and the values.
struct Fact<Content: HTML>: HTML {
    let name: String
    let content: Content

    init(_ name: String, @HTMLBuilder content: () -> Content) {
        self.name = name
        self.content = content()
    }

    var body: some HTML {
        div {
            dt { name }
            dd { content }
        }
    }
}

/// Links to concepts, separated by commas.
struct ConceptLinks: HTML {
    let ids: [ConceptID]
    let vocabulary: VocabularyName
    let context: PageContext
    let address: @Sendable (ConceptID) -> Address

    var body: some HTML {
        for (number, id) in ids.enumerated() {
            if number > 0 { ", " }
            a(.href(context.link(address(id)))) { context.label(id, in: vocabulary) }
        }
    }
}
