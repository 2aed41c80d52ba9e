import Catalogue

extension Workspace {
    /// The meetings that are to come, soonest first, then those that were, last first.
    package func meetings(for actor: Actor) async throws -> [Meeting] {
        try requireConsortium(actor)
        return Self.inOrder(try await store.all(Meeting.self).map(\.value), today: today)
    }

    static func inOrder(_ meetings: [Meeting], today: CivilDay) -> [Meeting] {
        meetings.sorted { first, second in
            let (isOver, isOtherOver) = (first.isOver(on: today), second.isOver(on: today))
            guard isOver == isOtherOver else { return isOtherOver }
            guard first.day == second.day else { return (first.day < second.day) != isOver }
            return (Meeting.minute(of: first.time) ?? 0, first.id) < (Meeting.minute(of: second.time) ?? 0, second.id)
        }
    }

    package func keptMeeting(_ id: String, for actor: Actor) async throws -> Kept<Meeting> {
        try requireConsortium(actor)
        return try await existing(Meeting.self, id)
    }

    package func mayKeep(_ meeting: Meeting, _ actor: Actor) -> Bool {
        isOfConsortium(actor) && actor.may(.keepMeeting, on: meeting.organisation)
    }

    /// A meeting without anything in it, a week from now, kept by the own organisation.
    package func newMeeting(in language: Language, by actor: Actor) throws -> Meeting {
        try requireConsortium(actor)
        try actor.require(.keepMeeting, on: actor.organisation)
        return Meeting(
            id: Self.newID(), organisation: actor.organisation, language: language, day: today.adding(days: 7))
    }

    /// Keeps what somebody made of a meeting that looked like `seen`; nil: it is new.
    package func keep(_ meeting: Meeting, seen: Meeting?, by actor: Actor) async throws -> Keeping<Meeting> {
        try requireConsortium(actor)
        try actor.require(.keepMeeting, on: meeting.organisation)
        guard let seen else { return try await put(meeting, over: nil, as: .kept(meeting), by: actor) }
        let current = try await existing(Meeting.self, meeting.id)
        guard current.value.organisation == meeting.organisation, seen.id == meeting.id else {
            throw WorkspaceError.faulty
        }
        let keeping = try Keeping(meeting, seen: seen, over: current.value)
        switch keeping {
        case .kept(let value), .merged(let value):
            return try await put(value, over: current.version, as: keeping, by: actor)
        case .conflict: return keeping
        }
    }

    private func put(
        _ meeting: Meeting, over version: Int?, as keeping: Keeping<Meeting>, by actor: Actor
    ) async throws -> Keeping<Meeting> {
        guard meeting.faults.isEmpty,
            areOrganisations(meeting.participants + meeting.decisions.compactMap(\.organisation))
        else { throw WorkspaceError.faulty }
        var work = work(of: actor, .changedMeeting, on: meeting.id)
        try work.put(meeting, over: version)
        try await commit(work)
        return keeping
    }

    /// What of a meeting is still to be carried out.
    package func promises(of kept: Kept<Meeting>) -> [Promise] {
        kept.value.openDecisions.map {
            Promise(meeting: kept.value, version: kept.version, place: $0.place, decision: $0.decision)
        }
    }

    /// Whether an actor may say that a decision was carried out: whoever keeps the meeting, and whoever promised it.
    package func maySettle(_ promise: Promise, _ actor: Actor) -> Bool {
        isOfConsortium(actor)
            && actor.may(
                .keepMeeting, on: [promise.meeting.organisation, promise.decision.organisation].compactMap { $0 })
    }

    /// Says that the decision at a place of a meeting was carried out. `version` is the meeting's as it was seen.
    package func settle(_ place: Int, of id: String, version: Int, by actor: Actor) async throws {
        try requireConsortium(actor)
        var kept = try await existing(Meeting.self, id)
        guard kept.version == version else { throw WorkspaceError.changedMeanwhile }
        guard kept.value.decisions.indices.contains(place) else { throw WorkspaceError.notFound }
        let promise = Promise(
            meeting: kept.value, version: version, place: place, decision: kept.value.decisions[place])
        guard maySettle(promise, actor) else { throw WorkspaceError.notAllowed(.keepMeeting) }
        kept.value.decisions[place].isDone = true
        var work = work(of: actor, .changedMeeting, on: id, detail: "✓ \(place + 1)")
        try work.put(kept)
        try await commit(work)
    }
}
