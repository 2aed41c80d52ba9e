import Catalogue
import Editorial
import HTML

/// What became of the last save.
struct NoticeView: HTML {
    let notice: DraftPage.Notice?
    let draft: Draft
    let context: PageContext

    var body: some HTML {
        switch notice {
        case nil: HTMLFragment()
        case .kept?: p(.class("notice"), .role("status")) { Self.kept(draft, in: context) }
        case .merged(let theirs, let by)?:
            div(.class("note"), .role("status")) {
                p { Self.kept(draft, in: context) }
                p { context.texts(.draftMerged, by) }
                ul {
                    for change in Self.told(theirs) {
                        li {
                            FieldNames.words(for: change.path, in: context)
                            MergedValue(change: change, context: context)
                        }
                    }
                }
            }
        }
    }

    /// "Kept at 2.03 pm"; of an earlier day with its date.
    static func kept(_ draft: Draft, in context: PageContext) -> String {
        let moment = BrusselsTime(draft.changed)
        let isToday = moment.day == context.now.day
        return context.texts(
            .draftKeptAt,
            isToday ? context.wording.clock(moment.minute) : context.wording.moment(draft.changed))
    }

    /// "Anna changed: summary (French), themes."
    static func merged(_ theirs: [FieldChange], by: String, in context: PageContext) -> String {
        let fields = told(theirs).map { FieldNames.words(for: $0.path, in: context) }
        return context.texts(.draftMerged, by) + " " + fields.joined(separator: ", ")
    }

    /// Without the name of something new, which follows its title by itself.
    private static func told(_ changes: [FieldChange]) -> [FieldChange] {
        changes.flatMap(\.parts).filter { $0.path != "id" }
    }
}

/// What somebody else put there.
private struct MergedValue: HTML {
    let change: FieldChange
    let context: PageContext

    var body: some HTML {
        let lines = FieldValues(context: context).lines(change.after, at: change.path)
        if !lines.isEmpty {
            ": "
            span { lines.joined(separator: "; ") }
                .attributes(.lang(change.path.edition?.description ?? ""), when: change.path.edition != nil)
        }
    }
}
