import Catalogue
import Editorial
import HTML

/// What somebody follows, and the ways to hear of it.
struct FollowsPage: WorkspacePage {
    static let theme = "theme"
    static let territory = "territory"

    var context: PageContext
    let visit: Workspace.Visit
    let follows: [Follow]
    let feed: Feed?
    /// The address of a feed that was just made: shown once.
    var newFeed: String?
    var hasEndedFeed = false
    /// Why nothing was added.
    var fault: String?

    var title: String { texts(.followsTitle) }
    private var texts: Texts { context.texts }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { texts(.followsLead) }
        FaultList(title: texts(.draftFaults), faults: fault.map { [(Self.theme, $0)] } ?? [])
        if follows.isEmpty { p { texts(.followsNone) } }
        listing(.workEntries) { if case .record = $0 { true } else { false } }
        listing(.navThemes) { if case .theme = $0 { true } else { false } }
        listing(.navPlaces) { if case .territory = $0 { true } else { false } }
        section(.ariaLabelledBy("add")) {
            h2(.id("add")) { texts(.followsAdd) }
            p(.class("quiet")) { texts(.followsAddHint) }
            WorkspaceForm(.follows, visit: visit, context: context) {
                pick(Self.theme, .followsTheme, in: .themes, fault: fault)
                pick(Self.territory, .followsPlace, in: .territories)
                button(.type("submit"), .name("action"), .value("add")) { texts(.entryFollow) }
            }
        }
        FeedSection(page: self)
        section(.ariaLabelledBy("letter")) {
            h2(.id("letter")) { texts(.followsLetter) }
            p { texts(visit.account.wantsDigest ? .followsLetterOn : .followsLetterOff) }
            p { a(.href(context.link(.workspace(.account)))) { texts(.followsLetterChange) } }
        }
    }

    @HTMLBuilder
    private func listing(_ heading: TextKey, _ isOne: (Follow.Subject) -> Bool) -> some HTML {
        let subjects = follows.map(\.subject).filter(isOne)
        if !subjects.isEmpty {
            section {
                h2 { texts(heading) }
                ul(.class("cases")) {
                    for subject in subjects {
                        li {
                            a(.href(address(of: subject))) { context.name(of: subject) }
                            if isGone(subject) { p(.class("quiet")) { texts(.followsGone) } }
                            FollowButton(subject: subject, isFollowed: true, visit: visit, context: context)
                        }
                    }
                }
            }
        }
    }

    private func address(of subject: Follow.Subject) -> String {
        switch subject {
        case .record(let id): context.link(.workspace(.entry(id)))
        case .theme(let id): context.link(.theme(id))
        case .territory(let id): context.link(.territory(id))
        }
    }

    private func isGone(_ subject: Follow.Subject) -> Bool {
        switch subject {
        case .record(let id): context.catalogue[id] == nil
        case .theme(let id): context.catalogue[.themes][id] == nil
        case .territory(let id): context.catalogue[.territories][id] == nil
        }
    }

    /// What is not followed yet.
    private func pick(
        _ name: String, _ words: TextKey, in vocabulary: VocabularyName, fault: String? = nil
    ) -> PickOne {
        let followed = Set(follows.map(\.subject.name))
        let concepts = context.catalogue[vocabulary].concepts.filter { !followed.contains("\(name)/\($0.id)") }
        return PickOne(
            name: name, words: texts(words),
            options: [PickOption("", texts(.followsChoose))]
                + concepts.map { PickOption($0.id.description, context.label($0.id, in: vocabulary)) }, fault: fault)
    }
}

/// The secret address for a feed reader.
private struct FeedSection: HTML {
    let page: FollowsPage
    private var texts: Texts { page.context.texts }

    var body: some HTML {
        section(.ariaLabelledBy("feed")) {
            h2(.id("feed")) { texts(.followsFeed) }
            p { texts(.followsFeedLead) }
            if page.hasEndedFeed { p(.class("notice"), .role("status")) { texts(.followsFeedEnded) } }
            if let address = page.newFeed {
                div(.class("note"), .role("status")) {
                    h3 { texts(.followsFeedAddress) }
                    p { texts(.followsFeedOnce) }
                    p(.class("secret"), .translate("no")) { address }
                }
            } else if let feed = page.feed {
                p { texts(.followsFeedMadeOn, page.context.wording.date(feed.madeOn)) }
            }
            WorkspaceForm(.follows, visit: page.visit, context: page.context) {
                if page.feed != nil { p(.class("quiet")) { texts(.followsFeedRenewHint) } }
                button(.type("submit"), .class("quietly"), .name("action"), .value("feed")) {
                    texts(page.feed == nil ? .followsFeedMake : .followsFeedRenew)
                }
                if page.feed != nil {
                    button(.type("submit"), .class("quietly"), .name("action"), .value("end-feed")) {
                        texts(.followsFeedEnd)
                    }
                }
            }
        }
    }
}
