import Catalogue

/// How the whole catalogue stands, for the coordinator.
package struct Overview: Sendable {
    package struct Member: Sendable {
        package let organisation: RecordID
        package let entries: Int
        package let due: Int
        package let links: Int
        package let people: Int
    }

    /// Entries that readers see.
    package var entries = 0
    /// Of these, how many were checked and need no new check.
    package var verified = 0
    package var neverVerified = 0
    package var due = 0
    package var setAside = 0
    package var drafts = 0
    package var oldestDraft: CivilDay?
    package var links = 0
    package var suggestions = 0
    package var claims = 0
    package var applications = 0
    package var people = 0
    package var letters = 0
    /// Entries with title and summary in a language.
    package var complete: [Language: Int] = [:]
    package var members: [Member] = []
}

extension Workspace {
    package func overview(for actor: Actor) async throws -> Overview {
        try actor.require(.readDashboard, on: nil)
        let catalogue = catalogue
        let due = try await due()
        let wanting = Set(due.map(\.record.id))
        var overview = Overview()
        overview.entries = catalogue.records.count
        overview.verified = catalogue.records.count { $0.verified != nil && !wanting.contains($0.id) }
        overview.neverVerified = catalogue.records.count { $0.verified == nil }
        overview.due = due.count
        overview.setAside = catalogue.away.values.count { $0.setAside != nil }
        let submitted = try await store.all(Draft.self).map(\.value).filter { $0.state == .submitted }
        overview.drafts = submitted.count
        overview.oldestDraft = submitted.map { BrusselsTime($0.changed).day }.min()
        let links = try await linkTasks(for: actor)
        overview.links = links.count
        overview.suggestions = try await suggestions(for: actor).count(where: \.value.isOpen)
        overview.claims = try await store.all(Claim.self).count { $0.value.state == .open }
        overview.applications = try await openApplications(for: actor).count
        let accounts = try await store.all(Account.self).map(\.value).filter { !$0.isDisabled }
        overview.people = accounts.count
        overview.letters = try await store.all(Notice.self).count
        for language in Language.allCases {
            overview.complete[language] = catalogue.records.count {
                $0.title[language] != nil && $0.summary[language] != nil
            }
        }
        overview.members = catalogue.records.filter { $0.kind == .organisation && $0.member }.map { member in
            Overview.Member(
                organisation: member.id, entries: catalogue.records.count { $0.owners.contains(member.id) },
                due: due.count { $0.record.owners.contains(member.id) },
                links: links.count { $0.places.contains { $0.record.owners.contains(member.id) } },
                people: accounts.count { $0.organisation == member.id })
        }
        return overview
    }
}
