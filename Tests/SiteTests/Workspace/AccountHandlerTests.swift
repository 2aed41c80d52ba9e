import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Intake
import Testing

@testable import Site

/// An inbox has two locks: the own account with its second factor, and then the passphrase.
@Suite struct AccountHandlerTests {
    /// Without an account, without the second factor, with another role or for another organisation: the right
    /// passphrase opens nothing.
    @Test func thePassphraseAloneOpensNothing() async throws {
        let reports = try await ReportSite()
        let sessions: [(String?, HTTPResponse.Status, TextKey)] = [
            (nil, .unauthorized, .handlingAccountFirst),
            ("__Host-session=nonsense", .unauthorized, .handlingAccountFirst),
            (try await reports.account(isStrong: false), .unauthorized, .handlingAccountFirst),
            (try await reports.account(of: "mediawijs"), .forbidden, .handlingAccountWrong),
            (try await reports.account(roles: [.coordinator, .editor]), .forbidden, .handlingAccountWrong),
        ]
        for (session, status, words) in sessions {
            let answer = try await reports.open(as: session)
            #expect(answer.status == status && answer.headers[.setCookie] == nil)
            #expect(answer.body.contains(Texts.of(.nl)(words)))
        }
        #expect(try await reports.vault.actions(of: try ReportSite.inbox, limit: 5).isEmpty)
        // The page shows the way, and only the own inboxes.
        for language in Language.allCases {
            let page = try await reports.site.get("/\(language)/workspace/reports")
            #expect(page.body.contains(Texts.of(language)(.handlingAccountFirst)))
            #expect(page.body.contains("sign-in?next=%2F\(language)%2Fworkspace%2Freports"))
        }
        let own = try await reports.site.get(
            "/nl/workspace/reports", headers: [.cookie: try await reports.account(of: "mediawijs")])
        #expect(own.body.contains("value=\"mediawijs\"") && !own.body.contains("value=\"child-focus\""))
    }

    /// What was opened in a session of the workspace is closed with it, wherever and however that one ends.
    @Test func theInboxClosesWithTheSession() async throws {
        let reports = try await ReportSite()
        let workspace = reports.site.site.environment.workspace
        let path = "/nl/workspace/reports/people"
        func isOpen(_ cookie: HTTPFields) async throws -> Bool {
            try await reports.site.get(path, headers: cookie).status == .ok
        }
        func session(_ cookie: HTTPFields) async throws -> Workspace.Visit {
            let token = try #require(cookie[.cookie]?.firstMatch(of: #/__Host-session=([^;]+)/#)?.1)
            return try #require(try await workspace.visit(String(token)))
        }
        // Signed out of the workspace.
        let out = try await reports.signIn()
        #expect(try await isOpen(out))
        _ = try await reports.site.post("/nl/workspace/sign-out", "", headers: out)
        #expect(try await !isOpen(out))
        // Ended from another device, shut out, another role: the key is forgotten before the next request.
        let changes: [(Workspace.Visit) async throws -> Void] = [
            { try await workspace.signOut($0) },
            { try await workspace.disable($0.account.id, true, by: ShellCommand("test")) },
            {
                try await workspace.change(
                    $0.account.id, roles: [.editor], organisation: $0.account.organisation, by: ShellCommand("test"))
            },
        ]
        for change in changes {
            let cookie = try await reports.signIn()
            #expect(try await isOpen(cookie))
            try await change(try await session(cookie))
            await reports.site.site.housekeeping.endHandlersSessions()
            #expect(reports.site.site.environment.reporting?.sessions.open.isEmpty ?? false)
            #expect(try await !isOpen(cookie))
        }
        // The cookie of the inbox is nothing in another session.
        let (first, second) = (try await reports.signIn(), try await reports.account())
        let handler = try #require(first[.cookie]?.firstMatch(of: #/__Host-handler=[^;]+/#)?.0)
        #expect(try await !isOpen([.cookie: "\(second); \(handler)"]))
        #expect(try await !isOpen([.cookie: String(handler)]))
    }
}
