import Catalogue
import Foundation

extension Workspace {
    // MARK: Checking

    /// The addresses that are to be checked now.
    package func linksDue() async throws -> [WebAddress] {
        let reports = try await store.all(CheckedLink.self).map(\.value.report)
        return LinkTable(catalogue).due(
            Dictionary(reports.map { ($0.address, $0) }, uniquingKeysWith: { _, newer in newer }), at: now)
    }

    /// Keeps what a round found. A round in which nearly nothing was reached says something about our own connection, and
    /// nothing about others: it is not kept, and the answer is false.
    package func note(_ results: [(address: WebAddress, result: LinkResult)]) async throws -> Bool {
        guard !LinkRound.isOurFault(results.map(\.result)) else { return false }
        for (address, result) in results {
            let known = try await store.find(CheckedLink.self, address.description)
            var link = known?.value ?? CheckedLink(LinkReport(address))
            link.report.note(result, at: now)
            var work = Work(by: "betternet links", at: now)
            try work.put(link, over: known?.version)
            // Somebody else checks at the same time: one answer is enough.
            do { _ = try await store.commit(work) } catch is WorkConflict { continue }
        }
        try await forgetUnusedLinks()
        return true
    }

    private func forgetUnusedLinks() async throws {
        let used = Set(LinkTable(catalogue).addresses)
        var work = Work(by: "betternet links", at: now)
        for link in try await store.all(CheckedLink.self).map(\.value) where !used.contains(link.report.address) {
            work.remove(link)
        }
        if !work.removals.isEmpty { try await commit(work) }
    }

    // MARK: What there is to do

    /// Links that somebody should look at, in entries that the actor may change.
    package func linkTasks(for actor: Actor) async throws -> [LinkTask] {
        guard actor.mayEver(.write) else { return [] }
        let catalogue = catalogue
        let table = LinkTable(catalogue)
        return try await store.all(CheckedLink.self, key: CheckedLink.wanting).compactMap { kept in
            let places = table.uses(of: kept.value.report.address).compactMap { use -> (Record, LinkField)? in
                guard case .record(let id, let field) = use, let record = catalogue[id],
                    actor.may(.write, on: record.owners)
                else { return nil }
                return (record, field)
            }
            return places.isEmpty ? nil : LinkTask(report: kept.value.report, places: places)
        }
    }

    // MARK: Changing

    /// Drafts with the new address of a page that moved, in every entry that the actor may change; each waits for its
    /// review.
    package func follow(moveOf address: WebAddress, by actor: Actor) async throws -> [Draft] {
        guard let link = try await store.find(CheckedLink.self, address.description)?.value,
            case .moved(let move) = link.report.state
        else { throw WorkspaceError.notFound }
        let changes = LinkTable(catalogue).changes(for: move)
        return try await propose(changes, why: "\(move.old) → \(move.new)", by: actor)
    }

    /// What replacing a domain would change.
    package func preview(_ replacement: DomainReplacement, by actor: Actor) throws -> [LinkChange] {
        try actor.require(.replaceDomain, on: nil)
        return replacement.preview(catalogue.records)
    }

    /// Drafts in which a domain is replaced; each waits for its review.
    package func replace(_ replacement: DomainReplacement, by actor: Actor) async throws -> [Draft] {
        let changes = try preview(replacement, by: actor)
        guard !changes.isEmpty else { throw WorkspaceError.notFound }
        let drafts = try await propose(changes, why: "\(replacement.old) → \(replacement.new)", by: actor)
        try await commit(
            work(of: actor, .replacedDomain, on: replacement.old.description, detail: replacement.new.description))
        return drafts
    }

    /// One draft for each entry that changes, sent to review at once.
    private func propose(_ changes: [LinkChange], why: String, by actor: Actor) async throws -> [Draft] {
        var drafts: [Draft] = []
        for id in Set(changes.map(\.record)).sorted() {
            guard let record = catalogue[id], actor.may(.write, on: record.owners) else { continue }
            // Whoever presses twice, or follows a move that is proposed already, makes no second draft.
            let open = try await store.all(Draft.self, key: id.description).contains {
                $0.value.origin == .links && $0.value.state.isOpen && $0.value.record == record.applying(changes)
            }
            guard !open else { continue }
            let kept = try await edit(id, by: actor, origin: .links) { $0 = $0.applying(changes) }
            let writing = Writing(record: kept.value.record, isSmall: true, why: why)
            guard case .kept = try await keep(writing, in: kept.value.id, from: kept.version, by: actor) else {
                continue
            }
            if case .submitted(let sent) = try await submit(kept.value.id, by: actor) { drafts.append(sent.value) }
        }
        return drafts
    }
}
