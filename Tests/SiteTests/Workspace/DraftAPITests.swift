import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What programs of members send.
@Suite struct DraftAPITests {
    private struct Sender {
        let work: WorkSite
        let token: String

        init(as person: WorkSite.Person = .editor) async throws {
            work = try await WorkSite()
            token = try await work.workspace.makeToken(label: "test", by: person.actor).text
        }

        func post(
            _ json: String, query: String = "", token: String? = nil, headers more: HTTPFields = [:]
        ) async throws -> TestSite.Answer {
            var headers: HTTPFields = [
                .contentType: "application/json", .authorization: "Bearer \(token ?? self.token)",
            ]
            for field in more { headers[field.name] = field.value }
            return try await work.site.post("/api/v1/drafts" + query, json, headers: headers)
        }

        func get(_ path: String, token: String? = nil) async throws -> TestSite.Answer {
            try await work.site.get(path, headers: [.authorization: "Bearer \(token ?? self.token)"])
        }

        func drafts() async throws -> [Draft] { try await work.store.all(Draft.self).map(\.value) }
    }

    private static let whole = """
        {"id": "api-spel", "kind": "resource", "title": {"nl": "API-spel"}, "summary": {"nl": "Speel het."},
         "sources": [{"address": "https://example.be/", "says": "It exists."}]}
        """

    private struct Body: Decodable {
        struct Fault: Decodable { let field: String }
        let draft: String
        let record: String
        let state: String
        let faults: [Fault]
    }

    private func body(_ answer: TestSite.Answer) throws -> Body {
        try JSONDecoder().decode(Body.self, from: Data(answer.body.utf8))
    }

    @Test func aRecordBecomesADraftAndIsSubmittedWhenAsked() async throws {
        let sender = try await Sender()
        let answer = try await sender.post(Self.whole, query: "?submit=true")
        #expect(answer.status == .created)
        let body = try body(answer)
        #expect(body.record == "api-spel" && body.state == "submitted" && body.faults.isEmpty)
        #expect(answer.headers[.location] == "/api/v1/drafts/\(body.draft)")
        #expect(answer.headers[.accessControlAllowOrigin] == nil && answer.headers[.setCookie] == nil)
        #expect(answer.headers[.cacheControl] == "no-store")
        let draft = try #require(try await sender.drafts().first)
        #expect(draft.organisation == WorkSite.mediawijs && draft.record.organisations == [WorkSite.mediawijs])
        guard case .program = draft.origin else { throw WorkspaceError.faulty }
        let look = try await sender.get("/api/v1/drafts/\(body.draft)")
        #expect(look.status == .ok && look.body.contains("\"state\":\"submitted\""))
        // What waits for a review is not written in.
        #expect(try await sender.post(Self.whole).status == .conflict)
    }

    @Test func theOpenDraftOfTheSameRecordIsUpdated() async throws {
        let sender = try await Sender()
        let first = try body(try await sender.post(Self.whole))
        let answer = try await sender.post("{\"id\": \"api-spel\", \"title\": {\"nl\": \"Andere titel\"}}")
        #expect(answer.status == .ok)
        #expect(try body(answer).draft == first.draft)
        let drafts = try await sender.drafts()
        #expect(drafts.count == 1 && drafts.first?.record.title[.nl] == "Andere titel")
        // What wasn't sent stays, and so does the name.
        #expect(drafts.first?.record.summary[.nl] == "Speel het." && drafts.first?.record.id.description == "api-spel")
    }

    @Test func aPublishedRecordIsChangedFieldByField() async throws {
        let sender = try await Sender()
        let old = try sender.work.record(of: WorkSite.mediawijs)
        let answer = try await sender.post("{\"id\": \"\(old.id)\", \"founded\": 2019, \"themes\": null}")
        #expect(answer.status == .created)
        let draft = try #require(try await sender.drafts().first)
        #expect(draft.base != nil && draft.record.founded == 2019 && draft.record.themes.isEmpty)
        #expect(draft.record.title == old.title && draft.record.verified == old.verified)
    }

    @Test func whatIsMissingIsSaidAndKeptAsADraft() async throws {
        let sender = try await Sender()
        let answer = try await sender.post(
            "{\"kind\": \"channel\", \"title\": {\"nl\": \"Hulplijn\", \"fr\": \"Ligne\"}}", query: "?submit=true")
        #expect(answer.status == .created)
        let body = try body(answer)
        #expect(body.state == "writing" && body.record == "hulplijn")
        #expect(Set(body.faults.map(\.field)).isSuperset(of: ["summary-nl", "summary-fr", "phone-1", "source-1"]))
    }

