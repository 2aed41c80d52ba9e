import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct SuggestionTests {
    private let path = "/nl/records/awel-102/suggestion"
    private func site() throws -> TestSite { try TestSite(TestSite.shipped.snapshot.catalogue) }

    @Test func isKept() async throws {
        let site = try site()
        let answer = try await site.post(
            path, "message=Het+nummer+is+fout%21%0D%0AEcht&contact=ik%40example.be&website=")
        #expect(answer.status == .ok)
        let kept = try #require(try await site.store.all(Suggestion.self).map(\.value).first)
        #expect(kept.message == "Het nummer is fout!\nEcht")
        #expect(kept.contact == "ik@example.be")
        #expect(kept.record?.description == "awel-102")
        #expect(kept.language == .nl)
        #expect(kept.receivedOn.description == "2026-11-23")
        #expect(answer.body.contains(kept.code))
        #expect(answer.headers[.cacheControl] == "no-store")
    }

    @Test(arguments: [
        ("", 422), ("message=+++", 422), ("message=x&website=http://spam", 400), ("message=%FF", 422),
        ("message=x&contact=0470+12+34+56", 422),
    ])
    func whatIsWrongIsNotKept(_ body: String, _ status: Int) async throws {
        let site = try site()
        #expect(try await site.post(path, body).status.code == status)
        #expect(try await site.store.all(Suggestion.self).map(\.value).isEmpty)
    }

    @Test func whatIsTooLongIsNotKept() async throws {
        let site = try site()
        #expect(try await site.post(path, "message=" + String(repeating: "a", count: 4_001)).status.code == 422)
        #expect(try await site.post(path, "message=" + String(repeating: "a", count: 40_000)).status.code == 413)
        #expect(try await site.store.all(Suggestion.self).map(\.value).isEmpty)
    }

    @Test func otherSitesCantSend() async throws {
        let site = try site()
        let fetchSite = try #require(HTTPField.Name("Sec-Fetch-Site"))
        for headers: HTTPFields in [
            [fetchSite: "cross-site"], [fetchSite: "same-site"], [.origin: "https://evil.example"],
        ] {
            #expect(try await site.post(path, "message=x", headers: headers).status == .forbidden)
        }
        #expect(
            try await site.post(path, "message=x", headers: [.contentType: "multipart/form-data"]).status
                == .unsupportedMediaType)
        #expect(try await site.store.all(Suggestion.self).map(\.value).isEmpty)
        #expect(try await site.post(path, "message=x", headers: [.origin: "https://shop.example"]).status == .ok)
    }

    @Test func aClassOfThirtyGetsThroughAndAFloodDoesNot() async throws {
        let site = try site()
        for number in 1...30 { #expect(try await site.post(path, "message=\(number)").status == .ok) }
        var last = 200
        for number in 31...200 where last == 200 { last = try await site.post(path, "message=\(number)").status.code }
        #expect(last == 429)
    }

    @Test func unknownRecordsAreNotFound() async throws {
        #expect(try await site().get("/nl/records/nope/suggestion").status == .notFound)
        #expect(try await site().post("/nl/records/nope/suggestion", "message=x").status.code >= 400)
    }

    @Test func aWrongAddressLosesNothing() async throws {
        let answer = try await site().post(path, "message=Het+nummer+is+fout&contact=ik%40")
        let page = try Markup(answer.body)
        #expect(page.all("textarea").first?.text.contains("Het nummer is fout") == true)
        #expect(page.elements.contains { $0.attributes["id"] == "contact-fault" && !$0.text.isEmpty })
        #expect(page.all("input").first { $0.attributes["id"] == "contact" }?.attributes["value"] == "ik@")
    }
}

/// The sender reads the answer with the code, and nobody else.
@Suite struct AnswerTests {
    private static let path = "/nl/suggest/answer"
    private static let coordinator = WorkSite.Person.coordinator.actor
    private let site: TestSite
    private let code: String

    init() async throws {
        site = try TestSite(TestSite.shipped.snapshot.catalogue)
        _ = try await site.post(
            "/fr/records/awel-102/suggestion", "message=Geheim+bericht&contact=ik%40example.be")
        code = try #require(try await site.store.all(Suggestion.self).first).value.code
    }

