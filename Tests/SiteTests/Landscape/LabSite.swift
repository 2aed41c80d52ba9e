import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

extension WorkSite {
    static let lab = Identifier.of("lab-of-the-tests")
    static let campaign = Identifier.of("safer-internet-day-belgium")
    static let registration = "events/lab-of-the-tests/registration"
    static let action = "events/safer-internet-day-belgium/action"

    /// With a lab to which people can register until 15 December 2026.
    static func withLab(clock: Date = TestSite.noon) async throws -> WorkSite {
        let work = try await WorkSite(clock: clock)
        var event = Record(
            id: lab, kind: .event,
            title: LocalisedText([.nl: "Testlab", .fr: "Labo test", .de: "Testlabor", .en: "Test lab"]),
            summary: LocalisedText([.nl: "Een lab.", .fr: "Un labo.", .de: "Ein Lab.", .en: "A lab."]), status: .active)
        event.organisations = [mediawijs]
        var lab = Lab(question: LocalisedText([.nl: "Wat nu?", .fr: "Que faire ?", .de: "Was nun?", .en: "What now?"]))
        lab.sectors = [
            Lab.Sector(id: .of("teachers")), Lab.Sector(id: .of("coaches"), name: LocalisedText([.nl: "coaches"])),
        ]
        var session = Lab.Session(id: .of("first"), day: try #require(PartialDate("2026-12-10")))
        session.from = 840
        session.until = 960
        session.place = LocalisedText([.nl: "Brussel", .fr: "Bruxelles", .de: "Brüssel", .en: "Brussels"])
        session.seats = 1
        lab.sessions = [session, Lab.Session(id: .of("second"), day: try #require(PartialDate("2026-12-17")))]
        lab.registrationUntil = PartialDate("2026-12-15")
        event.lab = lab
        _ = try await work.store.publish([.record(event)], by: "test", at: clock)
        try await work.refresh()
        return work
    }

    /// The same at another time: with what is kept, and what is published.
    func later(days: Int) throws -> TestSite {
        try TestSite(
            site.site.environment.snapshots.current, store: store,
            clock: TestSite.noon.addingTimeInterval(Double(days) * 86_400))
    }

    // MARK: What is sent

    static func registering(_ changed: [String: String] = [:], needs: [String] = []) -> String {
        let fields = [
            "session": "second", "sector": "coaches", "name": "Ann", "email": "ann@example.be", "other-needs": "",
        ].merging(changed) { $1 }
        return form(fields, more: needs.map { ("needs", $0) })
    }

    static func acting(_ changed: [String: String] = [:]) -> String {
        form(
            [
                "group": "Jeugdhuis De Kiem", "setting": "youth-house", "territory": "antwerp", "place": "Boom",
                "what": "We praten over foto's.", "day": "2026-12-01", "from": "12", "to": "16",
                "contact": "kiem@example.be", "show": "yes",
            ].merging(changed) { $1 })
    }

    static func form(_ fields: [String: String], more: [(String, String)] = []) -> String {
        let items = fields.sorted { $0.key < $1.key }.map { QueryItem($0.key, $0.value) }
        return QueryItems(items + more.map { QueryItem($0.0, $0.1) }).form
    }

    /// Signs an action up and returns its code.
    func act(_ changed: [String: String] = [:]) async throws -> String {
        let answer = try await site.post("/nl/" + Self.action, Self.acting(changed))
        #expect(answer.status == .ok)
        return try #require(try await store.all(CampaignSignUp.self).last?.value.code)
    }

    func decide(_ code: String, _ decision: String, words: String = "", as person: Person = .coordinator) async throws
        -> TestSite.Answer
    {
        try await post("/nl/workspace/actions/\(code)", [("decision", decision), ("words", words)], as: person)
    }
}
