import Catalogue
import Editorial
import Foundation
import GRDB
import Intake

/// What is kept of reports, in the same SQLite file as the rest (`secure_delete` is on: what is wiped is overwritten).
package struct SQLiteReportVault: ReportVault {
    private let pool: DatabasePool
    private let incoming: GroupCommit
    /// Held as long as this is, which may be longer than the store.
    private let lock: FolderLock?

    init(pool: DatabasePool, lock: FolderLock? = nil) {
        self.pool = pool
        self.lock = lock
        incoming = GroupCommit(pool)
    }

    // MARK: Inboxes

    package func inboxes() async throws -> [Inbox] {
        try await pool.reading { try InboxRow.order(sql: "organisation").fetchAll($0).map { try $0.inbox() } }
    }

    package func add(_ inbox: Inbox, handler: Handler) async throws {
        try await pool.writing { database in
            try InboxRow(inbox).insert(database)
            try HandlerRow(handler).insert(database)
        }
    }

    package func update(_ inbox: Inbox, noting action: HandlerAction?) async throws {
        try await pool.writing { database in
            try InboxRow(inbox).update(database, columns: ["themes", "languages", "answersWithin", "isOn", "digest"])
            try action.map(HandlerActionRow.init)?.insert(database)
        }
    }

    package func handlers(of inbox: RecordID) async throws -> [Handler] {
        try await pool.reading { database in
            try HandlerRow.filter(sql: "inbox = ?", arguments: [inbox.description]).order(sql: "name")
                .fetchAll(database).map { try $0.handler() }
        }
    }

    package func put(_ handler: Handler, noting action: HandlerAction?) async throws {
        try await pool.writing { database in
            if let giver = handler.addedBy {
                let names = try String.fetchAll(
                    database, sql: "SELECT name FROM handler WHERE inbox = ?",
                    arguments: [handler.inbox.description])
                guard names.contains(giver), giver == handler.name || !names.contains(handler.name) else {
                    throw VaultError.notAllowed
                }
            }
            try HandlerRow(handler).upsert(database)
            try action.map(HandlerActionRow.init)?.insert(database)
        }
    }

    package func removeHandler(_ name: String, of inbox: RecordID, noting action: HandlerAction) async throws -> Bool {
        try await pool.writing { database in
            // The last one stays: nobody else could open the reports.
            try database.execute(
                sql: """
                    DELETE FROM handler WHERE inbox = ? AND name = ?
                    AND (SELECT count(*) FROM handler WHERE inbox = ?) > 1
                    """, arguments: [inbox.description, name, inbox.description])
            guard database.changesCount > 0 else { return false }
            try HandlerActionRow(action).insert(database)
            return true
        }
    }

    // MARK: Reports

    package func accept(_ report: ReportCase, _ message: SealedMessage, ticket: Data) async throws(VaultError) {
        try await keeping {
            try await incoming.write { database in
                try Self.use(ticket, for: report.number, on: report.receivedOn, in: database)
                if try ReportRow.exists(database, key: report.number.value) { throw VaultError.numberTaken }
                try ReportRow(report).insert(database)
                try ReportMessageRow(message).insert(database)
            }
        }
    }

    /// Does what writes; what goes wrong is said without what was to be written.
    private func keeping(_ write: () async throws -> Void) async throws(VaultError) {
        do { try await write() } catch let error as VaultError { throw error } catch {
            throw .notStored((error as? DatabaseError)?.resultCode.description ?? "\(type(of: error))")
        }
    }

    private static func use(
        _ ticket: Data, for number: CaseNumber, on day: CivilDay, in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO reportTicket (ticket, number, day) VALUES (?, ?, ?)",
            arguments: [ticket, number.value, day.description])
        guard database.changesCount == 1 else { throw VaultError.sentBefore }
    }

    package func number(of ticket: Data) async throws -> CaseNumber? {
        try await pool.reading { database in
            try Int.fetchOne(
                database, sql: "SELECT number FROM reportTicket WHERE ticket = ?", arguments: [ticket])
        }.flatMap { CaseNumber(value: $0) }
    }

    package func report(_ number: CaseNumber) async throws -> ReportCase? {
        try await pool.reading { try ReportRow.fetchOne($0, key: number.value)?.report() }
    }

    package func reports(of inbox: RecordID) async throws -> [ReportCase] {
        try await pool.reading { database in
            try ReportRow.filter(sql: "inbox = ?", arguments: [inbox.description])
                .order(sql: "receivedOn DESC, number").fetchAll(database).map { try $0.report() }
        }
    }

    package func messages(of number: CaseNumber) async throws -> [SealedMessage] {
        try await pool.reading { database in
            try ReportMessageRow.filter(sql: "number = ?", arguments: [number.value]).order(sql: "place")
                .fetchAll(database).map { try $0.message() }
        }
    }

    package func append(
        _ message: SealedMessage, to report: ReportCase, changing changed: ReportCase, ticket: Data,
        noting action: HandlerAction?
    ) async throws(VaultError) {
        try await keeping {
            try await pool.write { database in
                try Self.use(ticket, for: report.number, on: message.writtenOn, in: database)
                try Self.check(report, messages: message.place, in: database)
                try ReportMessageRow(message).insert(database)
                try ReportRow(changed).update(database)
                try action.map(HandlerActionRow.init)?.insert(database)
            }
        }
    }

    package func update(
        _ report: ReportCase, to changed: ReportCase, resealed: [SealedMessage], noting action: HandlerAction
    ) async throws(VaultError) {
        try await keeping {
            try await pool.write { database in
                try Self.check(report, messages: resealed.isEmpty ? nil : resealed.count, in: database)
                for message in resealed { try ReportMessageRow(message).update(database) }
                try ReportRow(changed).update(database)
                try HandlerActionRow(action).insert(database)
            }
        }
        // What the first inbox could open is gone from the file as well.
        if !resealed.isEmpty { await writeBack() }
    }

    /// That a report is as it was read, with so many messages.
    private static func check(_ report: ReportCase, messages count: Int?, in database: Database) throws {
        let found = try ReportRow.fetchOne(database, key: report.number.value)
        guard found == ReportRow(report) else { throw VaultError.changedMeanwhile }
        guard let count else { return }
        let isSame =
            try ReportMessageRow.filter(sql: "number = ?", arguments: [report.number.value])
            .fetchCount(database) == count
        if !isSame { throw VaultError.changedMeanwhile }
    }

    // MARK: The log, and forgetting

    package func note(_ action: HandlerAction) async throws {
        try await pool.writing { try HandlerActionRow(action).insert($0) }
    }

    package func actions(of inbox: RecordID, limit: Int) async throws -> [HandlerAction] {
        try await pool.reading { database in
            try HandlerActionRow.filter(sql: "inbox = ?", arguments: [inbox.description])
                .order(sql: "rowid DESC").limit(limit).fetchAll(database).map { try $0.action() }
        }
    }

    package func wipe(closedBefore day: CivilDay) async throws -> Int {
        let numbers = try await pool.reading { database in
            try Int.fetchAll(
                database, sql: "SELECT number FROM report WHERE closedOn < ?", arguments: [day.description])
        }
        try await wipe(numbers)
        await writeBack()
        return numbers.count
    }

    package func wipe(_ number: CaseNumber) async throws {
        try await wipe([number.value])
        await writeBack()
    }

    private func wipe(_ numbers: [Int]) async throws {
        guard !numbers.isEmpty else { return }
        try await pool.writing { database in
            for number in numbers {
                try database.execute(sql: "DELETE FROM handlerAction WHERE number = ?", arguments: [number])
                // The form can't be sent again.
                try database.execute(
                    sql: "UPDATE reportTicket SET number = 0 WHERE number = ?", arguments: [number])
                // The messages go with it.
                try database.execute(sql: "DELETE FROM report WHERE number = ?", arguments: [number])
            }
        }
    }

    /// The pages in the file itself are overwritten only when the write-ahead log has been written back. Where a reader
    /// or a backup holds it up, the next wiping round does it.
    private func writeBack() async {
        _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    package func forgetTickets(before day: CivilDay) async throws {
        try await pool.writing { database in
            try database.execute(sql: "DELETE FROM reportTicket WHERE day < ?", arguments: [day.description])
        }
    }

    package func countHandovers(_ people: Int, on day: CivilDay) async throws {
        try await pool.writing { database in
            try database.execute(
                sql: """
                    INSERT INTO handover (day, people) VALUES (?, ?)
                    ON CONFLICT (day) DO UPDATE SET people = people + excluded.people
                    """, arguments: [day.description, people])
        }
    }
}
