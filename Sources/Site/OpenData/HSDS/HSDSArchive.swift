import Catalogue
import Exchange
import Foundation

/// The data package of the human services data in one file.
package enum HSDSArchive {
    package static func pack(catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses) throws -> [UInt8] {
        try pack(HSDS(catalogue: catalogue, log: log, addresses: addresses), log: log)
    }

    static func pack(_ hsds: HSDS, log: ChangeLog) throws -> [UInt8] {
        let files = HSDSPackage(hsds, log: log).files
        // The moment of the newest change, so that the same catalogue makes the same bytes.
        let modified = log.changes.last?.last.timeIntervalSince1970 ?? 0
        return try ZipArchive.pack(
            files.map { ZipArchive.File(path: $0.path, bytes: $0.bytes) }, modified: Int(modified))
    }
}
