import Catalogue

/// Finds records that may be the same real thing, in one catalogue. Built once; a question takes milliseconds, because
/// it is asked while somebody types.
package struct DoubleFinder: Sendable {
    /// Below this score nothing is worth a line beside a form.
    package static let leastShown = 0.35
    /// From this score on, a pair of the catalogue is worth the time of an editor.
    package static let leastListed = 0.6

    private let records: [ComparableRecord]
    private let names: NameTable
    private let texts: TextTable
    private let signs: SimilarityTable
    private let pages: SharedValues
    private let domains: SharedValues
    private let phones: SharedValues
    private let emails: SharedValues
    private let places: [RecordID: Int]

    package init(_ catalogue: Catalogue) {
        records = catalogue.records.map { ComparableRecord($0) }
        names = NameTable(records)
        texts = TextTable(records)
        let known = Set(records.flatMap { record in record.texts.flatMap(\.words.signs) })
        signs = SimilarityTable(records.map { $0.signs(known: known.contains) }, weighing: .byRarity)
        pages = SharedValues(records.map { Array($0.pages.keys) })
        domains = SharedValues(records.map { Array($0.domains) })
        phones = SharedValues(records.map { Array($0.phones.keys) })
        emails = SharedValues(records.map { Array($0.emails) })
        places = Dictionary(zip(records.map(\.id), records.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The records that a candidate may be a double of, likeliest first. The candidate may be half filled, such as a
    /// title alone, and need not be in the catalogue; it is never a double of the record of the same name.
    package func likely(for candidate: Record, limit: Int = 5) -> [LikelyDouble] {
        let one = ComparableRecord(candidate)
        let found = evidence(for: one, from: 0).compactMap { place, evidence -> LikelyDouble? in
            let relation = one.relation(to: records[place])
            let score = evidence.score(relation)
            guard score >= Self.leastShown else { return nil }
            return LikelyDouble(record: records[place].id, score: score, reasons: evidence.reasons(relation))
        }
        return Array(found.sorted { ($1.score, $0.record) < ($0.score, $1.record) }.prefix(limit))
    }

    /// All pairs of the catalogue that score at least `threshold` (more than 0, up to 1), likeliest first. Takes as long as
    /// asking for every record: seconds where there are ten thousand.
    package func all(threshold: Double = leastListed) -> [DoublePair] {
        let pairs = records.indices.flatMap { place in
            let one = records[place]
            return evidence(for: one, from: place + 1).compactMap { other, evidence -> DoublePair? in
                let relation = one.relation(to: records[other])
                let score = evidence.score(relation)
                guard score >= threshold else { return nil }
                return DoublePair(
                    first: one.id, second: records[other].id, score: score, reasons: evidence.reasons(relation))
            }
        }
        return pairs.sorted { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    }

    /// What speaks for `one` being the same as each record from `start` on, by its place.
    private func evidence(for one: ComparableRecord, from start: Int) -> [Int: DoubleEvidence] {
        typealias Weight = DoubleEvidence.Weight
        let own = places[one.id]
        var evidence: [Int: DoubleEvidence] = [:]
        func add(_ place: Int, _ part: DoubleEvidence.Part, _ weight: Double, _ reason: DoubleReason) {
            guard place >= start, place != own else { return }
            evidence[place, default: DoubleEvidence()].add(part, weight: weight, reason)
        }
        func add(
            _ values: [String], in table: SharedValues, _ part: DoubleEvidence.Part, _ weight: Double,
            _ reason: (String) -> DoubleReason?
        ) {
            for value in values {
                let holders = table[value]
                let count = own.map { holders.contains($0) } == true ? holders.count : holders.count + 1
                guard count <= SharedValues.mostTelling, let reason = reason(value) else { continue }
                for holder in holders { add(holder, part, Weight.shared(weight, by: count), reason) }
            }
        }
        for find in names.alike(one) { add(find.record, .name, find.weight, find.reason) }
        for find in texts.alike(one) {
            add(find.record, .text, Weight.text(find.share), .similarText(share: find.share))
        }
        for (place, share) in signs.alike(one.signs(known: signs.knows), least: Weight.leastMentions)
        where !one.sharesLanguage(with: records[place]) {
            add(place, .text, Weight.mentions(share), .similarMentions(share: share))
        }
        add(one.pages.keys.sorted(), in: pages, .address, Weight.page) { one.pages[$0].map(DoubleReason.samePage) }
        add(one.domains.sorted(), in: domains, .address, Weight.domain) { .sameDomain($0) }
        add(one.phones.keys.sorted(), in: phones, .phone, Weight.phone) { one.phones[$0].map(DoubleReason.samePhone) }
        add(one.emails.sorted(), in: emails, .email, Weight.email) { .sameEmail($0) }
        for place in Array(evidence.keys) {
            guard let owner = one.owners.first(where: records[place].owners.contains) else { continue }
            add(place, .owner, Weight.owner, .sameOwner(owner))
        }
        return evidence
    }
}
