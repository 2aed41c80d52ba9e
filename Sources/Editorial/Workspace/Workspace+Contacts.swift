import Catalogue

extension Workspace {
    /// A contact of a member, to change it.
    package func contact(_ id: String, of organisation: RecordID, for actor: Actor) async throws -> Kept<MemberContact>
    {
        try requireConsortium(actor)
        let kept = try await existing(MemberContact.self, id)
        guard kept.value.organisation == organisation else { throw WorkspaceError.notFound }
        try actor.require(.keepContact, on: organisation)
        return kept
    }

    /// A contact without anything in it, to be kept for the first time.
    package func newContact(of organisation: RecordID, by actor: Actor) throws -> MemberContact {
        try requireConsortium(actor)
        try actor.require(.keepContact, on: organisation)
        guard isMember(organisation) else { throw WorkspaceError.notFound }
        return MemberContact(id: Self.newID(), organisation: organisation)
    }

    /// Keeps a contact over the `version` that was seen; nil: it is new.
    package func keep(_ contact: MemberContact, over version: Int?, by actor: Actor) async throws {
        if version == nil {
            _ = try newContact(of: contact.organisation, by: actor)
            let known = try await store.all(MemberContact.self, key: contact.organisation.description)
            guard known.count < MemberContact.mostOfOne else { throw WorkspaceError.notNow }
        } else {
            _ = try await self.contact(contact.id, of: contact.organisation, for: actor)
        }
        guard contact.faults.isEmpty else { throw WorkspaceError.faulty }
        var kept = contact
        kept.phone = PhoneNumber(written: contact.phone)?.description ?? ""
        var work = work(of: actor, .changedContact, on: contact.id, detail: contact.organisation.description)
        try work.put(kept, over: version)
        try await commit(work)
    }

    package func removeContact(_ id: String, of organisation: RecordID, by actor: Actor) async throws {
        let kept = try await contact(id, of: organisation, for: actor)
        var work = work(of: actor, .changedContact, on: id, detail: "- \(organisation)")
        work.remove(kept.value)
        try await commit(work)
    }
}
