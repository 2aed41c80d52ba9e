import Catalogue
import Editorial
import Exchange
import Foundation

/// Everything that is published, as files: for the site and for the command line.
package struct DataFiles: Sendable {
    package static let linesType = "application/x-ndjson"

    private let page: PageContext

    init(_ page: PageContext) { self.page = page }

    /// - Parameter publicAddress: where readers reach the site, without a slash at the end; names on the web begin with it.
    package init(_ snapshot: Snapshot, publicAddress: String, now: Date) {
        page = PageContext(
            edition: Edition(.en), snapshot: snapshot, now: BrusselsTime(now), address: .openData(.overview),
            settings: SiteSettings(publicAddress: publicAddress))
    }

    func table(_ dialect: RecordTable.Dialect) -> RecordTable {
        RecordTable(page.catalogue, log: page.snapshot.log, addresses: page.addresses, dialect: dialect)
    }

    /// A record a line, as the API has it, in the order of their ids.
    package var lines: some Sequence<[UInt8]> {
        let (records, log, form) = (page.catalogue.records, page.snapshot.log, OpenRecord(page))
        return records.lazy.map { record in
            var line: [UInt8] = []
            line.reserveCapacity(4_096)
            form.json(record, log[record.id]).write(to: &line)
            line.append(UInt8(ascii: "\n"))
            return line
        }
    }

    /// One document in the words of schema.org.
    package var linkedData: some Sequence<[UInt8]> {
        JSONLDExport(catalogue: page.catalogue, log: page.snapshot.log, addresses: page.addresses).pieces
    }

    /// The package of Open Referral, as a zip.
    package func package() throws -> [UInt8] {
        try HSDSArchive.pack(
            catalogue: page.catalogue, log: page.snapshot.log, addresses: page.addresses)
    }

    /// The vocabularies, as Turtle or (where a file is called so) as JSON-LD.
    package func vocabularies(asJSON: Bool) -> [UInt8] {
        (asJSON ? GraphForm.json : .turtle).bytes(of: page.skos.graph)
    }

    /// The description for portals of open data.
    package func description(asJSON: Bool) -> [UInt8] {
        (asJSON ? GraphForm.json : .turtle).bytes(of: page.dcat.graph)
    }
}
