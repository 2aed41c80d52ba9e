import Catalogue

/// What a program of a member writes over.
package struct ProgramBase: Sendable {
    /// The open draft of its organisation.
    package let draft: Kept<Draft>?
    /// What is published, shown or not.
    package let published: Record?

    /// What the program's fields are put into; nil: something new.
    package var record: Record? { draft?.value.record ?? published }
}

extension MemberToken {
    /// Whoever sends with the token: somebody who writes for its organisation, whatever else its maker may do.
    package func actor(of maker: Actor) -> Actor {
        Actor(account: maker.account, name: maker.name, organisation: organisation, roles: [.contributor])
    }
}

extension Workspace {
    /// What there is of a record, for a program that writes about it; nil: it gave no name.
    package func base(of id: RecordID?, for actor: Actor) async throws -> ProgramBase {
        guard let id else { return ProgramBase(draft: nil, published: nil) }
        let draft = try await store.all(Draft.self, key: id.description).last {
            $0.value.state.isOpen && $0.value.organisation == actor.organisation
        }
        return ProgramBase(draft: draft, published: catalogue.any(id))
    }

    /// Begins a draft with a record, or goes on with the open one. What waits for a review is not written in.
    package func write(
        _ record: Record, over base: ProgramBase, token: MemberToken, by actor: Actor
    ) async throws -> Kept<Draft> {
        let origin = Draft.Origin.program(token: token.id)
        if let draft = base.draft {
            let writing = Writing(
                record: record, typed: draft.value.typed, isSmall: draft.value.isSmall, why: draft.value.why,
                stated: record.translations ?? [:])
            switch try await keep(writing, in: draft.value.id, from: draft.version, by: actor) {
            case .kept(let kept), .merged(let kept, _, _): return kept
            case .conflict: throw WorkspaceError.changedMeanwhile
            }
        }
        guard base.published != nil else {
            return try await begin(record.kind, by: actor, origin: origin, record: record)
        }
        return try await edit(record.id, by: actor, origin: origin) { $0 = record }
    }

    /// A draft of the own organisation, for the program that sent it or another of the same organisation.
    package func ownDraft(_ id: String, for actor: Actor) async throws -> Draft {
        let draft = try await existing(Draft.self, id).value
        guard let organisation = actor.organisation, draft.organisation == organisation else {
            throw WorkspaceError.notFound
        }
        return draft
    }
}
