import Catalogue
import Editorial
import HTML

/// Everything about one entry: how it stands, what is on its way, what one may do, what happened.
struct EntryPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let standing: EntryStanding
    /// Whether the reader of the page hears of its changes.
    var isFollowed = false
    /// Whether it was checked a moment ago.
    var isChecked = false
    /// Which other sites it came from.
    var provenance: [Workspace.Provenance] = []

    private var record: Record { standing.record }
    var title: String { record.title.text(for: context.edition)?.text ?? record.id.description }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        p(.class("eyebrow")) {
            Icon("kind-\(record.kind.rawValue)")
            context.label(record.kind)
        }
        h1 { title }
        if isChecked { p(.class("notice"), .role("status")) { context.texts(.verifyingDone, title) } }
        p(.class("lead")) { Localised(record.summary, context) }
        EntryFacts(standing: standing, context: context)
        ProvenanceView(provenance: provenance, actor: actor, context: context)
        EntryDrafts(drafts: standing.drafts, actor: actor, context: context)
        if record.withdrawn == nil || isFollowed {
            EntryDeeds(record: record, isFollowed: isFollowed, visit: visit, context: context)
        }
        RevisionList(steps: standing.history, context: context)
    }
}

/// How it stands.
private struct EntryFacts: HTML {
    let standing: EntryStanding
    let context: PageContext
    private var record: Record { standing.record }
    private var texts: Texts { context.texts }

    var body: some HTML {
        dl(.class("facts")) {
            Fact(texts(.entryForReaders)) {
                if let withdrawn = record.withdrawn {
                    texts(.awayWithdrawn, context.wording.date(withdrawn))
                    if let successor = record.successor {
                        " "
                        a(.href(context.link(.workspace(.entry(successor))))) { context.title(of: successor) }
                    }
                } else if let aside = record.setAside {
                    texts(.verifyingAside, context.wording.date(aside))
                } else {
                    a(.href(context.link(.record(record.kind, record.id)))) { texts(.entryPublicPage) }
                }
            }
            Fact(texts(.entryChecked)) {
                record.verified.map { context.words(of: $0) } ?? texts(.verifyingNever)
                if let due { ". " + texts(standing.freshness == .fresh ? .entryNextCheck : .verifyingDue, due) }
            }
            if !record.owners.isEmpty {
                Fact(texts(.fieldOrganisations).sentenceCase) {
                    for (number, owner) in record.owners.enumerated() {
                        if number > 0 { ", " }
                        a(.href(context.link(.workspace(.entry(owner))))) { context.title(of: owner) }
                    }
                }
            }
            Fact(texts(.entryTexts)) {
                ul(.class("plain")) {
                    for language in Language.allCases {
                        li { "\(context.wording.name(of: LanguageTag(language)).sentenceCase): \(state(of: language))" }
                    }
                }
            }
            Fact(texts(.fieldIdentifier).sentenceCase) { record.id.description }
        }
    }

    private var due: String? {
        guard record.withdrawn == nil, let due = standing.due else { return nil }
        return context.wording.date(due)
    }

    private func state(of language: Language) -> String {
        let missing = [(record.title, TextKey.fieldTitle), (record.summary, .fieldSummary)]
            .filter { $0.0[language] == nil }.map { texts($0.1) }
        guard missing.isEmpty else { return texts(.entryMissing, missing.joined(separator: ", ")) }
        var state = texts(record.translations?[language]?.label ?? .draftStateUnknown)
        if record.summary[Edition(language, isSimple: true)] != nil { state += " · " + texts(.entryHasEasy) }
        return state
    }
}

/// Open drafts of it.
private struct EntryDrafts: HTML {
    let drafts: [Draft]
    let actor: Actor
    let context: PageContext

    var body: some HTML {
        if !drafts.isEmpty {
            section(.class("note"), .ariaLabelledBy("drafts")) {
                h2(.id("drafts")) { context.texts(.entryDrafts) }
                ul {
                    for draft in drafts {
                        li {
                            a(.href(context.link(.workspace(address(of: draft))))) {
                                context.texts(draft.state.label)
                            }
                            ": "
                            context.texts(.entryDraftBy, owner(of: draft), context.wording.moment(draft.changed))
                        }
                    }
                }
            }
        }
    }

    private func address(of draft: Draft) -> WorkspaceAddress {
        actor.may(.write, on: draft.owners) ? .draft(draft.id) : .review(draft.id)
    }

    private func owner(of draft: Draft) -> String {
        draft.organisation.map { context.title(of: $0) } ?? context.texts(.checkedCoordinator)
    }
}

/// What somebody may do with it.
private struct EntryDeeds: HTML {
    let record: Record
    let isFollowed: Bool
    let visit: Workspace.Visit
    let context: PageContext
    private var actor: Actor { visit.actor }

    var body: some HTML {
        section(.class("deeds"), .ariaLabelledBy("deeds")) {
            h2(.id("deeds")) { context.texts(.entryDeeds) }
            if record.withdrawn == nil {
                if actor.may(.write, on: record.owners) { deed("edit", .entryEdit, quiet: false) }
                if actor.may(.verify, on: record.owners) { deed("verify", .entryVerify, quiet: true) }
            }
            ul(.class("links")) {
                if record.withdrawn == nil {
                    if actor.may(.withdraw, on: record.owners) { way(.withdraw(record.id), .entryWithdraw) }
                    if actor.may(.claim, on: record.owners) { way(.claim(record.id), .entryClaim) }
                }
            }
            if actor.may(.follow, on: record.owners), isFollowed || record.isShown {
                FollowButton(
                    subject: .record(record.id), isFollowed: isFollowed, visit: visit, context: context,
                    comesBack: true)
            }
        }
    }

    @HTMLBuilder private func deed(_ action: String, _ words: TextKey, quiet: Bool) -> HTMLFragment {
        WorkspaceForm(.entry(record.id), visit: visit, context: context, style: "deed") {
            input(.type("hidden"), .name("action"), .value(action))
            button(.type("submit")) { context.texts(words) }.attributes(.class("quietly"), when: quiet)
        }
    }

    @HTMLBuilder private func way(_ address: WorkspaceAddress, _ words: TextKey) -> HTMLFragment {
        li { a(.href(context.link(.workspace(address)))) { context.texts(words) } }
    }
}