    private var workspace: Workspace { site.site.environment.workspace }

    private func ask(_ typed: String, _ edition: Edition = Edition(.nl)) async throws -> TestSite.Answer {
        let query = QueryItems([QueryItem("code", typed)])
        return try await site.post("/\(edition)/suggest/answer", query.form)
    }

    @Test(arguments: Edition.allCases)
    func saysHowFarItIsInEveryEdition(_ edition: Edition) async throws {
        let texts = Texts.of(edition)
        let empty = try await site.get("/\(edition)/suggest/answer")
        #expect(empty.status == .ok && empty.headers[.cacheControl] == "no-store")
        #expect(try Markup(empty.body).all("h1").first?.text == texts(.suggestionAnswerTitle))
        for state in [Suggestion.State.new, .declined] {
            if state == .declined {
                try await workspace.answer(code, state, words: "Non <b>merci</b>", by: Self.coordinator)
            }
            let answer = try await ask(code, edition)
            #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
            let page = try Markup(answer.body)
            #expect(
                page.all("p").contains {
                    $0.text.contains(texts(state == .new ? .suggestionStateNew : .suggestionStateDeclined))
                })
            #expect(answer.body.contains("/\(edition)/channels/awel-102"))
            // What was sent and from whom stays out of it, whoever has the code.
            #expect(!answer.body.contains("Geheim") && !answer.body.contains("ik@example.be"))
        }
        let page = try Markup(try await ask(code, edition).body)
        let words = try #require(page.all("div").first { $0.attributes["lang"] == "fr" })
        #expect(words.text.contains("Non &lt;b&gt;merci&lt;/b&gt;"))
    }

    @Test func theCodeIsReadAsPeopleWriteIt() async throws {
        for typed in [code.lowercased(), code.replacing("-", with: ""), " \(code.replacing("-", with: " ")) "] {
            #expect(try await ask(typed).status == .ok, "\(typed)")
        }
    }

    @Test func anUnknownCodeIsJustUnknown() async throws {
        var pages: Set<String> = []
        for typed in ["AAAA-AAAA", "", "nope", String(code.dropLast()), "ÀÀÀÀ-ÀÀÀÀ", "<script>"] {
            let answer = try await ask(typed)
            #expect(answer.status == .unprocessableContent, "\(typed)")
            let page = try Markup(answer.body)
            pages.insert(page.elements.first { $0.attributes["id"] == "code-fault" }?.text ?? "")
        }
        #expect(pages == [Texts.of(.nl)(.suggestionCodeWrong)])
    }

    @Test func theCodeIsNeverInAnAddress() async throws {
        let answer = try await site.get(Self.path + "?code=\(code)")
        #expect(try Markup(answer.body).all("form").contains { $0.attributes["action"] == Self.path })
        #expect(!answer.body.contains("awel-102"))
        let shown = try await ask(code)
        #expect(try !Markup(shown.body).localLinks.contains { $0.contains(code) })
    }

    @Test func guessingIsLimitedAndRightCodesCostNothing() async throws {
        for _ in 1...50 { #expect(try await ask(code).status == .ok) }
        var wrong = 0
        while wrong < 100, try await ask("AAAA-AAAA").status == .unprocessableContent { wrong += 1 }
        #expect(wrong == 30)
        #expect(try await ask(code).status == .tooManyRequests)
    }

    @Test func theAddressIsWipedWithTheAnswer() async throws {
        try await workspace.answer(code, .done, words: "Bedankt, het staat er nu.", by: Self.coordinator)
        let kept = try #require(try await site.store.find(Suggestion.self, code)).value
        #expect(kept.contact == nil && kept.state == .done)
        let letters = try await site.store.all(Notice.self).map(\.value)
        #expect(letters.map(\.email) == ["ik@example.be"])
        #expect(letters.map(\.matter) == [.suggestion(code: code, words: "Bedankt, het staat er nu.")])
        #expect(letters.map(\.language) == [.fr])
    }
}
