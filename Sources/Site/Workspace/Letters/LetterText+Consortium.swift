import Catalogue
import Editorial

extension Addressee {
    /// To members, that somebody asks to join and what they say of it; to applicants, what was decided.
    func application(_ id: String, _ name: String, _ deed: Deed, _ words: String) -> LetterText {
        let (subject, text): (TextKey, TextKey) =
            switch deed {
            case .applied: (.letterApplicationNewSubject, .letterApplicationNew)
            case .admitted: (.letterApplicationAdmittedSubject, .letterApplicationAdmitted)
            case .refusedMember: (.letterApplicationRefusedSubject, .letterApplicationRefused)
            default: (.letterApplicationNewsSubject, .letterApplicationNews)
            }
        let isForApplicant = deed == .admitted || deed == .refusedMember
        return LetterText(
            texts(subject, name), texts(text, name), quoted(words),
            isForApplicant ? texts(.letterApplicationCode, id) : nil,
            texts(.letterSee) + "\n" + (isForApplicant ? link(.joinAnswer) : link(.application(id))))
    }

    /// To whoever left an address with a suggestion. The code stays the only key to what was sent.
    func suggestion(_ code: String, _ words: String) -> LetterText {
        LetterText(
            texts(.letterSuggestionSubject), texts(.letterSuggestionText, site, code), words.tidied,
            texts(.letterSuggestionWiped) + "\n" + link(.suggestionAnswer))
    }

    /// Once a week: what there is to do, and what happened to what one follows.
    func digest(_ tasks: [Notice.DigestLine], _ news: [Notice.DigestLine]) -> LetterText {
        LetterText(
            texts(.letterDigestSubject, site),
            tasks.isEmpty
                ? nil
                : ([texts(.letterDigestTasks)] + tasks.map { "* " + texts($0.words, count: $0.count) }
                    + [link(.workspace(.home))]).joined(separator: "\n"),
            news.isEmpty
                ? nil : ([texts(.letterDigestNews)] + news.flatMap(lines)).joined(separator: "\n"),
            texts(.letterDigestStop) + "\n" + link(.account))
    }

    private func lines(_ news: Notice.DigestLine) -> [String] {
        guard let record = news.record else { return ["* " + texts(news.words, count: news.count)] }
        return ["* " + (news.title.map { title($0, record) } ?? record.description), "  " + page(of: record)]
    }
}

extension Notice.DigestLine {
    /// The words of a section of the work list.
    fileprivate var words: TextKey {
        switch section {
        case "writing": .letterDigestWriting
        case "reviewing": .letterDigestReviewing
        case "waiting": .letterDigestWaiting
        case "verifying": .letterDigestVerifying
        case "links": .letterDigestLinks
        case "translating": .letterDigestTranslating
        case "suggestions": .letterDigestSuggestions
        case "claims": .letterDigestClaims
        case "applications": .letterDigestApplications
        case "signUps": .letterDigestSignUps
        case "reports": .letterDigestReports
        case "more": .letterDigestMoreNews
        default: .letterDigestOther
        }
    }
}
