import Catalogue
import Exchange
import Foundation
import Search

/// Which services and organisations a request asks for, in the order in which they are told.
struct HSDSFinding: Sendable {
    /// So many results of a search are told at most.
    private static let mostFound = 10_000

    let hsds: HSDS
    let snapshot: Snapshot

    func services(_ query: HSDSQuery) throws(HSDSQuery.Fault) -> [HSDS.Entry] {
        matching(try rest(of: hsds.services, after: query.after, hsds.placeOfService), query)
    }

    func organisations(_ query: HSDSQuery) throws(HSDSQuery.Fault) -> [HSDS.Entry] {
        matching(try rest(of: hsds.organisations, after: query.after, hsds.placeOfOrganisation), query)
    }

    func serviceAtLocations(_ query: HSDSQuery) throws(HSDSQuery.Fault) -> [HSDS.LocatedEntry] {
        let rest = try rest(of: hsds.serviceAtLocations, after: query.after, hsds.placeOfServiceAtLocation)
        let services = Set(matching(hsds.services[...], query).map(\.uuid))
        guard let postcode = query.postcode else { return rest.filter { services.contains($0.service.uuid) } }
        let around = hsds.territories(around: postcode)
        return rest.filter { entry in
            guard services.contains(entry.service.uuid), let record = hsds.catalogue[entry.service.record] else {
                return false
            }
            return hsds.reaches(record, entry.place, postcode: postcode, in: around)
        }
    }

    private func rest<Item>(
        of all: [Item], after uuid: UUID?, _ place: (UUID) -> Int?
    ) throws(HSDSQuery.Fault) -> ArraySlice<Item> {
        guard let uuid else { return all[...] }
        guard let place = place(uuid) else { throw .uuid(.after) }
        return all[(place + 1)...]
    }

    /// Every condition must hold. What is found by words comes in the order of the search, the best first.
    private func matching(_ entries: ArraySlice<HSDS.Entry>, _ query: HSDSQuery) -> [HSDS.Entry] {
        // Nothing is classified by a term that there isn't, or belongs to such an organisation.
        guard let named = Named(query, in: hsds) else { return [] }
        let ranks = query.search.map { places(foundBy: $0) }
        let found = entries.filter { entry in
            if let moment = query.modifiedAfter {
                // On that moment, too: they are told to the second, and several things may change within one.
                guard entry.modified >= moment else { return false }
            } else {
                guard entry.isShown else { return false }
            }
            if let ranks, ranks[entry.record] == nil { return false }
            if named.isAnything { return true }
            return hsds.catalogue[entry.record].map { named.includes($0, in: hsds) } ?? false
        }
        guard let ranks else { return Array(found) }
        return found.sorted { (ranks[$0.record] ?? 0, $0.record) < (ranks[$1.record] ?? 0, $1.record) }
    }

    /// The best place of each record among the results in any of the languages: whoever asks here may ask in any of them.
    private func places(foundBy text: String) -> [RecordID: Int] {
        var ranks: [RecordID: Int] = [:]
        for language in Language.allCases {
            var query = SearchRequest(text: text).query(for: language)
            query.limit = Self.mostFound
            for (place, hit) in snapshot.index.search(query).hits.enumerated() {
                guard let record = RecordID(hit.id) else { continue }
                ranks[record] = min(place, ranks[record] ?? place)
            }
        }
        return ranks
    }
}

/// What a request names by its UUID.
private struct Named {
    var term: HSDS.TermName?
    var vocabulary: VocabularyName?
    var owner: RecordID?

    /// Nil where something that is named doesn't exist.
    init?(_ query: HSDSQuery, in hsds: HSDS) {
        if let uuid = query.term {
            guard let term = hsds.term(uuid) else { return nil }
            self.term = term
        }
        if let uuid = query.taxonomy {
            guard let vocabulary = hsds.vocabulary(uuid) else { return nil }
            self.vocabulary = vocabulary
        }
        if let uuid = query.organisation {
            guard let place = hsds.placeOfOrganisation(uuid) else { return nil }
            owner = hsds.organisations[place].record
        }
    }

    var isAnything: Bool { term == nil && vocabulary == nil && owner == nil }

    func includes(_ record: Record, in hsds: HSDS) -> Bool {
        if let term, !hsds.isClassified(record, by: term) { return false }
        if let vocabulary, record.concepts(of: vocabulary).isEmpty { return false }
        if let owner, !record.organisations.contains(owner) { return false }
        return true
    }
}
