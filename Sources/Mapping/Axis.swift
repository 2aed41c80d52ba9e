import Catalogue

/// A side from which the landscape is looked at. The raw value is its name in addresses.
package enum Axis: String, CaseIterable, Codable, Sendable {
    case theme, audience, age, territory, language, format, pillar, kind

    /// The vocabulary that its values are out of; nil for ages and languages.
    package var vocabulary: VocabularyName? {
        switch self {
        case .theme: .themes
        case .audience: .audiences
        case .territory: .territories
        case .format: .formats
        case .pillar: .pillars
        case .kind: .kinds
        case .age, .language: nil
        }
    }
}

/// Ages that are counted together, in whole years, both ends included.
package enum AgeBand: String, CaseIterable, Codable, Sendable {
    case upTo5 = "0-5", from6 = "6-8", from9 = "9-11", from12 = "12-14", from15 = "15-17", from18 = "18-25"

    package var from: Int {
        switch self {
        case .upTo5: 0
        case .from6: 6
        case .from9: 9
        case .from12: 12
        case .from15: 15
        case .from18: 18
        }
    }

    package var to: Int { self == .upTo5 ? 5 : self == .from18 ? 25 : from + 2 }

    /// How many of its years `ages` holds.
    func years(in ages: AgeRange) -> Int { max(0, min(to, ages.to) - max(from, ages.from) + 1) }

    /// Whether `ages` holds at least half of its years. An audience's ages meet at their ends (children 6 to 12,
    /// teenagers 12 to 18): the half keeps a year at an end from counting for a whole band.
    func isMostly(in ages: AgeRange) -> Bool { years(in: ages) * 2 >= to - from + 1 }
}

/// A language in which offers are counted: those of the shop, and all others together.
package enum OfferLanguage: String, CaseIterable, Codable, Sendable {
    case nl, fr, de, en, other

    package init(_ tag: LanguageTag) {
        let primary = tag.description.utf8.prefix { $0 != UInt8(ascii: "-") }
        self = OfferLanguage.allCases.first { $0.rawValue.utf8.elementsEqual(primary) } ?? .other
    }

    /// Its place among the values of the axis.
    var place: Int { OfferLanguage.allCases.firstIndex(of: self) ?? 0 }

    package init(_ language: Language) {
        switch language {
        case .nl: self = .nl
        case .fr: self = .fr
        case .de: self = .de
        case .en: self = .en
        }
    }
}

/// How an offer comes to stand at a value of an axis.
package enum Standing: UInt8, Sendable {
    /// It says so itself.
    case direct = 0
    /// It follows: the offer is for a larger place that this one is in, for an audience that holds this one, or for an
    /// audience of this age.
    case inherited = 1
    /// Only for a part of it: an offer of Liège stands so in Wallonia.
    case inPart = 2
}
