import Catalogue
import Editorial
import HTML

/// Every revision of an entry, newest first: when, by whom, why, and what happened. Also the log of who checked it how.
struct RevisionList: HTML {
    let steps: [HistoryStep]
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("history")) {
            h2(.id("history")) { context.texts(.revisionList) }
            ol(.class("happened")) {
                for step in steps {
                    li {
                        p {
                            a(.href(context.link(.workspace(.revision(step.revision.record.id, step.id))))) {
                                context.wording.moment(step.revision.madeAt)
                            }
                            " · " + step.revision.author
                            if step.revision.isPublished {
                                " "
                                span(.class("badge")) { context.texts(.revisionNow) }
                            }
                        }
                        p(.class("quiet")) { HistoryWords(step: step, context: context).words }
                        if !step.revision.why.isEmpty { p { step.revision.why } }
                    }
                }
            }
        }
    }
}

/// What a revision did, in a few words: "2 fields changed · reviewed by Child Focus".
struct HistoryWords {
    let step: HistoryStep
    let context: PageContext

    var words: String {
        var parts: [String] = []
        switch step.changedFields {
        case nil: parts.append(context.texts(.revisionFirstShort))
        case let count? where count > 0: parts.append(context.texts(.revisionFields, count: count))
        default: break
        }
        return (parts + step.events.map(words)).joined(separator: " · ")
    }

    private func words(_ event: HistoryStep.Event) -> String {
        switch event {
        case .checked(let verification):
            let keys: [Verification.Means: TextKey] = [
                .letter: .revisionCheckedLetter, .workspace: .revisionCheckedWorkspace,
                .review: .revisionCheckedReview,
            ]
            let organisation = verification.organisation.map { context.title(of: $0) }
            return context.texts(
                keys[verification.by] ?? .revisionCheckedWorkspace, organisation ?? context.texts(.checkedCoordinator))
        case .setAside: return context.texts(.revisionSetAside)
        case .broughtBack: return context.texts(.revisionBroughtBack)
        case .withdrawn: return context.texts(.revisionWithdrawn)
        case .merged: return context.texts(.revisionMerged)
        }
    }
}
