import Testing

@testable import Site

@Suite struct StoreProbeTests {
    /// A crowd that asks for the health of the site must not take all connections of its database.
    @Test func aCrowdAsksOnce() async {
        let store = AwayStore(BrokenStore())
        let probe = StoreProbe()
        let answers = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { await probe.isReadable(store) } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(answers == [false])
        #expect(store.probes == 1)
    }
}
