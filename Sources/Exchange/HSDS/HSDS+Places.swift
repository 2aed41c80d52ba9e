import Catalogue
import Foundation

extension HSDS {
    /// A service at one of its places.
    /// - Parameter isFull: with all of the service, else with what stands in lists of services.
    package func serviceAtLocation(_ entry: LocatedEntry, isFull: Bool) -> JSON? {
        guard let record = catalogue[entry.service.record] else { return nil }
        let brief = serviceAtLocation(record, entry.place)
        return brief.adding([
            "service_areas": isFull ? .filled(serviceAreas(of: record)) : nil,
            "service": service(record, isFull ? .full : .list),
        ])
    }

    func serviceAtLocation(_ record: Record, _ place: Place) -> JSON {
        .fields([
            "id": .text(uuid(record.id, "service-" + place.name)), "service_id": .text(uuid(record.id)),
            "location_id": .text(uuid(record.id, place.name)), "location": location(of: record, place),
        ])
    }

    /// Only what a source says: without a whole address there is none, and coordinates are never known.
    func location(of record: Record, _ place: Place) -> JSON {
        let id = uuid(record.id, place.name)
        let owner = record.kind == .organisation ? uuid(record.id) : nil
        switch place {
        case .somewhere(let text):
            let address = address(text, id: uuid(record.id, "address"), location: id)
            return .fields([
                "id": .text(id), "location_type": "physical", "organization_id": .text(owner),
                "description": address == nil ? .text(text) : nil, "addresses": address.map { .list([$0]) },
            ])
        case .afar:
            let ways = record.contact?.waysFromAfar.joined(separator: ", ") ?? ""
            let url = record.contact?.chat ?? record.contact?.form ?? record.mainLink
            return .fields([
                "id": .text(id), "location_type": "virtual", "url": .text(url?.uri), "organization_id": .text(owner),
                "name": "From anywhere", "description": .text("By " + ways),
            ])
        }
    }

    private func address(_ text: String, id: String, location: String) -> JSON? {
        guard let address = PostalAddress(text), let province = concept(address.postcode.province),
            let name = english(province.label)
        else { return nil }
        let region = province.broader.compactMap { catalogue[.territories][$0] }.first { $0.type == "region" }
        return .fields([
            "id": .text(id), "location_id": .text(location), "address_1": .text(address.street),
            "city": .text(address.city), "region": .text(region.flatMap { english($0.label) }),
            "state_province": .text(name), "postal_code": .text(address.postcode.description), "country": "BE",
            "address_type": "physical",
        ])
    }

    /// Where a service is offered.
    func serviceAreas(of record: Record) -> [JSON] {
        record.territories.compactMap { id -> JSON? in
            guard let concept = catalogue[.territories][id] else { return nil }
            return .fields([
                "id": .text(uuid(record.id, "area=\(id)")), "service_id": .text(uuid(record.id)),
                "name": .text(english(concept.label) ?? id.description),
                "uri": .text(addresses.concept(id, in: .territories)), "type": .text(concept.type),
            ])
        }
    }

    /// The territories whose offers reach a postcode. Municipalities are not among them: nobody wrote down which
    /// postcodes are theirs.
    package func territories(around postcode: Postcode) -> Set<ConceptID> {
        let nearest = [postcode.territory, postcode.province].compactMap { ConceptID($0) }
        return Set(nearest + (nearest.first.map { catalogue[.territories].covering($0) } ?? []))
    }

    /// Whether somebody with this postcode can use a service: it is there, or its area reaches there, or no source limits
    /// it to an area.
    package func reaches(_ record: Record, _ place: Place, postcode: Postcode, in around: Set<ConceptID>) -> Bool {
        if case .somewhere(let text) = place, PostalAddress(text)?.postcode == postcode { return true }
        return record.territories.isEmpty || !around.isDisjoint(with: record.territories)
    }

    private func concept(_ territory: String) -> Concept? {
        ConceptID(territory).flatMap { catalogue[.territories][$0] }
    }
}
