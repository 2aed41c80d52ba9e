import Catalogue

/// Makes a plan out of what the catalogue has: what fits best first, but of different kinds, in an order that opens the
/// subject, works on it, and keeps it going.
package struct Planner {
    private static let mostQuestions = 5
    private static let mostSkipped = 5
    /// What a step loses for each earlier one of the same format, and of the same organisation.
    private static let sameFormat = 3.0
    private static let sameOrganisation = 1.5
    /// What a step gains for a chosen theme that no earlier one is about; half of it for one that one is about, and so on.
    private static let newTheme = 5.0
    /// What a step gains that is made for all the chosen ages; less for one that is made for a part of them.
    private static let sameAges = 3.0

    private let catalogue: Catalogue
    private let reader: Language

    /// `reader` is the language of the page: the language of the offers where the request names none.
    package init(_ catalogue: Catalogue, reader: Language) {
        self.catalogue = catalogue
        self.reader = reader
    }

    package func plan(for request: PlanRequest) -> Plan {
        let concessions = concessions(for: request)
        let fit = fitting(request, without: concessions)
        let steps = pick(from: fit, for: request)
        return Plan(
            steps: steps, talk: questions(for: request, steps: steps),
            skipped: skipped(for: request), concessions: concessions)
    }

    /// What has to be dropped so that there is a plan at all: nothing, or one thing, or as few as it takes.
    private func concessions(for request: PlanRequest) -> [Plan.Concession] {
        let possible = Plan.Concession.allCases.filter { isAsked($0, in: request) }
        let tries = [[]] + possible.map { [$0] } + possible.indices.map { Array(possible[...$0]) }
        return tries.first { !fitting(request, without: $0).isEmpty } ?? possible
    }

    private func isAsked(_ concession: Plan.Concession, in request: PlanRequest) -> Bool {
        switch concession {
        case .needs: !request.needs.isEmpty
        case .place: request.territory != nil
        case .ages: request.ages != nil
        case .language: true
        case .themes: !request.themes.isEmpty
        }
    }

    // MARK: What fits

    private func candidates(for request: PlanRequest) -> [Record] {
        let kinds: Set<Kind> = [.resource, .initiative]
        return catalogue.records.filter { record in
            (kinds.contains(record.kind) || record.kind == .publication && request.setting == .organisation)
                && !record.links.isEmpty && PlanPart.isOne(record) && !request.leftOut.contains(record.id)
        }
    }

    private func fitting(_ request: PlanRequest, without concessions: [Plan.Concession]) -> [Record] {
        candidates(for: request).filter { record in
            (concessions.contains(.themes) || isAbout(record, request))
                && PlanAudience.suits(record, request.setting)
                && obstacle(record, request, without: concessions) == nil
                && (concessions.contains(.needs) || request.needs.allSatisfy { PlanNeed($0).isMet(by: record) })
        }
    }

    private func isAbout(_ record: Record, _ request: PlanRequest) -> Bool {
        request.themes.isEmpty ? !record.themes.isEmpty : !themes(of: record, in: request).isEmpty
    }

    /// The chosen themes that a record is about, directly or by a narrower theme.
    private func themes(of record: Record, in request: PlanRequest) -> [ConceptID] {
        let vocabulary = catalogue[.themes]
        return request.themes.filter { theme in
            record.themes.contains { $0 == theme || vocabulary.ancestors(of: $0).contains(theme) }
        }
    }

    private func obstacle(
        _ record: Record, _ request: PlanRequest, without concessions: [Plan.Concession] = []
    ) -> Plan.Obstacle? {
        if record.status == .ended { return .ended }
        let language = request.language ?? reader
        if !concessions.contains(.language), !record.languages.isEmpty, !record.speaks(language) {
            return .otherLanguage(record.languages)
        }
        if !concessions.contains(.ages), let wanted = request.ages, let ages = record.ages, !ages.overlaps(wanted) {
            return .otherAges(ages)
        }
        if !concessions.contains(.place), let place = request.territory, !record.territories.isEmpty {
            let near = [place] + catalogue[.territories].covering(place)
            if Set(near).isDisjoint(with: record.territories) { return .otherPlace(record.territories) }
        }
        if !concessions.contains(.needs), request.needs.contains(.free), record.cost?.description == "paid" {
            return .notFree
        }
        return nil
    }

    // MARK: Picking

    private func pick(from fit: [Record], for request: PlanRequest) -> [Plan.Step] {
        var rest = fit.map { (record: $0, score: score($0, request)) }
        var picked: [Record] = []
        while picked.count < request.time.steps, !rest.isEmpty {
            let best = rest.indices.max { left, right in
                let values = (
                    rest[left].score + addition(of: rest[left].record, to: picked, request),
                    rest[right].score + addition(of: rest[right].record, to: picked, request)
                )
                return values.0 != values.1 ? values.0 < values.1 : rest[right].record.id < rest[left].record.id
            }
            guard let best else { break }
            picked.append(rest.remove(at: best).record)
        }
        return picked.enumerated()
            .map { (place: $0.offset, part: PlanPart.of($0.element), record: $0.element) }
            .sorted { ($0.part, $0.place) < ($1.part, $1.place) }
            .map { entry in
                Plan.Step(
                    record: entry.record, part: entry.part, reasons: reasons(for: entry.record, among: picked, request))
            }
    }

    private func score(_ record: Record, _ request: PlanRequest) -> Double {
        var score = 3 * Double(themes(of: record, in: request).count) / Self.breadth(of: record)
        score += 2 * Double(PlanAudience.matches(record, request.setting).count.clamped(to: 0...2))
        if record.kind == .resource { score += 2 }
        if record.speaks(request.language ?? reader) { score += 2 }
        if let wanted = request.ages {
            score += Self.sameAges * (record.ages?.share(of: wanted) ?? 0)
            let classes = record.audiences.compactMap { catalogue[.audiences][$0]?.ages }
            score += classes.map { $0.share(of: wanted) }.max() ?? 0
        }
        if let place = request.territory, record.territories.contains(place) { score += 1 }
        if record.cost?.description == "free" { score += 1 }
        if record.status == .active { score += 3 }
        score += 1.5 * Double(request.needs.count { PlanNeed($0).isMet(by: record) })
        return score
    }

    /// What is about many themes is less about each.
    private static func breadth(of record: Record) -> Double { Double(max(1, record.themes.count)).squareRoot() }

    /// What a record adds to those that were picked before: another kind of thing, another maker, another theme.
    private func addition(of record: Record, to picked: [Record], _ request: PlanRequest) -> Double {
        var value = 0.0
        for other in picked {
            if PlanPart.mainFormat(of: other) == PlanPart.mainFormat(of: record) { value -= Self.sameFormat }
            if !Set(other.organisations).isDisjoint(with: record.organisations) { value -= Self.sameOrganisation }
        }
        let covered = picked.flatMap { themes(of: $0, in: request) }
        let gain = themes(of: record, in: request).reduce(0.0) { sum, theme in
            sum + Self.newTheme / Double(1 + covered.count { $0 == theme })
        }
        return value + gain / Self.breadth(of: record)
    }

    private func reasons(for record: Record, among picked: [Record], _ request: PlanRequest) -> [Plan.Reason] {
        var reasons: [Plan.Reason] = []
        let themes = themes(of: record, in: request)
        if !themes.isEmpty { reasons.append(.about(themes)) }
        if let audience = PlanAudience.matches(record, request.setting).first { reasons.append(.audience(audience)) }
        if let wanted = request.ages, let ages = record.ages, ages.overlaps(wanted) { reasons.append(.ages(ages)) }
        let language = request.language ?? reader
        if record.speaks(language) { reasons.append(.language(language)) }
        if let place = request.territory, record.territories.contains(place) { reasons.append(.place(place)) }
        for need in PlanRequest.Need.allCases
        where need != .free && request.needs.contains(need) && PlanNeed(need).isMet(by: record) {
            reasons.append(.need(need))
        }
        if record.cost?.description == "free" { reasons.append(.free) }
        if picked.count > 1, let format = PlanPart.mainFormat(of: record),
            picked.count(where: { PlanPart.mainFormat(of: $0) == format }) == 1
        {
            reasons.append(.variety(format))
        }
        return reasons
    }

    // MARK: Beside the steps

    /// Questions of the chosen themes, or of those of the steps, one of each theme in turn.
    private func questions(for request: PlanRequest, steps: [Plan.Step]) -> [Plan.Question] {
        var seen: Set<ConceptID> = []
        let themes = (request.themes.isEmpty ? steps.flatMap(\.record.themes) : request.themes)
            .filter { seen.insert($0).inserted }
        let counts = themes.map { theme in catalogue[.themes][theme]?.talk[reader].count ?? 0 }
        let rounds = 0..<(counts.max() ?? 0)
        let all = rounds.flatMap { number in
            zip(themes, counts).filter { number < $0.1 }.map { Plan.Question(theme: $0.0, number: number) }
        }
        return Array(all.prefix(Self.mostQuestions))
    }

    /// What is about the subject and would have come high, but for one thing.
    private func skipped(for request: PlanRequest) -> [Plan.Skipped] {
        guard !request.themes.isEmpty else { return [] }
        let near = candidates(for: request).filter { isAbout($0, request) && PlanAudience.suits($0, request.setting) }
        return near.compactMap { record in
            obstacle(record, request).map { (Plan.Skipped(record: record, obstacle: $0), score(record, request)) }
        }
        .sorted { ($1.1, $0.0.record.id) < ($0.1, $1.0.record.id) }
        .prefix(Self.mostSkipped).map(\.0)
    }
}

extension AgeRange {
    /// How much of the wanted ages these cover, from 0 to 1. Ranges share the year in which one class hands over to the
    /// next, so what only meets the wanted ages there covers next to nothing of them.
    fileprivate func share(of wanted: AgeRange) -> Double {
        guard overlaps(wanted) else { return 0 }
        guard wanted.from < wanted.to else { return 1 }
        return Double(min(to, wanted.to) - max(from, wanted.from)) / Double(wanted.to - wanted.from)
    }
}

extension Comparable {
    fileprivate func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
