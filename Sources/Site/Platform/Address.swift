import Catalogue
import Foundation
import Guidance
import Intake

/// The place of a page. Links are printed by it and handlers are found by it, so the two can't drift apart.
package enum Address: Hashable, Sendable {
    case home
    case search(SearchRequest)
    case record(Kind, RecordID)
    case suggestion(RecordID)
    /// Where something that is not accessible is reported.
    case accessProblem
    case themes
    case theme(ConceptID)
    case audience(ConceptID)
    case territories
    case territory(ConceptID)
    case events
    case news
    case help
    /// The help page with the guides for one audience.
    case helpFor(ConceptID)
    /// A question or an end of a guide; its start is the record itself.
    case guide(RecordID, node: Identifier)
    /// The door for children of 8 to 12.
    case kids
    case kidsGuide(RecordID)
    case kidsFun(KidsFun)
    /// A plan; nil: the questions.
    case plan(PlanRequest?)
    case planCalendar(PlanRequest)
    case routes
    /// Where a report goes; nil: what it may be about.
    case report(RecordID?)
    case reportForm(RecordID, inbox: RecordID)
    case reportFormFor(RecordID, inbox: RecordID, role: ReporterRole)
    case reportReturn
    case reportReceiptFile
    case handling
    case handlingCase(CaseNumber)
    case handlingPeople
    case handlingExit
    case shortlist
    case glossary
    /// The numbers to call in a place, for a wall.
    case poster(ConceptID)
    /// How to keep the site for reading without network.
    case offline
    case offlinePack
    case offlineArchive
    case manifest
    /// The code that leads a camera to a page of this site.
    case code(path: String)
    /// Where an editor sees how hard a text is.
    case readability
    case workspace(WorkspaceAddress)
    case landscape(LandscapeAddress)
    case openData(OpenDataAddress)
    /// News of a part of the catalogue; where not nil, only of what came before a revision.
    case feed(FeedAddress, before: Int? = nil)
    case calendar(CalendarAddress)
    /// How browsers search here, and what they suggest while somebody types.
    case searchDescription
    case searchSuggestions
    /// One recommendation of a publication.
    case recommendation(RecordID, Identifier)
    /// Where somebody registers for a Betternet Lab.
    case labRegistration(RecordID)
    /// Where somebody tells of an action that they do in a campaign.
    case campaignSignUp(RecordID)
    /// Where anybody suggests an initiative that is missing.
    case suggest
    /// Where the sender of a suggestion reads the answer.
    case suggestionAnswer
    /// Where an organisation asks to join the consortium.
    case join
    /// Where it reads what became of that.
    case joinAnswer
    /// A page of running text out of the catalogue, such as `about`.
    case page(Identifier)

    /// The address in one edition, with what the reader carries along.
    package func print(in edition: Edition, carrying carried: Carried = Carried()) -> String {
        "/\(edition)/\(path)" + QueryItems(query + carried.query).print()
    }

    package func print(in language: Language) -> String { print(in: Edition(language)) }

    /// The steps after the language.
    private var path: String {
        switch self {
        case .home: ""
        case .search: "search"
        case .record(.guide, let id): "help/\(id)"
        case .record(let kind, let id): "\(kind.folder)/\(id)"
        case .accessProblem: "accessibility-problem"
        case .suggestion(let id): "records/\(id)/suggestion"
        case .themes: "themes"
        case .theme(let id): "themes/\(id)"
        case .audience(let id): "audiences/\(id)"
        case .territories: "territories"
        case .territory(let id): "territories/\(id)"
        case .events: "events"
        case .news: "news"
        case .help, .helpFor: "help"
        case .guide(let id, let node): "help/\(id)/\(node)"
        case .kids: "kids"
        case .kidsGuide(let id): "kids/\(id)"
        case .kidsFun(let fun): "kids/\(fun.rawValue)"
        case .plan: "plan"
        case .planCalendar: "plan.ics"
        case .routes: "routes"
        case .report(nil): "report"
        case .report(let id?): "report/\(id)"
        case .reportForm(let id, let inbox), .reportFormFor(let id, let inbox, _): "report/\(id)/\(inbox)"
        case .reportReturn: "report/back"
        case .reportReceiptFile: "report/receipt"
        case .handling: "workspace/reports"
        case .handlingCase(let number): "workspace/reports/\(number)"
        case .handlingPeople: "workspace/reports/people"
        case .handlingExit: "workspace/reports/exit"
        case .shortlist: "shortlist"
        case .glossary: "glossary"
        case .poster(let id): "territories/\(id)/poster"
        case .offline: "offline"
        case .offlinePack: "offline.pack"
        case .offlineArchive: "offline.zip"
        case .manifest: "site.webmanifest"
        case .code: "qr.svg"
        case .readability: "workspace/readability"
        case .workspace(let address): address.path.isEmpty ? "workspace" : "workspace/\(address.path)"
        case .landscape(let address): address.path.isEmpty ? "landscape" : "landscape/\(address.path)"
        case .openData(let address): address.path
        case .feed(let address, _): address.path
        case .calendar(let address): address.path
        case .searchDescription: "opensearch.xml"
        case .searchSuggestions: "suggestions.json"
        case .recommendation(let publication, let id): "publications/\(publication)/\(id)"
        case .labRegistration(let id): "events/\(id)/registration"
        case .campaignSignUp(let id): "events/\(id)/action"
        case .suggest: "suggest"
        case .suggestionAnswer: "suggest/answer"
        case .join: "join"
        case .joinAnswer: "join/answer"
        case .page(let id): id.description
        }
    }

    private var query: [QueryItem] {
        switch self {
        case .search(let request): request.query
        case .landscape(let address): address.query
        case .openData(let address): address.query
        case .feed(let address, let before):
            address.query + (before.map { [QueryItem(FeedAddress.before, String($0))] } ?? [])
        case .reportFormFor(_, _, let role): [QueryItem("who", role.rawValue)]
        case .code(let path): [QueryItem("of", path)]
        case .helpFor(let audience): [QueryItem("who", audience.description)]
        case .plan(let request?), .planCalendar(let request): request.query
        default: []
        }
    }
}
