import Catalogue
import Foundation

extension Workspace {
    /// What became of a draft that was to be submitted.
    package enum Submission: Sendable {
        case submitted(Kept<Draft>)
        case faulty([DraftFault])
        /// Another revision was published meanwhile, and both changed the same fields: the writer chooses first.
        case conflict(FieldMerge, draft: Kept<Draft>, published: Revision)
    }

    /// Sends a draft to the editors of the other member organisations.
    package func submit(
        _ id: String, by actor: Actor, resolving choices: [FieldPath: FieldMerge.Side] = [:]
    ) async throws -> Submission {
        var kept = try await draft(id, for: actor)
        try actor.require(.submit, on: kept.value.owners)
        guard kept.value.state.isWritable else { throw WorkspaceError.notNow }
        let faults = kept.value.faults(in: catalogue)
        guard faults.isEmpty else { return .faulty(faults) }
        if let (merge, published) = try await behind(kept.value) {
            guard merge.conflicts.allSatisfy({ choices[$0.path] != nil }) else {
                return .conflict(merge, draft: kept, published: published)
            }
            kept.value.record = try merge.resolved(choices).decoded(as: Record.self)
            kept.value.base = published.id
        }
        kept.value.state = .submitted
        kept.value.writers.insert(actor.account)
        kept.value.review = nil
        kept.value.changed = now
        kept.value.steps.append(step(.submitted, by: actor, words: kept.value.why))
        var work = work(of: actor, .submitted, on: id, detail: kept.value.record.id.description)
        try work.put(kept)
        try work.put(
            DraftSave(draft: id, version: kept.version + 1, record: kept.value.record, by: actor.name, at: now))
        try await commit(work)
        return .submitted(Kept(kept.value, version: kept.version + 1))
    }

    /// The merge with what was published since the draft began; nil if nothing was.
    func behind(_ draft: Draft) async throws -> (FieldMerge, Revision)? {
        guard let base = draft.base else { return nil }
        let revisions = try await store.revisions(of: draft.record.id)
        guard let published = revisions.first(where: \.isPublished) else { throw WorkspaceError.notFound }
        guard published.id != base, let from = revisions.first(where: { $0.id == base }) else { return nil }
        let merge = FieldMerge(
            base: try Tree(from.record), mine: try Tree(draft.record), theirs: try Tree(published.record))
        return (merge, published)
    }

    package enum Decision: Hashable, Sendable {
        case publish(Review)
        /// Back to its writers, who may mend it.
        case `return`(Review, reasons: String)
        case decline(Review, reasons: String)
    }

    /// The decision of the second organisation.
    package func decide(_ decision: Decision, on id: String, by actor: Actor) async throws {
        var kept = try await existing(Draft.self, id)
        try requireReviewer(actor, of: kept.value)
        guard kept.value.state == .submitted else { throw WorkspaceError.notNow }
        switch decision {
        case .publish(let review):
            guard review.isComplete else { throw WorkspaceError.faulty }
            try await publish(&kept, review, by: actor)
        case .return(let review, let reasons):
            try await send(&kept, to: .returned, .returned, review, reasons, by: actor)
        case .decline(let review, let reasons):
            try await send(&kept, to: .declined, .declined, review, reasons, by: actor)
        }
    }

    private func send(
        _ kept: inout Kept<Draft>, to state: Draft.State, _ deed: Deed, _ review: Review, _ reasons: String,
        by actor: Actor
    ) async throws {
        guard !reasons.isEmpty, review.isGrounded else { throw WorkspaceError.faulty }
        kept.value.state = state
        kept.value.review = review
        kept.value.steps.append(step(deed, by: actor, words: reasons))
        var work = work(of: actor, deed, on: kept.value.id, detail: kept.value.record.id.description)
        try work.put(kept)
        try work.put(
            DraftSave(
                draft: kept.value.id, version: kept.version + 1, record: kept.value.record, by: actor.name, at: now))
        if state == .declined { try await answer(kept.value, .declined, with: reasons, in: &work) }
        try await tell(kept.value, of: deed, in: &work)
        try await commit(work)
    }

