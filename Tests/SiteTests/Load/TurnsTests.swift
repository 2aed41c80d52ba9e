import Testing

@testable import Site

@Suite struct TurnsTests {
    private let start = ContinuousClock.now
    private let limits = RoomLimits(atOnce: 2, waiting: 3, patience: .seconds(3), ofOneSource: nil)

    private func arrive(
        _ ticket: Int, _ turns: inout Turns, of source: String = "a", after seconds: Double = 0, isLocal: Bool = false
    ) -> Turns.Moves {
        turns.arrive(ticket, of: source, isLocal: isLocal, at: start + .seconds(seconds))
    }

    @Test func asManyAsThereIsRoomForComeInAtOnceAndOthersInTheirTurn() {
        var turns = Turns(limits)
        #expect(arrive(1, &turns).admitted == [1] && arrive(2, &turns).admitted == [2])
        #expect(arrive(3, &turns) == Turns.Moves() && arrive(4, &turns) == Turns.Moves())
        #expect(turns.insideCount == 2 && turns.waitingCount == 2)
        #expect(turns.leave(1, at: start).admitted == [3])
        #expect(turns.leave(2, at: start).admitted == [4])
        #expect(turns.leave(2, at: start) == Turns.Moves(), "a place that was left twice let somebody in")
    }

    @Test func whoComesWhenTheLineIsFullIsTurnedAway() {
        var turns = Turns(limits)
        for ticket in 1...5 { _ = arrive(ticket, &turns) }
        #expect(arrive(6, &turns).refused == [.init(ticket: 6, why: .full)])
        // Somebody else takes the place of the last of the crowd.
        #expect(arrive(7, &turns, of: "b").refused == [.init(ticket: 5, why: .full)])
        #expect(turns.leave(1, at: start).admitted == [3] && turns.leave(2, at: start).admitted == [7])
    }

    @Test func aTurnThatComesTooLateIsNone() {
        var turns = Turns(limits)
        for ticket in 1...4 { _ = arrive(ticket, &turns) }
        _ = arrive(5, &turns, after: 1.5)
        #expect(turns.leave(1, at: start + .seconds(3.5)) == Turns.Moves(admitted: [5]))
        let moves = turns.look(at: start + .seconds(3.5))
        #expect(moves.refused.map(\.ticket) == [3, 4] && moves.refused.allSatisfy { $0.why == .late })
        #expect(moves.admitted == [] && turns.waitingCount == 0)
    }

    @Test func whileTheFirstWaitForLongTheLastComesFirst() {
        var turns = Turns(RoomLimits(atOnce: 1, waiting: 9, patience: .seconds(4)))
        for ticket in 1...2 { _ = arrive(ticket, &turns) }
        _ = arrive(3, &turns, after: 0.5)
        #expect(turns.leave(1, at: start + .seconds(0.9)).admitted == [2])
        _ = arrive(4, &turns, after: 1.4)
        _ = arrive(5, &turns, after: 2)
        #expect(turns.leave(2, at: start + .seconds(2.1)).admitted == [5])
        #expect(turns.leave(5, at: start + .seconds(2.2)).admitted == [4])
        #expect(turns.leave(4, at: start + .seconds(2.3)).admitted == [3])
    }

    @Test func whoStaysForVeryLongKeepsNobodyOut() {
        var turns = Turns(limits)
        for ticket in 1...3 { _ = arrive(ticket, &turns) }
        #expect(turns.look(at: start + .seconds(1)) == Turns.Moves())
        #expect(turns.look(at: start + .seconds(2.5)).admitted == [3])
        #expect(arrive(4, &turns, after: 2.5).admitted == [4])
        #expect(arrive(5, &turns, after: 2.5) == Turns.Moves())
        // Those who stayed long leave without letting in more than there is room for.
        #expect(turns.leave(1, at: start + .seconds(2.6)) == Turns.Moves())
        #expect(turns.leave(4, at: start + .seconds(2.6)).admitted == [5])
    }

    @Test func oneSourceTakesNoMoreThanItsShareAndThisMachineWhatItWants() {
        var turns = Turns(RoomLimits(atOnce: 8, waiting: 8, patience: .seconds(3), ofOneSource: 2))
        #expect(arrive(1, &turns).admitted == [1] && arrive(2, &turns).admitted == [2])
        #expect(arrive(3, &turns).refused == [.init(ticket: 3, why: .source)])
        #expect(arrive(4, &turns, of: "b").admitted == [4])
        for ticket in 5...8 { #expect(arrive(ticket, &turns, of: "l", isLocal: true).admitted == [ticket]) }
        _ = turns.leave(1, at: start)
        #expect(arrive(9, &turns).admitted == [9])
    }

    @Test func overManyStepsEverybodyIsToldOnceAndTheRoomIsNeverOverfull() {
        var random = SystemRandomNumberGenerator()
        var turns = Turns(RoomLimits(atOnce: 3, waiting: 5, patience: .seconds(1), ofOneSource: 6))
        var (inside, told, now) = (Set<Int>(), Set<Int>(), start)
        var arrived = 0
        for step in 0..<20_000 {
            now += .milliseconds(Int.random(in: 0..<40, using: &random))
            let moves: Turns.Moves
            if Bool.random(using: &random), let ticket = inside.randomElement(using: &random) {
                inside.remove(ticket)
                moves = turns.leave(ticket, at: now)
            } else {
                arrived += 1
                moves = turns.arrive(step, of: "\(Int.random(in: 0..<4, using: &random))", isLocal: false, at: now)
            }
            for ticket in moves.admitted + moves.refused.map(\.ticket) {
                #expect(told.insert(ticket).inserted, "\(ticket) was told twice")
            }
            inside.formUnion(moves.admitted)
            #expect(turns.insideCount == inside.count && turns.waitingCount <= 5)
        }
        #expect(told.count + turns.waitingCount == arrived)
    }
}
