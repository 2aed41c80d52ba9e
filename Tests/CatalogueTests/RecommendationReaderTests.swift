import Foundation
import Testing

@testable import Catalogue

/// No state is claimed without evidence, and whoever writes a file is told what is wrong and where.
@Suite struct RecommendationReaderTests {
    @Test func takesARightFile() throws {
        try read(Self.publication) { reading in
            #expect(reading.faults == [])
            let record = try #require(reading.records.first { $0.kind == .publication })
            #expect(record.announced == 2)
            let recommendation = try #require(record.recommendations?.first)
            #expect(recommendation.asked == PartialDate("2024-03"))
            #expect(recommendation.to.organisations.map(\.description) == ["ministry"])
            #expect(recommendation.to.others.last?[.fr] == "Écoles")
            #expect(recommendation.measures.map(\.state) == [.done])
            #expect(recommendation.measures.first?.evidence.count == 2)
            #expect(recommendation.state == .begun)
        }
    }

    static let mistakes: [Mistake] = [
        Mistake(
            what: "a name twice", from: "  - id: second", to: "  - id: first", line: 39,
            says: "the id ‘first’ stands twice in this publication (also in line 12): give each an id of its own"),
        Mistake(
            what: "an organisation that nobody knows", from: "to: [ministry]", to: "to: [minstry]", line: 16,
            says: "there is no organisation ‘minstry’: did you mean ‘ministry’?"),
        Mistake(
            what: "nobody who is asked", from: "    to: [other]\n", to: "", line: 39,
            says: "the recommendation does not say whom it asks"),
        Mistake(
            what: "a theme that nobody knows", from: "themes: [gaming]\n    measures",
            to: "themes: [gamin]\n    measures",
            line: 23, says: "no concept of the vocabulary themes: did you mean ‘gaming’?"),
        Mistake(
            what: "done without evidence", from: "    to: [other]\n",
            to: "    to: [other]\n    measures:\n      - id: a\n        text: {nl: a, fr: a, de: a, en: a}\n"
                + "        state: done\n", line: 44, says: "the state ‘done’ has no evidence"),
        Mistake(
            what: "a state that the evidence does not show", from: "        state: done\n        resp",
            to: "        state: begun\n        resp", line: 25,
            says: "the state ‘begun’ is not that of the newest evidence (done)"),
        Mistake(
            what: "evidence without source", from: "            source: https://law.example.be\n", to: "", line: 34,
            says: "the field ‘source’ is missing"),
        Mistake(
            what: "evidence without state", from: "            state: begun\n", to: "", line: 30,
            says: "the field ‘state’ is missing"),
        Mistake(
            what: "evidence older than the demand", from: "- on: 2024-06", to: "- on: 2023", line: 30,
            says: "this evidence (2023) is older than the recommendation (2024-03)"),
        Mistake(
            what: "a check that is past before it begins", from: "next_check: 2027-01", to: "next_check: 2024-12",
            line: 25, says: "the next check (2024-12) is before the newest evidence"),
        Mistake(
            what: "more than it announces", from: "announced: 2", to: "announced: 1", line: 1,
            says: "2 recommendations, though the publication announces 1"),
        Mistake(
            what: "no number", from: "announced: 2", to: "announced: nine", line: 10,
            says: "‘nine’ in ‘announced’ is not right: write a whole number from 1 to 500"),
        Mistake(
            what: "a field that nobody knows", from: "    asked: 2024-03", to: "    askd: 2024-03", line: 14,
            says: "unknown field ‘askd’: did you mean ‘asked’?"),
        Mistake(
            what: "a language that is missing", from: "{nl: Scholen, fr: Écoles, de: Schulen, en: Schools}",
            to: "{nl: Scholen, fr: Écoles, en: Schools}", line: 21, says: "‘name’ has no text in Deutsch"),
    ]

    @Test(arguments: mistakes) func findsTheMistake(_ mistake: Mistake) throws {
        let broken = Self.publication.replacingOccurrences(of: mistake.from, with: mistake.to)
        try #require(broken != Self.publication)
        try read(broken) { reading in
            let fault = reading.faults.first { $0.description.contains(mistake.says) }
            #expect(fault != nil, "\(reading.faults)")
            #expect(fault?.line == mistake.line, "\(mistake.what): \(fault?.line ?? 0)")
        }
    }

