import Catalogue
import Foundation
import Testing

@testable import Editorial

@Suite struct CampaignSignUpTests {
    private func tallies(_ desk: LabDesk) async throws -> [CampaignTally] {
        try await desk.workspace.campaignTallies()[LabDesk.event] ?? []
    }

    private func decide(_ desk: LabDesk, _ code: String, _ isApproved: Bool) async throws {
        try await desk.workspace.decide(code, isApproved: isApproved, words: "Nee, dank u", by: LabDesk.coordinator)
    }

    @Test func onlyWhatIsApprovedCounts() async throws {
        let desk = try LabDesk()
        for code in ["AAAA-0001", "AAAA-0002", "AAAA-0003"] {
            try await desk.workspace.signUp(desk.signUp(code))
        }
        try await desk.workspace.signUp(
            desk.signUp("AAAA-0004", in: "german-speaking-community", on: "2027-02-09", named: false))
        #expect(try await tallies(desk).isEmpty)
        for (code, isApproved) in [("AAAA-0001", true), ("AAAA-0002", false), ("AAAA-0004", true)] {
            try await decide(desk, code, isApproved)
        }
        let editions = try await tallies(desk)
        #expect(editions.map(\.year) == [2027, 2026] && editions.map(\.all.actions) == [1, 1])
        #expect(editions[1].byTerritory.mapValues(\.actions) == ["namur".identifier: 1])
        #expect(editions[1].bySetting.mapValues(\.actions) == [.library: 1])
        #expect(editions[1].named.map(\.group) == ["Groep AAAA-0001"])
        // Who may not be named is counted only.
        #expect(editions[0].named.isEmpty)
    }

    @Test func aResultCountsOnceItIsApproved() async throws {
        let desk = try LabDesk()
        try await desk.workspace.signUp(desk.signUp("AAAA-0001"))
        let result = CampaignSignUp.Result(people: 25, words: "Fijn", sentOn: desk.workspace.today)
        // Neither before a decision nor before the day.
        await #expect(throws: WorkspaceError.notNow) { try await desk.workspace.tell(result, of: "AAAA-0001") }
        try await decide(desk, "AAAA-0001", true)
        await #expect(throws: WorkspaceError.notNow) { try await desk.workspace.tell(result, of: "AAAA-0001") }
        desk.wait(days: 8)
        _ = try await desk.workspace.tell(result, of: "AAAA-0001")
        #expect(try await tallies(desk)[0].all.people == 0)
        #expect(try await tallies(desk)[0].named[0].wentWell == nil)
        await #expect(throws: WorkspaceError.notNow) { try await desk.workspace.tell(result, of: "AAAA-0001") }
        // After one that was declined, another.
        try await decide(desk, "AAAA-0001", false)
        #expect(try await desk.workspace.signUp(code: "AAAA-0001")?.result?.answer == "Nee, dank u")
        _ = try await desk.workspace.tell(
            CampaignSignUp.Result(people: 20, words: "Heel fijn", sentOn: desk.workspace.today), of: "AAAA-0001")
        try await decide(desk, "AAAA-0001", true)
        #expect(try await tallies(desk)[0].all.people == 20)
        #expect(try await tallies(desk)[0].named[0].wentWell == "Heel fijn")
        #expect(
            try await desk.store.trail(TrailSelection(object: "AAAA-0001")).map(\.deed)
                == [.approvedResult, .declinedResult, .approvedAction])
    }

    @Test func theTallyIsWhatSomebodyCountsByHand() async throws {
        let desk = try LabDesk()
        var dice = SeededDice(seed: 7)
        var approved: [CampaignSignUp] = []
        for number in 1_000..<1_060 {
            let signUp = try desk.signUp(
                "AAAA-\(number)", in: Bool.random(using: &dice) ? "namur" : "german-speaking-community",
                on: Bool.random(using: &dice) ? "2026-12-01" : "2027-02-09", named: Bool.random(using: &dice))
            try await desk.workspace.signUp(signUp)
            let isApproved = Bool.random(using: &dice)
            try await decide(desk, signUp.code, isApproved)
            if isApproved { approved.append(signUp) }
        }
        for edition in try await tallies(desk) {
            let here = approved.filter { $0.day.year == edition.year }
            #expect(edition.all.actions == here.count && edition.named.count == here.count(where: \.mayBeNamed))
            for (territory, count) in edition.byTerritory {
                #expect(count.actions == here.count { $0.territory == territory })
            }
            #expect(edition.byTerritory.values.reduce(0) { $0 + $1.actions } == here.count)
        }
    }

    // MARK: What may not be

    @Test func whatNoFormSendsIsRefused() async throws {
        let desk = try LabDesk()
        for signUp in [
            try desk.signUp("AAAA-0001", in: "wallonia"), try desk.signUp("AAAA-0001", in: "nowhere"),
            try desk.signUp("AAAA-0001", on: "2026-10-01"), try desk.signUp("AAAA-0001", on: "2028-02-09"),
        ] {
            await #expect(throws: WorkspaceError.faulty) { try await desk.workspace.signUp(signUp) }
        }
    }

    @Test func onlyTheCoordinatorDecides() async throws {
        let desk = try LabDesk()
        try await desk.workspace.signUp(desk.signUp("AAAA-0001"))
        for actor in LabDesk.others {
            await #expect(throws: WorkspaceError.notAllowed(.decideSignUp)) {
                try await desk.workspace.decide("AAAA-0001", isApproved: true, words: "", by: actor)
            }
            await #expect(throws: WorkspaceError.notAllowed(.decideSignUp)) {
                try await desk.workspace.signUps(for: actor)
            }
            await #expect(throws: WorkspaceError.notAllowed(.decideSignUp)) {
                try await desk.workspace.signUp("AAAA-0001", for: actor)
            }
            #expect(try await desk.workspace.workList(for: actor).signUps.isEmpty)
        }
        #expect(try await desk.workspace.workList(for: LabDesk.coordinator).signUps.map(\.code) == ["AAAA-0001"])
        // Whoever declines says why, and nobody decides twice.
        await #expect(throws: WorkspaceError.faulty) {
            try await desk.workspace.decide("AAAA-0001", isApproved: false, words: "", by: LabDesk.coordinator)
        }
        try await decide(desk, "AAAA-0001", false)
        await #expect(throws: WorkspaceError.notNow) { try await decide(desk, "AAAA-0001", true) }
        #expect(try await desk.workspace.workList(for: LabDesk.coordinator).signUps.isEmpty)
    }

    // MARK: Wiping

    @Test func contactsAreWipedNinetyDaysAfterTheAction() async throws {
        let store = MemoryStore()
        let desk = try LabDesk(store: store)
        for code in ["AAAA-0001", "AAAA-0002"] { try await desk.workspace.signUp(desk.signUp(code)) }
        try await decide(desk, "AAAA-0001", true)
        try await decide(desk, "AAAA-0002", false)
        // 1 December and ninety days: 1 March is the last day.
        desk.wait(days: 98)
        try await desk.workspace.wipeContacts()
        #expect(store.contents.contains("aaaa-0001@example.be"))
        desk.wait(days: 1)
        try await desk.workspace.wipeContacts()
        #expect(!store.contents.contains("@example.be") && !store.contents.contains("Groep AAAA-0002"))
        // What was approved still counts.
        #expect(try await tallies(desk).map(\.all.actions) == [1])
        #expect(try await store.trail(TrailSelection(deeds: [.wipedContacts])).map(\.detail) == ["2"])
        try await desk.workspace.wipeContacts()
        #expect(try await store.trail(TrailSelection(deeds: [.wipedContacts])).count == 1)
    }
}
