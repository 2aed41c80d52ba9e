import Catalogue

/// Which channels come first for a reader: those in the reader's language that answer now and are made for the young
/// and those around them.
enum ChannelOrder {
    static func sorted(_ records: [Record], for language: Language, at now: BrusselsTime) -> [Record] {
        records
            .map { (record: $0, rank: rank($0, for: LanguageTag(language), at: now)) }
            .sorted { ($1.rank, $0.record.id) < ($0.rank, $1.record.id) }
            .map(\.record)
    }

    private static func rank(_ record: Record, for language: LanguageTag, at now: BrusselsTime) -> Int {
        var rank = 0
        if record.languages.contains(language) { rank += 8 }
        switch record.contact?.hours?.state(at: now) {
        case .always: rank += 5
        case .open: rank += 4
        case .closed: rank += 1
        default: break
        }
        rank += record.audiences.count { ["children", "teenagers", "parents"].contains($0.description) }
        if record.contact?.phones.isEmpty == false { rank += 2 }
        if record.contact?.chat != nil { rank += 1 }
        if record.cost?.description == "free" { rank += 1 }
        return rank
    }
}
