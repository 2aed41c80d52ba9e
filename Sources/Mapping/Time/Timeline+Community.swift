import Catalogue

extension Timeline {
    /// The three language communities of Belgium. The raw value is the concept in the vocabulary `territories`.
    package enum Community: String, CaseIterable, Sendable, Comparable {
        case flemish = "flemish-community"
        case french = "french-community"
        case german = "german-speaking-community"

        package var concept: ConceptID? { ConceptID(rawValue) }

        private var language: Language {
            switch self {
            case .flemish: .nl
            case .french: .fr
            case .german: .de
            }
        }

        /// Whether a tag stands for its language: `nl`, `nl-simple`.
        fileprivate func speaks(_ tag: LanguageTag) -> Bool {
            let own = language.rawValue.utf8
            let letters = tag.description.utf8
            return letters.starts(with: own)
                && (letters.count == own.count || letters.dropFirst(own.count).first == 0x2D)
        }

        package static func < (left: Community, right: Community) -> Bool {
            left.language < right.language
        }
    }

    /// Tells which communities a record is for.
    ///
    /// The languages decide where a source states them: what exists in Dutch is for the Flemish Community, in French for
    /// the French one, in German for the German-speaking one, and what exists in several is for several; `nl-simple` is
    /// Dutch. What exists in other languages only is for none of them. Where no language is stated, the territories
    /// decide: a place within a community (Liège, or Brussels in two) or above it (Belgium) counts for it.
    struct Communities {
        private let places: [(community: Community, territories: Set<ConceptID>)]

        init(_ territories: Vocabulary) {
            places = Community.allCases.map { community in
                guard let id = community.concept else { return (community, []) }
                let around = [id] + territories.ancestors(of: id) + territories.descendants(of: id)
                return (community, Set(around))
            }
        }

        /// In their order.
        func of(_ record: Record) -> [Community] {
            places.filter { community, territories in
                record.languages.isEmpty
                    ? record.territories.contains(where: territories.contains)
                    : record.languages.contains(where: community.speaks)
            }.map(\.community)
        }
    }
}
