import Catalogue
import Foundation
import Synchronization
import Testing

@testable import Editorial

/// A workspace with a lab, a campaign, and a clock that can be moved.
final class LabDesk: Sendable {
    let store: any Store
    private let now = Mutex(AccountsDesk.noon)
    private let catalogue: Mutex<Catalogue>

    /// Monday 23 November 2026 at first.
    init(store: any Store = MemoryStore()) throws {
        self.store = store
        catalogue = Mutex(try Self.catalogue(lab: Self.lab(), campaign: Self.campaign()))
    }

    var workspace: Workspace {
        Workspace(
            store: store, publicAddress: "https://shop.example", passwordWork: ScryptParameters(rounds: 2),
            published: { [self] in catalogue.withLock { $0 } }, clock: { [self] in now.withLock { $0 } })
    }

    func wait(days: Int) { now.withLock { $0 += Double(days) * 86_400 } }

    func publish(_ lab: Lab?) throws {
        let next = try Self.catalogue(lab: lab, campaign: Self.campaign())
        catalogue.withLock { $0 = next }
    }

    static let event = "lab-1".identifier

    static func lab() throws -> Lab {
        var lab = Lab(question: LocalisedText([.nl: "Hoe?"]))
        lab.sectors = [Lab.Sector(id: "coaches".identifier, name: LocalisedText([.nl: "coaches"]))]
        var session = Lab.Session(id: "first".identifier, day: try #require(PartialDate("2026-12-10")))
        session.seats = 2
        lab.sessions = [session, Lab.Session(id: "second".identifier, day: try #require(PartialDate("2026-12-17")))]
        lab.registrationUntil = PartialDate("2026-12-15")
        return lab
    }

    private static func campaign() -> Campaign { Campaign(goals: LocalisedList([.nl: ["Praten"]]), actions: []) }

    private static func catalogue(lab: Lab?, campaign: Campaign) throws -> Catalogue {
        var event = Record(
            id: event, kind: .event, title: LocalisedText([.nl: "Lab"]), summary: LocalisedText(), status: .active)
        event.lab = lab
        event.campaign = campaign
        var province = Concept(id: "namur".identifier, label: LocalisedText())
        province.type = "province"
        var region = Concept(id: "wallonia".identifier, label: LocalisedText())
        region.type = "region"
        let community = Concept(id: "german-speaking-community".identifier, label: LocalisedText())
        return Catalogue(
            records: [event], vocabularies: [Vocabulary(name: .territories, concepts: [province, region, community])],
            pages: [])
    }

    // MARK: What is sent

    func registration(
        _ code: String, _ session: String = "first", name: String = "Ann", needs: [LabRegistration.Need] = []
    ) throws -> LabRegistration {
        let session =
            try Self.lab()[session: session.identifier]
            ?? Lab.Session(
                id: session.identifier, day: PartialDate(workspace.today))
        return LabRegistration(
            code: code, lab: Self.event, session: session, sector: nil, name: name, email: "\(name)@example.be",
            needs: needs, language: .nl, receivedOn: workspace.today)
    }

    func signUp(
        _ code: String, in territory: String = "namur", on day: String = "2026-12-01", named: Bool = true
    ) throws -> CampaignSignUp {
        CampaignSignUp(
            code: code, campaign: Self.event, language: .nl, group: "Groep \(code)", mayBeNamed: named,
            setting: .library, territory: territory.identifier, what: "Lezen",
            day: try #require(PartialDate(day)?.civilDay), contact: "\(code.lowercased())@example.be",
            receivedOn: workspace.today)
    }

    static func actor(_ role: Role, of organisation: String? = nil) -> Actor {
        Actor(account: "a-\(role)", name: "\(role)", organisation: organisation?.identifier, roles: [role])
    }

    static let coordinator = actor(.coordinator)
    static let others = Role.allCases.filter { $0 != .coordinator }.map { actor($0, of: "one") }
}
