import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Intake
import Logging
import Storage
import Synchronization
import Testing

@testable import Site

/// The shipped site with two inboxes: Child Focus for Dutch and French, Mediawijs for Dutch.
struct ReportSite {
    static var inbox: RecordID { get throws { try #require(RecordID("child-focus")) } }
    static let passphrase = "een lange wachtzin voor de test"

    let site: TestSite
    let vault: any ReportVault
    let log = CapturedLog()
    let childFocus = SealingKey()
    let mediawijs = SealingKey()

    init(clock: Date = TestSite.noon, vault given: (any ReportVault)? = nil, capacity: Int = 60) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)").path
        let store = try SQLiteStore(folder: folder)
        vault = given ?? store.reports
        let log = log
        site = try TestSite(
            TestSite.shipped.snapshot, store: store, vault: vault, clock: clock,
            logger: Logger(label: "test", factory: { _ in log }))
        guard given == nil else {
            await site.site.housekeeping.refreshInboxes()
            return
        }
        try await add("child-focus", childFocus, [.nl, .fr, .de, .en])
        try await add("mediawijs", mediawijs, [.nl])
        await site.site.housekeeping.refreshInboxes()
    }

    private func add(_ name: String, _ key: SealingKey, _ languages: [Language]) async throws {
        let id = try #require(RecordID(name))
        let themes = ["cyberbullying", "hate-speech"].compactMap { ConceptID($0) }
        let wrapped = try WrappedKey(
            key, passphrase: Self.passphrase, owner: Handler.owner("Anna", of: id), cost: ScryptCost(rounds: 16))
        try await vault.add(
            Inbox(organisation: id, publicKey: key.publicKey, themes: themes, languages: languages, answersWithin: 3),
            handler: Handler(
                inbox: id, name: "Anna", wrapped: wrapped, addedOn: CivilDay(year: 2026, month: 11, day: 1),
                addedBy: nil))
    }

    // MARK: Steps of a reporter

    static let form = "/nl/report/bullied-online/child-focus"

    /// The hidden fields of a page.
    static func hidden(_ body: String) throws -> [String: String] {
        let inputs = try Markup(body).all("input").filter { $0.attributes["type"] == "hidden" }
        return Dictionary(
            inputs.map { ($0.attributes["name"] ?? "", Self.unescaped($0.attributes["value"] ?? "")) },
            uniquingKeysWith: { first, _ in first })
    }

    static func unescaped(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }

    static func body(_ fields: [String: String]) -> String {
        String(QueryItems(fields.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }).print().dropFirst())
    }

    func send(_ what: String, language: Language = .nl, more: [String: String] = [:]) async throws -> TestSite.Answer {
        let path = "/\(language)/report/bullied-online/child-focus"
        let page = try await site.get(path + "?who=teenager")
        var fields = try Self.hidden(page.body)
        fields["what"] = what
        fields.merge(more) { $1 }
        return try await site.post(path, Self.body(fields))
    }

    /// Number and words of the receipt on a page.
    static func receipt(_ body: String) throws -> (number: String, words: String) {
        let page = try Markup(body)
        let number = try #require(page.all("p").first { $0.attributes["class"] == "number" }).text
        let fields = try hidden(body)
        return (number, try #require(fields["words"]))
    }

    func comeBack(_ number: String, _ words: String, more: [String: String] = [:]) async throws -> TestSite.Answer {
        var fields = ["number": number, "words": words]
        if more["message"] != nil, more["ticket"] == nil {
            let page = try await site.post("/nl/report/back", Self.body(fields))
            fields["ticket"] = try Self.hidden(page.body)["ticket"] ?? ""
        }
        return try await site.post("/nl/report/back", Self.body(fields.merging(more) { $1 }))
    }

    // MARK: Steps of a handler

    /// A handler of an organisation who is signed in to the workspace with the second factor: the cookie of that session.
    func account(
        of organisation: String = "child-focus", roles: Set<Role> = [.handler], isStrong: Bool = true
    ) async throws -> String {
        let workspace = site.site.environment.workspace
        let token = SecretToken.new()
        var account = Account(
            id: "of-\(UUID().uuidString)", email: "\(UUID().uuidString.lowercased())@example.be", name: "Anna",
            language: .nl, organisation: RecordID(organisation), roles: roles, madeOn: workspace.today)
        account.password = .dummy(of: ScryptParameters(rounds: 2))
        account.secondFactor = SecondFactor(
            secret: OneTimeSecret(), lastStep: nil, recovery: RecoveryCodes.new().kept)
        var work = Work(by: "test", at: workspace.now)
        try work.put(account)
        try work.put(
            AccountSession(
                id: token.hash(for: .session).hex, account: account.id, began: workspace.now, used: workspace.now,
                formCode: "code", isStrong: isStrong, device: ""))
        try await site.store.commit(work)
        return "__Host-session=\(token.text)"
    }

    /// Signs in to the workspace and to an inbox, and returns both cookies.
    func signIn(
        _ inbox: String = "child-focus", name: String = "Anna", passphrase: String = passphrase
    ) async throws -> HTTPFields {
        let session = try await account(of: inbox)
        let answer = try await open(inbox, name: name, passphrase: passphrase, as: session)
        #expect(answer.status == .seeOther)
        let cookie = try #require(answer.headers[.setCookie]?.split(separator: ";").first)
        return [.cookie: "\(session); \(cookie)"]
    }

    /// What comes back when somebody tries to open an inbox.
    func open(
        _ inbox: String = "child-focus", name: String = "Anna", passphrase: String = passphrase, as session: String?
    ) async throws -> TestSite.Answer {
        try await site.post(
            "/nl/workspace/reports", Self.body(["inbox": inbox, "name": name, "passphrase": passphrase]),
            headers: session.map { [.cookie: $0] } ?? [:])
    }

    func handle(_ number: String, _ action: String, as cookie: HTTPFields, more: [String: String] = [:]) async throws
        -> TestSite.Answer
    {
        let path = "/nl/workspace/reports/" + number.filter(\.isNumber)
        let page = try await site.get(path, headers: cookie)
        var fields = ["code": try Self.hidden(page.body)["code"] ?? "", "action": action]
        if ["answer", "close", "hand-over"].contains(action), more["seen"] == nil {
            let opened = try await site.post(
                path, Self.body(fields.merging(["action": "open"]) { $1 }), headers: cookie)
            let hidden = try Self.hidden(opened.body)
            for name in ["ticket", "seen"] { fields[name] = hidden[name] }
        }
        if action == "close" { fields["closing"] = "helped" }
        return try await site.post(path, Self.body(fields.merging(more) { $1 }), headers: cookie)
    }
}

/// Keeps what is logged, to look for what must not be there.
final class CapturedLog: LogHandler {
    private let lines = Mutex<[String]>([])
    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
    }
}
