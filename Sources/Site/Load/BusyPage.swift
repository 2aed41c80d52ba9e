import HTML

/// What somebody sees who was turned away: that it is busy, when to come back, and that help stays open.
struct BusyPage: SitePage {
    /// What it is to say.
    struct Words: Hashable, Sendable {
        /// Whether something was sent, which was not kept then.
        let isSent: Bool
        /// Whether it is this source that asked too much, not everybody together.
        let isSource: Bool
    }

    var context: PageContext
    let words: Words

    var title: String { context.texts(.busyTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) {
            context.texts(words.isSent ? .busySent : words.isSource ? .busySource : .busyText)
        }
        ToHelpOrHome(context: context)
    }
}
