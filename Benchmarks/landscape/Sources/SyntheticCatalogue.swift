import Catalogue

/// Makes a catalogue of any size after a smaller one. None of it is true; the same seed gives the same catalogue.
///
/// Kinds come as often as in the smaller one. The fields of a record are taken from several of its kind, those together
/// that belong together (a place and its languages), so that choices are as frequent as there and mixed anew. Every tenth
/// record is alike to an earlier one, in other words, languages and places: something for synergies to find.
struct SyntheticCatalogue {
    private let shipped: Catalogue
    private let byKind: [Kind: [Record]]
    private let kinds: [Kind]
    /// The organisations of the smaller catalogue, by their place in it.
    private let organisationPlaces: [RecordID: Int]
    private var words: SyntheticWords
    private var chance: Chance

    /// Guides and routes need what they lead to, and the landscape counts neither.
    private static let madeKinds: [Kind] = [.organisation, .initiative, .resource, .channel, .event, .publication]

    init(after shipped: Catalogue, seed: UInt64) {
        self.shipped = shipped
        let records = shipped.records.filter { Self.madeKinds.contains($0.kind) }
        byKind = Dictionary(grouping: records, by: \.kind)
        kinds = records.map(\.kind)
        let organisations = (byKind[.organisation] ?? []).map(\.id)
        organisationPlaces = Dictionary(uniqueKeysWithValues: zip(organisations, organisations.indices))
        words = SyntheticWords(of: records)
        chance = Chance(seed: seed)
    }

    mutating func catalogue(of count: Int) -> Catalogue {
        // An even walk through the kinds: every kind as often as in the smaller catalogue, however many are made.
        let wanted = (0..<count).map { kinds[$0 % kinds.count] }
        let organisations = wanted.count { $0 == .organisation }
        var made: [Record] = []
        made.reserveCapacity(count)
        var byKind: [Kind: [Int]] = [:]
        var organisation = 0
        for kind in wanted {
            var record: Record?
            if kind != .organisation, chance.happens(1, in: 10),
                let earlier = byKind[kind]?.randomElement(using: &chance)
            {
                record = variation(of: made[earlier], number: made.count)
            }
            guard let one = record ?? newRecord(kind, number: made.count, organisation, of: organisations) else {
                continue
            }
            if kind == .organisation { organisation += 1 }
            byKind[kind, default: []].append(made.count)
            made.append(one)
        }
        return Catalogue(records: made, vocabularies: VocabularyName.allCases.map { shipped[$0] }, pages: [])
    }

    private mutating func newRecord(_ kind: Kind, number: Int, _ organisation: Int, of organisations: Int) -> Record? {
        guard let shipped = byKind[kind], let model = shipped.randomElement(using: &chance),
            let id = kind == .organisation ? Self.organisation(organisation) : RecordID("made-\(number)")
        else { return nil }
        func another() -> Record { shipped.randomElement(using: &chance) ?? model }
        var record = Record(
            id: id, kind: kind, title: words.text(after: model.title, by: &chance),
            summary: words.text(after: model.summary, by: &chance), status: another().status)
        let subject = another()
        (record.themes, record.pillars) = (subject.themes, subject.pillars)
        let people = another()
        (record.audiences, record.ages) = (people.audiences, people.ages)
        let place = another()
        (record.territories, record.languages) = (place.territories, place.languages)
        record.formats = another().formats
        record.cost = another().cost
        record.contact = another().contact
        let life = another()
        (record.founded, record.ended) = (life.founded, life.ended)
        record.verified = verification()
        record.organisations = owners(after: another(), of: organisations)
        return record
    }

    /// About the same thing, for the same people, elsewhere; every third word is another.
    private mutating func variation(of earlier: Record, number: Int) -> Record? {
        guard let id = RecordID("made-\(number)"), let place = byKind[earlier.kind]?.randomElement(using: &chance)
        else { return nil }
        var record = Record(
            id: id, kind: earlier.kind, title: words.text(varying: earlier.title, by: &chance),
            summary: words.text(varying: earlier.summary, by: &chance), status: earlier.status)
        (record.themes, record.pillars, record.formats) = (earlier.themes, earlier.pillars, earlier.formats)
        (record.audiences, record.ages) = (earlier.audiences, earlier.ages)
        (record.territories, record.languages) = (place.territories, place.languages)
        (record.cost, record.contact) = (place.cost, place.contact)
        (record.founded, record.ended) = (place.founded, place.ended)
        record.verified = verification()
        record.organisations = place.organisations
        return record
    }

    /// Two of three, since no shipped file says that somebody verified it.
    private mutating func verification() -> Verification? {
        guard chance.happens(2, in: 3), let day = PartialDate("2026-11-27") else { return nil }
        return Verification(on: day, organisation: nil, by: .workspace)
    }

    /// Each made organisation stands for a shipped one, in one of many copies of the network. A record names
    /// organisations of one copy, and one in ten of any.
    private mutating func owners(after model: Record, of organisations: Int) -> [RecordID] {
        let copies = max(1, organisations / max(1, organisationPlaces.count))
        let home = Int.random(in: 0..<copies, using: &chance)
        return model.organisations.compactMap { organisationPlaces[$0] }.compactMap { place in
            let copy = chance.happens(1, in: 10) ? Int.random(in: 0..<copies, using: &chance) : home
            return Self.organisation(copy * organisationPlaces.count + place)
        }
    }

    private static func organisation(_ number: Int) -> RecordID? { RecordID("organisation-\(number)") }
}

/// Chance that is the same every time: xorshift64* (Vigna, "An experimental exploration of Marsaglia's xorshift
/// generators, scrambled", ACM TOMS 42(4), 2016, article 30).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    /// The seed must not be 0.
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_f491_4f6c_dd1d
    }

    mutating func happens(_ times: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < times }
}
