import Catalogue
import Editorial
import Foundation
import Intake

extension PostgreSQLReportVault {
    package func accept(_ report: ReportCase, _ message: SealedMessage, ticket: Data) async throws(VaultError) {
        try await keeping { transaction in
            try transaction.use(ticket, for: report.number, on: report.receivedOn)
            guard try transaction.insert([ReportRow(report)], "ON CONFLICT (number) DO NOTHING") == 1 else {
                throw VaultError.numberTaken
            }
            try transaction.insert([ReportMessageRow(message)])
        }
    }

    package func number(of ticket: Data) async throws -> CaseNumber? {
        try await pool.read { transaction in
            try transaction.run(#"SELECT number FROM "reportTicket" WHERE ticket = $1"#, [.bytes(ticket)]).number
        }.flatMap { CaseNumber(value: $0) }
    }

    package func report(_ number: CaseNumber) async throws -> ReportCase? {
        try await pool.read { transaction in
            try transaction.rows(of: ReportRow.self, "WHERE number = $1", [.init(number.value)]).first?.report()
        }
    }

    package func reports(of inbox: RecordID) async throws -> [ReportCase] {
        try await pool.read { transaction in
            try transaction.rows(
                of: ReportRow.self, #"WHERE inbox = $1 ORDER BY "receivedOn" DESC, number"#, [.text(inbox.description)]
            ).map { try $0.report() }
        }
    }

    package func messages(of number: CaseNumber) async throws -> [SealedMessage] {
        try await pool.read { transaction in
            try transaction.rows(
                of: ReportMessageRow.self, "WHERE number = $1 ORDER BY place", [.init(number.value)]
            ).map { try $0.message() }
        }
    }

    package func append(
        _ message: SealedMessage, to report: ReportCase, changing changed: ReportCase, ticket: Data,
        noting action: HandlerAction?
    ) async throws(VaultError) {
        try await keeping { transaction in
            try transaction.use(ticket, for: report.number, on: message.writtenOn)
            try transaction.check(report, messages: message.place)
            try transaction.insert([ReportMessageRow(message)])
            try transaction.update(ReportRow(changed), key: ["number"])
            try transaction.note(action)
        }
    }

    package func update(
        _ report: ReportCase, to changed: ReportCase, resealed: [SealedMessage], noting action: HandlerAction
    ) async throws(VaultError) {
        try await keeping { transaction in
            try transaction.check(report, messages: resealed.isEmpty ? nil : resealed.count)
            for message in resealed {
                try transaction.update(ReportMessageRow(message), key: ["number", "place"])
            }
            try transaction.update(ReportRow(changed), key: ["number"])
            try transaction.note(action)
        }
        // What the first inbox could open is gone from the files as well.
        if !resealed.isEmpty { await writeAnew() }
    }

    /// Does what writes; what goes wrong is said without what was to be written.
    private func keeping(
        _ write: @escaping @Sendable (PostgreSQLTransaction) throws -> Void
    ) async throws(VaultError) {
        do { try await pool.write(write) } catch let error as VaultError { throw error } catch {
            switch error {
            case StoreError.uncertain(let reason): throw .uncertain(reason)
            case StoreError.away(let reason): throw .notStored(reason)
            case let error as PostgreSQLError: throw .notStored(error.state)
            default: throw .notStored("\(type(of: error))")
            }
        }
    }
}

extension PostgreSQLTransaction {
    fileprivate func use(_ ticket: Data, for number: CaseNumber, on day: CivilDay) throws {
        let added = try run(
            #"INSERT INTO "reportTicket" (ticket, number, day) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"#,
            [.bytes(ticket), .init(number.value), .text(day.description)]
        ).affected
        guard added == 1 else { throw VaultError.sentBefore }
    }

    /// That a report is as it was read, with so many messages. Until the end of the transaction it stays so.
    fileprivate func check(_ report: ReportCase, messages count: Int?) throws {
        let number = PostgreSQLValue(report.number.value)
        let found = try rows(of: ReportRow.self, "WHERE number = $1 FOR UPDATE", [number]).first
        guard found == ReportRow(report) else { throw VaultError.changedMeanwhile }
        guard let count else { return }
        let messages = try run(#"SELECT count(*) FROM "reportMessage" WHERE number = $1"#, [number]).number
        if messages != count { throw VaultError.changedMeanwhile }
    }
}
