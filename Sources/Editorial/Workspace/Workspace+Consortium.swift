import Catalogue

/// What the front page of the consortium's rooms tells.
package struct ConsortiumOverview: Sendable {
    package var members = 0
    package var openApplications: [Application] = []
    /// Projects from which something is still to come.
    package var projects: [Project] = []
    /// The next meetings, soonest first.
    package var meetings: [Meeting] = []
    /// People in the directory of who knows what.
    package var people = 0
    /// What the own organisation promised.
    package var promises: [Promise] = []
    package var news: [ConsortiumNews] = []

    package init() {}
}

/// A decision of a meeting that an organisation has to carry out.
package struct Promise: Sendable, Identifiable {
    package let meeting: Meeting
    /// The version of the meeting in which it has this place among the decisions.
    package let version: Int
    package let place: Int
    package let decision: Meeting.Decision

    package var id: String { "\(meeting.id) \(place)" }
}

/// Something that happened in the consortium.
package struct ConsortiumNews: Sendable, Hashable {
    package enum What: Sendable, Hashable {
        case applied(Application)
        case admitted(RecordID)
        case left(RecordID)
        case project(Project)
        case meeting(Meeting)
    }

    package let what: What
    package let on: CivilDay
    /// Who did it, as in the trail.
    package let by: String
}

extension Workspace {
    /// Whether somebody may enter the rooms of the consortium: people of its members, and the coordinator.
    package func isOfConsortium(_ actor: Actor) -> Bool {
        actor.may(.seeInternalContacts, on: nil)
            && (isMember(actor.organisation) || actor.may(.decideApplication, on: nil))
    }

    func requireConsortium(_ actor: Actor) throws {
        guard isOfConsortium(actor) else { throw WorkspaceError.notAllowed(.seeInternalContacts) }
    }

    /// The members, by name in a language.
    package func members(in language: Language) -> [Record] {
        catalogue.records.filter(\.member).sorted { first, second in
            let names = [first, second].map { ($0.title.text(for: language)?.text ?? $0.id.description).lowercased() }
            return (names[0], first.id) < (names[1], second.id)
        }
    }

    package func overview(for actor: Actor) async throws -> ConsortiumOverview {
        try requireConsortium(actor)
        var overview = ConsortiumOverview()
        let applications = try await store.all(Application.self).map(\.value)
        let projects = try await store.all(Project.self).map(\.value)
        let meetings = try await store.all(Meeting.self)
        overview.members = catalogue.records.count { $0.member }
        overview.openApplications = applications.filter { $0.state == .open }
        overview.projects = projects.filter(\.state.isAlive)
        overview.meetings = Array(
            Self.inOrder(meetings.map(\.value), today: today).prefix { !$0.isOver(on: today) }.prefix(3))
        overview.people = try await directory(for: actor).count
        if let own = actor.organisation { overview.promises = promises(of: own, in: meetings) }
        overview.news = try await news(applications, projects, meetings.map(\.value))
        return overview
    }

    /// What an organisation has to carry out, soonest first.
    func promises(of organisation: RecordID, in meetings: [Kept<Meeting>]) -> [Promise] {
        meetings.flatMap { promises(of: $0) }.filter { $0.decision.organisation == organisation }
            .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
    }

    // MARK: News

    private static let mostNews = 8

    /// The newest of what happened, each thing once.
    private func news(
        _ applications: [Application], _ projects: [Project], _ meetings: [Meeting]
    ) async throws -> [ConsortiumNews] {
        let lines = try await store.trail(
            TrailSelection(deeds: [.applied, .admitted, .left, .changedProject, .changedMeeting], limit: 60))
        var seen: Set<String> = []
        let news = lines.compactMap { line -> ConsortiumNews? in
            guard seen.insert("\(line.deed) \(line.object)").inserted else { return nil }
            let what: ConsortiumNews.What? =
                switch line.deed {
                case .applied: applications.first { $0.id == line.object }.map { .applied($0) }
                case .admitted: RecordID(line.detail).map { .admitted($0) }
                case .left: RecordID(line.object).map { .left($0) }
                case .changedProject: projects.first { $0.id == line.object }.map { .project($0) }
                case .changedMeeting: meetings.first { $0.id == line.object }.map { .meeting($0) }
                default: nil
                }
            return what.map { ConsortiumNews(what: $0, on: BrusselsTime(line.at).day, by: line.name) }
        }
        return Array(news.prefix(Self.mostNews))
    }
}

extension Promise {
    /// What has no day comes last.
    fileprivate var due: CivilDay { decision.by?.lastDay ?? CivilDay(year: 9_999, month: 12, day: 31) }
}
