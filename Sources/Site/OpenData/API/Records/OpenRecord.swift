import Catalogue
import Exchange

/// A record as the API gives it: as it is kept, with what can be said of it on the web. One that is gone leaves a trace,
/// so that copies don't rot.
struct OpenRecord: Sendable {
    let catalogue: Catalogue
    let addresses: PublicAddresses
    let language: Language

    init(_ page: PageContext) { self.init(page.catalogue, page.addresses, page.language) }

    init(_ catalogue: Catalogue, _ addresses: PublicAddresses, _ language: Language) {
        self.catalogue = catalogue
        self.addresses = addresses
        self.language = language
    }

    /// A record that is shown.
    func json(_ record: Record, _ change: ChangeLog.Change?) -> JSON {
        var fields = record.keptFields
        fields.append(JSON.Field("uri", .text(addresses.record(record.id))))
        fields.append(JSON.Field("url", .text(addresses.page(of: record, in: language))))
        if let change {
            fields.append(JSON.Field("modified", .text(change.last.rfc3339)))
            fields.append(JSON.Field("revision", .number(change.revision)))
        }
        fields.append(JSON.Field("licence", .text(Licence.data.address)))
        return .object(fields)
    }

    /// What is left of a record that was withdrawn, merged into another, or set aside.
    func trace(of record: Record, _ change: ChangeLog.Change) -> JSON {
        .object(
            traceFields(of: record) + [
                JSON.Field("modified", .text(change.last.rfc3339)), JSON.Field("revision", .number(change.revision)),
            ])
    }

    /// The same for a problem, without when.
    func traceFields(of record: Record) -> [JSON.Field] {
        [
            JSON.Field("id", .text(record.id.description)),
            JSON.Field("deleted", true),
            JSON.Field("on", (record.withdrawn ?? record.setAside).map { .text($0.description) } ?? .null),
            JSON.Field("successor", successor(of: record).map { .text($0.id.description) } ?? .null),
            JSON.Field("uri", .text(addresses.record(record.id))),
        ]
    }

    private func successor(of record: Record) -> Record? {
        switch catalogue.whereabouts(of: record.id) {
        case .moved(let other): other
        case .withdrawn(_, let successor): successor
        case .here, .setAside, .unknown: nil
        }
    }
}
