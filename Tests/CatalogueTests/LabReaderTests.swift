import Foundation
import Testing

@testable import Catalogue

/// A lab or a campaign that doesn't hang together is a fault, named where it is written.
@Suite struct LabReaderTests {
    static let mistakes: [Mistake] = [
        Mistake(
            what: "a publication that is not there", from: "publication: brief", to: "publication: brieff",
            says: "there is no publication ‘brieff’: did you mean ‘brief’?"),
        Mistake(
            what: "a recommendation that is not there", from: "recommendation: early", to: "recommendation: earlyy",
            says: "‘brief’ has no recommendation ‘earlyy’: did you mean ‘early’?"),
        Mistake(
            what: "something else than a publication", from: "publication: brief", to: "publication: lab-1",
            says: "there is no publication ‘lab-1’"),
        Mistake(
            what: "a session that ends before it begins", from: "until: \"16:00\"", to: "until: \"13:00\"",
            says: "the session ends before it begins"),
        Mistake(
            what: "a session without an exact day", from: "day: 2026-12-10", to: "day: 2026-12",
            says: "‘2026-12’ in ‘day’ is not right"),
        Mistake(
            what: "seats for nobody", from: "seats: 2", to: "seats: 0", says: "‘0’ in ‘seats’ is not right"),
        Mistake(
            what: "registering after the last session", from: "registration_until: 2026-12-15",
            to: "registration_until: 2027-01-15",
            says: "people can register until 2027-01-15, after the last session (2026-12-17)"),
        Mistake(
            what: "a group without a name", from: "- id: teachers", to: "- id: teachrs",
            says: "‘teachrs’ is no concept of the vocabulary audiences and has no name of its own: did you mean"),
        Mistake(
            what: "two groups of one name", from: "- id: teachers", to: "- id: coaches",
            says: "the id ‘coaches’ stands twice in this lab"),
        Mistake(
            what: "two sessions of one name", from: "- id: second", to: "- id: first",
            says: "the id ‘first’ stands twice in this lab"),
        Mistake(
            what: "a testimony of nobody who was there", from: "sector: coaches", to: "sector: parents",
            says: "‘parents’ in ‘sector’ is no group of this lab"),
        Mistake(
            what: "a name beside a testimony", from: "- sector: coaches", to: "- name: An\n      sector: coaches",
            says: "unknown field ‘name’"),
        Mistake(
            what: "a question in one language", from: "question: {nl: a, fr: a, de: a, en: a}", to: "question: {nl: a}",
            says: "‘question’ has no text in Deutsch"),
        Mistake(
            what: "an action somewhere else", from: "setting: school", to: "setting: moon",
            says: "‘moon’ in ‘setting’ is not right"),
        Mistake(
            what: "material that is not there", from: "material: [brief]", to: "material: [briev]",
            says: "there is no record ‘briev’: did you mean ‘brief’?"),
        Mistake(
            what: "an action without ages", from: "      ages: [6, 12]\n", to: "", says: "the field ‘ages’ is missing"),
        Mistake(
            what: "an action without steps", from: "      steps: {nl: [a], fr: [a], de: [a], en: [a]}\n", to: "",
            says: "the field ‘steps’ is missing"),
    ]

    @Test func takesARightLab() throws {
        let reading = try read(Self.event)
        #expect(reading.faults == [])
        let event = try #require(reading.records.first { $0.kind == .event })
        let lab = try #require(event.lab)
        #expect(lab.sessions.map(\.id.description) == ["first", "second"])
        #expect(lab.sessions[0].from == 840 && lab.sessions[0].until == 960 && lab.sessions[0].seats == 2)
        #expect(lab.testimonies.map(\.sector.description) == ["coaches"])
        #expect(event.campaign?.actions.map(\.minutes) == [50])
    }

