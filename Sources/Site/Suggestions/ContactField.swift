import Editorial
import HTML

/// Where somebody without account leaves an address for an answer, or nothing.
struct ContactField: HTML {
    static let name = "contact"

    let context: PageContext
    var value = ""
    var fault: String?

    var body: some HTML {
        FormField(
            name: Self.name, words: context.texts(.suggestionContact), value: value,
            hint: context.texts(.suggestionContactHint), fault: fault, shape: .email,
            longest: Suggestion.longestContact, autocomplete: "email")
    }

    /// What is wrong with an address; nil where it will do, or there is none.
    static func fault(in text: String, _ texts: Texts) -> String? {
        guard !text.isEmpty else { return nil }
        let isAddress = text.count <= Suggestion.longestContact && (try? EmailAddress(text)) != nil
        return isAddress ? nil : texts(.suggestionContactFault)
    }
}

/// A trap for programs that fill in every field; people don't see it.
struct TrapField: HTML {
    private static let name = "website"

    let context: PageContext

    var body: some HTML {
        div(.class("trap"), .ariaHidden) {
            label(.for(Self.name)) { context.texts(.leaveEmpty) }
            input(.type("text"), .id(Self.name), .name(Self.name), .autocomplete("off"), .tabindex(-1))
        }
    }

    /// Whether a program filled in the form.
    static func caught(_ fields: QueryItems) -> Bool { !(fields.first(name)?.isEmpty ?? true) }
}
