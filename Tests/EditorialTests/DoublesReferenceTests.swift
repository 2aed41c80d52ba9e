import Foundation
import Testing

@testable import Catalogue
@testable import Editorial

/// Whatever named the merged record names the kept one afterwards.
@Suite struct DoublesReferenceTests {
    private static let kept = "kept".identifier
    private static let merged = "merged".identifier

    @Test func everyPlaceThatNamesARecordIsFound() throws {
        let catalogue = Self.catalogue
        #expect(
            catalogue.references(to: Self.merged) == [
                .endChannel("e".identifier, guide: "guide".identifier),
                .endRecord("e".identifier, guide: "guide".identifier),
                .owner(of: "initiative".identifier), .stop(2, route: "route".identifier),
                .successor(of: "gone".identifier),
                .conceptChannel("somebody".identifier, .intents),
                .conceptGuide("somebody".identifier, .intents),
            ])
        #expect(catalogue.references(to: "nobody".identifier).isEmpty)
    }

    @Test func allAreRewrittenAndNothingElse() throws {
        let catalogue = Self.catalogue
        let entries = catalogue.entries(naming: Self.kept, insteadOf: Self.merged)
        #expect(entries.count == 5)
        let next = Catalogue(catalogue.entries(changedBy: entries))
        #expect(next.references(to: Self.merged).isEmpty)
        // Where both were named the kept one stands once, in the place of the first.
        let guide = try #require(next["guide".identifier]?.guide)
        #expect(guide.ends[0].channels == [Self.kept, "x".identifier])
        #expect(next["route".identifier]?.route?.stops[0].records == [Self.kept])
        #expect(next.away["gone".identifier]?.successor == Self.kept)
        #expect(next[.intents].concepts.first?.channels == [Self.kept])
        #expect(catalogue.entries(naming: Self.kept, insteadOf: "nobody".identifier).isEmpty)
    }

    @Test func aMergeLeavesNothingThatNamesTheOther() throws {
        var dice = SeededDice(seed: 21)
        for _ in 0..<100 {
            let catalogue = Self.random(using: &dice)
            let pair = catalogue.records.shuffled(using: &dice).prefix(2)
            guard let one = pair.first, let two = pair.last,
                let merge = RecordMerge(keeping: one, mergingIn: two),
                let day = PartialDate("2026-11-27")?.civilDay
            else { continue }
            let next = Catalogue(catalogue.entries(changedBy: merge.entries(in: catalogue, on: day)))
            #expect(next.references(to: two.id).isEmpty)
            #expect(next[two.id] == nil)
            #expect(next.any(two.id)?.successor == one.id && next.any(two.id)?.isMerged == true)
            if one.isShown { #expect(next[one.id] == merge.result) }
            // No record comes to name itself, and nobody is named who was not named before.
            #expect(next.references(to: one.id).allSatisfy { $0 != .owner(of: one.id) })
            let before = Set(catalogue.references(to: one.id) + catalogue.references(to: two.id))
            let after = next.references(to: one.id).filter { $0 != .successor(of: two.id) }
            let added = Set(after).subtracting(before)
            // What the other record named moved into the kept one with it.
            #expect(added.allSatisfy { $0.isIn(one.id) }, "\(added)")
            let all = Set((catalogue.records + catalogue.away.values).map(\.id))
            #expect(Set((next.records + next.away.values).map(\.id)) == all)
        }
    }

    // MARK: Fixtures

    private static let catalogue: Catalogue = {
        let x = "x".identifier
        var guide = DoublesFixtures.record("guide", .guide)
        guide.guide = HelpTree(
            start: "e".identifier, questions: [],
            ends: [
                HelpTree.End(
                    id: "e".identifier, audience: "children".identifier, isUrgent: false, title: LocalisedText(),
                    lead: LocalisedText(), channels: [merged, x, kept], first: LocalisedList(), keep: LocalisedList(),
                    never: LocalisedList(), next: LocalisedList(), records: [x, merged])
            ], childDoor: nil)
        var route = DoublesFixtures.record("route", .route)
        route.route = Route(
            stops: [[kept], [merged]].map {
                Route.Stop(
                    title: LocalisedText(), text: LocalisedText(), together: LocalisedText(), records: $0, minutes: 5)
            })
        var gone = DoublesFixtures.record("gone", .channel)
        gone.withdrawn = PartialDate("2026")
        gone.successor = merged
        var intent = Concept(id: "somebody".identifier, label: LocalisedText())
        intent.channels = [merged]
        intent.guides = [merged]
        return Catalogue(
            records: [
                DoublesFixtures.record("kept", .channel), DoublesFixtures.record("merged", .channel),
                DoublesFixtures.record("initiative", owners: ["merged"]), guide, route, gone,
                DoublesFixtures.record("untouched", owners: ["x"]),
            ], vocabularies: [Vocabulary(name: .intents, concepts: [intent])], pages: [])
    }()

    /// Records that name one another: ids of random records are few.
    private static func random(using dice: inout SeededDice) -> Catalogue {
        // None of them names itself.
        let records = (0..<12).map { _ in Record.random(using: &dice) }.map { $0.naming($0.id, insteadOf: $0.id) }
        let single = Dictionary(records.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var intent = Concept(id: "somebody".identifier, label: LocalisedText())
        intent.channels = single.keys.sorted().shuffled(using: &dice)
        return Catalogue(
            records: single.values.sorted { $0.id < $1.id },
            vocabularies: [Vocabulary(name: .intents, concepts: [intent])], pages: [])
    }
}

extension RecordReference {
    fileprivate func isIn(_ id: RecordID) -> Bool {
        switch self {
        case .owner(let record), .successor(let record): record == id
        case .endChannel(_, let guide), .endRecord(_, let guide): guide == id
        case .stop(_, let route): route == id
        case .finding(_, let event), .action(_, let event): event == id
        case .recommendation(let recommendation): recommendation.publication == id
        case .conceptChannel, .conceptGuide: false
        }
    }
}
