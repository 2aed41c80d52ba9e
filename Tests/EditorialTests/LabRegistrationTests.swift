import Catalogue
import Foundation
import Testing

@testable import Editorial

@Suite struct LabRegistrationTests {
    @Test func seatsAreGivenInTheOrderInWhichPeopleCame() async throws {
        let desk = try LabDesk()
        let lab = try #require(desk.workspace.catalogue[LabDesk.event])
        #expect(try await desk.workspace.seatsLeft(in: lab) == ["first".identifier: 2])
        for code in ["AAAA-0001", "AAAA-0002"] {
            #expect(try await desk.workspace.register(desk.registration(code)) == .kept)
        }
        #expect(try await desk.workspace.register(desk.registration("AAAA-0003")) == .full)
        #expect(try await desk.workspace.seatsLeft(in: lab) == ["first".identifier: 0])
        // Without a number of seats nobody is turned away.
        #expect(try await desk.workspace.register(desk.registration("AAAA-0004", "second")) == .kept)
        try await desk.workspace.cancelRegistration(code: "AAAA-0001")
        #expect(try await desk.workspace.register(desk.registration("AAAA-0005")) == .kept)
    }

    @Test func manyAtOnceNeverGetMoreSeatsThanThereAre() async throws {
        let desk = try LabDesk()
        let registrations = try (100..<140).map { try desk.registration("AAAA-0\($0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for registration in registrations {
                group.addTask { _ = try await desk.workspace.register(registration) }
            }
            try await group.waitForAll()
        }
        let kept = try await desk.workspace.registrations(for: LabDesk.coordinator)
        #expect(kept.count == 2)
    }

    @Test func nobodyRegistersForWhatIsNotOpen() async throws {
        let desk = try LabDesk()
        #expect(try await desk.workspace.register(desk.registration("AAAA-0001", "third")) == .closed)
        desk.wait(days: 18)
        #expect(try await desk.workspace.register(desk.registration("AAAA-0002")) == .closed)
        #expect(try await desk.workspace.register(desk.registration("AAAA-0003", "second")) == .kept)
        desk.wait(days: 5)
        #expect(try await desk.workspace.register(desk.registration("AAAA-0004", "second")) == .closed)
    }

    @Test func whatNoFormSendsIsRefused() async throws {
        let desk = try LabDesk()
        let long = String(repeating: "é", count: LabRegistration.longestName + 1)
        for name in ["", long] {
            await #expect(throws: WorkspaceError.faulty) {
                try await desk.workspace.register(desk.registration("AAAA-0001", name: name))
            }
        }
    }

    // MARK: Wiping

    @Test func registrationsAreWipedFourteenDaysAfterTheirSession() async throws {
        let store = MemoryStore()
        let desk = try LabDesk(store: store)
        _ = try await desk.workspace.register(desk.registration("AAAA-0001", name: "Geheim"))
        _ = try await desk.workspace.register(desk.registration("AAAA-0002", "second", name: "Later"))
        // 10 December and fourteen days: the 24th is the last day.
        desk.wait(days: 31)
        try await desk.workspace.wipeRegistrations()
        #expect(try await desk.workspace.registration(code: "AAAA-0001") != nil)
        desk.wait(days: 1)
        try await desk.workspace.wipeRegistrations()
        #expect(try await desk.workspace.registration(code: "AAAA-0001") == nil)
        #expect(try await desk.workspace.registration(code: "AAAA-0002") != nil)
        #expect(!store.contents.contains("Geheim") && store.contents.contains("Later"))
        let trail = try await store.trail(TrailSelection(deeds: [.wipedRegistrations]))
        #expect(trail.map(\.detail) == ["1"] && trail.map(\.object) == ["lab-1"])
        #expect(trail.allSatisfy { $0.account == nil && $0.name == "betternet" })
        let all = try await store.trail(TrailSelection())
        #expect(!"\(all)".contains("Geheim"))
        // There is nothing more to wipe, and nothing to note.
        try await desk.workspace.wipeRegistrations()
        #expect(try await store.trail(TrailSelection(deeds: [.wipedRegistrations])).count == 1)
    }

    @Test func aSessionThatMovedTakesItsRegistrationsAlong() async throws {
        let desk = try LabDesk()
        _ = try await desk.workspace.register(desk.registration("AAAA-0001"))
        var lab = try LabDesk.lab()
        lab.sessions[0].day = try #require(PartialDate("2027-02-01"))
        try desk.publish(lab)
        desk.wait(days: 60)
        try await desk.workspace.wipeRegistrations()
        #expect(try await desk.workspace.registration(code: "AAAA-0001") != nil)
        // A lab that is gone keeps nobody's name.
        try desk.publish(nil)
        try await desk.workspace.wipeRegistrations()
        #expect(try await desk.workspace.registration(code: "AAAA-0001") == nil)
    }

    // MARK: Who may look

    @Test func onlyTheCoordinatorSeesWhoRegistered() async throws {
        let desk = try LabDesk()
        _ = try await desk.workspace.register(desk.registration("AAAA-0001"))
        for actor in LabDesk.others {
            await #expect(throws: WorkspaceError.notAllowed(.readRegistrations)) {
                try await desk.workspace.registrations(for: actor)
            }
            await #expect(throws: WorkspaceError.notAllowed(.readRegistrations)) {
                try await desk.workspace.exportRegistrations(of: LabDesk.event, by: actor)
            }
            await #expect(throws: WorkspaceError.notAllowed(.readRegistrations)) {
                try await desk.workspace.note(.finding, "x", in: .nl, at: LabDesk.event, by: actor)
            }
        }
        #expect(try await desk.workspace.registrations(for: LabDesk.coordinator).count == 1)
    }

    @Test func takingThemAlongLeavesATrace() async throws {
        let desk = try LabDesk()
        _ = try await desk.workspace.register(desk.registration("AAAA-0001"))
        #expect(
            try await desk.workspace.exportRegistrations(of: LabDesk.event, by: LabDesk.coordinator).map(\.name)
                == ["Ann"])
        let trail = try await desk.store.trail(TrailSelection(deeds: [.exportedRegistrations]))
        #expect(trail.map(\.name) == ["coordinator"] && trail.map(\.detail) == ["1"])
    }
}
