import Catalogue
import HTML

/// The texts of one language; its easy texts are below.
struct TextColumn: HTML {
    let part: TextsPart
    let language: Language
    let form: FormState
    private var context: PageContext { form.context }
    /// Whether this column says how the texts of the language came about.
    private var isMain: Bool { part.heading == nil }

    var body: some HTML {
        div(.class("tongue span-\(boxes)"), .role("group"), .ariaLabelledBy(id)) {
            p(.class("heading"), .id(id)) { language.ownName }
            for field in part.fields { TextBox(field: field, edition: Edition(language), form: form) }
            if isMain { LanguageStateView(language: language, form: form) }
            details(.class("easy-texts")) {
                summary { context.texts(.draftEasyTexts, context.wording.name(of: LanguageTag(language))) }
                for field in part.fields { TextBox(field: field, edition: easy, form: form) }
            }
            .attributes(.open, when: hasEasyFault)
        }
    }

    /// How many boxes stand below one another, for the same question to be at the same height in every column.
    private var boxes: Int { part.fields.count + (isMain ? 3 : 2) }
    private var id: String { "in-\(part.id)-\(language)" }
    private var easy: Edition { Edition(language, isSimple: true) }
    private var hasEasyFault: Bool { part.fields.contains { form.fault($0.name(easy)) != nil } }
}

/// One text of one edition, with how hard it is.
private struct TextBox: HTML {
    let field: TextField
    let edition: Edition
    let form: FormState

    var body: some HTML {
        div(.class("textbox")) {
            FormField(
                name: name, words: field.label.words(in: form.context), value: form[name],
                hint: field.hint.map { form.context.texts($0) }, fault: form.fault(name), shape: shape,
                longest: field.longest, language: edition.language)
            if field.shape != .line { LevelLine(name: name, note: LevelNote(form[name], in: edition), form: form) }
        }
    }

    private var name: String { field.name(edition) }

    /// As many lines as the text fills in a column, within limits.
    private var shape: FormField.Shape {
        switch field.shape {
        // A title is one line of text, but few fit into one line of a column.
        case .line: .lines(min(4, max(1, form[name].count / 24 + 1)))
        case .paragraph: .lines(min(20, max(4, form[name].count / 26 + 1)))
        case .points: .lines(min(20, max(3, form[name].count / 28 + form[name].split(separator: "\n").count)))
        }
    }
}

/// Whether the title is the owner's own, and how the texts of a language came about.
private struct LanguageStateView: HTML {
    let language: Language
    let form: FormState
    private var context: PageContext { form.context }

    var body: some HTML {
        div(.class("states")) {
            label(.class("choice")) {
                input(.type("checkbox"), .name(LanguageStatesPart.own), .value(language.rawValue))
                    .attributes(.checked, when: form.values.all(LanguageStatesPart.own).contains(language.rawValue))
                span { context.texts(.draftOwnName) }
            }
            PickOne(
                name: name, words: form.words(.fieldTranslations), options: options, chosen: form[name],
                hint: form.outdated.contains(language) ? context.texts(.draftWillBeOutdated) : nil)
        }
    }

    private var name: String { "\(LanguageStatesPart.state)-\(language)" }

    private var options: [PickOption] {
        [PickOption("", context.texts(.draftStateUnknown))]
            + TranslationState.allCases.map { PickOption($0.rawValue, context.texts($0.label)) }
    }
}

extension TranslationState {
    var label: TextKey {
        switch self {
        case .original: .draftStateOriginal
        case .person: .draftStatePerson
        case .machine: .draftStateMachine
        case .outdated: .draftStateOutdated
        }
    }
}
