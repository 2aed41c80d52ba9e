import Catalogue

extension Workspace {
    /// The projects that a filter lets through, those that are alive first.
    package func projects(_ filter: Project.Filter = .init(), for actor: Actor) async throws -> [Project] {
        try requireConsortium(actor)
        return Self.inOrder(try await store.all(Project.self).map(\.value).filter(filter.lets))
    }

    static func inOrder(_ projects: [Project]) -> [Project] {
        projects.sorted { first, second in
            first.state.isAlive == second.state.isAlive
                ? (second.changedOn, first.id) < (first.changedOn, second.id) : first.state.isAlive
        }
    }

    package func project(_ id: String, for actor: Actor) async throws -> Project {
        try requireConsortium(actor)
        return try await existing(Project.self, id).value
    }

    package func mayKeep(_ project: Project, _ actor: Actor) -> Bool {
        isOfConsortium(actor) && actor.may(.keepProject, on: project.organisation)
    }

    /// A project without anything in it, of the own organisation.
    package func newProject(in language: Language, by actor: Actor) throws -> Project {
        try requireConsortium(actor)
        try actor.require(.keepProject, on: actor.organisation)
        return Project(
            id: Self.newID(), organisation: actor.organisation, language: language, changedOn: today)
    }

    /// Keeps what somebody made of a project that looked like `seen`; nil: it is new.
    package func keep(_ project: Project, seen: Project?, by actor: Actor) async throws -> Keeping<Project> {
        try requireConsortium(actor)
        try actor.require(.keepProject, on: project.organisation)
        guard let seen else { return try await put(project, over: nil, as: .kept(project), by: actor) }
        let current = try await existing(Project.self, project.id)
        guard current.value.organisation == project.organisation, seen.id == project.id else {
            throw WorkspaceError.faulty
        }
        var (mine, base) = (project, seen)
        // The day is ours to set, and no reason to disagree.
        mine.changedOn = current.value.changedOn
        base.changedOn = current.value.changedOn
        let keeping = try Keeping(mine, seen: base, over: current.value)
        switch keeping {
        case .kept(let value), .merged(let value):
            return try await put(value, over: current.version, as: keeping, by: actor)
        case .conflict: return keeping
        }
    }

    private func put(
        _ project: Project, over version: Int?, as keeping: Keeping<Project>, by actor: Actor
    ) async throws -> Keeping<Project> {
        guard project.faults.isEmpty, areOrganisations(project.partners.map(\.organisation)),
            project.records.allSatisfy({ catalogue.any($0) != nil })
        else { throw WorkspaceError.faulty }
        var project = project
        project.changedOn = today
        var work = work(of: actor, .changedProject, on: project.id)
        try work.put(project, over: version)
        try await commit(work)
        return keeping
    }

    func areOrganisations(_ ids: [RecordID]) -> Bool {
        ids.allSatisfy { catalogue.any($0)?.kind == .organisation }
    }
}
