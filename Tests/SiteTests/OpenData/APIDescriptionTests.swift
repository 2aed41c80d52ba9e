import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct APIDescriptionTests {
    private let site = TestSite.shipped

    private func description() async throws -> JSON {
        try JSON(reading: Data(try await site.get("/api/v1/openapi.json").body.utf8))
    }

    @Test func everyReferenceLeadsSomewhere() async throws {
        let document = try await description()
        func references(_ json: JSON) -> Set<String> {
            switch json {
            case .object(let fields):
                fields.reduce(into: []) { found, field in
                    if field.name == "$ref", let name = field.value.text { found.insert(name) }
                    found.formUnion(references(field.value))
                }
            case .list(let elements): elements.reduce(into: []) { $0.formUnion(references($1)) }
            default: []
            }
        }
        let schemas = try #require(document["components"]?["schemas"])
        let found = references(document)
        #expect(found.count > 30)
        for reference in found {
            let name = String(reference.dropFirst("#/components/schemas/".count))
            #expect(schemas[name] != nil, "\(reference)")
        }
    }

    @Test func everyFieldOfARecordIsDescribed() throws {
        let described = Set(APISchema.recordFields.map(\.key))
        for record in site.snapshot.catalogue.records {
            #expect(Set(record.keptFields.map(\.name)).isSubset(of: described))
        }
        let blank = Record(
            id: .of("a"), kind: .event, title: LocalisedText(), summary: LocalisedText(), status: .active)
        #expect(Set(blank.keptFields.map(\.name)) == Set(APISchema.requiredOfRecord))
    }

    @Test func whatIsDescribedIsAnswered() async throws {
        for operation in API.all where operation.method == .get && !operation.needsKey {
            let path = operation.parameters.filter(\.isInPath).reduce(operation.path) { path, parameter in
                path.replacing("{\(parameter.name)}", with: parameter.example ?? "")
            }
            let answer = try await site.get(path)
            #expect(answer.status == .ok, "\(path)")
            #expect(answer.headers[.eTag] != nil && answer.headers[.accessControlAllowOrigin] == "*", "\(path)")
            let wrong = try await site.get(path + "?nonsense=1&lang=fr")
            #expect(wrong.status == .badRequest, "\(path)")
            #expect(wrong.headers[.contentLanguage] == "fr")
            #expect(wrong.body.contains("\"parameter\":\"nonsense\""), "\(path)")
        }
    }

    @Test func theDescriptionSpeaksFourLanguages() async throws {
        var words: Set<String> = []
        for language in Language.allCases {
            words.insert(try await site.get("/api/v1/openapi.json?lang=\(language)").body)
        }
        #expect(words.count == 4)
    }

    @Test(arguments: [
        ("records?limit=0", "limit"), ("records?limit=501", "limit"), ("records?limit=1&limit=2", "limit"),
        ("records?limit=+5", "limit"), ("records?cursor=x", "cursor"), ("records?cursor=r-1", "cursor"),
        ("records?age=12-", "age"), ("records?age=130", "age"), ("records?theme=sextin", "theme"),
        ("records?kind=thing", "kind"), ("records?organisation=awel-102", "organisation"),
        ("records?modified_after=yesterday", "modified_after"), ("records?modified_after=2026-02-30", "modified_after"),
        ("records?format=xml", "format"), ("records?q=a", "q"), ("channels?kind=channel", "kind"),
        ("channels?at=2026-11-27T25:00", "at"), ("search?facets=kind,colour", "facets"),
        ("landscape/coverage?rows=theme&columns=theme", "columns"), ("landscape/gaps?w-theme=-1", "w-theme"),
    ])
    func foolishQuestionsHearWhatIsWrong(_ rest: String, _ parameter: String) async throws {
        let answer = try await site.get("/api/v1/\(rest)")
        #expect(answer.status == .badRequest, "\(rest)")
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.body.contains("\"parameter\":\"\(parameter)\""), "\(rest): \(answer.body)")
    }

    @Test func aSlipOfThePenIsUnderstood() async throws {
        #expect(try await site.get("/api/v1/records?theme=sextin&lang=en").body.contains("‘sexting’"))
    }

    @Test(arguments: ["/api/v1", "/api/v1/records", "/api/v1/records/jac", "/api/v1/search", "/api/v1/drafts"])
    func otherMethodsHearWhichThereAre(_ path: String) async throws {
        for method in [HTTPRequest.Method.put, .delete, .patch, .trace] {
            let answer = try await site.get(path, method: method)
            #expect(answer.status == .methodNotAllowed, "\(method) \(path)")
            let allowed = path.hasSuffix("drafts") ? "POST, OPTIONS" : "GET, HEAD, OPTIONS"
            #expect(answer.headers[.allow] == allowed)
        }
        let options = try await site.get(path, method: .options)
        #expect(options.status == .noContent)
        // Scripts of other sites read everything, and send nothing.
        #expect((options.headers[.accessControlAllowOrigin] == "*") == !path.hasSuffix("drafts"))
        #expect(try await site.get("/api/v1/drafts").status == .methodNotAllowed)
    }

    @Test func thePageShowsEverythingThatIsDescribed() async throws {
        for language in Language.allCases {
            let page = try await site.get("/\(language)/open-data/api")
            #expect(page.status == .ok)
            for operation in API.all { #expect(page.body.contains(operation.path), "\(operation.path)") }
        }
    }

    @Test func examplesOfThePageAnswer() async throws {
        let page = try await site.get("/nl/open-data/api").body
        let examples = page.matches(of: #/href="(/api/v1/[^"]*)"/#).map { String($0.1).replacing("&amp;", with: "&") }
        #expect(examples.count > 10)
        for example in Set(examples) {
            #expect(try await site.get(example).status == .ok, "\(example)")
        }
    }
}
