import Catalogue

/// What loading catalogue files changes in what is published: never what people wrote in the workspace since.
package struct Loading: Sendable {
    /// The names under which files are loaded.
    package static let command = "betternet load"
    package static let filling = "betternet serve --fill"

    /// To be published where they differ.
    package let entries: [Entry]
    /// Records that were edited in the workspace, of which the files say something else. They stay as they are.
    package let left: [RecordID]

    /// - Parameters:
    ///   - read: what the files say.
    ///   - revisions: all revisions, newest first, of the records whose published one was not made by a file.
    ///   - overwriting: whether the files win over what was edited in the workspace.
    package init(
        _ read: [Entry], over published: Catalogue, revisions: [RecordID: [Revision]], overwriting: Bool = false
    ) {
        var entries: [Entry] = []
        var left: [RecordID] = []
        for entry in Self.naming(published, in: read) {
            guard case .record(let record) = entry, let current = published.any(record.id) else {
                entries.append(entry)
                continue
            }
            if overwriting || !Self.isEdited(current, revisions[record.id]) {
                entries.append(.record(record.keepingChecks(of: current)))
            } else if record.withoutChecks != current.withoutChecks {
                left.append(record.id)
            }
        }
        self.entries = entries
        self.left = left
    }

    /// Whether somebody wrote in it since it was loaded. That somebody checked it, or that it was set aside, is no writing.
    private static func isEdited(_ current: Record, _ revisions: [Revision]?) -> Bool {
        guard let revisions else { return false }
        guard let loaded = revisions.first(where: { [command, filling].contains($0.author) }) else { return true }
        return loaded.record.withoutChecks != current.withoutChecks
    }

    /// The entries with the name of what a record was merged into wherever they name what was merged: files know nothing
    /// of merges.
    private static func naming(_ published: Catalogue, in read: [Entry]) -> [Entry] {
        let merged = published.away.values.filter { $0.isMerged == true }.sorted { $0.id < $1.id }
        return merged.reduce(read) { entries, gone in
            guard let into = gone.successor else { return entries }
            let renamed = Dictionary(
                Catalogue(entries).entries(naming: into, insteadOf: gone.id).map { ($0.name, $0) },
                uniquingKeysWith: { first, _ in first })
            return entries.map { renamed[$0.name] ?? $0 }
        }
    }
}

extension Record {
    /// What it says, without what was said about it: whether somebody checked it, and how its texts came about.
    fileprivate var withoutChecks: Record {
        var record = self
        record.verified = nil
        record.setAside = nil
        record.translations = nil
        record.home = nil
        return record
    }

    /// What was said about the published one is said about this one too; a translation of a text that the file changed
    /// is outdated.
    fileprivate func keepingChecks(of published: Record) -> Record {
        var record = self
        record.verified = published.verified
        record.setAside = published.setAside
        // Files know nothing of where a record was fetched.
        record.home = record.home ?? published.home
        guard let known = published.translations else { return record }
        record.translations = known
        record.translations = Translations.states(from: published, to: record, stated: [:], isSmall: false)
        return record
    }
}

extension Store {
    /// What loading these entries now would change.
    package func loading(_ read: [Entry], overwriting: Bool = false) async throws -> Loading {
        var revisions: [RecordID: [Revision]] = [:]
        for (id, age) in try await ages() where ![Loading.command, Loading.filling].contains(age.author) {
            revisions[id] = try await self.revisions(of: id)
        }
        return Loading(
            read, over: try await published().catalogue, revisions: revisions, overwriting: overwriting)
    }
}
