import Testing

@testable import Site

@Suite struct HandedOverSocketsTests {
    @Test func theSocketsThatAreNamedAreTaken() throws {
        let environment = ["LISTEN_FDS": "2", "LISTEN_PID": "77"]
        #expect(try HandedOverSockets.named(in: environment, process: 77) == [3, 4])
    }

    @Test func thoseOfAnotherProgramAreNot() throws {
        #expect(try HandedOverSockets.named(in: ["LISTEN_FDS": "2", "LISTEN_PID": "77"], process: 78) == [])
        #expect(try HandedOverSockets.named(in: ["LISTEN_FDS": "2"], process: 78) == [])
        #expect(try HandedOverSockets.named(in: [:], process: 78) == [])
    }

    @Test(arguments: ["x", "-1", "65", "99999999999"])
    func whatIsNoNumberIsSaid(_ count: String) {
        #expect(throws: HandedOverSockets.Fault.self) {
            try HandedOverSockets.named(in: ["LISTEN_FDS": count, "LISTEN_PID": "77"], process: 77)
        }
    }
}
