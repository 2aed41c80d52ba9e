import Catalogue

extension Workspace {
    /// What became of a registration.
    package enum Registering: Sendable {
        case kept
        /// Nobody can register for this session, or not any more.
        case closed
        case full
    }

    // MARK: For those who want to take part

    /// Keeps a registration, unless the session is full.
    package func register(_ registration: LabRegistration) async throws -> Registering {
        guard registration.faults.isEmpty else { throw WorkspaceError.faulty }
        guard
            let session = catalogue[registration.lab]?.lab?.openSessions(on: today)
                .first(where: { $0.id == registration.session })
        else { return .closed }
        if try await taken(in: session, of: registration.lab).count >= session.seats ?? .max { return .full }
        var work = Work(by: "", at: now)
        try work.put(registration)
        try await commit(work)
        // Two may have been sent at once for the last seat: whoever came first has it.
        let first = try await taken(in: session, of: registration.lab).prefix(session.seats ?? .max)
        if first.contains(where: { $0.code == registration.code }) { return .kept }
        try await remove(registration)
        return .full
    }

    /// How many seats are left in each session for which somebody can register; sessions without a number of seats are
    /// not among them.
    package func seatsLeft(in lab: Record) async throws -> [Identifier: Int] {
        let sessions = lab.lab?.openSessions(on: today) ?? []
        guard sessions.contains(where: { $0.seats != nil }) else { return [:] }
        let all = try await registrations(of: lab.id)
        return Dictionary(
            uniqueKeysWithValues: sessions.compactMap { session in
                session.seats.map { seats in
                    (session.id, max(0, seats - all.count { $0.session == session.id }))
                }
            })
    }

    private func registrations(of lab: RecordID) async throws -> [LabRegistration] {
        try await store.all(LabRegistration.self, key: lab.description).map(\.value)
    }

    private func taken(in session: Lab.Session, of lab: RecordID) async throws -> [LabRegistration] {
        try await registrations(of: lab).filter { $0.session == session.id }
    }

    /// The registration for whoever holds its code.
    package func registration(code: String) async throws -> LabRegistration? {
        try await store.find(LabRegistration.self, code)?.value
    }

    /// Takes a registration back: nothing of it stays.
    package func cancelRegistration(code: String) async throws {
        try await remove(try await existing(LabRegistration.self, code).value)
    }

    private func remove(_ registration: LabRegistration) async throws {
        var work = Work(by: "", at: now)
        work.remove(registration)
        try await commit(work)
    }

    // MARK: For the coordinator

    /// All registrations, in the order in which they came.
    package func registrations(for actor: Actor) async throws -> [LabRegistration] {
        try actor.require(.readRegistrations, on: nil)
        return try await store.all(LabRegistration.self).map(\.value)
    }

    /// The registrations of a lab to take along. The trail says who did.
    package func exportRegistrations(of lab: RecordID, by actor: Actor) async throws -> [LabRegistration] {
        try actor.require(.readRegistrations, on: nil)
        guard catalogue.any(lab)?.lab != nil else { throw WorkspaceError.notFound }
        let registrations = try await registrations(of: lab)
        try await commit(work(of: actor, .exportedRegistrations, on: lab.description, detail: "\(registrations.count)"))
        return registrations
    }

    /// What somebody noted at a lab.
    package enum LabNote: Sendable {
        case testimony(sector: Identifier)
        case finding
    }

    /// Puts a testimony or a finding more into a draft of the lab, which goes the way of every draft.
    package func note(
        _ note: LabNote, _ words: String, in language: Language, at lab: RecordID, by actor: Actor
    ) async throws -> Kept<Draft> {
        try actor.require(.readRegistrations, on: nil)
        guard catalogue[lab]?.lab != nil else { throw WorkspaceError.notFound }
        guard !words.isEmpty else { throw WorkspaceError.faulty }
        let draft = try await edit(lab, by: actor)
        var writing = Writing(
            record: draft.value.record, typed: draft.value.typed, isSmall: draft.value.isSmall, why: draft.value.why)
        try writing.record.lab?.add(note, LocalisedText([language: words]))
        switch try await keep(writing, in: draft.value.id, from: draft.version, by: actor) {
        case .kept(let kept), .merged(let kept, _, _): return kept
        case .conflict: throw WorkspaceError.changedMeanwhile
        }
    }

    // MARK: Wiping

    /// Wipes registrations whose session was long enough ago. The trail says how many, and nothing about whom.
    package func wipeRegistrations() async throws {
        let catalogue = catalogue
        var work = Work(by: Self.byItself, at: now)
        var counts: [RecordID: Int] = [:]
        for registration in try await store.all(LabRegistration.self).map(\.value)
        where registration.keptUntil(catalogue.any(registration.lab)?.lab) < today {
            work.remove(registration)
            counts[registration.lab, default: 0] += 1
        }
        for (lab, count) in counts.sorted(by: { $0.key < $1.key }) {
            work.note(note(.wipedRegistrations, lab, detail: "\(count)"))
        }
        if !work.removals.isEmpty { try await commit(work) }
    }
}

extension Lab {
    fileprivate mutating func add(_ note: Workspace.LabNote, _ text: LocalisedText) throws {
        switch note {
        case .testimony(let sector):
            guard sectors.contains(where: { $0.id == sector }) else { throw WorkspaceError.faulty }
            testimonies.append(Testimony(sector: sector, text: text))
        case .finding:
            let names = Set(findings.map(\.id))
            let free = ((findings.count + 1)...).lazy.compactMap { Identifier("finding-\($0)") }
                .first { !names.contains($0) }
            guard let free else { throw WorkspaceError.faulty }
            findings.append(Finding(id: free, text: text))
        }
    }
}
