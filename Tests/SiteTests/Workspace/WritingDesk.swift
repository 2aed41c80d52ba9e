import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// A site, and the form of a draft that changes an entry of Mediawijs.
struct WritingDesk {
    let work: WorkSite
    let record: Record
    let path: String

    init(_ person: WorkSite.Person = .editor, kind: Kind = .resource) async throws {
        work = try await WorkSite()
        record = try #require(
            TestSite.shipped.snapshot.catalogue.records.first {
                $0.kind == kind && $0.owners.contains(WorkSite.mediawijs)
            })
        let begun = try await work.post("/nl/workspace/entries/\(record.id)", [("action", "edit")], as: person)
        #expect(begun.status == .seeOther)
        path = try #require(begun.headers[.location])
    }

    func form(as person: WorkSite.Person = .editor) async throws -> FilledForm {
        try FilledForm(try await work.get(path, as: person).body)
    }

    func draft() async throws -> Draft {
        let id = try #require(path.split(separator: "/").last)
        return try #require(try await work.store.find(Draft.self, String(id))).value
    }

    func save(
        _ form: FilledForm, _ action: String = "save", as person: WorkSite.Person = .editor
    ) async throws -> TestSite.Answer { try await work.post(path, form.pressing(action), as: person) }
}

extension Markup {
    /// Ids that stand twice, and labels of nothing.
    var labelsAndIdsAreRight: [String] {
        let ids = elements.compactMap { $0.attributes["id"] }
        let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.map { "twice: \($0)" }
        let known = Set(ids)
        let lost = all("label").compactMap { $0.attributes["for"] }.filter { !known.contains($0) }.map {
            "label: \($0)"
        }
        let described = elements.compactMap { $0.attributes["aria-describedby"] }
            .flatMap { $0.split(separator: " ").map(String.init) }.filter { !known.contains($0) }
        return (twice + lost + described.map { "described: \($0)" }).sorted()
    }
}