    @Test func onlyPublicationsRecommend() throws {
        let organisation = Self.organisation("ministry") + "announced: 2\n"
        try withCatalogue(["organisations/ministry.yaml": organisation]) { root in
            #expect(CatalogueReader().read([root]).faults.map(\.problem) == ["unknown field ‘announced’"])
        }
    }

    // MARK: How far something is

    @Test func theNewestEvidenceDecides() throws {
        let source = try #require(WebAddress("https://a.example.be"))
        func evidence(_ on: String?, _ state: RecommendationState) -> Evidence {
            Evidence(on: on.flatMap { PartialDate($0) }, says: LocalisedText(), source: source, state: state)
        }
        let all = [evidence("2025", .dropped), evidence(nil, .open), evidence("2025-11", .begun)]
        // A year may mean its last day; what has no date is older than what has one.
        #expect(all.newest()?.state == .dropped)
        #expect(all.newest(by: CivilDay(year: 2025, month: 12, day: 30))?.state == .begun)
        #expect(all.newest(by: CivilDay(year: 2025, month: 11, day: 29)) == nil)
        #expect([evidence(nil, .begun)].newest()?.state == .begun)
        #expect([Evidence]().newest() == nil)
    }

    @Test(
        arguments: [
            // The whole decides where it is done or dropped; else one measure begins it, and none finishes it.
            (nil, [], .open), (nil, [.open, .dropped], .open), (nil, [.open, .begun], .begun), (nil, [.done], .begun),
            (.done, [.open], .done), (.dropped, [.done], .dropped), (.open, [.done], .begun),
            (.begun, [.dropped], .begun),
        ] as [(RecommendationState?, [RecommendationState], RecommendationState)])
    func aRecommendationFollowsFromTheWholeAndItsMeasures(
        whole: RecommendationState?, measures: [RecommendationState], state: RecommendationState
    ) throws {
        let source = try #require(WebAddress("https://a.example.be"))
        let date = PartialDate("2025-02-01")
        var recommendation = Recommendation(
            id: .unreadable, text: LocalisedText(), source: source, to: Addressees())
        recommendation.evidence =
            whole.map { whole in
                [Evidence(on: date, says: LocalisedText(), source: source, state: whole)]
            } ?? []
        recommendation.measures = measures.map { measure in
            Measure(
                id: .unreadable, text: LocalisedText(), state: measure,
                evidence: measure == .open
                    ? [] : [Evidence(on: date, says: LocalisedText(), source: source, state: measure)])
        }
        #expect(recommendation.state == state)
        #expect(recommendation.state(on: CivilDay(year: 2025, month: 2, day: 1)) == state)
        #expect(recommendation.state(on: CivilDay(year: 2025, month: 1, day: 31)) == .open)
    }

    @Test func aCheckIsOverdueOnTheDayAfterItsLast() throws {
        var recommendation = Recommendation(
            id: .unreadable, text: LocalisedText(), source: try #require(WebAddress("https://a.example.be")),
            to: Addressees())
        recommendation.nextCheck = PartialDate("2026-11")
        #expect(recommendation.overdue(on: CivilDay(year: 2026, month: 11, day: 30)) == nil)
        #expect(recommendation.overdue(on: CivilDay(year: 2026, month: 12, day: 1)) == PartialDate("2026-11"))
        recommendation.measures = [
            Measure(id: .unreadable, text: LocalisedText(), state: .open, nextCheck: PartialDate("2026-10-01"))
        ]
        #expect(recommendation.overdue(on: CivilDay(year: 2026, month: 12, day: 1)) == PartialDate("2026-10-01"))
    }

    // MARK: What ships

