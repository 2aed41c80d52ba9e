import Catalogue
import Editorial
import Foundation
import Guidance
import Logging
import Site
import Storage

/// The one place where the store and the site meet.
enum Composition {
    /// Reads catalogue files; ends the command with every fault if there is one.
    static func read(_ paths: [String], year: Int? = nil) throws -> CatalogueReading {
        let reading = CatalogueReader().read(paths)
        guard reading.faults.isEmpty else { throw Failure.badData(reading.faults.map(\.description)) }
        guard reading.files > 0 else {
            throw Failure.badData([
                "\(paths.joined(separator: " ")): no catalogue files here: name a folder with records"
            ])
        }
        let broken = guideFindings(reading, year: year ?? BrusselsTime(Date()).day.year).filter(\.isFault)
        guard broken.isEmpty else { throw Failure.badData(broken.map { line($0, reading) }) }
        return reading
    }

    /// What the machine finds in the guides that were read, and in the channels that they use.
    static func guideFindings(_ reading: CatalogueReading, year: Int) -> [Finding] {
        let guides = reading.records.filter { $0.kind == .guide }
        guard !guides.isEmpty else { return [] }
        return reading.surroundings.flatMap { GuideCheck($0, year: year).findings(for: guides) }
    }

    static func line(_ finding: Finding, _ reading: CatalogueReading) -> String {
        "\(reading.places[finding.record] ?? finding.record.description):1: \(finding.problem): \(finding.remedy)"
    }

    static func site(
        _ snapshot: Snapshot, stores: Stores, settings: SiteSettings, postman: any Postman,
        clock: @escaping @Sendable () -> Date
    ) -> Site {
        Site(
            snapshots: SnapshotHolder(snapshot), store: stores.store, vault: stores.reports, settings: settings,
            postman: postman, keeping: SnapshotKeeping(index: stores.index) { try stores.kept.keep($0) },
            logger: Logger(label: "betternet"),
            clock: clock)
    }
}