    @Test(arguments: mistakes)
    func findsTheMistake(_ mistake: Mistake) throws {
        #expect(Self.event.contains(mistake.from))
        let reading = try read(Self.event.replacing(mistake.from, with: mistake.to, maxReplacements: 1))
        #expect(
            reading.faults.contains { $0.description.contains(mistake.says) },
            "\(reading.faults.map(\.description))")
    }

    @Test func onlyEventsAreLabs() throws {
        let initiative = Self.event.replacing("dates:\n  - start: 2026-12-10\n", with: "")
        try withCatalogue(Self.around(["initiatives/lab-1.yaml": initiative])) { root in
            let faults = CatalogueReader().read([root]).faults.map(\.description)
            #expect(faults.contains { $0.contains("unknown field ‘lab’") })
        }
    }

    // MARK: What follows from it

    @Test func findingsAreFoundFromBothEnds() throws {
        let catalogue = try read(Self.event).catalogue
        let brief = "brief".identifier
        #expect(catalogue.findings(leadingTo: brief).map(\.finding.id.description) == ["one", "two"])
        #expect(catalogue.findings(leadingTo: brief, "early".identifier).map(\.finding.id.description) == ["one"])
        #expect(catalogue.findings(leadingTo: brief, "late".identifier).isEmpty)
        #expect(catalogue.findings(leadingTo: "lab-1".identifier).isEmpty)
        #expect(catalogue.findings(leadingTo: brief).allSatisfy { $0.event.id == "lab-1".identifier })
    }

    @Test func aLabGoesFromCallToResult() throws {
        var lab = try #require(try read(Self.event).records.first { $0.kind == .event }?.lab)
        func day(_ text: String) throws -> CivilDay { try #require(PartialDate(text)?.civilDay) }
        let before = try day("2026-11-23")
        #expect(lab.stage(on: before) == .recommendations)
        lab.findings[0].leadsTo = []
        lab.findings[1].leadsTo = []
        #expect(lab.stage(on: before) == .findings)
        lab.findings = []
        #expect(lab.stage(on: before) == .open && lab.openSessions(on: before).count == 2)
        // The last day counts, and so does the day of a session.
        #expect(lab.stage(on: try day("2026-12-15")) == .open)
        #expect(lab.openSessions(on: try day("2026-12-11")).map(\.id.description) == ["second"])
        #expect(lab.stage(on: try day("2026-12-16")) == .closed)
        #expect(lab.openSessions(on: try day("2026-12-16")).isEmpty)
        #expect(lab.stage(on: try day("2026-12-17")) == .closed)
        #expect(lab.stage(on: try day("2026-12-18")) == .held)
        lab.registrationUntil = nil
        #expect(lab.stage(on: before) == .planned)
        #expect(Lab(question: LocalisedText()).stage(on: before) == .planned)
    }

    @Test func anEventThatWasKeptBeforeLabsExistedStillReads() throws {
        var event = try #require(try read(Self.event).records.first { $0.kind == .event })
        let whole = try JSONDecoder().decode(Record.self, from: JSONEncoder().encode(event))
        #expect(whole == event)
        event.lab = nil
        event.campaign = nil
        let text = String(decoding: try JSONEncoder().encode(event), as: UTF8.self)
        #expect(!text.contains("\"lab\"") && !text.contains("\"campaign\""))
        #expect(try JSONDecoder().decode(Record.self, from: Data(text.utf8)) == event)
    }

    // MARK: -

    private func read(_ event: String) throws -> CatalogueReading {
        var reading = CatalogueReading()
        try withCatalogue(Self.around(["events/lab-1.yaml": event])) { reading = CatalogueReader().read([$0]) }
        reading.faults = reading.faults.filter { !$0.file.contains("vocabularies") }
        return reading
    }

    private static func around(_ files: [String: String]) -> [String: String] {
        [
            "vocabularies/audiences.yaml": """
            concepts:
              - id: teachers
                label: {nl: a, fr: a, de: a, en: a}

            """,
            "publications/brief.yaml": """
            id: brief
            title: {nl: a, fr: a, de: a, en: a}
            summary: {nl: a, fr: a, de: a, en: a}
            status: active
            recommendations:
              - id: early
                text: {nl: a, fr: a, de: a, en: a}
                source: https://example.be/brief
                to_others:
                  - name: {nl: a, fr: a, de: a, en: a}
            sources:
              - {url: "https://example.be/brief", says: all}

            """,
        ].merging(files) { $1 }
    }

    private static let event = """
        id: lab-1
        title: {nl: a, fr: a, de: a, en: a}
        summary: {nl: a, fr: a, de: a, en: a}
        status: active
        dates:
          - start: 2026-12-10
        lab:
          question: {nl: a, fr: a, de: a, en: a}
          sectors:
            - id: teachers
            - id: coaches
              name: {nl: a, fr: a, de: a, en: a}
          sessions:
            - id: first
              day: 2026-12-10
              from: "14:00"
              until: "16:00"
              place: {nl: a, fr: a, de: a, en: a}
              languages: [nl, fr]
              seats: 2
            - id: second
              day: 2026-12-17
          registration_until: 2026-12-15
          testimonies:
            - sector: coaches
              text: {nl: a, fr: a, de: a, en: a}
          findings:
            - id: one
              text: {nl: a, fr: a, de: a, en: a}
              leads_to:
                - publication: brief
                  recommendation: early
            - id: two
              text: {nl: a, fr: a, de: a, en: a}
              leads_to:
                - publication: brief
        campaign:
          goals: {nl: [a], fr: [a], de: [a], en: [a]}
          actions:
            - id: lesson
              setting: school
              title: {nl: a, fr: a, de: a, en: a}
              minutes: 50
              ages: [6, 12]
              steps: {nl: [a], fr: [a], de: [a], en: [a]}
              material: [brief]
        sources:
          - {url: "https://example.be/lab", says: all}

        """
}

extension StringProtocol {
    /// For names that are written in a test.
    fileprivate var identifier: Identifier { Identifier(self) ?? .unreadable }
}
