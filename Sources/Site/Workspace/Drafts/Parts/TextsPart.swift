import Catalogue
import HTML

/// Texts with their languages side by side.
struct TextsPart: FormPart {
    let fields: [TextField]
    /// What the texts are of, where the form has several such parts: "question ‘who’".
    var heading: FormLabel?
    /// Sets these columns apart from others of the page.
    var id = "texts"

    var names: [String] { fields.map(\.name) }

    func write(_ record: Record, to values: inout FormValues) {
        for field in fields {
            for edition in Edition.allCases { values.fill(field.name(edition), field.get(record, edition)) }
        }
    }

    func read(_ reading: inout FormReading) {
        for field in fields {
            for edition in Edition.allCases {
                let name = field.name(edition)
                // What was not touched stays as it is to the letter.
                let sent = reading.values[name]
                let text = field.shape == .line ? sent.replacing("\n", with: " ") : sent
                guard text != (field.get(reading.record, edition) ?? "").tidied else { continue }
                guard text.count <= field.longest else {
                    reading.refuse(name, .tooLong(most: field.longest))
                    continue
                }
                let spaced = edition.language == .fr ? text.withFrenchSpacing : text
                field.set(&reading.record, edition, spaced.isEmpty ? nil : spaced)
            }
        }
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        if let heading {
            details(.class("texts")) {
                summary { heading.words(in: form.context) }
                columns(in: form)
            }
            .attributes(.open, when: form.hasFault(names))
        } else {
            columns(in: form)
        }
    }

    @HTMLBuilder private func columns(in form: FormState) -> HTMLFragment {
        div(.class("tongues")) {
            for language in Language.allCases {
                TextColumn(part: self, language: language, form: form)
            }
        }
    }
}

/// The languages in which the title is the owner's own, and how the texts of each language came about. Shown in the
/// columns of the texts.
struct LanguageStatesPart: FormPart {
    static let own = "own-names"
    static let state = "state"

    var names: [String] { [Self.own, Self.state] }

    func write(_ record: Record, to values: inout FormValues) {
        if !values.has(Self.own) { for language in record.ownNames { values.put(Self.own, language.rawValue) } }
        for (language, state) in record.translations ?? [:] {
            values.fill("\(Self.state)-\(language)", state.rawValue)
        }
    }

    func read(_ reading: inout FormReading) {
        let own = Set(reading.values.all(Self.own).compactMap { Language(rawValue: $0) })
        let before = reading.record.ownNames
        reading.record.ownNames =
            before.filter(own.contains) + Language.allCases.filter { own.contains($0) && !before.contains($0) }
        var states: [Language: TranslationState] = [:]
        for language in Language.allCases {
            states[language] = TranslationState(rawValue: reading.values["\(Self.state)-\(language)"])
        }
        reading.record.translations = states.isEmpty ? nil : states
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment { HTMLFragment() }
}
