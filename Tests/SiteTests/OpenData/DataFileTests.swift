import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The whole files, and the dictionary that explains them.
@Suite struct DataFileTests {
    private let site = TestSite.shipped

    /// Every place in a JSON value at which something stands. What is in languages, or has no parts of its own in the
    /// dictionary, counts as one.
    private func paths(in value: JSON, below path: String = "") -> Set<String> {
        if let elements = value.elements {
            return elements.reduce(into: []) { $0.formUnion(paths(in: $1, below: path)) }
        }
        guard case .object(let fields) = value, path.isEmpty || hasParts(path) else { return [path] }
        return fields.reduce(into: path.isEmpty ? [] : [path]) { found, field in
            found.formUnion(paths(in: field.value, below: path.isEmpty ? field.name : "\(path).\(field.name)"))
        }
    }

    private func hasParts(_ path: String) -> Bool { RecordField.all.contains { $0.parent == path } }

    @Test func everyFieldOfEveryLineIsInTheDictionary() async throws {
        let answer = try await site.get("/data/records.jsonl")
        #expect(answer.headers[.contentType] == "application/x-ndjson")
        let lines = answer.body.split(separator: "\n")
        #expect(lines.count == site.snapshot.catalogue.records.count)
        var seen: Set<String> = []
        for line in lines { seen.formUnion(paths(in: try JSON(reading: Data(line.utf8)))) }
        #expect(seen.subtracting(RecordField.byPath.keys).sorted() == [])
        let always = Set(RecordField.all.filter(\.isAlways).map(\.path))
        #expect(always.subtracting(seen).sorted() == [])
    }

    @Test func everyFieldHasAMeaningInEveryLanguage() async throws {
        for field in RecordField.all {
            let meaning = try #require(field.meaning, "\(field.path)")
            #expect(!Texts.of(.de)(meaning).isEmpty)
        }
        for language in Language.allCases {
            let answer = try await site.get("/\(language)/open-data/dictionary")
            #expect(answer.status == .ok)
            for field in RecordField.all {
                #expect(answer.body.contains("<code>\(field.path)</code>"), "\(field.path)")
            }
        }
    }

    @Test func theTableIsDescribedColumnByColumn() async throws {
        let dictionary = try JSON(reading: Data(try await site.get("/data/dictionary.json").body.utf8))
        let fields = dictionary["resources"]?.elements?.first?["schema"]?["fields"]?.elements ?? []
        let table = try await site.get("/data/records.csv").body
        #expect(fields.compactMap { $0["name"]?.text }.joined(separator: ",") == table.prefix { $0 != "\r\n" })
        for field in fields { #expect(field["descriptions"]?["fr"]?.text != nil) }
        #expect(dictionary["licenses"]?.elements?.first?["name"]?.text == "CC-BY-4.0")
    }

    @Test func aHeadRequestSendsNoRows() async throws {
        let answer = try await site.get("/data/records.csv", method: .head)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"betternet-records.csv\"")
        #expect(answer.body.isEmpty)
    }

    @Test func theDatasetLeadsToWhatIsAskedFor() async throws {
        let turtle = try await site.get("/dataset", headers: [.accept: "text/turtle"])
        #expect(turtle.status == .seeOther)
        #expect(turtle.headers[.location] == "/dataset.ttl")
        let page = try await site.get("/dataset", headers: [.accept: "text/html", .acceptLanguage: "fr"])
        #expect(page.headers[.location] == "/fr/open-data")
    }

    @Test func theDatasetSpeaksFourLanguages() async throws {
        let text = try await site.get("/dataset.ttl").body
        for language in Language.allCases { #expect(text.contains("@\(language)")) }
        #expect(text.contains("dcat:downloadURL <https://shop.example/data/records.csv>"))
        #expect(!text.contains("open data\"@nl-simple"))
    }
}
