import Catalogue
import Editorial

extension Addressee {
    /// What became of a draft, for its writer.
    func draft(_ id: String, _ title: String, _ record: RecordID, _ deed: Deed, _ words: String) -> LetterText {
        let (subject, text): (TextKey, TextKey) =
            switch deed {
            case .published: (.letterDraftPublishedSubject, .letterDraftPublished)
            case .returned: (.letterDraftReturnedSubject, .letterDraftReturned)
            case .declined: (.letterDraftDeclinedSubject, .letterDraftDeclined)
            default: (.letterDraftOtherSubject, .letterDraftOther)
            }
        return LetterText(
            texts(subject, title), texts(text, title), quoted(words),
            texts(.letterSee) + "\n" + (deed == .published ? page(of: record) : link(.draft(id))))
    }

    /// What somebody wrote, apart from what the site says.
    func quoted(_ words: String) -> String? {
        let lines = words.tidied.split(separator: "\n", omittingEmptySubsequences: false)
        return words.tidied.isEmpty ? nil : texts(.letterWords) + "\n" + lines.map { "> \($0)" }.joined(separator: "\n")
    }

    /// Each entry with the link that says that it is right, and one to change it.
    func reminder(_ entries: [Notice.DueEntry]) -> LetterText {
        var text = LetterText(texts(.letterReminderSubject, count: entries.count), texts(.letterReminderText))
        text.paragraphs += entries.map { entry in
            [
                "* \(title(entry.title, entry.record)) (\(texts(.letterReminderDue, wording.date(entry.due))))",
                "  \(texts(.letterReminderRight)) \(link(.stillRight(entry.token)))",
                "  \(texts(.letterReminderEdit)) \(link(.entry(entry.record)))",
            ].joined(separator: "\n")
        }
        return text
    }

    /// So many entries are named in one letter.
    private static let mostNamed = 40

    /// What nobody keeps true, by the reason.
    func escalation(_ entries: [Notice.Overdue]) -> LetterText {
        var text = LetterText(texts(.letterEscalationSubject, count: entries.count), texts(.letterEscalationText))
        let named = entries.prefix(Self.mostNamed)
        for reason in Escalation.Reason.allCases {
            let lines = named.filter { $0.reason == reason }.flatMap { entry in
                [
                    "* \(title(entry.title, entry.record)) (\(texts(.letterReminderDue, wording.date(entry.due))))",
                    "  \(link(.entry(entry.record)))",
                ]
            }
            if !lines.isEmpty { text.paragraphs.append(([texts(reason.words)] + lines).joined(separator: "\n")) }
        }
        if entries.count > named.count {
            let more = texts(.letterEscalationMore, count: entries.count - named.count)
            text.paragraphs.append(more + "\n" + link(.verifying))
        }
        return text
    }

    func setAside(_ title: String, _ record: RecordID) -> LetterText {
        LetterText(
            texts(.letterAsideSubject, title), texts(.letterAsideText, title),
            texts(.letterAsideAsk) + "\n" + link(.entry(record)))
    }

    func claim(_ title: String, _ record: RecordID, _ organisation: RecordID, _ deed: Deed) -> LetterText {
        let (subject, text, address): (TextKey, TextKey, WorkspaceAddress) =
            switch deed {
            case .granted: (.letterClaimGrantedSubject, .letterClaimGranted, .entry(record))
            case .refusedClaim: (.letterClaimRefusedSubject, .letterClaimRefused, .entry(record))
            default: (.letterClaimClaimedSubject, .letterClaimClaimed, .claims)
            }
        return LetterText(
            texts(subject, title), texts(text, name(of: organisation), title),
            texts(.letterSee) + "\n" + link(address))
    }
}

extension Escalation.Reason {
    fileprivate var words: TextKey {
        switch self {
        case .unanswered: .letterEscalationUnanswered
        case .nobodyToAsk: .letterEscalationNobody
        case .needed: .letterEscalationNeeded
        }
    }
}
