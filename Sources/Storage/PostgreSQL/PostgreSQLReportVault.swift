import Catalogue
import Foundation
import Intake

/// What is kept of reports, in the same PostgreSQL database as the rest. Reports themselves:
/// `PostgreSQLReportVault+Reports.swift`.
package struct PostgreSQLReportVault: ReportVault {
    let pool: PostgreSQLPool

    // MARK: Inboxes

    package func inboxes() async throws -> [Inbox] {
        try await pool.read { try $0.rows(of: InboxRow.self, "ORDER BY organisation").map { try $0.inbox() } }
    }

    package func add(_ inbox: Inbox, handler: Handler) async throws {
        try await pool.write { transaction in
            try transaction.insert([InboxRow(inbox)])
            try transaction.insert([HandlerRow(handler)])
        }
    }

    package func update(_ inbox: Inbox, noting action: HandlerAction?) async throws {
        try await pool.write { transaction in
            let changed = try transaction.update(
                InboxRow(inbox), key: ["organisation"],
                columns: ["themes", "languages", "answersWithin", "isOn"])
            guard changed == 1 else { throw VaultError.notStored("there is no such inbox") }
            try transaction.note(action)
        }
    }

    package func handlers(of inbox: RecordID) async throws -> [Handler] {
        try await pool.read { transaction in
            try transaction.rows(
                of: HandlerRow.self, "WHERE inbox = $1 ORDER BY name", [.text(inbox.description)]
            ).map { try $0.handler() }
        }
    }

    package func put(_ handler: Handler, noting action: HandlerAction?) async throws {
        try await pool.write { transaction in
            let names = try transaction.handlerNames(of: handler.inbox)
            if let giver = handler.addedBy {
                guard names.contains(giver), giver == handler.name || !names.contains(handler.name) else {
                    throw VaultError.notAllowed
                }
            }
            try transaction.upsert(HandlerRow(handler), key: ["inbox", "name"])
            try transaction.note(action)
        }
    }

    package func removeHandler(_ name: String, of inbox: RecordID, noting action: HandlerAction) async throws -> Bool {
        try await pool.write { transaction in
            // The last one stays: nobody else could open the reports.
            guard try transaction.handlerNames(of: inbox).count > 1 else { return false }
            let removed = try transaction.run(
                "DELETE FROM handler WHERE inbox = $1 AND name = $2", [.text(inbox.description), .text(name)]
            ).affected
            guard removed > 0 else { return false }
            try transaction.note(action)
            return true
        }
    }

    // MARK: The log, and forgetting

    package func note(_ action: HandlerAction) async throws { try await pool.write { try $0.note(action) } }

    package func actions(of inbox: RecordID, limit: Int) async throws -> [HandlerAction] {
        try await pool.read { transaction in
            try transaction.rows(
                of: HandlerActionRow.self, "WHERE inbox = $1 ORDER BY rowid DESC LIMIT $2",
                [.text(inbox.description), .init(limit)]
            ).map { try $0.action() }
        }
    }

    package func wipe(closedBefore day: CivilDay) async throws -> Int {
        let count = try await wipe(#""closedOn" < $1"#, .text(day.description))
        await writeAnew()
        return count
    }

    package func wipe(_ number: CaseNumber) async throws {
        _ = try await wipe("number = $1", .init(number.value))
        await writeAnew()
    }

    private func wipe(_ condition: String, _ value: PostgreSQLValue) async throws -> Int {
        try await pool.write { transaction in
            let reports = try transaction.run("SELECT number FROM report WHERE \(condition) FOR UPDATE", [value]).rows
            for number in reports.compactMap(\.first) {
                // The form can't be sent again.
                try transaction.run(#"UPDATE "reportTicket" SET number = 0 WHERE number = $1"#, [number])
                // The messages go with it.
                try transaction.run("DELETE FROM report WHERE number = $1", [number])
                try transaction.run(#"DELETE FROM "handlerAction" WHERE number = $1"#, [number])
            }
            return reports.count
        }
    }

    /// PostgreSQL leaves what was deleted in its files. So the files are written anew without it. Where somebody holds
    /// one up, the next wiping round does it.
    func writeAnew() async {
        for table in ["reportTicket", "report", "reportMessage", "handlerAction"] {
            try? await pool.write { transaction in
                try transaction.run("SET LOCAL lock_timeout = '3s'")
                try transaction.run("CLUSTER \(table.quoted) USING \((table + "_pkey").quoted)")
            }
        }
    }

    package func forgetTickets(before day: CivilDay) async throws {
        try await pool.write { transaction in
            _ = try transaction.run(#"DELETE FROM "reportTicket" WHERE day < $1"#, [.text(day.description)])
        }
    }

    package func countHandovers(_ people: Int, on day: CivilDay) async throws {
        try await pool.write { transaction in
            _ = try transaction.run(
                """
                INSERT INTO handover (day, people) VALUES ($1, $2)
                ON CONFLICT (day) DO UPDATE SET people = handover.people + excluded.people
                """, [.text(day.description), .init(people)])
        }
    }
}

extension PostgreSQLTransaction {
    func note(_ action: HandlerAction?) throws { try insert(action.map { [HandlerActionRow($0)] } ?? []) }

    /// Who opens an inbox. Until the end of the transaction nobody else adds or takes away.
    fileprivate func handlerNames(of inbox: RecordID) throws -> [String] {
        try run("SELECT FROM inbox WHERE organisation = $1 FOR UPDATE", [.text(inbox.description)])
        return try rows(of: HandlerRow.self, "WHERE inbox = $1", [.text(inbox.description)]).map(\.name)
    }
}
