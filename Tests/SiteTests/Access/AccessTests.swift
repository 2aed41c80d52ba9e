import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Site

/// Every route of the workspace, for every role, on things of the own organisation and of another. The routes come from
/// the router itself, so that a new one without a rule fails.
@Suite struct AccessTests {
    private static let prefix = "/{lang}/workspace"

    private static func routes(_ site: TestSite, _ method: HTTPRequest.Method) -> [String] {
        Site.router(site.site.environment).routes.filter { $0.method == method }.map(\.path.description)
    }

    /// 403 and 404 look alike on purpose where something is none of somebody's business.
    private static func isRefused(_ status: HTTPResponse.Status) -> Bool {
        [.unauthorized, .forbidden, .notFound].contains(status)
    }

    @Test func everyRouteHasARule() {
        let site = TestSite.shipped
        let pages = Self.routes(site, .get).filter { $0.hasPrefix(Self.prefix) }.map { $0.dropFirst(Self.prefix.count) }
        #expect(Set(pages.map(String.init)) == Set(AccessTable.pages.keys))
        let all = Self.routes(site, .post)
        let forms = all.filter { $0.hasPrefix(Self.prefix) }.map { $0.dropFirst(Self.prefix.count) }
        #expect(Set(forms.map(String.init)) == Set(AccessTable.forms.map(\.path)))
        #expect(Set(all.filter { !$0.hasPrefix(Self.prefix) }) == Set(AccessTable.sentByReaders.keys))
        // There are no other ways to change anything.
        let methods = Set(Site.router(site.site.environment).routes.map(\.method))
        #expect(methods.isSubset(of: [.get, .post, .head, .options]))
    }

    @Test func pagesOpenForThoseWhoMayAndNobodyElse() async throws {
        let site = try await AccessSite()
        for (route, rule) in AccessTable.pages.sorted(by: { $0.key < $1.key }) {
            if case .anybody = rule.who { continue }
            for owner in AccessSite.owners(of: rule) {
                let path = site.path(Self.prefix + route, rule, of: owner)
                let stranger = try await site.work.get(path, as: nil)
                #expect(stranger.status != .ok, "\(path) opens without an account")
                if case .elsewhere = rule.who { continue }
                #expect(stranger.headers[.location]?.contains("/workspace/sign-in") ?? false, "\(path)")
                for person in WorkSite.Person.allCases {
                    let answer = try await site.work.get(path, as: person)
                    #expect(
                        Self.isRefused(answer.status) != rule.allows(person, on: owner),
                        "\(path) of \(owner) for \(person): \(answer.status.code)")
                }
            }
        }
    }

    @Test func formsAreTakenFromThoseWhoMayAndNobodyElse() async throws {
        let site = try await AccessSite()
        let before = try await site.kept()
        for (route, rule) in AccessTable.forms {
            switch rule.who {
            case .anybody, .elsewhere: continue
            default: break
            }
            for owner in AccessSite.owners(of: rule) {
                let path = site.path(Self.prefix + route, rule, of: owner)
                let fields = site.fields(rule, of: owner)
                #expect(try await site.work.post(path, fields, as: nil).status == .unauthorized, "\(path)")
                for person in WorkSite.Person.allCases where !rule.allows(person, on: owner) {
                    let answer = try await site.work.post(path, fields, as: person)
                    #expect(
                        Self.isRefused(answer.status), "\(path) of \(owner) from \(person): \(answer.status.code)")
                }
                #expect(try await site.kept() == before, "\(path) of \(owner): somebody changed what they may not")
            }
        }
        // The same forms do something where they may: what was refused was refused for that reason alone.
        for (route, rule) in AccessTable.forms {
            switch rule.who {
            case .anybody, .elsewhere: continue
            default: break
            }
            let owner = WorkSite.mediawijs
            let people: [WorkSite.Person] = [.editor, .otherEditor, .coordinator, .contributor]
            let person = try #require(people.first { rule.allows($0, on: owner) }, "\(route): nobody may")
            let path = site.path(Self.prefix + route, rule, of: owner)
            let answer = try await site.work.post(path, site.fields(rule, of: owner), as: person)
            if rule.isIncomplete {
                #expect(![401, 403].contains(answer.status.code), "\(path) from \(person): \(answer.status.code)")
            } else {
                #expect(answer.status.code < 400, "\(path) from \(person): \(answer.status.code)")
            }
        }
    }

    /// A form of another site, which browsers send with the cookie of whoever is signed in.
    @Test func noFormIsTakenFromAnotherSite() async throws {
        let site = try await AccessSite()
        let before = try await site.kept()
        let names = try ["Sec-Fetch-Site", "Origin"].map { try #require(HTTPField.Name($0)) }
        let cookie = "__Host-session=\(WorkSite.token(of: .coordinator).text)"
        let workspace = AccessTable.forms.map { (Self.prefix + $0.path, $0.rule) }
        let others = AccessTable.sentByReaders.filter { $0.value != nil }.map {
            (
                $0.key,
                AccessRule(.anybody, $0.key.contains("/events/") ? .lab : $0.key.contains("/records/") ? .entry : .none)
            )
        }
        for (route, rule) in workspace + others {
            let path = site.path(route, rule, of: WorkSite.mediawijs)
            let fields = [(FormCode.field, WorkSite.formCode)] + site.fields(rule, of: WorkSite.mediawijs)
            let body = QueryItems(fields.map { QueryItem($0.0, $0.1) }).form
            for header: HTTPFields in [
                [names[0]: "cross-site"], [names[0]: "same-site"], [names[1]: "https://evil.example"],
                [names[1]: "null"], [names[1]: "https://shop.example.evil.example"],
            ] {
                var headers = header
                headers[.cookie] = cookie
                let status = try await site.work.site.post(path, body, headers: headers).status
                // Where nothing is at the address, or no inbox is open, there is nothing to send either.
                let isRefused = [.badRequest, .forbidden, .notFound, .methodNotAllowed, .gone].contains(status)
                #expect(isRefused, "\(path) from elsewhere: \(status.code)")
            }
        }
        #expect(try await site.kept() == before)
    }

    /// The code of a form belongs to one session: another one's, an old one's or none asks once more.
    @Test func noFormIsTakenWithoutItsCode() async throws {
        let site = try await AccessSite()
        let before = try await site.kept()
        let cookie = "__Host-session=\(WorkSite.token(of: .coordinator).text)"
        for (route, rule) in AccessTable.forms {
            switch rule.who {
            case .anybody, .elsewhere: continue
            default: break
            }
            let path = site.path(Self.prefix + route, rule, of: WorkSite.mediawijs)
            let fields = site.fields(rule, of: WorkSite.mediawijs).map { QueryItem($0.0, $0.1) }
            for code in [[], [QueryItem(FormCode.field, "")], [QueryItem(FormCode.field, "another")]] {
                let body = QueryItems(fields + code).form
                let answer = try await site.work.site.post(path, body, headers: [.cookie: cookie])
                #expect(answer.status == .ok && answer.body.contains(FormCode.field), "\(path): \(answer.status.code)")
            }
        }
        #expect(try await site.kept() == before)
    }
}
