import GRDB

extension InboxRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table
}

extension HandlerRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table
}

extension ReportRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table
}

extension ReportMessageRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table
}

extension HandlerActionRow: FetchableRecord, PersistableRecord {
    static let databaseTableName = table
}