    @Test func nothingThatShipsPretendsToBeOneOfTheNine() throws {
        let reading = CatalogueReader().read([CatalogueReaderTests.shipped])
        let publications = Dictionary(
            uniqueKeysWithValues: reading.records.filter { $0.kind == .publication }.map { ($0.id.description, $0) })
        let brief = try #require(publications["better-internet-for-all-policy-brief"])
        #expect(brief.announced == 9 && brief.publishedRecommendations.isEmpty)
        #expect(try #require(publications["memorandum-digital-rights-2019"]).publishedRecommendations.isEmpty)
        let numbers = ["nine", "negen", "neuf", "neun", "9"]
        for promise in publications.values.flatMap(\.publishedRecommendations) {
            let texts =
                [promise.recommendation.text] + promise.recommendation.evidence.map(\.says)
                + promise.recommendation.measures.flatMap { [$0.text] + $0.evidence.map(\.says) }
            for text in texts.flatMap({ text in Language.allCases.compactMap { text[$0] } }) {
                let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
                #expect(numbers.allSatisfy { !words.contains($0) }, "\(promise.id): \(text)")
            }
        }
    }

    @Test func whatShipsHasEnoughToFollow() {
        let promises = CatalogueReader().read([CatalogueReaderTests.shipped]).catalogue.recommendations
        #expect(promises.count >= 20)
        #expect(promises.flatMap(\.recommendation.measures).filter { !$0.evidence.isEmpty }.count >= 10)
        #expect(Set(promises.map(\.recommendation.state)).isSuperset(of: [.open, .begun, .done]))
        for promise in promises {
            let recommendation = promise.recommendation
            let texts =
                [recommendation.text] + recommendation.to.others + recommendation.evidence.map(\.says)
                + recommendation.measures.flatMap { [$0.text] + $0.responsible.others + $0.evidence.map(\.says) }
            #expect(texts.allSatisfy { $0.languages == Language.allCases }, "\(promise.id)")
            // Somebody looks again at what is not finished.
            if recommendation.state != .done, recommendation.state != .dropped {
                #expect(recommendation.nextLook != nil, "\(promise.id)")
            }
        }
    }

    // MARK: Files

    private func read(_ publication: String, _ body: (CatalogueReading) throws -> Void) throws {
        try withCatalogue([
            "organisations/ministry.yaml": Self.organisation("ministry"),
            "organisations/other.yaml": Self.organisation("other"), "publications/memo.yaml": publication,
        ]) { root in try body(CatalogueReader().read([root])) }
    }

    private static func organisation(_ id: String) -> String {
        """
        id: \(id)
        title: {nl: a, fr: a, de: a, en: a}
        summary: {nl: a, fr: a, de: a, en: a}
        status: active
        sources:
          - url: https://\(id).example.be
            says: a

        """
    }

    private static let publication = """
        id: memo
        title: {nl: Memo, fr: Mémo, de: Memo, en: Memo}
        summary: {nl: Een memo., fr: Un mémo., de: Ein Memo., en: A memo.}
        organisations: [other]
        themes: [gaming]
        status: active
        sources:
          - url: https://memo.example.be
            says: What it asks
        announced: 2
        recommendations:
          - id: first
            text: {nl: Doe iets., fr: Faites-le., de: Tun Sie es., en: Do it.}
            asked: 2024-03
            source: https://memo.example.be/1
            to: [ministry]
            to_others:
              - name:
                  {nl: Jeugdhuizen, fr: Maisons de jeunes, de: Jugendhäuser, en: Youth houses}
              - name:
                  {nl: Scholen, fr: Écoles, de: Schulen, en: Schools}
            next_check: 2027-06
            themes: [gaming]
            measures:
              - id: law
                text: {nl: Een wet., fr: Une loi., de: Ein Gesetz., en: A law.}
                state: done
                responsible: [ministry]
                evidence:
                  - on: 2024-06
                    says: {nl: Begonnen., fr: Commencé., de: Begonnen., en: Begun.}
                    state: begun
                    source: https://draft.example.be
                  - on: 2025-01-01
                    says: {nl: Geldig., fr: En vigueur., de: In Kraft., en: In force.}
                    state: done
                    source: https://law.example.be
                next_check: 2027-01
          - id: second
            text: {nl: Doe nog iets., fr: Faites plus., de: Tun Sie mehr., en: Do more.}
            source: https://memo.example.be/2
            to: [other]

        """
}
