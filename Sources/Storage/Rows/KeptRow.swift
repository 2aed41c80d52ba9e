/// A row of a table, which is called the same and has the same columns in every database.
protocol KeptRow: Codable, Sendable {
    static var table: String { get }
}
