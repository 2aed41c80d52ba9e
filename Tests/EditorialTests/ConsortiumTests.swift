import Catalogue
import Foundation
import Testing

@testable import Editorial

@Suite struct ConsortiumTests {
    private let today = CivilDay(year: 2026, month: 11, day: 23)
    private let one = "one"
    private let two = "two"
    private let three = "three"

    private func id(_ name: String) throws -> RecordID { try #require(RecordID(name)) }

    // MARK: Applications

    private func application() -> Application {
        Application(
            id: "a", code: "AAAA-BBBB", statement: Application.Statement(organisation: "Vzw Net"), language: .nl,
            receivedOn: today)
    }

    @Test func onlyMembersOfTheMomentCount() throws {
        var application = application()
        for name in [one, two] {
            application.sponsors.append(.init(organisation: try id(name), account: name, on: today, words: "ja"))
        }
        application.votes = [
            .init(organisation: try id(one), account: one, on: today, isFor: true, words: ""),
            .init(organisation: try id(three), account: three, on: today, isFor: false, words: "nee"),
        ]
        #expect(!application.support { _ in true }.isEnough)
        let (two, three) = (try id(two), try id(three))
        #expect(application.support { $0 != three }.isEnough)
        #expect(application.support { $0 != three && $0 != two } == .init(sponsors: 1, votesFor: 1, votesAgainst: 0))
    }

    @Test func aTieIsNoMajority() throws {
        #expect(!Application.Support(sponsors: 2, votesFor: 1, votesAgainst: 1).isEnough)
        #expect(!Application.Support(sponsors: 1, votesFor: 5, votesAgainst: 0).isEnough)
        #expect(Application.Support(sponsors: 2, votesFor: 2, votesAgainst: 1).isEnough)
    }

    @Test func aStatementNeedsEverything() {
        #expect(
            Application.Statement().faults.map(\.field)
                == ["organisation", "website", "about", "purpose", "contact", "email"])
        var statement = Application.Statement(
            organisation: "Vzw Net", website: "www.net.be", about: "Wij helpen", purpose: "Samen", contact: "Jan",
            email: "jan@net.be")
        #expect(statement.faults.isEmpty)
        #expect(statement.address?.description == "https://www.net.be")
        statement.website = "javascript:alert(1)"
        statement.email = "jan@net"
        statement.about = String(repeating: "é", count: Application.Statement.longestText + 1)
        #expect(
            statement.faults == [
                FieldFault("website", .webAddress), FieldFault("about", .tooLong(most: 4_000)),
                FieldFault("email", .email),
            ])
    }

    // MARK: Contacts

    @Test func aContactCanBeReached() throws {
        var contact = MemberContact(id: "c", organisation: try id(one), name: "An")
        #expect(contact.faults == [FieldFault("email", .unreachable)])
        contact.phone = "02/274.48.00"
        #expect(contact.faults.isEmpty)
        contact.phone = "call me"
        #expect(contact.faults == [FieldFault("phone", .phone)])
    }

    // MARK: Projects

    private func project(_ change: (inout Project) -> Void = { _ in }) -> Project {
        var project = Project(
            id: "p", organisation: RecordID(one), language: .nl, title: "Samen", summary: "Iets", changedOn: today)
        change(&project)
        return project
    }

    @Test func aFilterFindsWhatIsWantedInALanguage() {
        let project = project {
            $0.needs = [
                .init(what: .partner, language: .de, words: "uit Eupen"),
                .init(what: .money, language: nil, words: "5 000 euro"),
            ]
        }
        #expect(Project.Filter(need: .partner, language: .de).lets(project))
        #expect(Project.Filter(language: .de).lets(project) && Project.Filter(need: .money).lets(project))
        #expect(!Project.Filter(need: .money, language: .de).lets(project))
        #expect(!Project.Filter(need: .place).lets(project) && Project.Filter().lets(project))
        var stopped = project
        stopped.state = .stopped
        #expect(!Project.Filter(need: .partner).lets(stopped))
    }

    @Test func thePlaceOfAFaultIsThatOfItsRow() {
        let project = project {
            $0.needs = [
                .init(what: .place, language: nil, words: "Gent"), .init(what: .money, language: nil, words: ""),
            ]
        }
        #expect(project.faults == [FieldFault("need-2-words", .missing)])
    }

    // MARK: Two at once

    @Test func whoOpenedItLastKeepsItAsItIs() throws {
        let seen = project()
        let mine = project { $0.title = "Beter samen" }
        guard case .kept(let kept) = try Keeping(mine, seen: seen, over: seen) else {
            Issue.record("not kept")
            return
        }
        #expect(kept == mine)
    }

    @Test func changesOfDifferentFieldsAreBroughtTogether() throws {
        let seen = project()
        let mine = project { $0.title = "Beter samen" }
        let partner = Project.Partner(organisation: try id(two), role: "vertaalt")
        let theirs = project {
            $0.state = .running
            $0.partners = [partner]
        }
        guard case .merged(let both) = try Keeping(mine, seen: seen, over: theirs) else {
            Issue.record("not merged")
            return
        }
        #expect(both.title == "Beter samen" && both.state == .running && both.partners == theirs.partners)
    }

    @Test func changesOfTheSameFieldAreNobodysToLose() throws {
        let seen = project()
        let mine = project { $0.title = "Beter samen" }
        let theirs = project {
            $0.title = "Samen beter"
            $0.summary = "Iets anders"
        }
        guard case .conflict(let chosen, let other, let fields) = try Keeping(mine, seen: seen, over: theirs) else {
            Issue.record("no conflict")
            return
        }
        #expect(fields == ["title"] && other == theirs)
        #expect(chosen.title == "Beter samen" && chosen.summary == "Iets anders")
    }

    // MARK: Meetings

    private func meeting(_ day: CivilDay, _ time: String = "") -> Meeting {
        Meeting(id: "\(day) \(time)", organisation: nil, language: .nl, title: "Overleg", day: day, time: time)
    }

    @Test func twoDaysDontMakeAThird() throws {
        let seen = meeting(CivilDay(year: 2026, month: 12, day: 1))
        var (mine, theirs) = (seen, seen)
        mine.day = CivilDay(year: 2026, month: 12, day: 31)
        theirs.day = CivilDay(year: 2027, month: 2, day: 1)
        guard case .conflict(_, _, let fields) = try Keeping(mine, seen: seen, over: theirs) else {
            Issue.record("no conflict")
            return
        }
        #expect(fields == ["date"])
    }

    @Test func whatComesIsInOrderAndWhatWasIsTheOtherWayRound() {
        let days = [-9, 3, 0, -1, 3].map { today.adding(days: $0) }
        let meetings = zip(days, ["", "14:00", "", "", "9:30"]).map(meeting)
        let order = Workspace.inOrder(meetings, today: today)
        #expect(order.map(\.day) == [0, 3, 3, -1, -9].map { today.adding(days: $0) })
        #expect(order.map(\.time) == ["", "9:30", "14:00", "", ""])
    }

    @Test(arguments: [("9:30", 570), ("00:00", 0), ("23:59", 1_439)])
    func readsTimes(_ text: String, _ minute: Int) { #expect(Meeting.minute(of: text) == minute) }

    @Test(arguments: ["24:00", "9:3", "9", "14.00", "-1:00", "١٤:٠٠", "14:00:00", ""])
    func nonsenseIsNoTime(_ text: String) { #expect(Meeting.minute(of: text) == nil) }

    @Test func hoursAreThoseOfBelgiumInSummerAndWinter() throws {
        let winter = try #require(meeting(CivilDay(year: 2027, month: 2, day: 9), "14:00").begins)
        #expect(winter.formatted(.iso8601) == "2027-02-09T13:00:00Z")
        let summer = try #require(meeting(CivilDay(year: 2027, month: 7, day: 9), "14:00").begins)
        #expect(summer.formatted(.iso8601) == "2027-07-09T12:00:00Z")
    }

    @Test func aMeetingEndsAfterItBegins() {
        var meeting = meeting(today, "14:00")
        meeting.until = "13:00"
        #expect(meeting.faults == [FieldFault("until", .endsBeforeBegins)])
        meeting.time = ""
        #expect(meeting.faults == [FieldFault("time", .missing)])
    }

    // MARK: Who knows what

    @Test func findsPeopleByThemeAndWords() throws {
        let knower = Knower(
            id: "k", name: "Zoé Peeters", email: "zoe@example.be", organisation: nil, knows: [try id("gaming")],
            words: "Vorming voor leerkrachten")
        #expect(knower.matches(themes: nil, words: "", names: []))
        #expect(knower.matches(themes: [try id("gaming")], words: "zoe LEERKRACHT", names: []))
        #expect(knower.matches(themes: nil, words: "mediawijs", names: ["Mediawijs"]))
        #expect(!knower.matches(themes: [try id("gambling")], words: "", names: []))
        #expect(!knower.matches(themes: nil, words: "zoe gokken", names: []))
    }
}
