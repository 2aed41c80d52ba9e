import Catalogue

/// What every guide promises: at each end a person to reach, at each urgent end at every minute of the year, and
/// nothing that the sources don't carry. What the facts can't support is a finding, never an invention.
package struct GuideCheck {
    /// The languages in which somebody must be found. English readers are shown which languages a channel speaks.
    static let national: [Language] = [.nl, .fr, .de]

    private let catalogue: Catalogue
    private let minutes: YearOfMinutes

    package init(_ catalogue: Catalogue, year: Int) {
        self.catalogue = catalogue
        minutes = YearOfMinutes(year)
    }

    /// Checks these guides, and the channels that they use.
    package func findings(for guides: [Record]) -> [Finding] {
        let trees = guides.compactMap { guide in guide.guide.map { (guide.id, $0) } }
        let ofEnds = trees.flatMap { id, tree in tree.ends.flatMap { findings(at: $0, of: id) } }
        var seen: Set<RecordID> = []
        let used = trees.flatMap { $0.1.ends.flatMap(\.channels) }.filter { seen.insert($0).inserted }
        return ofEnds + used.sorted().compactMap { catalogue[$0] }.flatMap(Self.findings)
    }

    // MARK: Ends

    private func findings(at end: HelpTree.End, of guide: RecordID) -> [Finding] {
        let channels = end.channels.compactMap { catalogue[$0] }
        let people = channels.filter(\.isAnsweredByAPerson)
        guard !people.isEmpty else {
            return [
                Finding(
                    isFault: true, record: guide, problem: "nobody answers by phone or chat at the end ‘\(end.id)’",
                    remedy: "add a channel with a phone or chat")
            ]
        }
        return channels.filter { $0.status == .ended }.map { channel in
            Finding(
                isFault: true, record: guide,
                problem: "the end ‘\(end.id)’ sends people to ‘\(channel.id)’, which has ended",
                remedy: "name another channel")
        } + Self.national.flatMap { findings(at: end, of: guide, people: people, language: $0) }
    }

    private func findings(
        at end: HelpTree.End, of guide: RecordID, people: [Record], language: Language
    ) -> [Finding] {
        let shown = people.filter { !$0.isElsewhere(for: language) }
        let speaking = shown.filter { $0.speaks(language) }
        guard !speaking.isEmpty else {
            return [
                Finding(
                    isFault: true, record: guide,
                    problem: "nobody at the end ‘\(end.id)’ answers by phone or chat in \(language.ownName)",
                    remedy: "add a channel that speaks it")
            ]
        }
        guard end.isUrgent else { return [] }
        let alone = minutes.gaps(in: shown.compactMap { $0.contact?.hours })
        if let first = alone.first {
            return [
                Finding(
                    isFault: true, record: guide,
                    problem: "the urgent end ‘\(end.id)’ shows readers of \(language.ownName) nobody who answers in "
                        + "\(alone.count) minutes of \(minutes.year), first on \(first.words)",
                    remedy: "add a channel that is open then")
            ]
        }
        let unspoken = minutes.gaps(in: speaking.compactMap { $0.contact?.hours })
        return unspoken.first.map { first in
            [
                Finding(
                    isFault: false, record: guide,
                    problem: "at the urgent end ‘\(end.id)’ nobody who is open speaks \(language.ownName) in "
                        + "\(unspoken.count) minutes of \(minutes.year), first on \(first.words)",
                    remedy: "look for a channel in that language; until then readers see which languages are spoken")
            ]
        } ?? []
    }

    // MARK: Channels

    private static func findings(about channel: Record) -> [Finding] {
        var problems: [(String, String)] = []
        if !channel.sources.contains(where: { $0.seen != nil }) {
            problems.append(
                ("guides use it, and no source of it shows a date", "find a dated page, or ask the service"))
        }
        if channel.status == .unknown {
            problems.append(("guides use it, and nobody confirmed that it still exists", "ask the service"))
        }
        if channel.isAnsweredByAPerson, channel.contact?.hours?.hasRule != true {
            let certainty = channel.contact?.hours?.certainty ?? .unknown
            let why = certainty == .stated ? "known in words only" : "not confirmed (\(certainty.rawValue))"
            problems.append(("guides use it, and its hours are \(why)", "ask the service for its hours"))
        }
        return problems.map { Finding(isFault: false, record: channel.id, problem: $0, remedy: $1) }
    }
}

extension BrusselsTime {
    fileprivate var words: String { "\(day) at \(clock)" }
}
