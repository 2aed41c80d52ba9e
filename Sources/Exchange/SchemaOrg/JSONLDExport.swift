import Catalogue
import Foundation

/// The whole catalogue as one JSON-LD document in the words of schema.org.
package struct JSONLDExport: Sendable {
    private let catalogue: Catalogue
    private let log: ChangeLog
    private let schema: SchemaOrg

    package init(catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses) {
        self.catalogue = catalogue
        self.log = log
        // The same catalogue gives the same document: events are to come, or over, by the day of the newest change.
        let newest = log.changes.last?.last ?? Date(timeIntervalSince1970: 0)
        schema = SchemaOrg(catalogue, addresses, voice: .all, on: BrusselsTime(newest).day)
    }

    /// Piece by piece, a record each: the whole may be larger than the memory.
    package var pieces: some Sequence<[UInt8]> {
        let head = Array(#"{"@context":"\#(SchemaOrg.context)","@graph":["#.utf8)
        let records = catalogue.records.lazy.map { [log, schema] record -> [UInt8] in
            schema.object(record, change: log[record.id]).bytes
        }
        return Pieces(head: head, between: Array(",\n".utf8), tail: Array("]}\n".utf8), parts: records)
    }
}

/// Parts with a mark between them, after a head and before a tail.
private struct Pieces<Parts: Sequence<[UInt8]>>: Sequence {
    let head: [UInt8]
    let between: [UInt8]
    let tail: [UInt8]
    let parts: Parts

    func makeIterator() -> AnyIterator<[UInt8]> {
        var parts = parts.makeIterator()
        var prefix: [UInt8]? = head
        return AnyIterator {
            guard let before = prefix else { return nil }
            guard let part = parts.next() else {
                prefix = nil
                return before == between ? tail : before + tail
            }
            prefix = between
            return before + part
        }
    }
}
