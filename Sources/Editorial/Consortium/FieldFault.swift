import Catalogue

/// What is wrong with a field of the consortium's forms.
package struct FieldFault: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case missing
        /// In characters.
        case tooLong(most: Int)
        case tooMany(most: Int)
        case webAddress, email, phone, time
        /// Neither e-mail address nor phone number.
        case unreachable
        case endsBeforeBegins
    }

    /// The name of the field in its form.
    package let field: String
    package let reason: Reason

    package init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

/// Collects what is wrong with fields; at most one thing of each.
struct FieldCheck {
    private(set) var faults: [FieldFault] = []

    mutating func that(_ isRight: Bool, _ field: String, _ reason: FieldFault.Reason) {
        guard !isRight, !faults.contains(where: { $0.field == field }) else { return }
        faults.append(FieldFault(field, reason))
    }

    mutating func text(_ text: String, _ field: String, most: Int, isNeeded: Bool = true) {
        that(!isNeeded || !text.isEmpty, field, .missing)
        that(text.count <= most, field, .tooLong(most: most))
    }

    mutating func email(_ text: String, _ field: String, isNeeded: Bool) {
        that(!isNeeded || !text.isEmpty, field, .missing)
        that(text.isEmpty || (try? EmailAddress(text)) != nil, field, .email)
    }
}
