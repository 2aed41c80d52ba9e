import Catalogue
import Editorial
import HTML

/// The page behind the link in a reminder: the facts of an entry, and one button. Looking at it changes nothing, because
/// mail programs open links by themselves.
struct StillRightPage: SitePage {
    var context: PageContext
    let record: Record
    /// Who got the letter.
    let account: Account
    private var name: String { context.title(of: record.id) }

    var title: String { context.texts(.stillRightTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.stillRightLead, name) }
        article(.class("card")) {
            p(.class("eyebrow")) {
                Icon("kind-\(record.kind.rawValue)")
                context.label(record.kind)
            }
            h2 { Localised(record.title, context, isName: true) }
            p { Localised(record.summary, context) }
            ShortFacts(record: record, context: context)
            if record.isShown {
                p { a(.href(context.link(.record(record.kind, record.id)))) { context.texts(.stillRightWhole) } }
            }
        }
        // Without a session there is no code for the form: whoever has the letter has the right.
        form(.class("work"), .method("post"), .action(context.link(context.address))) {
            button(.type("submit")) { context.texts(.stillRightYes) }
        }
        p { a(.href(context.link(.workspace(.entry(record.id))))) { context.texts(.stillRightNo) } }
    }
}

/// Thanks: what readers see now, and what else there is to check.
struct StillRightThanksPage: SitePage {
    var context: PageContext
    let record: Record
    let verification: Verification
    /// How many more entries wait for this person.
    let more: Int

    var title: String { context.texts(.stillRightThanksTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.stillRightThanks, context.title(of: record.id)) }
        blockquote { p { context.words(of: verification) } }
        if more > 0 {
            p {
                a(.class("button"), .href(context.link(.workspace(.verifying)))) {
                    context.texts(.stillRightMore, count: more)
                }
            }
        } else {
            p { context.texts(.stillRightNoMore) }
        }
        p { a(.href(context.link(.record(record.kind, record.id)))) { context.texts(.stillRightWhole) } }
    }
}

/// The link was used, or is too old, or never was one: all look the same.
struct OldLinkPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.stillRightOldTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }
    var isWorkspace: Bool { true }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.stillRightOld, "\(Reminder.days)") }
        p {
            a(.class("button"), .href(context.link(.workspace(.verifying)))) { context.texts(.stillRightToList) }
        }
    }
}