    @Test func fieldsThatNobodyKnowsAreNamed() async throws {
        let sender = try await Sender()
        let answer = try await sender.post(
            """
            {"kind": "resource", "title": {"nl": "A", "xx": "B"}, "colour": "red",
             "contact": {"phones": [], "emails": [], "fax": "1"}}
            """)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.headers[.contentType] == "application/problem+json")
        for field in ["colour", "contact/fax", "title/xx"] {
            #expect(answer.body.contains(field.replacing("/", with: "\\/")) || answer.body.contains(field), "\(field)")
        }
        #expect(try await sender.drafts().isEmpty)
    }

    @Test func whatNoFormCanHoldIsRefused() async throws {
        let sender = try await Sender()
        let hours =
            "{\"certainty\": \"stated\", \"always\": false, \"weekly\": [{\"days\": [\"mo\"], \"opens\": 900, "
            + "\"closes\": 99999}], \"holidays\": \"open\", \"exceptions\": []}"
        let refused = [
            ("ages", "{\"from\": 50, \"to\": 10}"), ("founded", "99999"), ("languages", "[\"not a tag\"]"),
            ("title", "\"text\""), ("title", "{\"nl\": \"a\\u0000b\"}"), ("id", "\"No Id\""), ("themes", "[\"No Id\"]"),
            ("links", "[{\"address\": \"javascript:alert(1)\"}]"),
            ("contact", "{\"phones\": [], \"emails\": [{\"address\": \"a@b?bcc=c\"}]}"),
            ("contact", "{\"phones\": [], \"emails\": [], \"hours\": \(hours)}"),
            ("recurrence", "{\"ordinal\": 9, \"weekday\": \"tu\", \"month\": 77}"), ("member", "true"),
            ("verified", "{\"on\": \"2026-01-01\", \"by\": \"review\"}"), ("withdrawn", "\"2026-01-01\""),
            ("kind", "\"guide\""), ("kind", "\"nothing\""), ("kind", "null"),
        ]
        for (field, value) in refused {
            let fields = ["kind": "\"event\"", "title": "{\"nl\": \"A\"}"].merging([field: value]) { $1 }
            let json = fields.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")
            let answer = try await sender.post("{\(json)}")
            #expect(answer.status == .unprocessableContent, "\(field): \(value)")
            #expect(answer.body.contains("\"detail\""), "\(field)")
        }
        #expect(try await sender.drafts().isEmpty)
    }

    @Test func whatIsNoJSONIsABadRequest() async throws {
        let sender = try await Sender()
        for json in ["", "{", "{'a': 1}", String(repeating: "[", count: 100_000)] {
            #expect(try await sender.post(json).status == .badRequest)
        }
        #expect(try await sender.post("[]").status == .unprocessableContent)
        #expect(
            try await sender.post(Self.whole, headers: [.contentType: "text/plain"]).status == .unsupportedMediaType)
        let large = "{\"kind\": \"resource\", \"title\": {\"nl\": \"\(String(repeating: "a", count: 300_000))\"}}"
        #expect(try await sender.post(large).status == .contentTooLarge)
    }

    @Test func withoutATokenThatIsInUseNobodyGetsIn() async throws {
        let sender = try await Sender()
        let bare = try await sender.work.site.post(
            "/api/v1/drafts", Self.whole, headers: [.contentType: "application/json"])
        #expect(bare.status == .unauthorized && bare.headers[.wwwAuthenticate] == "Bearer")
        let unknown = try await sender.post(Self.whole, token: SecretToken.new().text)
        #expect(unknown.status == .unauthorized && unknown.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
        // The cookie of somebody who is signed in is nothing here.
        let cookie = try await sender.work.site.post(
            "/api/v1/drafts", Self.whole,
            headers: [
                .contentType: "application/json", .cookie: "__Host-session=\(WorkSite.token(of: .editor).text)",
            ])
        #expect(cookie.status == .unauthorized)
        try await sender.work.workspace.disable("editor", true, by: WorkSite.Person.coordinator.actor)
        #expect(try await sender.post(Self.whole).status == .unauthorized)
        #expect(try await sender.drafts().isEmpty)
    }

    @Test func recordsAndDraftsOfOthersAreNotWritten() async throws {
        let sender = try await Sender()
        let theirs = try sender.work.record(of: WorkSite.childFocus, .channel)
        #expect(try await sender.post("{\"id\": \"\(theirs.id)\", \"founded\": 2019}").status == .forbidden)
        let mine = try body(try await sender.post(Self.whole))
        let other = try await sender.work.workspace.makeToken(label: "x", by: WorkSite.Person.otherEditor.actor).text
        #expect(try await sender.get("/api/v1/drafts/\(mine.draft)", token: other).status == .notFound)
        #expect(try await sender.get("/api/v1/drafts/nothing").status == .notFound)
        // The same name by another organisation is another draft.
        let answer = try await sender.post(Self.whole, token: other)
        #expect(answer.status == .created)
        #expect(try body(answer).draft != mine.draft)
    }

    @Test func aTokenWritesForItsOrganisationOnlyWhateverItsMakerMayDo() async throws {
        let sender = try await Sender()
        var kept = try #require(try await sender.work.store.find(Account.self, "editor"))
        kept.value.roles = [.editor, .coordinator]
        var change = Work(by: "test", at: TestSite.noon)
        try change.put(kept)
        try await sender.work.store.commit(change)
        let theirs = try sender.work.record(of: WorkSite.childFocus, .channel)
        #expect(try await sender.post("{\"id\": \"\(theirs.id)\", \"founded\": 2019}").status == .forbidden)
    }

    @Test func aProgramThatAsksTooOftenWaits() async throws {
        let sender = try await Sender()
        var answers: [HTTPResponse.Status] = []
        for _ in 0..<130 { answers.append(try await sender.get("/api/v1/drafts/nothing").status) }
        #expect(answers.first == .notFound && answers.last == .tooManyRequests)
        let last = try await sender.get("/api/v1/drafts/nothing")
        #expect(last.headers[.retryAfter] != nil)
    }
}
