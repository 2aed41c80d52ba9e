import Catalogue
import Editorial

extension PostgreSQLStore {
    package func all<Value: Item>(_ type: Value.Type, key: String?) async throws -> [Kept<Value>] {
        let values = [PostgreSQLValue.text(Value.shelf.rawValue)] + (key.map { [.text($0)] } ?? [])
        let rows = try await pool.read { transaction in
            try transaction.rows(
                of: ItemRow.self, "WHERE shelf = $1 \(values.count > 1 ? "AND key = $2" : "") ORDER BY place", values)
        }
        return try rows.map { try $0.kept(type) }
    }

    package func find<Value: Item>(_ type: Value.Type, _ id: String) async throws -> Kept<Value>? {
        let row = try await pool.read { transaction in
            try transaction.rows(
                of: ItemRow.self, "WHERE shelf = $1 AND id = $2", [.text(Value.shelf.rawValue), .text(id)]
            ).first
        }
        return try row?.kept(type)
    }

    @discardableResult
    package func commit(_ work: Work) async throws -> Int? {
        let rows = try work.publishings.map { publishing in
            (
                publishing,
                try RevisionRow(entry: publishing.entry, author: publishing.author, date: work.at, why: publishing.why)
            )
        }
        return try await pool.write { transaction in
            // First of all, so that nobody who has it waits for an item of somebody who waits for it.
            if !rows.isEmpty { try transaction.takePublishing() }
            for put in work.puts { try transaction.put(put) }
            for removal in work.removals {
                try transaction.run(
                    "DELETE FROM item WHERE shelf = $1 AND id = $2",
                    [.text(removal.shelf.rawValue), .text(removal.id)])
            }
            var newest: Int?
            for (publishing, row) in rows {
                let current = try transaction.publishedNumber(of: row.entryName)
                guard publishing.over.is(current) else { throw WorkConflict.entry(row.entryID) }
                newest = try transaction.publish([row])
            }
            try transaction.insert(work.notes.map(TrailRow.init))
            return newest
        }
    }

    package func trail(_ selection: TrailSelection) async throws -> [TrailLine] {
        var conditions: [String] = []
        var values: [PostgreSQLValue] = []
        func value(_ value: PostgreSQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        if let object = selection.object { conditions.append("object = \(value(.text(object)))") }
        if let account = selection.account { conditions.append("account = \(value(.text(account)))") }
        if let organisation = selection.organisation {
            conditions.append("organisation = \(value(.text(organisation.description)))")
        }
        if !selection.deeds.isEmpty {
            let deeds = selection.deeds.map { value(.text($0.rawValue)) }
            conditions.append("deed IN (\(deeds.joined(separator: ", ")))")
        }
        let query =
            (conditions.isEmpty ? "" : "WHERE \(conditions.joined(separator: " AND ")) ")
            + "ORDER BY number DESC LIMIT \(value(.init(selection.limit))) OFFSET \(value(.init(selection.offset)))"
        return try await pool.read { [values] in try $0.rows(of: TrailRow.self, query, values) }.map { try $0.line() }
    }
}

extension PostgreSQLTransaction {
    /// Writes an item over the version that it was made from.
    fileprivate func put(_ put: Work.Put) throws {
        let row = ItemRow(put)
        guard let over = put.over else {
            guard try insert([row], "ON CONFLICT (shelf, id) DO NOTHING") == 1 else {
                throw WorkConflict.item(put.shelf, id: put.id)
            }
            return
        }
        let changed = try run(
            """
            UPDATE item SET key = $1, version = $2, content = $3, digest = $4
            WHERE shelf = $5 AND id = $6 AND version = $7
            """,
            [
                .init(row.key), .init(row.version), .text(row.content), .text(row.digest), .text(row.shelf),
                .text(row.id), .init(over),
            ]
        ).affected
        guard changed == 1 else { throw WorkConflict.item(put.shelf, id: put.id) }
    }
}
