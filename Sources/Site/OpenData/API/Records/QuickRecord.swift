import Catalogue
import Exchange

extension SiteEnvironment {
    private static let recordsPath = "/api/v1/records/"

    /// The record at an address of the API, finished for who accepts `coding`, if there is one.
    ///
    /// To make it takes some ten microseconds; to hand the question on, from the connection to the router and back, takes
    /// many times that. So it is made where the question comes in.
    func quickRecord(at address: String, accepting coding: ContentCoding?) -> ReadyPage? {
        guard address.utf8.starts(with: Self.recordsPath.utf8),
            let id = RecordID(address.dropFirst(Self.recordsPath.count))
        else { return nil }
        let snapshot = snapshots.current
        guard let record = snapshot.catalogue[id] else { return nil }
        let json = OpenRecord(snapshot.catalogue, settings.addresses, .nl).json(record, snapshot.log[id])
        let page = ReadyPage(
            mediaType: "application/json", bytes: json.bytes, freshness: .snapshot, isShared: true,
            modified: snapshot.madeAt)
        return keep(page.prepared(for: page.coding(accepting: coding)), at: address, snapshot.revision)
    }
}
