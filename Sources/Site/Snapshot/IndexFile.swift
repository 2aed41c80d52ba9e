import Catalogue
import Editorial
import Exchange
import Foundation
import Search

/// The search index of a snapshot in one file of the data folder: to read it takes a fraction of the time that it takes
/// to make it.
///
/// A copy of what can be made again, for the program that made it: another build may cut words in another way.
package struct IndexFile: Sendable {
    /// What was read, of which nobody knows yet whether it is about the catalogue at hand.
    package struct Copy: Sendable {
        fileprivate let mark: UInt64
        fileprivate let index: StoredIndex
    }

    /// Nil where nobody can say which program this is.
    private let file: ProvenFile?

    /// Where it is.
    var path: String? { file?.path }

    /// The file `snapshot-index` of a data folder.
    package init(folder: String) {
        file = Self.program.map { program in
            ProvenFile(path: folder + "/snapshot-index", beginning: "Betternet index 1 of \(program)\n")
        }
    }

    /// What the file holds; nil where there is none, where another program made it, or where it is damaged.
    package func read() -> Copy? {
        try? file?.read { bytes in
            var reader = IndexReader(bytes, letGo: ProvenFile.letGo)
            let mark = UInt64(bitPattern: Int64(try reader.number()))
            return Copy(mark: mark, index: try StoredIndex(from: &reader))
        }
    }

    /// Puts the index of a snapshot in the place of what the file held. Throws what the file system says.
    package func keep(_ snapshot: Snapshot) throws {
        try file?.replace { file in
            var copy = file
            let writer = IndexWriter { try copy.add($0) }
            try writer.add(Int(Int64(bitPattern: snapshot.log.mark(at: snapshot.revision))))
            try snapshot.index.write(to: writer)
            file = copy
        }
    }

    /// Which build this is: when its file was written, and how long that is.
    private static let program: String? = {
        let files = FileManager.default
        guard let path = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            let facts = try? files.attributesOfItem(atPath: path), let size = facts[.size] as? Int,
            let date = facts[.modificationDate] as? Date
        else { return nil }
        return "\(size) \(date.timeIntervalSince1970)"
    }()
}

extension IndexFile.Copy {
    /// The index, if it is of this catalogue and most of it is still true; nil if it is better made anew.
    func index(of catalogue: Catalogue, _ log: ChangeLog, revision: Int) -> Index? {
        guard mark == log.mark(at: revision), index.isMostlyTrue else { return nil }
        let index = Index(self.index, concepts: SearchConcepts.concepts(of: catalogue))
        let missing = catalogue.records.filter { !index.holds($0.id.description) }
        guard !missing.isEmpty else { return index }
        let facets = SearchFacets(catalogue)
        return index.replacing(missing.map { SearchDocument.document(of: $0, in: catalogue, facets: facets) })
    }
}

extension ChangeLog {
    /// A number that tells apart all states that a catalogue has had: which revision of which record was made when.
    /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/).
    fileprivate func mark(at revision: Int) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        func add(_ number: UInt64) { withUnsafeBytes(of: number) { for byte in $0 { add(byte) } } }
        add(UInt64(revision))
        for change in changes {
            for letter in change.record.description.utf8 { add(letter) }
            add(UInt64(change.revision))
            add(change.last.timeIntervalSince1970.bitPattern)
        }
        return hash
    }
}
