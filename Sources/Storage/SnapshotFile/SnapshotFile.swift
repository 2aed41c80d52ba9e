import Editorial

/// The published catalogue in one file of the data folder, from which a program starts sooner than from a database, and
/// also when the database is away.
///
/// The file is a copy of what the store has, never the only one: whoever can't read it asks the store. It is replaced as
/// a whole, and checked, so that a reader has all of it or nothing.
package struct SnapshotFile: Sendable {
    private let file: ProvenFile

    /// Where it is.
    package var path: String { file.path }

    /// The file `snapshot` of a data folder.
    package init(folder: String) {
        // The number changes with the order of what is written: a file of another version is left alone.
        file = ProvenFile(path: folder + "/snapshot", beginning: "Betternet snapshot 1\n")
    }

    /// What the file holds; nil where there is none, or where another version of the program made it.
    ///
    /// Throws ``StoreError/damaged(_:reason:)`` where the file is no longer what was written, and
    /// ``StoreError/unreadable(_:reason:)`` where it can't be opened.
    package func read() throws(StoreError) -> PublishedCatalogue? {
        try file.read { bytes in
            var reader = SnapshotReader(bytes)
            return try PublishedCatalogue(from: &reader)
        }
    }

    /// Puts this in the place of what the file held: all of it is on disk before it gets the name. Throws what the file
    /// system says.
    package func keep(_ published: PublishedCatalogue) throws {
        try file.replace { file in
            var writer = SnapshotWriter(to: file)
            try published.write(to: &writer)
            file = try writer.finish()
        }
    }
}
