import Catalogue
import Foundation

/// A member as the other members see it.
package struct MemberOverview: Sendable {
    package let record: Record
    /// Who can be asked, of those who chose to be in the directory.
    package let people: [Knower]
    /// For members only.
    package let contacts: [Kept<MemberContact>]
    package let projects: [Project]
    package let meetings: [Meeting]
    package let promises: [Promise]
    package let entries: [MemberEntry]
}

/// Something of a member in the catalogue, and whether somebody checked it lately.
package struct MemberEntry: Sendable, Identifiable {
    package let record: Record
    package let state: FreshnessState
    /// The day from which it wants to be checked again; nil: it needs no check any more.
    package let due: CivilDay?

    package var id: RecordID { record.id }
}

extension Workspace {
    package func member(_ id: RecordID, for actor: Actor) async throws -> MemberOverview {
        try requireConsortium(actor)
        guard let record = catalogue[id], record.member else { throw WorkspaceError.notFound }
        let meetings = try await store.all(Meeting.self)
        return MemberOverview(
            record: record, people: try await directory(for: actor).filter { $0.organisation == id },
            contacts: try await store.all(MemberContact.self, key: id.description),
            projects: Self.inOrder(
                try await store.all(Project.self).map(\.value).filter { $0.participants.contains(id) }),
            meetings: Self.inOrder(
                meetings.map(\.value).filter { $0.participants.contains(id) }, today: today),
            promises: promises(of: id, in: meetings), entries: try await entries(of: id))
    }

    /// Everything that belongs to an organisation, what wants to be checked first.
    private func entries(of id: RecordID) async throws -> [MemberEntry] {
        let ages = try await store.ages()
        let catalogue = catalogue
        let owned = (catalogue.records + catalogue.away.values)
            .filter { $0.withdrawn == nil && $0.owners.contains(id) }
        let entries = owned.map { record in
            let since = ages[record.id].map { BrusselsTime($0.first).day } ?? today
            return MemberEntry(
                record: record, state: freshness.state(record, since: since, on: today),
                due: freshness.due(record, since: since))
        }
        let never = CivilDay(year: 9_999, month: 12, day: 31)
        return entries.sorted { ($0.due ?? never, $0.id) < ($1.due ?? never, $1.id) }
    }

    /// Ends a membership: an editor of the organisation itself, or the coordinator. Its editors review nothing from
    /// then on, and the rooms of the consortium are closed to them.
    package func endMembership(of id: RecordID, on day: CivilDay, why: String, by actor: Actor) async throws {
        try actor.require(.endMembership, on: id)
        let published = try await published(id)
        guard published.record.member else { throw WorkspaceError.notNow }
        guard !why.isEmpty, why.count <= Application.longestWords, day <= today else { throw WorkspaceError.faulty }
        var record = published.record
        record.member = false
        var work = work(of: actor, .left, on: id.description, detail: day.description)
        work.publish(record, over: published.id, why: why)
        try await commit(work)
    }
}
