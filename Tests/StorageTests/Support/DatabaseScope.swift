import Synchronization
import Testing

/// The databases that a test made.
final class MadeDatabases: Sendable {
    @TaskLocal static var current: MadeDatabases?

    private let databases = Mutex<[TestDatabase]>([])

    func add(_ database: TestDatabase) { databases.withLock { $0.append(database) } }

    func drop() async throws { for database in databases.withLock({ $0 }) { try await database.drop() } }
}

/// Takes away after each test what it made.
struct DatabaseScope: SuiteTrait, TestTrait, TestScoping {
    var isRecursive: Bool { true }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let made = MadeDatabases()
        do { try await MadeDatabases.$current.withValue(made) { try await function() } } catch {
            try await made.drop()
            throw error
        }
        try await made.drop()
    }
}

extension Trait where Self == DatabaseScope {
    /// The suite asks for databases (``TestStore/empty()``).
    static var databases: Self { Self() }
}
