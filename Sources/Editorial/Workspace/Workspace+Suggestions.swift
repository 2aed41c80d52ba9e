import Catalogue

/// A suggestion, and what came of it.
package struct SuggestionStanding: Sendable {
    package let suggestion: Suggestion
    /// The draft that was made of it.
    package let draft: Draft?
    /// What readers see of it now: the record that it is about, or the one that was made of it.
    package let outcome: Record?
    /// Whether a draft can be made of it.
    package let isTakeable: Bool
}

extension Workspace {
    /// Keeps what somebody without account suggests.
    package func receive(_ suggestion: Suggestion) async throws {
        var work = Work(by: "", at: now)
        try work.put(suggestion)
        try await commit(work)
    }

    /// What became of a suggestion, for whoever holds its code.
    package func suggestion(code: String) async throws -> SuggestionStanding? {
        guard let kept = try await store.find(Suggestion.self, code) else { return nil }
        return try await standing(of: kept.value)
    }

    /// The suggestions that an actor may handle, oldest first.
    package func suggestions(for actor: Actor) async throws -> [Kept<Suggestion>] {
        guard actor.mayEver(.handleSuggestion) else { return [] }
        return try await store.all(Suggestion.self).filter { actor.may(.handleSuggestion, on: owners(of: $0.value)) }
    }

    /// One of them, with what came of it so far.
    package func suggestion(_ code: String, for actor: Actor) async throws -> SuggestionStanding {
        try await standing(of: try await handled(code, by: actor).value)
    }

    private func handled(_ code: String, by actor: Actor) async throws -> Kept<Suggestion> {
        let kept = try await existing(Suggestion.self, code)
        guard actor.may(.handleSuggestion, on: owners(of: kept.value)) else { throw WorkspaceError.notFound }
        return kept
    }

    /// What is about no record is for those who look after the whole catalogue.
    private func owners(of suggestion: Suggestion) -> [RecordID] {
        suggestion.record.flatMap { catalogue.any($0) }?.owners ?? []
    }

    private func standing(of suggestion: Suggestion) async throws -> SuggestionStanding {
        var draft: Draft?
        if let id = suggestion.draft { draft = try await store.find(Draft.self, id)?.value }
        let made = draft?.state == .published ? draft?.record.id : nil
        // A draft that led to nothing may be tried again.
        let isFree = suggestion.state == .new || draft.map { $0.state == .dropped || $0.state == .declined } ?? true
        return SuggestionStanding(
            suggestion: suggestion, draft: draft, outcome: (made ?? suggestion.record).flatMap { catalogue[$0] },
            isTakeable: suggestion.isOpen && isFree
                && (suggestion.record.map { catalogue.any($0).map { $0.withdrawn == nil } ?? false } ?? true))
    }

    /// Makes a draft of a suggestion: of what is missing, or of the record that it is about.
    package func take(_ code: String, by actor: Actor) async throws -> Kept<Draft> {
        let kept = try await handled(code, by: actor)
        let suggested = kept.value
        guard try await standing(of: suggested).isTakeable else { throw WorkspaceError.notNow }
        let alongside: Alongside = { draft, work in
            var taken = kept
            taken.value.state = .taken
            taken.value.draft = draft.id
            try work.put(taken)
            work.note(line(actor, .answeredSuggestion, on: code, detail: Suggestion.State.taken.rawValue))
        }
        let origin = Draft.Origin.suggestion(code: code)
        if let record = suggested.record {
            return try await edit(record, by: actor, origin: origin, alongside: alongside)
        }
        // Called after its title as soon as somebody writes in it.
        guard let name = RecordID("new-\(Self.newID())") else { throw WorkspaceError.faulty }
        return try await begin(
            .initiative, by: actor, origin: origin,
            record: suggested.survey?.record(name, in: suggested.language, of: catalogue), alongside: alongside)
    }

    /// Answers a suggestion: its sender reads the answer under the code, and gets it by letter where there is an address.
    /// That is all the address was for, so it is wiped.
    package func answer(_ code: String, _ state: Suggestion.State, words: String, by actor: Actor) async throws {
        var kept = try await handled(code, by: actor)
        guard kept.value.isOpen else { throw WorkspaceError.notNow }
        guard state == .done || state == .declined, !words.isEmpty, words.count <= Suggestion.longestAnswer else {
            throw WorkspaceError.faulty
        }
        let address = kept.value.address
        kept.value.state = state
        kept.value.answer = words
        kept.value.answeredOn = today
        kept.value.contact = nil
        var work = work(of: actor, .answeredSuggestion, on: code, detail: state.rawValue)
        try work.put(kept)
        if let address {
            try work.put(
                Notice(
                    to: address.description, name: "", language: kept.value.language,
                    matter: .suggestion(code: code, words: words), at: now))
        }
        try await commit(work)
    }
}

extension Suggestion {
    /// Where an answer can be sent to; nil where the sender left nothing that a letter finds.
    package var address: EmailAddress? { contact.flatMap { try? EmailAddress($0) } }
}
