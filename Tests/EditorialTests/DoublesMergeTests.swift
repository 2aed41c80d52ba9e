import Foundation
import Testing

@testable import Catalogue
@testable import Editorial

/// Two records become one, and nothing that either said gets lost unless somebody chooses so.
@Suite struct DoublesMergeTests {
    /// A field added to a record must be thought of here.
    @Test func everyFieldOfARecordIsAChoiceOrHasAReason() {
        let chosen = Set(MergeField.allCases.map { "\($0)" })
        // The id and the kind are those of the kept record, as is how it stands in the shop and where it is at home.
        let notChosen: Set = ["id", "kind", "withdrawn", "successor", "isMerged", "setAside", "verified", "home"]
        // Names and states go with the texts; ways to get in touch are chosen one by one.
        let goAlong: Set = ["ownNames", "translations", "contact"]
        let record = Record(
            id: "a".identifier, kind: .channel, title: LocalisedText(), summary: LocalisedText(), status: .active)
        let fields = Set(
            (Mirror(reflecting: record).children.map(\.label) + Mirror(reflecting: Contact()).children.map(\.label))
                .compactMap { $0 })
        #expect(fields.subtracting(chosen) == notChosen.union(goAlong))
        #expect(chosen.subtracting(fields).isEmpty)
    }

    @Test func aRecordIsNotMergedWithItself() {
        let record = DoublesFixtures.record("a")
        #expect(RecordMerge(keeping: record, mergingIn: record) == nil)
    }

    @Test func whatIsTheSameNeedsNoChoice() throws {
        var dice = SeededDice(seed: 11)
        for _ in 0..<50 {
            var kept = Record.random(using: &dice)
            kept.id = "kept".identifier
            var other = kept
            other.id = "other".identifier
            let merge = try #require(RecordMerge(keeping: kept, mergingIn: other))
            #expect(merge.differing.isEmpty)
            #expect(MergeField.allCases.allSatisfy { merge.options(for: $0).isEmpty })
            #expect(merge.result == kept)
        }
    }

    @Test func theSideThatSaysSomethingWins() throws {
        var kept = DoublesFixtures.record("kept", title: [.nl: "Awel"])
        kept.founded = 1980
        kept.status = .unknown
        var other = DoublesFixtures.record("other", title: [.nl: "Awel vzw", .fr: "Awel"], phones: ["102"])
        other.founded = 1979
        other.ages = AgeRange(from: 6, to: 25)
        other.ownNames = [.nl, .fr]
        let merge = try #require(RecordMerge(keeping: kept, mergingIn: other))
        #expect(merge.differing == [.title, .ages, .status, .founded, .phones])
        #expect(merge.differing.map(merge.choice) == [.both, .other, .other, .kept, .both])
        #expect(merge.result.id == kept.id)
        #expect(merge.result.founded == 1980)
        #expect(merge.result.ages == AgeRange(from: 6, to: 25))
        #expect(merge.result.status == .active)
        #expect(merge.result.title == LocalisedText([.nl: "Awel", .fr: "Awel"]))
        // The Dutch name is the kept one's, of which nobody said that it is the owner's own.
        #expect(merge.result.ownNames == [.fr])
        #expect(merge.result.contact?.phones.map(\.number.description) == ["102"])
    }

    @Test func whatSomebodyChoosesIsTaken() throws {
        var dice = SeededDice(seed: 12)
        for _ in 0..<100 {
            let kind = Kind.allCases.randomElement(using: &dice) ?? .channel
            let (kept, other) = Self.pair(kind, kind, using: &dice)
            for choice in [MergeChoice.kept, .other] {
                let choices = Dictionary(uniqueKeysWithValues: MergeField.allCases.map { ($0, choice) })
                let merge = try #require(RecordMerge(keeping: kept, mergingIn: other, choices: choices))
                let result = merge.result
                let side = choice == .kept ? kept : other
                for field in MergeField.allCases where field != .sources {
                    #expect(field.value(in: result) == field.value(in: side), "\(field)")
                }
            }
        }
    }

    @Test func aChoiceThatAFieldDoesNotOfferDoesNotCount() throws {
        var kept = DoublesFixtures.record("kept")
        kept.founded = 1980
        var other = DoublesFixtures.record("other")
        other.founded = 1979
        other.sources = [Self.source("https://awel.be/a", "all")].compactMap { $0 }
        let choices: [MergeField: MergeChoice] = [.founded: .both, .sources: .kept]
        let merge = try #require(RecordMerge(keeping: kept, mergingIn: other, choices: choices))
        #expect(merge.choice(for: .founded) == .kept)
        #expect(merge.options(for: .founded) == [.kept, .other])
        #expect(merge.options(for: .sources) == [.both])
        #expect(merge.result.sources == other.sources)
    }

    /// Whichever of the two is kept, under `both` the one record holds what either held.
    @Test func nothingIsLostWhicheverIsKept() throws {
        var dice = SeededDice(seed: 13)
        for _ in 0..<300 {
            let kind = Kind.allCases.randomElement(using: &dice) ?? .channel
            let (one, two) = Self.pair(kind, kind, using: &dice)
            let there = try #require(RecordMerge(keeping: one, mergingIn: two)).result
            let back = try #require(RecordMerge(keeping: two, mergingIn: one)).result
            #expect(Holdings(there) == Holdings(back))
            #expect(Holdings(there) == Holdings(one).union(Holdings(two)))
            for edition in Edition.allCases {
                #expect((there.title[edition] == nil) == (back.title[edition] == nil))
                #expect(there.summary[edition] == one.summary[edition] ?? two.summary[edition])
            }
        }
    }

