import Catalogue
import Editorial
import HTML

/// What changed, field by field. What was removed is crossed out and what was added underlined, and both say so to those
/// who can't see it.
struct DifferenceView: HTML {
    let changes: [FieldChange]
    let context: PageContext
    /// Whether all of it is new: then it is shown as it is, without marks.
    var isWhole = false

    var body: some HTML {
        if !isWhole, !shown.isEmpty { p(.class("quiet")) { context.texts(.differenceKey) } }
        for change in shown {
            div(.class("difference")) {
                h3 { FieldNames.words(for: change.path, in: context).sentenceCase }
                if isWhole {
                    ValueList(
                        added: values.lines(change.after, at: change.path), context: context, isMarked: false,
                        language: change.path.edition?.description)
                } else if isProse(change) {
                    WordMarks(words: change.words, edition: change.path.edition, context: context)
                } else {
                    FieldMarks(change: change, context: context)
                }
            }
        }
    }

    private var values: FieldValues { FieldValues(context: context) }

    /// Without what says nothing on either side, and without the name in the address of something new.
    private var shown: [FieldChange] {
        changes.flatMap(\.parts).filter { change in
            if isWhole, change.path == "id" || change.after == .bool(false) { return false }
            return [change.before, change.after].contains { !values.lines($0, at: change.path).isEmpty }
        }
    }

    private func isProse(_ change: FieldChange) -> Bool {
        (change.before ?? change.after)?.text != nil && values.isProse(change.path)
    }
}

/// A text with the words that went and came.
struct WordMarks: HTML {
    let words: [WordChange]
    let edition: Edition?
    let context: PageContext

    var body: some HTML {
        p(.class("marked")) {
            for word in words {
                switch word {
                case .same(let text): text
                case .removed(let text): Trimmed(text) { Removed(text: $0, context: context) }
                case .added(let text): Trimmed(text) { Added(text: $0, context: context) }
                }
            }
        }
        .attributes(.lang(edition?.description ?? ""), when: edition != nil)
    }
}

/// A stretch of a text with the space at its ends left outside, so that no line is drawn under nothing.
private struct Trimmed<Content: HTML>: HTML {
    let before: Substring
    let after: Substring
    let content: Content

    init(_ text: String, content: (String) -> Content) {
        before = text.prefix(while: \.isWhitespace)
        let rest = text.dropFirst(before.count)
        let words = rest.reversed().drop(while: \.isWhitespace).reversed()
        after = rest.dropFirst(words.count)
        self.content = content(String(words))
    }

    var body: some HTML {
        String(before)
        content
        String(after)
    }
}

/// What went out of a field and what came into it, a line each.
private struct FieldMarks: HTML {
    let change: FieldChange
    let context: PageContext

    var body: some HTML {
        if removed.isEmpty, added.isEmpty {
            p { context.texts(.differenceOrder) }
            ValueList(added: values.lines(change.after, at: change.path), context: context, isMarked: false)
        } else {
            ValueList(removed: removed, added: added, context: context)
        }
    }

    private var values: FieldValues { FieldValues(context: context) }
    private var before: [String] { values.lines(change.before, at: change.path) }
    private var after: [String] { values.lines(change.after, at: change.path) }

    /// Of a list its elements; of anything else the lines that only one side has.
    private var removed: [String] {
        isList
            ? values.lines(.list(change.removed), at: change.path) : before.filter { !after.contains($0) }
    }

    private var added: [String] {
        isList ? values.lines(.list(change.added), at: change.path) : after.filter { !before.contains($0) }
    }

    private var isList: Bool { change.before?.elements != nil || change.after?.elements != nil }
}

/// Values, a line each.
struct ValueList: HTML {
    var removed: [String] = []
    let added: [String]
    let context: PageContext
    var isMarked = true
    var language: String?

    var body: some HTML {
        if let only = removed.isEmpty && added.count == 1 ? added.first : nil {
            p(.class("marked")) { value(only) }.attributes(.lang(language ?? ""), when: language != nil)
        } else {
            ul(.class("values")) {
                for line in removed { li { Removed(text: line, context: context) } }
                for line in added { li { value(line) } }
            }
            .attributes(.lang(language ?? ""), when: language != nil)
        }
    }

    @HTMLBuilder private func value(_ line: String) -> HTMLFragment {
        if isMarked { Added(text: line, context: context) } else { line }
    }
}

private struct Removed: HTML {
    let text: String
    let context: PageContext

    var body: some HTML {
        del {
            span(.class("away")) { context.texts(.differenceRemoved) + " " }
            text
        }
    }
}

private struct Added: HTML {
    let text: String
    let context: PageContext

    var body: some HTML {
        ins {
            span(.class("away")) { context.texts(.differenceAdded) + " " }
            text
        }
    }
}
