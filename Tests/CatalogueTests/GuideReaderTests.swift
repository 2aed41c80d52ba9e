import Foundation
import Testing

@testable import Catalogue

/// A guide that can't keep its promise is a fault, named where it is written.
@Suite struct GuideReaderTests {
    static let mistakes: [Mistake] = [
        Mistake(
            what: "an answer to nothing", from: "to: me", to: "to: mee",
            says: "there is no question or end ‘mee’ in this guide: did you mean ‘me’?"),
        Mistake(
            what: "an end that nothing leads to", from: "to: me", to: "to: other", says: "nothing leads to ‘me’"),
        Mistake(what: "a guide in circles", from: "to: me", to: "to: who", says: "the guide comes back to ‘who’"),
        Mistake(
            what: "a start that is not there", from: "start: who", to: "start: whoo",
            says: "there is no question or end ‘whoo’"),
        Mistake(what: "two ends of one name", from: "id: other", to: "id: me", says: "‘me’ stands twice in this guide"),
        Mistake(
            what: "a channel that is not there", from: "[line]", to: "[lin]",
            says: "there is no channel ‘lin’: did you mean ‘line’?"),
        Mistake(
            what: "nobody to talk to", from: "      channels: [line]\n", to: "", says: "nobody to talk to at this end"),
        Mistake(
            what: "a record that is not there", from: "[line]\n      first",
            to: "[line]\n      records: [nope]\n      first", says: "there is no record ‘nope’"),
        Mistake(
            what: "an unknown audience", from: "audience: teenagers", to: "audience: robots",
            says: "‘robots’ in ‘audience’ is not right"),
        Mistake(
            what: "a language that is missing", from: "first: {nl: [a], fr: [a], de: [a], en: [a]}",
            to: "first: {nl: [a], fr: [a], en: [a]}", says: "‘first’ has no text in Deutsch"),
        Mistake(
            what: "a question with one answer", from: "        - {to: other, label: {nl: a, fr: a, de: a, en: a}}\n",
            to: "", says: "a question needs two answers"),
        Mistake(
            what: "a door for children that leads nowhere", from: "status: active",
            to: "status: active\nchild_door: {nl: a, fr: a, de: a, en: a}", says: "‘child_door’ leads nowhere"),
        Mistake(
            what: "a guide that the help page does not know", from: "id: guide\n", to: "id: guidf\n",
            says: "the help page does not lead to the guide ‘guidf’"),
    ]

    @Test func takesARightGuide() throws {
        let reading = try read(Self.guide)
        #expect(reading.faults == [])
        let tree = try #require(reading.records.first { $0.kind == .guide }?.guide)
        #expect(tree.ends.map(\.id.description) == ["me", "other"] && tree.ends[0].isUrgent)
    }

    @Test(arguments: mistakes)
    func findsTheMistake(_ mistake: Mistake) throws {
        let range = try #require(Self.guide.range(of: mistake.from))
        let faults = try read(Self.guide.replacingCharacters(in: range, with: mistake.to)).faults.map(\.description)
        #expect(faults.contains { $0.contains(mistake.says) }, "\(faults)")
    }

    /// The help page, a question and an end are three screens; a question more is one too many.
    @Test func atMostThreeScreens() throws {
        let deep = Self.guide.replacing(
            "  ends:",
            with: """
                    - id: more
                      text: {nl: a, fr: a, de: a, en: a}
                      answers:
                        - {to: me, label: {nl: a, fr: a, de: a, en: a}}
                        - {to: other, label: {nl: b, fr: b, de: b, en: b}}
                  ends:
                """
        ).replacing("- {to: me, label: {nl: x", with: "- {to: more, label: {nl: x")
        #expect(try read(deep).faults.contains { $0.problem.contains("more than 3 screens from the help page") })
    }

    @Test func aRouteNeedsItsStops() throws {
        let route = """
            id: route
            title: {nl: a, fr: a, de: a, en: a}
            summary: {nl: a, fr: a, de: a, en: a}
            status: active
            stops:
              - title: {nl: a, fr: a, de: a, en: a}
                text: {nl: a, fr: a, de: a, en: a}
                together: {nl: a, fr: a, de: a}
                records: [nope]
                minutes: 2
            """
        let faults = try read(Self.guide, route: route).faults.map(\.description).joined(separator: "\n")
        for part in ["two stops or more", "no text in English", "no record ‘nope’", "minutes, from 5 to 600"] {
            #expect(faults.contains(part), "\(part) in \(faults)")
        }
    }

    // MARK: Fixtures

    private static let guide = """
        id: guide
        title: {nl: a, fr: a, de: a, en: a}
        summary: {nl: a, fr: a, de: a, en: a}
        status: active
        guide:
          start: who
          questions:
            - id: who
              text: {nl: a, fr: a, de: a, en: a}
              answers:
                - {to: me, label: {nl: x, fr: x, de: x, en: x}}
                - {to: other, label: {nl: a, fr: a, de: a, en: a}}
          ends:
            - id: me
              audience: teenagers
              urgent: true
              title: {nl: a, fr: a, de: a, en: a}
              lead: {nl: a, fr: a, de: a, en: a}
              channels: [line]
              first: {nl: [a], fr: [a], de: [a], en: [a]}
              next: {nl: [a], fr: [a], de: [a], en: [a]}
            - id: other
              audience: teenagers
              title: {nl: a, fr: a, de: a, en: a}
              lead: {nl: a, fr: a, de: a, en: a}
              channels: [line]
              first: {nl: [a], fr: [a], de: [a], en: [a]}
              next: {nl: [a], fr: [a], de: [a], en: [a]}

        """

    private func read(_ guide: String, route: String? = nil) throws -> CatalogueReading {
        var files = [
            "channels/line.yaml": """
            id: line
            title: {nl: a, fr: a, de: a, en: a}
            summary: {nl: a, fr: a, de: a, en: a}
            status: active
            sources:
              - {url: "https://example.be/", says: all of it}
            """,
            "guides/guide.yaml": guide,
            "vocabularies/audiences.yaml": """
            concepts:
              - id: teenagers
                label: {nl: a, fr: a, de: a, en: a}
                definition: {nl: a, fr: a, de: a, en: a}
            """,
            "vocabularies/situations.yaml": """
            concepts:
              - id: all
                guides: [guide]
                label: {nl: a, fr: a, de: a, en: a}
                definition: {nl: a, fr: a, de: a, en: a}
            """,
        ]
        files["routes/route.yaml"] = route
        var reading = CatalogueReading()
        try withCatalogue(files) { reading = CatalogueReader().read([$0]) }
        return reading
    }
}
