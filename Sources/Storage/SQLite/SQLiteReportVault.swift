import Catalogue
import Editorial
import Foundation
import GRDB
import Intake

/// What is kept of reports, in the same SQLite file as the rest (`secure_delete` is on: what is wiped is overwritten).
package struct SQLiteReportVault: ReportVault {
    private let pool: DatabasePool
    private let incoming: GroupCommit

    init(pool: DatabasePool) {
        self.pool = pool
        incoming = GroupCommit(pool)
    }

    // MARK: Inboxes

    package func inboxes() async throws -> [Inbox] {
        try await pool.read { try InboxRow.order(sql: "organisation").fetchAll($0).map { try $0.inbox() } }
    }

    package func add(_ inbox: Inbox, handler: Handler) async throws {
        try await pool.write { database in
            try InboxRow(inbox).insert(database)
            try HandlerRow(handler).insert(database)
        }
    }

    package func update(_ inbox: Inbox) async throws {
        try await pool.write { try InboxRow(inbox).update($0) }
    }

    package func handlers(of inbox: RecordID) async throws -> [Handler] {
        try await pool.read { database in
            try HandlerRow.filter(sql: "inbox = ?", arguments: [inbox.description]).order(sql: "name")
                .fetchAll(database).map { try $0.handler() }
        }
    }

    package func put(_ handler: Handler, noting action: HandlerAction?) async throws {
        try await pool.write { database in
            try HandlerRow(handler).upsert(database)
            try action.map(HandlerActionRow.init)?.insert(database)
        }
    }

    package func removeHandler(_ name: String, of inbox: RecordID, noting action: HandlerAction) async throws {
        try await pool.write { database in
            // The last one stays: nobody else could open the reports.
            try database.execute(
                sql: """
                    DELETE FROM handler WHERE inbox = ? AND name = ?
                    AND (SELECT count(*) FROM handler WHERE inbox = ?) > 1
                    """, arguments: [inbox.description, name, inbox.description])
            if database.changesCount > 0 { try HandlerActionRow(action).insert(database) }
        }
    }

    // MARK: Reports

    package func accept(_ report: ReportCase, _ message: SealedMessage, ticket: Data) async throws(VaultError) {
        do {
            try await incoming.write { database in
                try database.execute(
                    sql: "INSERT OR IGNORE INTO reportTicket (ticket, day) VALUES (?, ?)",
                    arguments: [ticket, report.receivedOn.description])
                guard database.changesCount == 1 else { throw VaultError.sentBefore }
                if try ReportRow.exists(database, key: report.number.value) { throw VaultError.numberTaken }
                try ReportRow(report).insert(database)
                try ReportMessageRow(message).insert(database)
            }
        } catch let error as VaultError {
            throw error
        } catch {
            throw .notStored((error as? DatabaseError)?.resultCode.description ?? "\(type(of: error))")
        }
    }

    package func report(_ number: CaseNumber) async throws -> ReportCase? {
        try await pool.read { try ReportRow.fetchOne($0, key: number.value)?.report() }
    }

    package func reports(of inbox: RecordID) async throws -> [ReportCase] {
        try await pool.read { database in
            try ReportRow.filter(sql: "inbox = ?", arguments: [inbox.description])
                .order(sql: "receivedOn DESC, number").fetchAll(database).map { try $0.report() }
        }
    }

    package func messages(of number: CaseNumber) async throws -> [SealedMessage] {
        try await pool.read { database in
            try ReportMessageRow.filter(sql: "number = ?", arguments: [number.value]).order(sql: "place")
                .fetchAll(database).map { try $0.message() }
        }
    }

    package func append(
        _ message: SealedMessage, changing report: ReportCase, noting action: HandlerAction?
    ) async throws {
        try await pool.write { database in
            try ReportMessageRow(message).insert(database)
            try ReportRow(report).update(database)
            try action.map(HandlerActionRow.init)?.insert(database)
        }
    }

    package func update(
        _ report: ReportCase, resealed: [SealedMessage], noting action: HandlerAction
    ) async throws {
        try await pool.write { database in
            for message in resealed { try ReportMessageRow(message).update(database) }
            try ReportRow(report).update(database)
            try HandlerActionRow(action).insert(database)
        }
    }

    // MARK: The log, and forgetting

    package func note(_ action: HandlerAction) async throws {
        try await pool.write { try HandlerActionRow(action).insert($0) }
    }

    package func actions(of inbox: RecordID, limit: Int) async throws -> [HandlerAction] {
        try await pool.read { database in
            try HandlerActionRow.filter(sql: "inbox = ?", arguments: [inbox.description])
                .order(sql: "rowid DESC").limit(limit).fetchAll(database).map { try $0.action() }
        }
    }

    package func wipe(closedBefore day: CivilDay) async throws -> Int {
        let numbers = try await pool.read { database in
            try Int.fetchAll(
                database, sql: "SELECT number FROM report WHERE closedOn < ?", arguments: [day.description])
        }
        try await wipe(numbers)
        return numbers.count
    }

    package func wipe(_ number: CaseNumber) async throws { try await wipe([number.value]) }

    private func wipe(_ numbers: [Int]) async throws {
        guard !numbers.isEmpty else { return }
        try await pool.write { database in
            for number in numbers {
                try database.execute(sql: "DELETE FROM handlerAction WHERE number = ?", arguments: [number])
                // The messages go with it.
                try database.execute(sql: "DELETE FROM report WHERE number = ?", arguments: [number])
            }
        }
        // The pages in the file itself are overwritten only when the write-ahead log has been written back.
        _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    package func countHandover(on day: CivilDay, language: Language) async throws {
        try await pool.write { database in
            try database.execute(
                sql: """
                    INSERT INTO handover (day, language, people) VALUES (?, ?, 1)
                    ON CONFLICT (day, language) DO UPDATE SET people = people + 1
                    """, arguments: [day.description, language.rawValue])
        }
    }
}
