import Catalogue

/// What speaks for two records being one.
///
/// | part | weighs |
/// |---|---|
/// | name | 0.75 if it is the same, 0.5 if it is the other's before an explanation, up to 0.65 if it resembles it |
/// | address | 0.5 for the same page, 0.3 for the same domain |
/// | phone | 0.5 |
/// | e-mail | 0.5 |
/// | text | up to 0.85 in the same language, up to 0.5 across languages |
/// | owner | 0.15, beside a name or a text |
///
/// A page, domain, phone or e-mail that more than two records have weighs less, in proportion: what n records have says
/// 2/n of it. Of each part the strongest finding counts.
struct DoubleEvidence {
    enum Part: CaseIterable {
        case name, address, phone, email, text, owner
    }

    private var findings: [Part: (weight: Double, reason: DoubleReason)] = [:]

    mutating func add(_ part: Part, weight: Double, _ reason: DoubleReason) {
        guard weight > findings[part]?.weight ?? 0 else { return }
        findings[part] = (weight, reason)
    }

    func has(_ part: Part) -> Bool { findings[part] != nil }

    /// 0 to 1. The parts are joined as causes that work without one another, any of which is enough: 1 − ∏(1 − weight)
    /// ("noisy or": Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988, 4.3.2). Parts that
    /// `relation` explains do not count, and what is left counts for less between different kinds.
    func score(_ relation: Relation) -> Double {
        let doubt = counted(relation).reduce(1) { $0 * (1 - $1.weight) }
        return (1 - doubt) * relation.factor
    }

    /// The strongest first.
    func reasons(_ relation: Relation) -> [DoubleReason] {
        counted(relation).sorted { $0.weight > $1.weight }.map(\.reason)
    }

    private func counted(_ relation: Relation) -> [(weight: Double, reason: DoubleReason)] {
        Part.allCases.compactMap { part in
            switch part {
            case .owner where !has(.name) && !has(.text): nil
            case _ where relation == .named && part != .text: nil
            default: findings[part]
            }
        }
    }

    /// What two records are to each other.
    enum Relation {
        case sameKind, otherKind
        /// One names the other: a channel its organisation, a guide its channels. Whoever wrote that knew both, and they
        /// share their name and addresses because one runs the other; only the text can still be the same by mistake.
        case named

        fileprivate var factor: Double {
            switch self {
            case .sameKind: 1
            case .otherKind, .named: 0.6
            }
        }
    }
}

extension DoubleEvidence {
    /// The weights of the table above, for each finding.
    enum Weight {
        static let sameName = 0.75
        static let page = 0.5
        static let domain = 0.3
        static let phone = 0.5
        static let email = 0.5
        static let owner = 0.15

        /// Below this, names resemble each other by chance.
        static let leastName = 0.6
        /// Names that share less of their trigrams are not looked at.
        static let leastTrigrams = 0.5
        /// The weight of a name that is the other's before an explanation: "Awel" and "Awel – call 102".
        static let head = 0.5
        static let leastText = 0.35
        static let leastMentions = 0.4

        static func similarName(_ likeness: Double) -> Double { 0.65 * (likeness - leastName) / (1 - leastName) }
        static func text(_ share: Double) -> Double { 0.85 * (share - 0.3) / 0.7 }
        static func mentions(_ share: Double) -> Double { 0.5 * share }

        /// What `weight` comes down to if `count` records have the same: 2 or more.
        static func shared(_ weight: Double, by count: Int) -> Double { weight * 2 / Double(max(2, count)) }
    }
}
