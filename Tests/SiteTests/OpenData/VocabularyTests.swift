import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The names of words on the web lead to what is asked for.
@Suite struct VocabularyTests {
    private let site = TestSite.shipped

    private func accept(_ type: String, _ language: String? = nil) -> HTTPFields {
        var headers: HTTPFields = [.accept: type]
        headers[.acceptLanguage] = language
        return headers
    }

    @Test(arguments: [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "/de/vocabularies/themes/sexting"),
        ("*/*", "/de/vocabularies/themes/sexting"),
        ("text/turtle", "/vocabularies/themes/sexting.ttl"),
        ("application/ld+json", "/vocabularies/themes/sexting.jsonld"),
        ("application/json", "/vocabularies/themes/sexting.jsonld"),
        ("text/turtle;q=0.3, application/ld+json", "/vocabularies/themes/sexting.jsonld"),
        ("application/rdf+xml, text/turtle;q=0.5", "/vocabularies/themes/sexting.ttl"),
    ])
    func aNameLeadsToWhatIsAskedFor(_ type: String, _ location: String) async throws {
        let answer = try await site.get("/vocabularies/themes/sexting", headers: accept(type, "de, en;q=0.5"))
        #expect(answer.status == .seeOther)
        #expect(answer.headers[.location] == location)
        #expect(answer.headers[.vary] == "Accept, Accept-Language")
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        #expect(try await site.get(location).status == .ok)
    }

    @Test func theFormatsSayTheSame() async throws {
        let turtle = try await site.get("/vocabularies/themes/sexting.ttl")
        #expect(turtle.headers[.contentType] == "text/turtle; charset=utf-8")
        #expect(turtle.body.contains("<https://shop.example/vocabularies/themes/sexting> a skos:Concept"))
        let json = try await site.get("/vocabularies/themes/sexting.jsonld")
        #expect(json.headers[.contentType] == "application/ld+json")
        let graph = try JSON(reading: Data(json.body.utf8))["@graph"]?.elements
        #expect(graph?.first?["@id"]?.text == "https://shop.example/vocabularies/themes/sexting")
    }

    @Test func everyFileStatesItsLicence() async throws {
        let link = try #require(HTTPField.Name("Link"))
        for path in [
            "/vocabulary.ttl", "/vocabulary.jsonld", "/vocabularies/formats.ttl", "/dataset.ttl", "/dataset.jsonld",
            "/data/records.csv", "/data/records-excel.csv", "/data/records.jsonl", "/data/dictionary.json",
        ] {
            let answer = try await site.get(path)
            #expect(answer.status == .ok, "\(path)")
            // And the second time, when it is answered from the ready pages.
            for headers in [answer.headers, try await site.get(path).headers] {
                #expect(headers[values: link] == [Licence.data.link], "\(path)")
                #expect(headers[.accessControlAllowOrigin] == "*", "\(path)")
            }
            let tag = try #require(answer.headers[.eTag], "\(path)")
            #expect(try await site.get(path, headers: [.ifNoneMatch: tag]).status == .notModified, "\(path)")
        }
    }

    @Test(arguments: [
        "/vocabularies/intents", "/vocabularies/intents.ttl", "/vocabularies/pictograms.jsonld",
        "/vocabularies/intents/suicide", "/vocabularies/nothing", "/vocabularies/themes/nothing",
        "/vocabularies/themes/nothing.ttl", "/vocabularies/themes/%3Cscript%3E", "/vocabularies/themes.xml",
    ])
    func whatIsNotPublishedIsNotThere(_ path: String) async throws {
        let answer = try await site.get(path, headers: accept("text/turtle", "fr"))
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.headers[.contentLanguage] == "fr")
        #expect(!answer.body.contains("<script"))
    }

    @Test(arguments: ["intents", "pictograms", "intents/suicide", "themes/nothing", "nothing"])
    func thereIsNoPageOfItEither(_ rest: String) async throws {
        #expect(try await site.get("/nl/vocabularies/\(rest)").status == .notFound)
    }

    @Test func everyVocabularyAndEveryWordHasAPage() async throws {
        for name in VocabularyName.published {
            #expect(try await site.get("/fr/vocabularies/\(name.rawValue)").status == .ok, "\(name)")
            for concept in site.snapshot.catalogue[name].concepts {
                let answer = try await site.get("/en/vocabularies/\(name.rawValue)/\(concept.id)")
                #expect(answer.status == .ok, "\(concept.id)")
                for language in Language.allCases {
                    #expect(answer.body.contains("<span lang=\"\(language)\">"), "\(concept.id)")
                }
            }
        }
    }

    @Test func aWordLeadsToTheRecordsWithIt() async throws {
        let answer = try await site.get("/nl/vocabularies/formats/helpline")
        #expect(answer.body.contains("/nl/channels/"))
        #expect(answer.body.contains("/nl/search?format=helpline"))
        #expect(answer.body.contains("href=\"/vocabularies/formats/helpline.ttl\""))
    }
}
