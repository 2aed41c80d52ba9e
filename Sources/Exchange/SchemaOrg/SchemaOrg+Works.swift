import Catalogue

// Things that somebody made: lessons and games, reports, courses, routes and guides.
extension SchemaOrg {
    /// A resource, with the properties that came from the Learning Resource Metadata Initiative.
    func learningResource(_ record: Record) -> JSON {
        work(
            ["LearningResource"], record,
            [
                "learningResourceType": labels(record.formats, in: .formats),
                "provider": organisations(record.organisations), "dateCreated": year(record.founded),
            ])
    }

    func course(_ record: Record) -> JSON {
        work(
            ["Course"], record,
            [
                "learningResourceType": labels(record.formats, in: .formats),
                "provider": organisations(record.organisations), "dateCreated": year(record.founded),
            ])
    }

    func report(_ record: Record) -> JSON {
        work(
            ["Report"], record,
            ["publisher": organisations(record.organisations), "datePublished": year(record.founded)])
    }

    /// A route is ours: a learning path whose steps are its stops.
    func route(_ record: Record) -> JSON {
        let stops = record.route?.stops ?? []
        return work(
            ["HowTo", "LearningResource"], record,
            [
                "provider": publisher, "license": .text(Licence.data.address),
                "timeRequired": record.route.map { .text("PT\($0.minutes)M") },
                "step": .filled(
                    stops.map { stop in
                        .fields([
                            "@type": "HowToStep", "name": words(stop.title),
                            "text": voice == .all ? words(stop.text) : nil,
                            "itemListElement": voice == .all ? links(to: stop.records) : nil,
                        ])
                    }),
            ])
    }

    /// A guide leads to pages that say what to do: which ones, by the words on their buttons or their titles.
    func guide(_ record: Record) -> JSON {
        let ends = record.guide?.ends ?? []
        return work(
            ["CreativeWork", "ItemList"], record,
            [
                "provider": publisher, "license": .text(Licence.data.address),
                "numberOfItems": .number(ends.count),
                "itemListElement": .filled(
                    ends.enumerated().map { place, end in
                        .fields([
                            "@type": "ListItem", "position": .number(place + 1), "name": words(end.title),
                            "url": voice == .all ? nil : page(of: end, of: record),
                        ])
                    }),
            ])
    }

    /// The end of a guide: what to do first, step by step.
    package func end(_ end: HelpTree.End, of guide: Record) -> JSON {
        guard case .edition(let edition) = voice else { return .null }
        return .fields([
            "@type": "HowTo", "name": words(end.title), "description": words(end.lead),
            "isPartOf": .fields(["@type": "CreativeWork", "@id": .text(addresses.record(guide.id))]),
            "step": .filled(end.first[edition].map { ["@type": "HowToStep", "text": .text($0)] }),
        ])
    }

    private func page(of end: HelpTree.End, of guide: Record) -> JSON? {
        guard case .edition(let edition) = voice else { return nil }
        return .text("\(addresses.page(of: guide, in: edition.language))/\(end.id)")
    }

    private func links(to ids: [RecordID]) -> JSON? {
        .filled(ids.filter { catalogue[$0] != nil }.map { ["@id": .text(addresses.record($0))] })
    }

    /// What every work may say.
    private func work(_ types: [String], _ record: Record, _ more: KeyValuePairs<String, JSON?>) -> JSON {
        thing(types, record, more).adding([
            "inLanguage": languages(record.languages), "about": terms(record.themes, in: .themes),
            "audience": audience(record), "typicalAgeRange": ages(record), "isAccessibleForFree": isFree(record),
        ])
    }

    /// A year is a date of reduced precision (ISO 8601).
    private func year(_ year: Int?) -> JSON? { year.map { .text("\($0)") } }
}
