import Catalogue
import Foundation
import Testing

@testable import Editorial

/// What a publication asks for goes through revisions, merges and moved links whole.
@Suite struct RecommendationKeepingTests {
    @Test func aRevisionFromBeforeRecommendationsStillReads() throws {
        var tree = try Tree(try publication())
        tree["recommendations"] = nil
        tree["announced"] = nil
        let record = try tree.decoded(as: Record.self)
        #expect(record.recommendations == nil && record.announced == nil && record.publishedRecommendations.isEmpty)
    }

    @Test func aChangeIsNamedByItsMeasure() throws {
        let before = try publication()
        var after = before
        after.recommendations?[0].measures[0].state = .begun
        after.recommendations?[1].text[.fr] = "Autre chose."
        let changes = Difference(from: try Tree(before), to: try Tree(after)).changes.map(\.path.description)
        #expect(changes == ["recommendations/one/measures/first/state", "recommendations/two/text/fr"])
    }

    @Test func twoPeopleCanChangeTwoRecommendations() throws {
        let base = try publication()
        var (mine, theirs) = (base, base)
        mine.recommendations?[0].nextCheck = PartialDate("2027-05")
        theirs.recommendations?[1].text[.en] = "Something else."
        let merge = FieldMerge(base: try Tree(base), mine: try Tree(mine), theirs: try Tree(theirs))
        #expect(merge.conflicts.isEmpty)
        let record = try merge.merged.decoded(as: Record.self)
        #expect(record.recommendations?[0].nextCheck == PartialDate("2027-05"))
        #expect(record.recommendations?[1].text[.en] == "Something else.")
    }

    @Test func theLinksOfEvidenceAreCheckedAndMoved() throws {
        let record = try publication()
        let addresses = record.outgoing.map(\.address.description)
        #expect(addresses.contains("https://asked.example.be/one"))
        #expect(addresses.contains("https://evidence.example.be/first"))
        for (field, address) in record.outgoing { #expect(record[field] == address) }
        let new = try #require(WebAddress("https://moved.example.be/"))
        for (field, address) in record.outgoing {
            let moved = record.applying([LinkChange(record: record.id, field: field, old: address, new: new)])
            #expect(moved[field] == new)
            // Nothing else is touched.
            let others = moved.outgoing.filter { $0.field != field }
            #expect(others.allSatisfy { record[$0.field] == $0.address }, "\(field)")
        }
    }

    @Test func aMergedOrganisationIsNamedAnew() throws {
        let catalogue = Catalogue(records: [try publication()], vocabularies: [], pages: [])
        let old = "old-ministry".identifier
        #expect(
            catalogue.references(to: old) == [
                .recommendation(RecommendationID(publication: "memo".identifier, recommendation: "one".identifier))
            ])
        let entries = catalogue.entries(naming: "ministry".identifier, insteadOf: old)
        guard case .record(let record)? = entries.first else {
            Issue.record("nothing was named anew")
            return
        }
        #expect(record.recommendations?[0].to.organisations == ["ministry".identifier])
        #expect(record.recommendations?[0].measures[0].responsible.organisations == ["ministry".identifier])
        #expect(record.references(to: old).isEmpty)
    }

    @Test func mergingPublicationsKeepsTheRecommendationsOfBoth() throws {
        let kept = try publication()
        var other = kept
        other.id = "memo-again".identifier
        other.recommendations?[1].id = "three".identifier
        let merge = try #require(RecordMerge(keeping: kept, mergingIn: other))
        #expect(merge.result.recommendations?.map(\.id.description) == ["one", "two", "three"])
    }

    private func publication() throws -> Record {
        var record = Record(
            id: "memo".identifier, kind: .publication, title: LocalisedText([.en: "Memo"]),
            summary: LocalisedText([.en: "A memo."]), status: .active)
        record.announced = 5
        let ministry = Addressees(organisations: ["old-ministry".identifier])
        var one = Recommendation(
            id: "one".identifier, text: LocalisedText([.en: "Do one."]),
            source: try #require(WebAddress("https://asked.example.be/one")), to: ministry)
        one.measures = [
            Measure(
                id: "first".identifier, text: LocalisedText([.en: "A first step."]), state: .done,
                responsible: ministry,
                evidence: [
                    Evidence(
                        on: PartialDate("2025"), says: LocalisedText([.en: "Done."]),
                        source: try #require(WebAddress("https://evidence.example.be/first")), state: .done)
                ])
        ]
        one.evidence = [
            Evidence(
                on: nil, says: LocalisedText([.en: "Not yet."]),
                source: try #require(WebAddress("https://evidence.example.be/whole")), state: .open)
        ]
        let two = Recommendation(
            id: "two".identifier, text: LocalisedText([.en: "Do two.", .fr: "Faites deux."]),
            source: try #require(WebAddress("https://asked.example.be/two")),
            to: Addressees(others: [LocalisedText([.en: "Schools"])]))
        record.recommendations = [one, two]
        return record
    }
}

extension Record {
    fileprivate func references(to id: RecordID) -> [RecordReference] {
        Catalogue(records: [self], vocabularies: [], pages: []).references(to: id)
    }
}
