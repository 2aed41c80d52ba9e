import Testing

@testable import Catalogue
@testable import Editorial

@Suite struct FreshnessTests {
    private let rules = FreshnessRules()
    private let first = CivilDay(year: 2026, month: 1, day: 1)

    private func record(_ kind: Kind, verified: String? = nil) throws -> Record {
        var record = Record(
            id: try #require(RecordID("one")), kind: kind, title: LocalisedText([.nl: "Een"]),
            summary: LocalisedText([.nl: "Eén ding."]), status: .active)
        record.verified = try verified.map {
            Verification(on: try #require(PartialDate($0)), organisation: nil, by: .workspace)
        }
        return record
    }

    @Test func aChannelIsCheckedAfterNinetyDaysAndOthersAfterAYear() throws {
        #expect(try rules.due(record(.channel, verified: "2026-03-01"), since: first)?.description == "2026-05-30")
        #expect(try rules.due(record(.resource, verified: "2026-03-01"), since: first)?.description == "2027-03-01")
    }

    @Test func whatNobodyVerifiedCountsFromItsFirstDay() throws {
        #expect(try rules.due(record(.channel), since: first) == first.adding(days: 90))
    }

    @Test func anEventNeedsNoCheckUnlessItComesBackOrHasNoDate() throws {
        var event = try record(.event)
        #expect(rules.due(event, since: first) == first.adding(days: 365))
        event.dates = [EventDate(start: try #require(PartialDate("2026-02-10")), end: nil)]
        #expect(rules.due(event, since: first) == nil)
        event.yearly = true
        #expect(rules.due(event, since: first) == first.adding(days: 365))
    }

    @Test func whatIsOverIsNeverDue() throws {
        var ended = try record(.channel)
        ended.status = .ended
        #expect(rules.due(ended, since: first) == nil)
        var withdrawn = try record(.channel)
        withdrawn.withdrawn = PartialDate("2026-02-01")
        #expect(rules.due(withdrawn, since: first) == nil)
        #expect(rules.state(withdrawn, since: first, on: first.adding(days: 3_000)) == .fresh)
    }

    @Test(arguments: [
        (89, FreshnessState.fresh), (90, .due), (110, .due), (111, .late), (365, .late), (366, .lost),
    ])
    func aChannelGoesFromFreshToLost(_ days: Int, _ state: FreshnessState) throws {
        #expect(try rules.state(record(.channel), since: first, on: first.adding(days: days)) == state)
    }

    @Test func onlyChannelsAreEverLost() throws {
        for kind in Kind.allCases where kind != .channel {
            #expect(try rules.state(record(kind), since: first, on: first.adding(days: 4_000)) != .lost, "\(kind)")
        }
    }

    @Test func hidingCanBeSwitchedOff() throws {
        var never = rules
        never.hidingDays = nil
        #expect(try never.state(record(.channel), since: first, on: first.adding(days: 4_000)) == .late)
        #expect(never.warnsBeforeHiding)
    }

    @Test func nothingIsHiddenBeforeSomebodyCouldAnswer() {
        var rules = rules
        #expect(rules.warnsBeforeHiding)
        rules.hidingDays = 110
        #expect(!rules.warnsBeforeHiding)
        rules.hidingDays = 111
        #expect(rules.warnsBeforeHiding)
        rules.channelDays = 100
        #expect(!rules.warnsBeforeHiding)
    }
}
