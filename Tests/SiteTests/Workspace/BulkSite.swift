import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What the tests of tables do with a site.
extension WorkSite {
    /// Sends a table as a browser sends a file.
    func upload(
        _ table: Data, named name: String = "list.csv", code: String = WorkSite.formCode,
        as person: Person?, headers more: HTTPFields = [:]
    ) async throws -> TestSite.Answer {
        func part(_ head: String) -> String { "--b0undary\r\nContent-Disposition: form-data; \(head)\r\n\r\n" }
        // Sent as text: the tables of these tests are UTF-8.
        let body =
            part("name=\"\(FormCode.field)\"") + "\(code)\r\n" + part("name=\"file\"; filename=\"\(name)\"")
            + String(decoding: table, as: UTF8.self) + "\r\n" + part("name=\"paste\"") + "\r\n--b0undary--\r\n"
        var headers: HTTPFields = [.contentType: "multipart/form-data; boundary=b0undary"]
        if let person { headers[.cookie] = "__Host-session=\(Self.token(of: person).text)" }
        for field in more { headers[field.name] = field.value }
        return try await site.post("/nl/workspace/bulk", body, headers: headers)
    }

    func upload(_ table: String, as person: Person) async throws -> TestSite.Answer {
        try await upload(Data(table.utf8), as: person)
    }

    /// Sends a table and takes the columns as they are proposed: where its preview is.
    func previewed(_ table: Data, as person: Person = .editor) async throws -> String {
        let path = try #require(try await upload(table, as: person).headers[.location])
        let columns = try await columns(at: path, as: person)
        let answer = try await post(path, columns + [("do", "choose")], as: person)
        #expect(answer.status == .seeOther)
        return path
    }

    func previewed(_ table: String, as person: Person = .editor) async throws -> String {
        try await previewed(Data(table.utf8), as: person)
    }

    /// What is chosen for each column on the page where one chooses.
    func columns(at path: String, as person: Person) async throws -> [(String, String)] {
        let page = try Markup(try await get(path, as: person).body)
        var chosen: [(String, String)] = []
        for element in page.elements {
            if element.name == "select", let name = element.attributes["name"], name.hasPrefix("column-") {
                chosen.append((name, ""))
            }
            if element.name == "option", element.attributes["selected"] != nil, !chosen.isEmpty {
                chosen[chosen.count - 1].1 = element.attributes["value"] ?? ""
            }
        }
        return chosen
    }

    /// Sends a previewed table to review.
    @discardableResult
    func sendToReview(_ path: String, why: String = "Lijst van 2026", as person: Person = .editor) async throws
        -> TestSite.Answer
    {
        let page = try Markup(try await get(path, as: person).body)
        let seen = try #require(page.all("input").first { $0.attributes["name"] == "seen" }?.attributes["value"])
        return try await post(path, [("seen", seen), ("why", why), ("do", "send")], as: person)
    }

    /// A table of which every row became a draft.
    func sent(_ table: String, as person: Person = .editor) async throws -> String {
        let path = try await previewed(table, as: person)
        #expect(try await sendToReview(path, as: person).status == .seeOther)
        return path
    }

    func drafts(at path: String) async throws -> [Draft] {
        let id = String(path.split(separator: "/").last ?? "")
        return try await store.all(Draft.self).map(\.value).filter { $0.origin == .importing(id) }
    }

    func importing(at path: String) async throws -> Importing? {
        try await store.find(Importing.self, String(path.split(separator: "/").last ?? ""))?.value
    }

    /// Publishes drafts, as an editor of another organisation does.
    func publish(_ drafts: [Draft]) async throws {
        let review = Review(findings: Criterion.allCases.map { .init(criterion: $0, isMet: true, ground: "Gezien.") })
        let answers = try await workspace.decide(
            .publish(review), onAll: drafts.map(\.id), by: Person.otherEditor.actor)
        #expect(answers.allSatisfy { $0.error == nil })
        try await refresh()
    }

    static let columns = "kind;title_nl;summary_nl;organisations;source_urls;source_says"

    /// A row of something new that lacks nothing.
    static func row(_ title: String, kind: String = "resource", organisations: String = "mediawijs") -> String {
        "\(kind);\(title);Iets nieuws.;\(organisations);https://example.be/;It exists."
    }

    /// A table of such rows.
    static func table(_ rows: String...) -> String { ([columns] + rows).joined(separator: "\n") }
}