    private func publish(_ kept: inout Kept<Draft>, _ review: Review, by actor: Actor) async throws {
        var record = kept.value.record
        let revisions = try await store.revisions(of: record.id)
        let published = revisions.first(where: \.isPublished)
        if let published, kept.value.base == nil, published.record.isShown {
            // Somebody published something of the same name first.
            record.id = record.id.made { self.catalogue.any($0) != nil }
        } else if let (merge, _) = try await behind(kept.value) {
            guard merge.conflicts.isEmpty else { throw WorkspaceError.changedMeanwhile }
            record = try merge.merged.decoded(as: Record.self)
        }
        // What it names may have gone since it was submitted, or it itself.
        kept.value.record = record
        let isWithdrawal = kept.value.proposesWithdrawal
        guard try await mayStand(kept.value, over: published?.record) else { throw WorkspaceError.notNow }
        record.translations = Translations.states(
            from: published?.record, to: record, stated: Translations.stated(from: published?.record, to: record),
            isSmall: kept.value.isSmall)
        if !isWithdrawal {
            record.verified = Verification(on: PartialDate(today), organisation: actor.organisation, by: .review)
            record.setAside = nil
        }
        kept.value.record = record
        kept.value.state = .published
        kept.value.review = review
        kept.value.steps.append(step(.published, by: actor))
        var work = work(of: actor, .published, on: kept.value.id, detail: record.id.description)
        // The revision is its writer's; who let it through is in the trail.
        let writer = try await writer(of: kept.value) ?? actor.name
        if isWithdrawal { work.note(line(actor, .withdrew, on: record.id.description)) }
        let over = kept.value.base == nil && record.id != published?.record.id ? nil : published?.id
        try work.put(kept)
        work.publish(record, over: over, why: kept.value.why, by: writer)
        if case .merging(let other) = kept.value.origin {
            try await redirect(other, into: record, in: &work)
        }
        try await answer(kept.value, .done, with: nil, in: &work)
        try await settle(record.id, in: &work)
        try await tell(kept.value, of: .published, in: &work)
        try await commit(work)
    }

    /// Who wrote a draft, by name: a person, or a source.
    package func writer(of draft: Draft) async throws -> String? {
        if case .harvest(let source) = draft.origin {
            return try await store.find(HarvestSource.self, source)?.value.author
        }
        return try await store.find(Account.self, draft.author)?.value.name
    }

    /// Whether a draft may take the place of what is published.
    private func mayStand(_ draft: Draft, over published: Record?) async throws -> Bool {
        if draft.proposesWithdrawal { return published.map { $0.withdrawn == nil } ?? false }
        guard draft.record.withdrawn == nil else { return false }
        return try await faults(of: draft).isEmpty
    }

    /// What keeps a draft from being published. An organisation may have been published a moment ago, before any reader
    /// sees it.
    private func faults(of draft: Draft) async throws -> [DraftFault] {
        var faults: [DraftFault] = []
        for fault in draft.faults(in: catalogue) {
            if case .unknownOrganisation(let id) = fault,
                let published = try await store.revisions(of: id).first(where: \.isPublished)?.record,
                published.kind == .organisation, published.isShown
            {
                continue
            }
            faults.append(fault)
        }
        return faults
    }

    /// Answers the suggestion from which a draft was made.
    private func answer(
        _ draft: Draft, _ state: Suggestion.State, with words: String?, in work: inout Work
    ) async throws {
        guard case .suggestion(let code) = draft.origin, var kept = try await store.find(Suggestion.self, code) else {
            return
        }
        kept.value.state = state
        kept.value.answer = words ?? kept.value.answer
        kept.value.answeredOn = today
        try work.put(kept)
    }
}
