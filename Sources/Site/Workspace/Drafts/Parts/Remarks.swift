import Catalogue
import HTML

/// What a caller should know of a number or an address, in every edition, and what an editor should know.
struct Remarks: HTML {
    let row: String
    let form: FormState
    private var context: PageContext { form.context }

    var body: some HTML {
        details(.class("remarks")) {
            summary { context.texts(.draftRemarks) }
            for language in Language.allCases {
                FormField(
                    name: "\(row)-note-\(language)", words: words(Edition(language)),
                    value: form["\(row)-note-\(language)"], longest: FormReading.longestLine, language: language)
            }
            for edition in Edition.allCases where edition.isSimple {
                FormField(
                    name: "\(row)-note-\(edition)", words: words(edition), value: form["\(row)-note-\(edition)"],
                    longest: FormReading.longestLine, language: edition.language)
            }
            FormField(
                name: "\(row)-remark", words: context.texts(.draftRemark), value: form["\(row)-remark"],
                hint: context.texts(.draftRemarkHint), longest: FormReading.longestText, language: .en)
        }
        .attributes(.open, when: form.isFilled(["\(row)-note", "\(row)-remark"]))
    }

    private func words(_ edition: Edition) -> String {
        FieldNames.words(context.texts(.draftNote), of: edition, in: context)
    }

    static func write(note: LocalisedText?, remark: String?, as row: String, to values: inout FormValues) {
        for edition in Edition.allCases { values.put("\(row)-note-\(edition)", note?[edition]) }
        values.put("\(row)-remark", remark)
    }

    static func note(of row: String, in values: FormValues) -> LocalisedText? {
        var note = LocalisedText()
        for edition in Edition.allCases {
            let text = values["\(row)-note-\(edition)"]
            if !text.isEmpty { note[edition] = edition.language == .fr ? text.withFrenchSpacing : text }
        }
        return note.isEmpty ? nil : note
    }

    static func remark(of row: String, in values: FormValues) -> String? {
        let text = values["\(row)-remark"]
        return text.isEmpty ? nil : text
    }
}
