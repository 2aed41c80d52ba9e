import Catalogue

/// A text that is harder than its edition should be, said so that an editor can act on it.
package struct LevelWarning: Sendable {
    /// Where in its record or file the text stands, such as `end child`.
    package let place: String
    package let assessment: Assessment

    package var problem: String {
        let target = assessment.target
        let rule = assessment.formula.isGrade ? "at most" : "at least"
        var parts = ["\(place) in \(assessment.edition)"]
        if !target.meets(assessment.score) || assessment.tooLong.isEmpty {
            parts.append(
                "\(assessment.formula.name) \(tenths(assessment.score)), harder half \(tenths(assessment.harderHalf)), "
                    + "wanted \(rule) \(tenths(target.score))")
        }
        if let longest = assessment.tooLong.first {
            parts.append("a sentence of \(longest.words) words, wanted at most \(target.longestSentence)")
        }
        return parts.joined(separator: ": ")
    }

    package var remedy: String {
        let sentence = (assessment.tooLong.first ?? assessment.sentences[0]).text
        return "begin with ‘\(sentence.prefix(80))’"
    }

    private func tenths(_ value: Double) -> String {
        let number = Int((value * 10).rounded())
        return "\(number < 0 ? "-" : "")\(abs(number) / 10).\(abs(number) % 10)"
    }
}

/// Looks for texts that miss their level, and for easy texts that are missing.
package enum LevelCheck {
    /// Shorter texts say nothing about a level.
    private static let fewestWords = 25

    /// A text that misses its level; nil for one that meets it or is too short to tell.
    package static func warning(_ text: String, in edition: Edition, place: String) -> LevelWarning? {
        guard let assessment = Assessment(text, in: edition), !assessment.isMet,
            assessment.figures.words >= fewestWords || !assessment.tooLong.isEmpty
        else { return nil }
        return LevelWarning(place: place, assessment: assessment)
    }

    /// Of a guide, end by end, in every edition that it has.
    package static func warnings(for guide: Record) -> [LevelWarning] {
        guard let tree = guide.guide else { return [] }
        return Edition.allCases.flatMap { edition in
            tree.ends.compactMap { end in
                end.text(in: edition).flatMap { warning($0, in: edition, place: "end \(end.id)") }
            }
        }
    }

    /// The easy editions in which a record lacks a text of its own, though its kind should have all.
    package static func missing(in record: Record) -> [Edition] {
        switch record.kind {
        case .guide:
            let ends = record.guide?.ends ?? []
            let questions = record.guide?.questions ?? []
            return missing(
                [record.title, record.summary] + ends.flatMap { [$0.title, $0.lead] }
                    + questions.flatMap { [$0.text] + $0.answers.map(\.label) },
                ends.flatMap { [$0.first, $0.keep, $0.never, $0.next] })
        case .channel:
            return missing(
                [record.summary] + (record.service.map { [$0.contact] } ?? []),
                record.service.map { [$0.can, $0.cannot] } ?? [])
        case .route:
            let stops = record.route?.stops ?? []
            return missing([record.title, record.summary] + stops.flatMap { [$0.title, $0.text, $0.together] }, [])
        default: return []
        }
    }

    /// The same of a theme.
    package static func missing(in theme: Concept) -> [Edition] {
        missing([theme.definition, theme.opportunity, theme.risk].compactMap { $0 }, [theme.firstSteps, theme.talk])
    }

    private static func missing(_ texts: [LocalisedText], _ lists: [LocalisedList]) -> [Edition] {
        Edition.allCases.filter(\.isSimple).filter { edition in
            texts.contains { $0[edition.language] != nil && $0[edition] == nil }
                || lists.contains { !$0[edition.language].isEmpty && !$0.has(edition) }
        }
    }
}

extension HelpTree.End {
    /// Everything that this end says in exactly this edition, a line a point; nil if it has no text of its own there.
    fileprivate func text(in edition: Edition) -> String? {
        guard let lead = lead[edition] else { return nil }
        return ([title[edition], lead].compactMap { $0 } + [first, keep, never, next].flatMap { $0[edition] })
            .joined(separator: "\n")
    }
}
