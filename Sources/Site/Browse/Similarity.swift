import Catalogue

/// Which records are alike: what they are about counts most, then for whom, then what they are.
///
/// What is compared is laid out in columns: with the records themselves, every page of a record would go through the whole
/// catalogue.
struct Similarity: Sendable {
    /// Less than this is chance.
    private static let leastScore = 4

    private let themes: SetColumn<ConceptID>
    private let audiences: SetColumn<ConceptID>
    private let formats: SetColumn<ConceptID>
    private let languages: SetColumn<LanguageTag>
    private let kinds: [Kind]
    private let isOver: [Bool]

    init(_ catalogue: Catalogue) {
        themes = SetColumn(catalogue.records.lazy.map(\.themes))
        audiences = SetColumn(catalogue.records.lazy.map(\.audiences))
        formats = SetColumn(catalogue.records.lazy.map(\.formats))
        languages = SetColumn(catalogue.records.lazy.map(\.languages))
        kinds = catalogue.records.map(\.kind)
        isOver = catalogue.records.map { $0.status == .ended }
    }

    /// The records that are most like one, the most alike first; of equals those whose ids come first.
    func nearest(to record: Record, in catalogue: Catalogue, for language: Language, limit: Int = 5) -> [Record] {
        let wanted = (
            themes: themes.numbers(of: record.themes), audiences: audiences.numbers(of: record.audiences),
            formats: formats.numbers(of: record.formats), languages: languages.numbers(of: [LanguageTag(language)])
        )
        var best: [(score: Int, place: Int)] = []
        for place in kinds.indices where !isOver[place] {
            let shared = themes.count(of: wanted.themes, in: place)
            guard shared > 0 else { continue }
            let score =
                3 * shared + audiences.count(of: wanted.audiences, in: place)
                + formats.count(of: wanted.formats, in: place) + (kinds[place] == record.kind ? 2 : 0)
                + 2 * languages.count(of: wanted.languages, in: place)
            guard score >= Self.leastScore, best.count < limit || score > best[limit - 1].score,
                catalogue.records[place].id != record.id
            else { continue }
            best.insert((score, place), at: best.firstIndex { $0.score < score } ?? best.endIndex)
            if best.count > limit { best.removeLast() }
        }
        return best.map { catalogue.records[$0.place] }
    }
}

/// A set for each row: what is in them has numbers, and all rows stand in one list, one after another.
struct SetColumn<Member: Hashable & Sendable>: Sendable {
    private var known: [Member: UInt32] = [:]
    private var members: [UInt32] = []
    /// Where each row begins, and where the last one ends.
    private var bounds = [0]

    init(_ rows: some Sequence<[Member]>) {
        for row in rows {
            for member in row {
                let number = known[member] ?? UInt32(known.count)
                known[member] = number
                members.append(number)
            }
            bounds.append(members.count)
        }
    }

    /// What no row holds has no number.
    func numbers(of members: [Member]) -> [UInt32] { members.compactMap { known[$0] } }

    /// How many of these a row holds.
    func count(of numbers: [UInt32], in row: Int) -> Int {
        var count = 0
        for number in numbers {
            for place in bounds[row]..<bounds[row + 1] where members[place] == number {
                count += 1
                break
            }
        }
        return count
    }
}
