import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Logging
import Storage
import Synchronization
import Testing

@testable import Site

/// A site whose letters are caught, whose clock can be moved, and whose passwords cost little.
struct AccountSite: Sendable {
    static let password = "vier losse woorden hier"

    let site: TestSite
    let post = CaughtLetters()
    let log = CapturedLog()
    private let clock: MovableClock

    var workspace: Workspace { site.site.environment.workspace }
    var store: any Store { site.store }

    init() throws {
        let shipped = TestSite.shipped.snapshot
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("accounts-\(UUID().uuidString)").path
        let store = try SQLiteStore(folder: folder)
        var settings = SiteSettings(publicAddress: "https://shop.example")
        settings.load = .boundless
        settings.passwordWork = ScryptParameters(rounds: 2)
        settings.proxies = .nearby
        settings.sender = "desk@shop.example"
        let (clock, log) = (MovableClock(), log)
        self.clock = clock
        let site = Site(
            snapshots: SnapshotHolder(shipped), store: store, settings: settings, postman: post,
            logger: Logger(label: "test", factory: { _ in log }), clock: { clock.now })
        self.site = TestSite(site, store: store, snapshot: shipped)
    }

    func wait(_ seconds: TimeInterval) { clock.move(by: seconds) }

    /// Sends what waits, and returns all letters so far.
    func letters() async throws -> [Letter] {
        await site.site.housekeeping.sendLetters()
        return post.letters
    }

    /// Somebody who took the invitation up.
    @discardableResult
    func member(_ name: String, _ roles: Set<Role>, of organisation: RecordID? = nil, language: Language = .nl)
        async throws -> Account
    {
        let invitee = Workspace.Invitee(
            email: "\(name)@example.be", name: name.capitalized, language: language, organisation: organisation,
            roles: roles)
        let token = try #require(try await workspace.invite(invitee, by: ShellCommand("betternet account add")))
        #expect(try await workspace.accept(token.text, password: Self.password) == nil)
        return try #require(try await workspace.account(email: invitee.email))
    }

    /// The trail, newest first.
    func deeds(of account: String) async throws -> [Deed] {
        try await store.trail(TrailSelection(object: account)).map(\.deed)
    }
}

private final class MovableClock: Sendable {
    private let moment = Mutex(TestSite.noon)
    var now: Date { moment.withLock { $0 } }
    func move(by seconds: TimeInterval) { moment.withLock { $0 += seconds } }
}

/// A postman who keeps what he gets, or refuses it.
final class CaughtLetters: Postman {
    private let state = Mutex((letters: [Letter](), refusals: 0))

    var letters: [Letter] { state.withLock { $0.letters } }

    func refuse(_ times: Int) { state.withLock { $0.refusals = times } }

    func send(_ letter: Letter) async throws {
        try state.withLock { state in
            guard state.refusals == 0 else {
                state.refusals -= 1
                throw PostmanError.refused(path: "/usr/sbin/sendmail", status: 75, complaint: "later")
            }
            state.letters.append(letter)
        }
    }
}

extension Letter {
    /// The links of the letter, as paths of the site.
    var paths: [String] {
        body.matches(of: #/https:\/\/shop\.example(\/\S*)/#).map { String($0.1) }
    }
}

/// A browser: it keeps cookies, and sends a form with the hidden fields of its page.
final class Visitor: Sendable {
    let accounts: AccountSite
    private let source: String
    private let jar = Mutex<[String: String]>([:])

    init(_ accounts: AccountSite, from source: String = "192.0.2.1") {
        self.accounts = accounts
        self.source = source
    }

    var session: String? { jar.withLock { $0["__Host-session"] } }

    /// Who this is, as the site sees it.
    func visit() async throws -> Workspace.Visit {
        let secret = try #require(session)
        return try #require(try await accounts.workspace.visit(secret))
    }

    func show(session: String?) { jar.withLock { $0["__Host-session"] = session } }

    func get(_ path: String) async throws -> TestSite.Answer {
        take(try await accounts.site.get(path, headers: headers))
    }

    func post(_ path: String, _ fields: [(String, String)]) async throws -> TestSite.Answer {
        take(
            try await accounts.site.post(
                path, QueryItems(fields.map { QueryItem($0.0, $0.1) }).form, headers: headers))
    }

    /// Sends a form of a page: what is hidden in it, and what is typed.
    func send(
        _ path: String, on page: TestSite.Answer, _ typed: [(String, String)] = []
    ) async throws -> TestSite.Answer {
        let hidden = try Form(action: path, in: page.body).hidden
        return try await post(path, hidden + typed)
    }

    /// Looks at a page and sends its form.
    func fill(_ path: String, _ typed: [(String, String)]) async throws -> TestSite.Answer {
        try await send(path, on: try await get(path), typed)
    }

    func signIn(_ name: String, password: String = AccountSite.password, language: Language = .nl) async throws
        -> TestSite.Answer
    {
        try await fill(
            "/\(language)/workspace/sign-in", [("email", "\(name)@example.be"), ("password", password)])
    }

    private var headers: HTTPFields {
        var headers: HTTPFields = [.userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"]
        if let name = HTTPField.Name("X-Forwarded-For") { headers[name] = source }
        let cookies = jar.withLock { $0.map { "\($0)=\($1)" } }.sorted().joined(separator: "; ")
        if !cookies.isEmpty { headers[.cookie] = cookies }
        return headers
    }

    private func take(_ answer: TestSite.Answer) -> TestSite.Answer {
        for set in answer.headers[values: .setCookie] {
            let parts = set.split(separator: ";")
            let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isGone = set.contains("Max-Age=0")
            jar.withLock { $0[String(pair[0])] = isGone ? nil : String(pair[1]) }
        }
        return answer
    }
}

/// One form of a page.
struct Form {
    let hidden: [(String, String)]

    init(action: String, in body: String) throws {
        let start = "action=\"\(action)\""
        let found = try #require(body.range(of: start), "no form to \(action)")
        let rest = body[found.upperBound...]
        let inside = rest[..<(rest.range(of: "</form>")?.lowerBound ?? rest.endIndex)]
        hidden = inside.matches(of: #/<input type="hidden" name="([^"]*)" value="([^"]*)">/#)
            .map { (String($0.1), ReportSite.unescaped(String($0.2))) }
    }
}
