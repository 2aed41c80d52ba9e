import Catalogue
import Foundation

extension HSDS {
    /// - Parameter servicesInFull: whether its services stand in it whole, or with their names only.
    package func organisation(_ entry: Entry, _ depth: Depth, servicesInFull: Bool = false) -> JSON? {
        catalogue.any(entry.record).map { organisation($0, depth, servicesInFull: servicesInFull) }
    }

    func organisation(_ record: Record, _ depth: Depth, servicesInFull: Bool = false) -> JSON {
        let brief = brief(record)
        guard depth == .full, record.isShown else { return brief }
        let services = services(of: record.id).map { service($0, servicesInFull ? .full : .minimal) }
        // What is reached by phone is no location of an organisation.
        let places = Place.places(of: record).filter { $0 != .afar }
        return brief.adding([
            "additional_websites": .filled(urls(of: record, owner: "organization")),
            "contacts": .filled(contacts(of: record, owner: "organization")),
            "phones": .filled(phones(of: record, owner: "organization")),
            "locations": .filled(places.map { location(of: record, $0) }),
            "attributes": .filled(attributes(of: record, entity: "organization")),
            "services": .filled(services),
            "translations": .filled(translations(of: record)),
            "sources": .filled(sources(of: record)),
        ])
    }

    private func brief(_ record: Record) -> JSON {
        let name = name(of: record)
        let gone = record.withdrawn != nil ? "defunct" : record.setAside != nil ? "inactive" : nil
        return .fields([
            "id": .text(uuid(record.id)),
            "name": .text(name),
            "alternate_name": .text(alternateName(of: record)),
            // The field is obligatory, so that an organisation of which nobody said anything has its name there.
            "description": .text(record.isShown ? english(record.summary) ?? name : name),
            "email": record.isShown ? .text(record.contact?.emails.first?.address) : nil,
            "website": record.isShown ? .text(record.mainLink?.uri) : nil,
            "uri": .text(addresses.record(record.id)),
            "last_modified": .text(log[record.id].map { moment($0.last) }),
            "member": record.member ? true : nil,
            "status": .text(gone),
            "withdrawn": .text(record.withdrawn?.description),
            "successor_id": .text(record.successor.map { uuid($0) }),
            "same_as": .text(record.home),
        ])
    }
}
