import Catalogue
import HTML

/// A field with its label, a hint, and what is wrong with it, tied together for those who can't see them.
struct FormField: HTML {
    enum Shape: Sendable {
        case line, lines(Int), email, password(new: Bool), number, date, time
    }

    let name: String
    let words: String
    var value = ""
    var hint: String?
    var fault: String?
    var shape = Shape.line
    var isRequired = false
    var longest: Int?
    /// The language of what is written in it.
    var language: Language?
    var autocomplete = "off"
    /// Which keys a phone shows, such as `url` or `tel`.
    var inputmode: String?
    /// The id of a list of what could be meant.
    var list: String?

    var body: some HTML {
        div(.class(fault == nil ? "group" : "group wrong")) {
            label(.for(name)) { words }
            if let hint { p(.class("quiet"), .id("\(name)-hint")) { hint } }
            if let fault { p(.class("fault"), .id("\(name)-fault")) { fault } }
            control
        }
    }

    @HTMLBuilder private var control: some HTML {
        switch shape {
        case .lines(let count):
            textarea(.id(name), .name(name), .rows(count), .autocomplete("off")) { "\n" + value }
                .attributes(.maxlength(longest ?? 0), when: longest != nil)
                .attributes(.required, when: isRequired)
                .attributes(.lang(language?.rawValue ?? ""), when: language != nil)
                .attributes(.ariaDescribedBy(described), when: !described.isEmpty)
                .attributes(.ariaInvalid, when: fault != nil)
        default:
            input(.type(type), .id(name), .name(name), .value(shownValue), .autocomplete(completion))
                .attributes(.maxlength(longest ?? 0), when: longest != nil)
                .attributes(.required, when: isRequired)
                .attributes(.lang(language?.rawValue ?? ""), when: language != nil)
                .attributes(.ariaDescribedBy(described), when: !described.isEmpty)
                .attributes(.ariaInvalid, when: fault != nil)
                .attributes(.inputmode(inputmode ?? ""), when: inputmode != nil)
                .attributes(.list(list ?? ""), when: list != nil)
        }
    }

    private var described: String {
        [hint.map { _ in "\(name)-hint" }, fault.map { _ in "\(name)-fault" }].compactMap { $0 }.joined(separator: " ")
    }

    private var type: String {
        switch shape {
        case .line, .lines: "text"
        case .email: "email"
        case .password: "password"
        case .number: "number"
        case .date: "date"
        case .time: "time"
        }
    }

    /// Passwords are never sent back.
    private var shownValue: String { if case .password = shape { "" } else { value } }

    private var completion: String {
        if case .password(let new) = shape { return new ? "new-password" : "current-password" }
        return autocomplete
    }
}

/// What can be chosen.
struct PickOption: Sendable {
    let value: String
    let words: String

    init(_ value: String, _ words: String) {
        self.value = value
        self.words = words
    }
}

/// One choice out of a few.
struct PickOne: HTML {
    let name: String
    let words: String
    /// Value and words of each.
    let options: [PickOption]
    var chosen = ""
    var hint: String?
    var fault: String?

    var body: some HTML {
        div(.class(fault == nil ? "group" : "group wrong")) {
            label(.for(name)) { words }
            if let hint { p(.class("quiet"), .id("\(name)-hint")) { hint } }
            if let fault { p(.class("fault"), .id("\(name)-fault")) { fault } }
            select(.id(name), .name(name)) {
                for choice in options {
                    option(.value(choice.value)) { choice.words }.attributes(.selected, when: choice.value == chosen)
                }
            }
            .attributes(.ariaDescribedBy("\(name)-hint"), when: hint != nil)
        }
    }
}

/// Several choices, each with a box to tick.
struct PickMany: HTML {
    let name: String
    let words: String
    let options: [PickOption]
    var chosen: Set<String> = []
    var hint: String?
    var fault: String?

    /// More than that don't stand open at once.
    private static let shown = 8

    var body: some HTML {
        if options.count > Self.shown {
            details(.class("many")) {
                summary {
                    words
                    if !chosen.isEmpty { " (\(chosen.count))" }
                }
                boxes
            }
            .attributes(.open, when: fault != nil)
        } else {
            boxes
        }
    }

    private var boxes: some HTML {
        fieldset(.class(fault == nil ? "ticks" : "ticks wrong")) {
            legend(.class(options.count > Self.shown ? "away" : "heading")) { words }
            if let hint { p(.class("quiet")) { hint } }
            if let fault { p(.class("fault"), .id("\(name)-fault")) { fault } }
            for choice in options {
                label(.class("choice")) {
                    input(.type("checkbox"), .name(name), .value(choice.value))
                        .attributes(.checked, when: chosen.contains(choice.value))
                    span { choice.words }
                }
            }
        }
    }
}

/// The faults of a form, at its top, each a way to its field.
struct FaultList: HTML {
    let title: String
    /// The name of the field, and what is wrong.
    let faults: [(field: String, words: String)]

    var body: some HTML {
        if !faults.isEmpty {
            div(.class("danger"), .role("alert"), .id("faults")) {
                p { title }
                ul { for fault in faults { li { a(.href("#\(fault.field)")) { fault.words } } } }
            }
        }
    }
}
