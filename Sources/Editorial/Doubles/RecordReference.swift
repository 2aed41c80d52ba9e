import Catalogue

/// A place where something in the catalogue names a record.
package enum RecordReference: Hashable, Sendable {
    /// The record is an organisation behind this one.
    case owner(of: RecordID)
    /// At this end of the guide.
    case endChannel(Identifier, guide: RecordID)
    case endRecord(Identifier, guide: RecordID)
    /// Stops are counted from 1.
    case stop(Int, route: RecordID)
    /// The recommendation asks the record for something, or one of its measures is the record's task.
    case recommendation(RecommendationID)
    /// A finding of the lab led to it.
    case finding(Identifier, lab: RecordID)
    /// It is used for this action of the campaign.
    case action(Identifier, campaign: RecordID)
    /// A withdrawn record points on to it.
    case successor(of: RecordID)
    case conceptChannel(ConceptID, VocabularyName)
    case conceptGuide(ConceptID, VocabularyName)
}

extension Catalogue {
    /// Where `id` is named, in the order of records and vocabularies. Withdrawn records and those set aside count too.
    package func references(to id: RecordID) -> [RecordReference] {
        allRecords.flatMap { $0.references(to: id) }
            + VocabularyName.allCases.flatMap { self[$0].references(to: id) }
    }

    /// All that changes if `into` takes the place of `merged` wherever that is named.
    package func entries(naming into: RecordID, insteadOf merged: RecordID) -> [Entry] {
        let records = allRecords.compactMap { record -> Entry? in
            let next = record.naming(into, insteadOf: merged)
            return next == record ? nil : .record(next)
        }
        let vocabularies = VocabularyName.allCases.compactMap { name -> Entry? in
            let vocabulary = self[name]
            let next = vocabulary.concepts.map { $0.naming(into, insteadOf: merged) }
            return next == vocabulary.concepts ? nil : .vocabulary(Vocabulary(name: name, concepts: next))
        }
        return records + vocabularies
    }

    private var allRecords: [Record] { records + away.values.sorted { $0.id < $1.id } }
}

extension Record {
    /// The records that it names as its own: organisations behind it, what a guide or a route leads to.
    var namedRecords: [RecordID] {
        organisations + (guide?.ends ?? []).flatMap { $0.channels + $0.records }
            + (route?.stops ?? []).flatMap(\.records) + (recommendations ?? []).flatMap(\.namedRecords)
            + (lab?.findings ?? []).flatMap { $0.leadsTo.map(\.publication) }
            + (campaign?.actions ?? []).flatMap(\.material)
    }

    fileprivate func references(to id: RecordID) -> [RecordReference] {
        var found: [RecordReference] = []
        if organisations.contains(id) { found.append(.owner(of: self.id)) }
        for end in guide?.ends ?? [] {
            if end.channels.contains(id) { found.append(.endChannel(end.id, guide: self.id)) }
            if end.records.contains(id) { found.append(.endRecord(end.id, guide: self.id)) }
        }
        for (index, stop) in (route?.stops ?? []).enumerated() where stop.records.contains(id) {
            found.append(.stop(index + 1, route: self.id))
        }
        found += publishedRecommendations.filter { $0.recommendation.namedRecords.contains(id) }.map {
            .recommendation($0.id)
        }
        for finding in lab?.findings ?? [] where finding.leadsTo.contains(where: { $0.publication == id }) {
            found.append(.finding(finding.id, lab: self.id))
        }
        for action in campaign?.actions ?? [] where action.material.contains(id) {
            found.append(.action(action.id, campaign: self.id))
        }
        if successor == id { found.append(.successor(of: self.id)) }
        return found
    }

    /// The same with `into` wherever `merged` is named, once a list. No record comes to name itself.
    func naming(_ into: RecordID, insteadOf merged: RecordID) -> Record {
        var next = self
        next.organisations = organisations.naming(into, insteadOf: merged, without: id)
        if let guide {
            next.guide?.ends = guide.ends.map { end in
                var end = end
                end.channels = end.channels.naming(into, insteadOf: merged, without: id)
                end.records = end.records.naming(into, insteadOf: merged, without: id)
                return end
            }
        }
        if let route {
            next.route?.stops = route.stops.map { stop in
                var stop = stop
                stop.records = stop.records.naming(into, insteadOf: merged, without: id)
                return stop
            }
        }
        next.recommendations = recommendations?.map { $0.naming(into, insteadOf: merged, without: id) }
        next.lab?.findings = (lab?.findings ?? []).map { $0.naming(into, insteadOf: merged, without: id) }
        next.campaign?.actions = (campaign?.actions ?? []).map { action in
            var action = action
            action.material = action.material.naming(into, insteadOf: merged, without: id)
            return action
        }
        if successor == merged { next.successor = into == id ? nil : into }
        return next
    }
}

extension Lab.Finding {
    /// As for lists of names: untouched unless it holds `merged`, and nothing stands in it twice.
    fileprivate func naming(_ into: RecordID, insteadOf merged: RecordID, without own: RecordID) -> Lab.Finding {
        guard leadsTo.contains(where: { $0.publication == merged }) else { return self }
        var next = self
        var seen: Set<Lab.Outcome> = []
        next.leadsTo = leadsTo.map { outcome in
            var outcome = outcome
            if outcome.publication == merged { outcome.publication = into }
            return outcome
        }.filter { $0.publication != own && seen.insert($0).inserted }
        return next
    }
}

extension Recommendation {
    /// Whom it asks, and those whose task its measures are.
    fileprivate var namedRecords: [RecordID] {
        to.organisations + measures.flatMap(\.responsible.organisations)
    }

    fileprivate func naming(_ into: RecordID, insteadOf merged: RecordID, without own: RecordID) -> Recommendation {
        var next = self
        next.to.organisations = to.organisations.naming(into, insteadOf: merged, without: own)
        next.measures = measures.map { measure in
            var measure = measure
            measure.responsible.organisations = measure.responsible.organisations
                .naming(into, insteadOf: merged, without: own)
            return measure
        }
        return next
    }
}

extension Vocabulary {
    fileprivate func references(to id: RecordID) -> [RecordReference] {
        concepts.flatMap { concept -> [RecordReference] in
            (concept.channels.contains(id) ? [.conceptChannel(concept.id, name)] : [])
                + (concept.guides.contains(id) ? [.conceptGuide(concept.id, name)] : [])
        }
    }
}

extension Concept {
    fileprivate func naming(_ into: RecordID, insteadOf merged: RecordID) -> Concept {
        var next = self
        next.channels = channels.naming(into, insteadOf: merged, without: nil)
        next.guides = guides.naming(into, insteadOf: merged, without: nil)
        return next
    }
}

extension [RecordID] {
    /// Untouched unless it holds `merged`. The place of the first of the two stays.
    fileprivate func naming(_ into: RecordID, insteadOf merged: RecordID, without own: RecordID?) -> [RecordID] {
        guard contains(merged) else { return self }
        var seen: Set<RecordID> = []
        return map { $0 == merged ? into : $0 }.filter { $0 != own && seen.insert($0).inserted }
    }
}
