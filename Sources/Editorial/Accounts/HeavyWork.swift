/// Where passwords are tried: that costs time and memory, and has no place on the threads that answer requests.
package protocol HeavyWork: Sendable {
    /// Throws ``WorkspaceError/busy`` where too many wait already.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value
}

/// At once and where one is: for the command line.
package struct WorkAtOnce: HeavyWork {
    package init() {}

    package func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try work()
    }
}