    @Test func whatTheKindHasNoPlaceForIsTold() throws {
        var dice = SeededDice(seed: 14)
        var (kept, other) = Self.pair(.resource, .event, using: &dice)
        other.yearly = true
        kept.dates = []
        let merge = try #require(RecordMerge(keeping: kept, mergingIn: other))
        #expect(merge.lost.contains(.yearly))
        #expect(!merge.result.yearly && merge.result.dates.isEmpty && merge.result.kind == .resource)
        #expect(merge.options(for: .yearly).isEmpty)
        #expect(try #require(RecordMerge(keeping: other, mergingIn: kept)).lost.isEmpty)
    }

    @Test func theSameNumberIsKeptOnceWithBothNotes() throws {
        var kept = DoublesFixtures.record("kept", phones: ["02 274 48 00"])
        kept.contact?.phones[0].note = LocalisedText([.nl: "kantoor"])
        kept.contact?.phones[0].remark = "old page"
        var other = DoublesFixtures.record("other", phones: ["02 27 44 800", "102"], emails: ["Info@awel.be"])
        other.contact?.phones[0].note = LocalisedText([.fr: "bureau"])
        other.contact?.phones[0].remark = "new page"
        let contact = try #require(RecordMerge(keeping: kept, mergingIn: other)?.result.contact)
        #expect(contact.phones.map(\.number.description) == ["02 274 48 00", "102"])
        #expect(contact.phones[0].note == LocalisedText([.nl: "kantoor", .fr: "bureau"]))
        #expect(contact.phones[0].remark == "old page; new page")
        #expect(contact.emails.map(\.address) == ["Info@awel.be"])
    }

    @Test func theSameSourceKeepsItsNewerDate() throws {
        var kept = DoublesFixtures.record("kept")
        kept.sources = [Self.source("https://awel.be/a", "hours", "2020-02")].compactMap { $0 }
        var other = DoublesFixtures.record("other")
        other.sources = [
            Self.source("https://awel.be/a", "hours", "2024-05-01"), Self.source("https://awel.be/a", "phone"),
        ].compactMap { $0 }
        let sources = try #require(RecordMerge(keeping: kept, mergingIn: other)).result.sources
        #expect(sources.map(\.says) == ["hours", "phone"])
        #expect(sources.map { $0.seen?.description } == ["2024-05-01", nil])
    }

    @Test func theStatesOfTheTranslationsFollowTheTexts() throws {
        var kept = DoublesFixtures.record("kept", title: [.nl: "a"], summary: [.nl: "a"])
        kept.translations = [.nl: .original]
        var other = DoublesFixtures.record(
            "other", title: [.nl: "b", .fr: "b"], summary: [.nl: "b", .fr: "b", .de: "b"])
        other.translations = [.nl: .outdated, .fr: .machine, .de: .person]
        let both = try #require(RecordMerge(keeping: kept, mergingIn: other))
        #expect(both.result.translations == [.nl: .original, .fr: .machine, .de: .person])
        // A title of one and a summary of the other: what asks for more care.
        let mixed = try #require(RecordMerge(keeping: kept, mergingIn: other, choices: [.summary: .other]))
        #expect(mixed.result.translations?[.nl] == .outdated)
        let none = try #require(
            RecordMerge(keeping: kept, mergingIn: other, choices: [.summary: .kept, .title: .kept]))
        #expect(none.result.translations == kept.translations)
    }

    @Test func whoNamedTheOtherDoesNotNameItself() throws {
        let kept = DoublesFixtures.record("kept", .organisation, owners: ["x", "other"])
        let other = DoublesFixtures.record("other", .organisation, owners: ["kept", "y"])
        let result = try #require(RecordMerge(keeping: kept, mergingIn: other)).result
        #expect(result.organisations == ["x", "y"].map(\.identifier))
    }

    // MARK: Fixtures

    static func pair(_ first: Kind, _ second: Kind, using dice: inout SeededDice) -> (Record, Record) {
        var one = Record.random(kind: first, using: &dice)
        var two = Record.random(kind: second, using: &dice)
        // An organisation of neither: ids of random records are few.
        one.id = "one-of-two".identifier
        two.id = "two-of-two".identifier
        return (one, two)
    }

    static func source(_ address: String, _ says: String, _ seen: String = "") -> Source? {
        WebAddress(address).map { Source(address: $0, says: says, seen: PartialDate(seen)) }
    }
}

/// What must not get lost.
private struct Holdings: Equatable {
    var texts: Set<String>

    init(_ record: Record) {
        let contact = record.contact
        var texts = record.sources.map { "source \($0.address) \($0.says)" }
        texts += record.links.map { "link \($0.address) \($0.language?.rawValue ?? "")" }
        texts += (contact?.phones ?? []).map { "phone \($0.number.dialled)" }
        texts += (contact?.emails ?? []).map { "email \($0.address.lowercased())" }
        texts += (record.organisations + record.themes + record.audiences + record.territories).map { "of \($0)" }
        texts += (record.pillars + record.formats).map { "with \($0)" } + record.languages.map { "in \($0)" }
        texts += record.dates.map { "on \($0)" }
        for edition in Edition.allCases where record.service?.can.has(edition) == true {
            texts += (record.service?.can[edition] ?? []).map { "can \(edition) \($0)" }
        }
        for edition in Edition.allCases where record.service?.cannot.has(edition) == true {
            texts += (record.service?.cannot[edition] ?? []).map { "cannot \(edition) \($0)" }
        }
        self.texts = Set(texts)
    }

    func union(_ other: Holdings) -> Holdings {
        var both = self
        both.texts.formUnion(other.texts)
        return both
    }
}
