import Catalogue
import HTML

/// The languages in which the offer exists.
struct OfferLanguagesPart: FormPart {
    private static let name = "languages"
    /// Tags of languages that are not in the list.
    private static let others = "languages-other"

    var names: [String] { [Self.name] }

    func write(_ record: Record, to values: inout FormValues) {
        let tags = record.languages.map(\.description)
        if values.all(Self.name).isEmpty {
            for tag in tags where Wording.known.contains(tag) { values.put(Self.name, tag) }
        }
        values.fill(Self.others, tags.filter { !Wording.known.contains($0) }.joined(separator: ", "))
    }

    func read(_ reading: inout FormReading) {
        let before = reading.record.languages
        var others = before.filter { !Wording.known.contains($0.description) }
        let typed = reading.values[Self.others].split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
        let tags = typed.compactMap { LanguageTag($0) }
        if tags.count == typed.count { others = tags } else { reading.refuse(Self.others, .languageTag) }
        let chosen = reading.values.all(Self.name).compactMap { LanguageTag($0) } + others
        var next = before.filter(chosen.contains)
        for tag in chosen where !next.contains(tag) { next.append(tag) }
        reading.record.languages = next
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        let chosen = form.values.all(Self.name)
        PickList(
            name: Self.name, words: form.words(.fieldLanguages),
            choices: Wording.known.map { tag in
                PickList.Choice(
                    value: tag, words: LanguageTag(tag).map(form.context.wording.name(of:)) ?? tag,
                    isChosen: chosen.contains(tag))
            }, fault: form.fault(Self.name), context: form.context)
        if !form[Self.others].isEmpty || form.fault(Self.others) != nil {
            languageTags(in: form)
        } else {
            details {
                summary { form.context.texts(.draftOtherLanguages) }
                languageTags(in: form)
            }
        }
    }

    @HTMLBuilder private func languageTags(in form: FormState) -> HTMLFragment {
        FormField(
            name: Self.others, words: form.context.texts(.draftOtherLanguages), value: form[Self.others],
            hint: form.context.texts(.draftOtherLanguagesHint), fault: form.fault(Self.others), longest: 100)
    }
}
