import Catalogue
import Editorial

/// The place of a page of the workspace, below `/{lang}/workspace`.
package enum WorkspaceAddress: Hashable, Sendable {
    /// The work list of whoever is signed in.
    case home
    // Coming in and going out
    case signIn, code, secondFactor, signOut, forgot
    case invitation(String)
    /// The link in a reminder.
    case stillRight(String)
    // The own account, and people
    case account, people, person(String), tokens, trail
    // Entries and drafts
    case entries, entry(RecordID), newEntry, revision(RecordID, Int), withdraw(RecordID), claim(RecordID)
    case draft(String), preview(String), review(String), draftConflict(String)
    case verifying, translating
    // Suggestions, claims, follows
    case suggestions, suggestion(String), claims, follows
    /// What somebody follows, for a feed reader.
    case feed(String)
    // Links, doubles, bulk
    case links, domain, doubles, merge(RecordID, with: RecordID)
    case bulk, export, importing(String), wrongRows(String)
    // Other sites that entries are fetched from
    case sources, source(String), editSource(String)
    // Consortium
    case consortium, applications, application(String), members, member(RecordID)
    case projects, project(String), editProject(String), meetings, meeting(String), editMeeting(String)
    case meetingCalendar(String), knowledge
    // Labs and campaigns
    case labs, registrations(RecordID), signUps, signUp(String)
    // For the coordinator, and for readers of figures
    case dashboard, figures

    var path: String {
        switch self {
        case .home: ""
        case .signIn: "sign-in"
        case .code: "code"
        case .secondFactor: "second-factor"
        case .signOut: "sign-out"
        case .forgot: "forgot"
        case .invitation(let token): "invitation/\(token)"
        case .stillRight(let token): "still-right/\(token)"
        case .account: "account"
        case .people: "people"
        case .person(let id): "people/\(id)"
        case .tokens: "tokens"
        case .trail: "trail"
        case .entries: "entries"
        case .entry(let id): "entries/\(id)"
        case .newEntry: "new"
        case .revision(let id, let number): "entries/\(id)/revisions/\(number)"
        case .withdraw(let id): "entries/\(id)/withdraw"
        case .claim(let id): "entries/\(id)/claim"
        case .draft(let id): "drafts/\(id)"
        case .preview(let id): "drafts/\(id)/preview"
        case .review(let id): "drafts/\(id)/review"
        case .draftConflict(let id): "drafts/\(id)/conflict"
        case .verifying: "verify"
        case .translating: "translate"
        case .suggestions: "suggestions"
        case .suggestion(let code): "suggestions/\(code)"
        case .claims: "claims"
        case .follows: "follows"
        case .feed(let token): "follows/\(token).atom"
        case .links: "links"
        case .domain: "links/domain"
        case .doubles: "doubles"
        case .merge(let kept, let other): "doubles/\(kept)/\(other)"
        case .bulk: "bulk"
        case .export: "bulk/export"
        case .importing(let id): "bulk/\(id)"
        case .wrongRows(let id): "bulk/\(id)/wrong"
        case .sources: "sources"
        case .source(let id): "sources/\(id)"
        case .editSource(let id): "sources/\(id)/edit"
        case .consortium: "consortium"
        case .applications: "applications"
        case .application(let id): "applications/\(id)"
        case .members: "members"
        case .member(let id): "members/\(id)"
        case .projects: "projects"
        case .project(let id): "projects/\(id)"
        case .editProject(let id): "projects/\(id)/edit"
        case .meetings: "meetings"
        case .meeting(let id): "meetings/\(id)"
        case .editMeeting(let id): "meetings/\(id)/edit"
        case .meetingCalendar(let id): "meetings/\(id)/meeting.ics"
        case .knowledge: "knowledge"
        case .labs: "labs"
        case .registrations(let lab): "labs/\(lab)/registrations.csv"
        case .signUps: "actions"
        case .signUp(let code): "actions/\(code)"
        case .dashboard: "dashboard"
        case .figures: "figures"
        }
    }
}
