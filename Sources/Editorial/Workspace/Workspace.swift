import Catalogue
import Foundation

/// The consortium at work: everything that may be done in the workspace, by whoever may do it.
///
/// Every deed looks first whether its actor may (``Permission``), then does all of it in one ``Work``, with its line in
/// the trail.
package struct Workspace: Sendable {
    package let store: any Store
    /// What is published.
    let published: @Sendable () -> Catalogue
    let clock: @Sendable () -> Date
    /// Where readers reach the site, without a slash at the end; links in letters begin with it.
    let publicAddress: String
    package var freshness: FreshnessRules
    /// What a password derivation costs; tests make it cheap.
    let passwordWork: ScryptParameters
    let heavyWork: any HeavyWork

    package init(
        store: any Store, publicAddress: String, freshness: FreshnessRules = FreshnessRules(),
        passwordWork: ScryptParameters = .current, heavyWork: any HeavyWork = WorkAtOnce(),
        published: @escaping @Sendable () -> Catalogue, clock: @escaping @Sendable () -> Date
    ) {
        self.store = store
        self.publicAddress = publicAddress
        self.freshness = freshness
        self.passwordWork = passwordWork
        self.heavyWork = heavyWork
        self.published = published
        self.clock = clock
    }

    package var catalogue: Catalogue { published() }
    package var today: CivilDay { BrusselsTime(clock()).day }
    package var now: Date { clock() }

    /// The work of one deed, with its line in the trail.
    func work(
        of doer: some Doer, _ deed: Deed, on object: String, detail: String = ""
    ) -> Work {
        var work = Work(by: doer.name, at: now)
        work.note(line(doer, deed, on: object, detail: detail))
        return work
    }

    func line(_ doer: some Doer, _ deed: Deed, on object: String, detail: String = "") -> TrailLine {
        TrailLine(
            account: doer.accountID, name: doer.name, organisation: doer.organisation, deed: deed, object: object,
            detail: detail, at: now)
    }

    /// Commits; what another was faster with comes back as ``WorkspaceError/changedMeanwhile``.
    func commit(_ work: Work) async throws {
        do { _ = try await store.commit(work) } catch is WorkConflict { throw WorkspaceError.changedMeanwhile }
    }

    /// An item that must be there.
    func existing<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value> {
        guard let kept = try await store.find(type, id) else { throw WorkspaceError.notFound }
        return kept
    }

    /// Whether an organisation belongs to the consortium.
    func isMember(_ organisation: RecordID?) -> Bool {
        organisation.flatMap { catalogue[$0] }?.member ?? false
    }

    func hash(_ password: String) async throws -> PasswordHash {
        try await heavyWork.run { [passwordWork] in try PasswordHash(password, parameters: passwordWork) }
    }

    func matches(_ password: String, _ hash: PasswordHash) async throws -> Bool {
        try await heavyWork.run { hash.matches(password) }
    }

    /// A name for something new: 12 letters and digits (62 bits).
    static func newID() -> String {
        let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
        var generator = SystemRandomNumberGenerator()
        return String((0..<12).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    }
}
