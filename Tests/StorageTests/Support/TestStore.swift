import Editorial
import Foundation
import Intake

@testable import Storage

/// The databases that keep the same promises. A test that takes one as its argument is made on each.
enum TestStore: String, CaseIterable, Sendable {
    case sqlite, postgresql

    /// The address of a PostgreSQL database for tests, if the environment names one: each test takes a schema of its own
    /// in it. `tools/postgres.sh` makes one.
    static let address = ProcessInfo.processInfo.environment["BETTERNET_TEST_DATABASE"].flatMap {
        $0.isEmpty ? nil : $0
    }

    /// Those that are there.
    static let available = allCases.filter { $0 == .sqlite || address != nil }

    /// An empty one, gone after the test (``DatabaseScope``).
    func empty() async throws -> TestDatabase {
        let database = try TestDatabase(self, name: "test_\(UUID().uuidString.lowercased().filter { $0 != "-" })")
        try await database.make()
        MadeDatabases.current?.add(database)
        return database
    }
}
