import Catalogue
import Editorial

@testable import Site

/// Who may use a route of the workspace. Each route has one; a new route without one fails the tests.
struct AccessRule: Sendable {
    /// Whose thing it is about.
    typealias Owner = RecordID

    enum Who: Sendable {
        /// It stands in front of the door: signing in, and addresses that are keys themselves.
        case anybody
        /// It asks for more than an account, which has tests of its own.
        case elsewhere(String)
        case signedIn
        /// Who may do it to what belongs to the owner.
        case may([Action])
        /// Who may do it to something, whosever.
        case mayEver([Action])
        /// The same, and only if their organisation is a member of the consortium.
        case consortium([Action])
        case consortiumEver([Action])
        /// The same, for people of a member only: whoever stands between the organisations doesn't judge them.
        case member([Action])
    }

    /// What stands in the address.
    enum Thing: String, CaseIterable, Sendable {
        case none, entry, entries, draft, submitted, suggestion, person, application, member, project, meeting, source
        case importing, signUp, lab
    }

    let who: Who
    let thing: Thing
    /// What a form that is sent holds besides its code.
    let fields: [(String, String)]
    /// Whether a form with these fields alone comes back as faulty to who may send it.
    let isIncomplete: Bool

    init(_ who: Who, _ thing: Thing = .none, _ fields: [(String, String)] = [], isIncomplete: Bool = false) {
        self.who = who
        self.thing = thing
        self.fields = fields
        self.isIncomplete = isIncomplete
    }

    /// Whether the table of roles lets this person use it on something of `owner`.
    func allows(_ person: WorkSite.Person, on owner: Owner) -> Bool {
        let actor = person.actor
        let isOfConsortium = person != .outsider
        switch who {
        case .anybody, .elsewhere, .signedIn: return true
        case .may(let actions): return actions.contains { actor.may($0, on: owner) }
        case .mayEver(let actions): return actions.contains { actor.mayEver($0) }
        case .consortium(let actions): return isOfConsortium && actions.contains { actor.may($0, on: owner) }
        case .member(let actions):
            return person.organisation != nil && isOfConsortium && actions.contains { actor.may($0, on: owner) }
        case .consortiumEver(let actions): return isOfConsortium && actions.contains { actor.mayEver($0) }
        }
    }
}
