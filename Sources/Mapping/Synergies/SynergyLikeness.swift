import Catalogue

/// How alike two offers are, in parts from 0 to 10,000 (whole numbers, so that the order of adding up changes nothing).
///
///     likeness = 0.30 themes + 0.15 audiences + 0.15 formats + 0.05 places + 0.05 languages
///              + 0.30 min(1, text / 0.4)
///
/// - *themes*, *audiences*, *formats*: Dice's coefficient, twice what both have over what each has, where a concept
///   weighs ln(1 + N / n) if n of N offers have it, because sharing what is rare says more.
/// - *places*, *languages*: what both reach over what the narrower one reaches; a place reaches all places in it.
/// - *text*: the cosine between the words of title and summary, same language against same language, in the language
///   where they are most alike. A word weighs ln(1 + N / n) if it is in n of N texts of that language, and nothing if
///   it is in more than an eighth of them, and in more than eight (Salton and Buckley, "Term-weighting approaches in
///   automatic text retrieval", 1988). Texts are short and by many hands: 0.4 is as alike as those of different offers
///   get, so it counts full.
///
/// Two offers are alike if they are of one kind, likeness is at least ``least``, each part at least what stands below,
/// and there is something to do (``suggestion(_:sharingOrganisation:)``). The numbers were set by reading the groups of
/// the shipped catalogue: a wrong group is worse than one that is missed.
package struct SynergyLikeness: Hashable, Sendable {
    package var themes = 0
    package var audiences = 0
    package var formats = 0
    package var places = 0
    package var languages = 0
    package var text = 0

    /// What a part adds at most, in hundredths.
    package enum Weight {
        package static let themes = 30
        package static let audiences = 15
        package static let formats = 15
        package static let places = 5
        package static let languages = 5
        package static let text = 30
    }

    /// 1 as a part.
    package static let full = 10_000
    /// The likeness from which two offers are alike.
    package static let least = 5_750
    package static let leastThemes = 5_000
    package static let leastAudiences = 3_333
    package static let leastFormats = 3_333
    package static let leastText = 1_450
    /// The text that counts full.
    package static let fullText = 4_000

    package init() {}

    /// 0 to ``full``.
    package var total: Int { (fixed + Weight.text * min(Self.full, text * Self.full / Self.fullText)) / 100 }

    private var fixed: Int {
        Weight.themes * themes + Weight.audiences * audiences + Weight.formats * formats + Weight.places * places
            + Weight.languages * languages
    }

    /// Whether it may be enough once the texts are compared.
    var isWorthReading: Bool {
        themes >= Self.leastThemes && audiences >= Self.leastAudiences && formats >= Self.leastFormats
            && fixed + Weight.text * Self.full >= Self.least * 100
    }

    var isEnough: Bool { isWorthReading && text >= Self.leastText && total >= Self.least }

    /// A share as a part.
    static func part(_ share: Double) -> Int { Int((share * Double(full)).rounded()) }
}

extension SynergyLikeness {
    /// From this overlap on, two offers serve the same place.
    package static let samePlace = 5_000
    /// From here on texts are nearly the same, whoever wrote them.
    package static let sameText = 6_000
    /// Of one organisation: from here on two offers may be one, rather than parts of one series.
    package static let sameThemes = 7_000
    package static let relatedText = 2_000

    /// What could be done with two offers of `kind` that are this much alike; nil where nothing could.
    package func suggestion(_ kind: Kind, sharingOrganisation: Bool) -> SynergySuggestion? {
        if languages == 0 {
            if kind == .resource || kind == .initiative { return .translate }
            return sharingOrganisation ? nil : .together
        }
        guard places >= Self.samePlace else { return nil }
        if text >= Self.sameText { return .merge }
        guard sharingOrganisation else { return .together }
        return themes >= Self.sameThemes && text >= Self.relatedText ? .merge : nil
    }
}
