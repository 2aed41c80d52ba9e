import Catalogue
import Foundation

/// The packs and archives of the current snapshot, each made when somebody first asks and once a day.
actor KeptBundles {
    enum Kind: Hashable { case pack, archive }

    private struct Key: Hashable {
        let kind: Kind
        let edition: Edition
    }

    private var day: CivilDay?
    private var revision = -1
    private var made: [Key: [UInt8]] = [:]

    func bundle(
        _ kind: Kind, of snapshot: Snapshot, edition: Edition, on day: CivilDay, settings: SiteSettings
    ) throws -> [UInt8] {
        if self.day != day || revision != snapshot.revision { made = [:] }
        (self.day, revision) = (day, snapshot.revision)
        let key = Key(kind: kind, edition: edition)
        if let bytes = made[key] { return bytes }
        let bytes =
            switch kind {
            case .pack: try OfflinePack(of: snapshot, edition: edition, on: day, settings: settings).packed()
            case .archive: try PlainSite(of: snapshot, edition: edition, on: day, settings: settings).packed()
            }
        made[key] = bytes
        return bytes
    }
}
