import Catalogue
import Mapping

/// A group of offers in words.
struct SynergyWords {
    let group: SynergyGroup
    let context: PageContext

    private var texts: Texts { context.texts }

    /// "These three lesson packs on ‘Sexting’ exist in Dutch only, in Dutch and French, and in French only."
    var sentence: String {
        let themes = group.themes.prefix(2).map { texts(.synergyQuoted, context.label($0, in: .themes)) }
        return texts(.synergySentence, number(group.members.count), noun, joined(themes), languages)
    }

    private var noun: String {
        switch group.kind {
        case .resource where formats.contains { $0.description == "lesson" }: texts(.synergyNounLesson)
        case .initiative: texts(.synergyNounInitiative)
        case .channel: texts(.synergyNounChannel)
        case .event: texts(.synergyNounEvent)
        case .resource, .organisation, .publication, .route, .guide: texts(.synergyNounResource)
        }
    }

    /// The forms that all members have.
    private var formats: [ConceptID] {
        let records = group.members.compactMap { context.catalogue[$0.id] }
        return (records.first?.formats ?? []).filter { format in records.allSatisfy { $0.formats.contains(format) } }
    }

    /// `count`: 2 to 8.
    private func number(_ count: Int) -> String {
        let keys: [TextKey] = [
            .synergyNumberTwo, .synergyNumberThree, .synergyNumberFour, .synergyNumberFive, .synergyNumberSix,
            .synergyNumberSeven, .synergyNumberEight,
        ]
        return keys.indices.contains(count - 2) ? texts(keys[count - 2]) : String(count)
    }

    /// In which languages they exist, each set of languages once, in the order of the members.
    private var languages: String {
        var sets: [(languages: [LanguageTag], count: Int)] = []
        for member in group.members {
            if let place = sets.firstIndex(where: { $0.languages == member.languages }) {
                sets[place].count += 1
            } else {
                sets.append((member.languages, 1))
            }
        }
        let phrases = sets.map { set in
            let names = set.languages.map { texts(.synergyLanguagesEach, context.wording.name(of: $0)) }
            let phrase = texts(names.count == 1 ? .synergyLanguagesOnly : .synergyLanguagesIn, joined(names))
            return sets.count > 1 && set.count > 1 ? "\(phrase) (\(number(set.count)))" : phrase
        }
        // Between languages there may be an "and" already.
        return joined(phrases, last: sets.contains { $0.languages.count > 1 } ? .synergyListAndAlso : .synergyListAnd)
    }

    /// "one, two and three"
    private func joined(_ parts: [String], last: TextKey = .synergyListAnd) -> String {
        guard let end = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return texts(last, parts.dropLast().joined(separator: ", "), end)
    }

    /// "very great (0.86 out of 1)"
    var likeness: String {
        let word: TextKey =
            switch group.likeness {
            case 0.8...: .synergyLikenessVery
            case 0.65...: .synergyLikenessGreat
            default: .synergyLikenessClear
            }
        return texts(.synergyLikenessOf, texts(word), context.wording.decimal(group.likeness, digits: 2))
    }

    /// What a suggestion says, and of whom if not of all.
    func says(_ advice: SynergyGroup.Advice) -> String {
        let says: TextKey =
            switch advice.suggestion {
            case .translate: .synergyTranslateSays
            case .merge: .synergyMergeSays
            case .together where isAcross(advice): .synergyTogetherAcrossSays
            case .together: .synergyTogetherSays
            }
        guard advice.members.count < group.members.count else { return texts(says) }
        let names = advice.members.map { texts(.synergyQuoted, context.title(of: $0)) }
        return "\(texts(says)) \(texts(.synergyOnly, joined(names)))"
    }

    /// Whether no language joins those whom it is about.
    private func isAcross(_ advice: SynergyGroup.Advice) -> Bool {
        let members = group.members.filter { advice.members.contains($0.id) }
        let first = Set(members.first?.languages ?? [])
        return members.dropFirst().reduce(first) { $0.intersection($1.languages) }.isEmpty
    }

    /// The words that their texts share, in the reader's language or in the nearest that has some.
    var words: (language: Language, words: [String])? {
        for case .words(let words) in group.reasons {
            for language in [context.language] + context.language.fallbacks {
                if let found = words[language], !found.isEmpty { return (language, found) }
            }
        }
        return nil
    }

    func names(of languages: [Language]) -> String { context.wording.names(of: languages.map { LanguageTag($0) }) }
}
