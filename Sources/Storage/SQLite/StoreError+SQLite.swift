import Editorial
import GRDB

extension StoreError {
    /// What went wrong with a database in use, in words that say what to do; nil where it was no fault of the disk.
    init?(_ error: DatabaseError, at path: String) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .away("the disk is full: make room on it")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: self = .away("\(path) can't be written now: see who may")
        case .SQLITE_IOERR: self = .away("the disk answers with a fault, or is full: see what it has to say")
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .away("another program has been writing for seconds")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(path, reason: error.message ?? "\(error.resultCode)")
        default: return nil
        }
    }
}

extension DatabasePool {
    /// Reads, and says what is wrong with the disk in the words of the store.
    func reading<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do { return try await read(body) } catch let error as DatabaseError {
            throw StoreError(error, at: path) ?? error
        }
    }

    /// Writes all or nothing, and says what is wrong with the disk in the words of the store.
    func writing<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do { return try await write(body) } catch let error as DatabaseError {
            throw StoreError(error, at: path) ?? error
        }
    }
}
