import Catalogue

extension Workspace {
    /// What people say of themselves.
    package struct Profile: Hashable, Sendable {
        /// Characters of ``knowsWords``.
        package static let longestWords = 500

        package var name: String
        package var language: Language
        package var wantsDigest: Bool
        package var knows: [ConceptID]
        package var knowsWords: String
        package var isInDirectory: Bool

        package init(
            name: String, language: Language, wantsDigest: Bool, knows: [ConceptID], knowsWords: String,
            isInDirectory: Bool
        ) {
            self.name = name
            self.language = language
            self.wantsDigest = wantsDigest
            self.knows = knows
            self.knowsWords = knowsWords
            self.isInDirectory = isInDirectory
        }

        package init(_ account: Account) {
            self.init(
                name: account.name, language: account.language, wantsDigest: account.wantsDigest,
                knows: account.knows, knowsWords: account.knowsWords, isInDirectory: account.isInDirectory)
        }
    }

    /// Changes what the own account says. Where nothing differs, nothing is noted.
    package func change(_ profile: Profile, by visit: Visit) async throws {
        var kept = try await existing(Account.self, visit.account.id)
        guard Account.isName(profile.name), profile.knowsWords.count <= Profile.longestWords,
            profile.knows.allSatisfy({ catalogue[.themes][$0] != nil })
        else { throw WorkspaceError.faulty }
        guard Profile(kept.value) != profile else { return }
        kept.value.name = profile.name
        kept.value.language = profile.language
        kept.value.wantsDigest = profile.wantsDigest
        kept.value.knows = profile.knows
        kept.value.knowsWords = profile.knowsWords
        kept.value.isInDirectory = profile.isInDirectory
        var work = work(of: visit.actor, .changedProfile, on: kept.value.id)
        try work.put(kept)
        try await commit(work)
    }
}
