import Catalogue

extension Workspace {
    /// Tells the writers of a draft what became of it.
    func tell(_ draft: Draft, of deed: Deed, in work: inout Work) async throws {
        guard let author = try await store.find(Account.self, draft.author)?.value, !author.isDisabled else { return }
        try work.put(
            Notice(
                to: author,
                .draft(
                    id: draft.id, record: draft.record.id, title: draft.record.title, deed: deed,
                    words: draft.steps.last?.words ?? ""), at: now))
    }

    /// The accounts that can look after what belongs to these organisations, editors first.
    package func keepers(of owners: some Sequence<RecordID>) async throws -> [Account] {
        Self.keepers(of: owners, among: try await store.all(Account.self).map(\.value))
    }

    static func keepers(of owners: some Sequence<RecordID>, among accounts: [Account]) -> [Account] {
        let owners = Set(owners)
        return accounts.filter { account in
            !account.isDisabled && account.password != nil && account.organisation.map(owners.contains) ?? false
                && !account.roles.isDisjoint(with: [.editor, .contributor])
        }
        .sorted { $0.roles.contains(.editor) && !$1.roles.contains(.editor) }
    }

    package func coordinators() async throws -> [Account] {
        try await store.all(Account.self).map(\.value)
            .filter { !$0.isDisabled && $0.password != nil && $0.roles.contains(.coordinator) }
    }
}
