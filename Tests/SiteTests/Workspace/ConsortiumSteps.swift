import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The steps of an organisation that joins.
extension WorkSite {
    static let statement = [
        ("organisation", "Vzw Net & Co"), ("website", "www.netenco.be"), ("about", "Wij helpen jongeren."),
        ("purpose", "Samen sterker."), ("contact", "Jan Janssens"), ("email", "jan@netenco.be"),
    ]

    /// The form, with other answers to some questions.
    static func statement(_ changes: [String: String] = [:]) -> String {
        QueryItems(statement.map { QueryItem($0.0, changes[$0.0] ?? $0.1) }).form
    }

    func apply() async throws -> Editorial.Application {
        let sent = try await site.post("/nl/join", Self.statement())
        #expect(sent.status == .ok)
        let application = try #require(try await store.all(Editorial.Application.self).last?.value)
        #expect(sent.body.contains(application.code))
        return application
    }

    func application(_ id: String) async throws -> Editorial.Application {
        try #require(try await store.find(Editorial.Application.self, id)?.value)
    }

    func sponsor(_ id: String, as person: Person) async throws -> Int {
        try await post(
            "/nl/workspace/applications/\(id)", [("deed", "sponsor"), ("support", "Wij kennen hen")], as: person
        ).status.code
    }

    func vote(_ id: String, _ vote: String = "for", as person: Person) async throws -> Int {
        try await post(
            "/nl/workspace/applications/\(id)", [("deed", "vote"), ("vote", vote), ("ground", "Omdat")], as: person
        ).status.code
    }

    func decide(_ id: String, as person: Person, _ fields: [(String, String)]) async throws -> TestSite.Answer {
        try await post(
            "/nl/workspace/applications/\(id)", [("deed", "decide"), ("on", "2026-11-23")] + fields, as: person)
    }
}
