import Editorial

/// A row that carries a digest of what was written in it, so that what a disk changed since is found before anybody
/// takes it for true.
protocol ProvenRow: KeptRow {
    /// As it was when the row was written (``Editorial/FieldDigest``).
    var digest: String { get }
    /// That of the fields as they are now.
    var digestOfFields: String { get }
    /// What a fault calls the row.
    var title: String { get }
}

extension ProvenRow {
    /// Throws ``StoreError/damaged(_:reason:)`` where the fields are not those that were written.
    func prove() throws {
        guard digest == digestOfFields else {
            throw StoreError.damaged(title, reason: "its fields are not those that were written")
        }
    }
}
