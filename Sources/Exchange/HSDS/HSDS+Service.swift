import Catalogue
import Foundation

extension HSDS {
    /// How much of something is told.
    package enum Depth: Sendable {
        /// Enough to see what changed.
        case minimal
        /// What has one value only.
        case list
        case full
    }

    package func service(_ entry: Entry, _ depth: Depth) -> JSON? {
        catalogue.any(entry.record).map { service($0, depth) }
    }

    func service(_ record: Record, _ depth: Depth) -> JSON {
        guard record.isShown else { return gone(record) }
        guard depth != .minimal else { return minimal(record) }
        let brief = brief(record)
        guard depth == .full else { return brief }
        let organisations = record.organisations.dropFirst().compactMap { catalogue[$0] }
        return brief.adding([
            "additional_urls": .filled(urls(of: record, owner: "service")),
            "phones": .filled(phones(of: record, owner: "service")),
            "schedules": .filled(schedules(of: record)),
            "service_areas": .filled(serviceAreas(of: record)),
            "service_at_locations": .filled(Place.places(of: record).map { serviceAtLocation(record, $0) }),
            "languages": .filled(languages(of: record)),
            "cost_options": .filled(costs(of: record)),
            "contacts": .filled(contacts(of: record, owner: "service")),
            "attributes": .filled(attributes(of: record, entity: "service")),
            "other_organizations": .filled(organisations.map { organisation($0, .list) }),
            "translations": .filled(translations(of: record)),
            "sources": .filled(sources(of: record)),
        ])
    }

    private func brief(_ record: Record) -> JSON {
        let owner = record.organisations.lazy.compactMap { catalogue[$0] }.first
        return .fields([
            "id": .text(uuid(record.id)),
            "organization_id": .text(owner.map { uuid($0.id) }),
            "name": .text(name(of: record)),
            "alternate_name": .text(alternateName(of: record)),
            "description": .text(english(record.summary)),
            "url": .text(record.mainLink?.uri),
            "email": .text(record.contact?.emails.first?.address),
            "status": .text(status(of: record)),
            "application_process": .text(record.service.flatMap { english($0.contact) }),
            "fees_description": .text(label(record.cost, in: .costs)),
            "eligibility_description": .text(eligibility(for: record)),
            "minimum_age": .number(record.ages?.from),
            // The highest age that there is stands for none.
            "maximum_age": .number(record.ages.flatMap { $0.to == Population.oldest ? nil : $0.to }),
            "assured_date": .text(record.verified?.on.civilDay?.description),
            "assurer_email": .text(assurer(of: record)?.contact?.emails.first?.address),
            "alert": .text(alert(on: record)),
            "last_modified": .text(modified(record)),
            "organization": owner.map { organisation($0, .list) },
            "assurer_name": .text(assurer(of: record).map(name)),
            "kind": .text(record.kind.rawValue),
            "anonymous": record.service?.isAnonymous.map { .bool($0) },
            "uri": .text(addresses.record(record.id)),
            "same_as": .text(record.home),
        ])
    }

    private func minimal(_ record: Record) -> JSON {
        let modified = modified(record)
        return .fields([
            "id": .text(uuid(record.id)), "name": .text(name(of: record)), "status": .text(status(of: record)),
            "last_modified": .text(modified), "modified_date": .text(modified),
        ])
    }

    /// What copies need to know of something that is no longer here: that it isn't.
    private func gone(_ record: Record) -> JSON {
        minimal(record).adding([
            "alert": .text(alert(on: record)), "uri": .text(addresses.record(record.id)),
            "withdrawn": .text(record.withdrawn?.description), "set_aside": .text(record.setAside?.description),
            "successor_id": .text(record.successor.map { uuid($0) }),
        ])
    }

    private func modified(_ record: Record) -> String? { log[record.id].map { moment($0.last) } }

    /// HSDS has no word for what nobody knows. Sending people to something that may no longer exist does more harm than
    /// not sending them, so that it counts as inactive; the alert says why.
    private func status(of record: Record) -> String {
        if record.withdrawn != nil { return "defunct" }
        if record.setAside != nil { return "inactive" }
        switch record.status {
        case .active: return "active"
        case .ended: return "defunct"
        case .unknown: return "inactive"
        }
    }

    private func alert(on record: Record) -> String? {
        if let day = record.withdrawn { return "Taken out of the catalogue on \(day)" }
        if let day = record.setAside { return "Set aside on \(day), because nobody verified it for too long" }
        switch record.status {
        case .active: return nil
        case .ended: return "Ended" + (record.ended.map { " in \($0)" } ?? "")
        case .unknown: return "No source says whether this is still offered"
        }
    }

    /// Who checked it; nil: nobody, or the coordinator of the consortium.
    private func assurer(of record: Record) -> Record? { record.verified?.organisation.flatMap { catalogue[$0] } }

    private func label(_ concept: ConceptID?, in vocabulary: VocabularyName) -> String? {
        concept.flatMap { catalogue[vocabulary][$0] }.flatMap { english($0.label) }
    }

    private func eligibility(for record: Record) -> String? {
        let audiences = record.audiences.compactMap { label($0, in: .audiences) }
        let ages = record.ages.map { ages in
            if ages.to == Population.oldest { return "From \(ages.from) years" }
            return ages.from == ages.to ? "\(ages.from) years" : "\(ages.from) to \(ages.to) years"
        }
        let parts = [audiences.isEmpty ? nil : audiences.joined(separator: ", "), ages].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: ". ")
    }

    private func languages(of record: Record) -> [JSON] {
        record.languages.map { tag in
            .fields([
                "id": .text(uuid(record.id, "language=\(tag)")), "service_id": .text(uuid(record.id)),
                "name": .text(name(of: tag)), "code": .text(tag.primary),
                "note": tag.primary == tag.description ? nil : .text(tag.description),
            ])
        }
    }

    private func costs(of record: Record) -> [JSON] {
        guard let cost = record.cost, let label = label(cost, in: .costs) else { return [] }
        let isFree = cost.description == "free"
        return [
            .fields([
                "id": .text(uuid(record.id, "cost=\(cost)")), "service_id": .text(uuid(record.id)),
                "option": .text(label), "currency": isFree ? "EUR" : nil, "amount": isFree ? 0 : nil,
            ])
        ]
    }
}
