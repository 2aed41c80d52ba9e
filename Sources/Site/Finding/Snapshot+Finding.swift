import Catalogue
import Guidance
import Search

/// What a search brings: results, and the people to talk to if that is what the words ask for.
struct Found: Sendable {
    /// So many channels come first: in the box above the results, and at the top of the results themselves.
    static let mostFirst = 4

    var results: Results
    /// What the words gave away, most pressing first.
    let intents: [Concept]
    /// The channels for it, those first that can be reached now in the reader's language.
    let channels: [Record]
}

extension Snapshot {
    func search(_ request: SearchRequest, language: Language, now: BrusselsTime) -> Found {
        search(request, language: language, now: now) { _ in }
    }

    /// The one search of the shop: pages, the API and the command line ask here.
    func search(
        _ request: SearchRequest, language: Language, now: BrusselsTime, adjusting: (inout Query) -> Void
    ) -> Found {
        let expert = ExpertText(request.text, catalogue: catalogue)
        let intents = intents(of: request.text)
        let channels = channels(for: intents, language: language, now: now)
        var query = request.query(for: language)
        for (facet, values) in expert.chosen {
            query.text = expert.text.withoutChoices
            // As with boxes that are ticked: any of the values of a facet.
            query.filters[facet.rawValue, default: []].formUnion(values)
        }
        if request.isOpenNow { query.only = openChannels(at: now) }
        query.preferredSpan = ages(namedIn: request.text).map { (SearchDocument.ageSpan, $0) }
        query.pinned = channels.prefix(Found.mostFirst).map(\.id.description)
        // Whoever says "ik wil dood" did not mean "nood", and is not helped by pages that hold another of the words.
        query.isWidened = intents.isEmpty
        adjusting(&query)
        return Found(results: index.search(query), intents: intents, channels: channels)
    }

    /// What the words of somebody in need give away; nothing of it is kept.
    private func intents(of text: String) -> [Concept] {
        cues.subjects(of: text, isKnown: index.isKnown(word:)).compactMap { id in
            ConceptID(id).flatMap { catalogue[.intents][$0] }
        }
    }

    private func channels(for intents: [Concept], language: Language, now: BrusselsTime) -> [Record] {
        var seen: Set<RecordID> = []
        let channels = intents.flatMap(\.channels).filter { seen.insert($0).inserted }.compactMap { catalogue[$0] }
        let isUrgent = intents.flatMap(\.guides).contains { guide in
            catalogue[guide]?.guide?.ends.contains(where: \.isUrgent) ?? false
        }
        let queue = ChannelQueue(channels, for: language, at: now, isUrgent: isUrgent)
        return (queue.entries + queue.elsewhere).map(\.channel)
    }

    func ages(namedIn text: String) -> ClosedRange<Int>? {
        if let ages = NamedAges.range(in: text) { return ages }
        let folded = Array((" " + text.words.map(\.folded).joined(separator: " ") + " ").utf8)
        let years = schoolYears.filter { folded.holds($0.name) }.map(\.ages)
        guard let from = years.map(\.from).min(), let to = years.map(\.to).max() else { return nil }
        return from...to
    }
}

extension [UInt8] {
    /// Whether these letters stand somewhere in them. Names are few and short: what looks for them by all rules of Unicode
    /// takes longer than the rest of a search.
    fileprivate func holds(_ text: String) -> Bool {
        let wanted = text.utf8
        guard let first = wanted.first, wanted.count <= count else { return false }
        return (0...count - wanted.count).contains { place in
            self[place] == first && self[place..<place + wanted.count].elementsEqual(wanted)
        }
    }
}
