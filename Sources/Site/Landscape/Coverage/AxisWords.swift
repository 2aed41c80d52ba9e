import Catalogue
import Mapping

extension Axis {
    var title: TextKey {
        switch self {
        case .theme: .coverageAxisTheme
        case .audience: .coverageAxisAudience
        case .age: .coverageAxisAge
        case .territory: .coverageAxisTerritory
        case .language: .coverageAxisLanguage
        case .format: .coverageAxisFormat
        case .pillar: .coverageAxisPillar
        case .kind: .coverageAxisKind
        }
    }
}

extension Coverage.Mark {
    /// The word for it in a table.
    var word: TextKey {
        switch self {
        case .missing: .landscapeMarkMissing
        case .thin: .landscapeMarkThin
        case .notInLanguage: .landscapeMarkOtherLanguage
        case .covered: .coverageMarkCovered
        }
    }

    /// The sign for it in a picture; what is covered needs none.
    var sign: FigureMark? {
        switch self {
        case .missing: .missing
        case .thin: .thin
        case .notInLanguage: .otherLanguage
        case .covered: nil
        }
    }
}

extension PageContext {
    /// The value of an axis for the reader.
    func label(_ value: String, on axis: Axis) -> String {
        switch axis {
        case .age: texts(.coverageYears, value.replacing("-", with: "–"))
        case .language:
            LanguageTag(value).map {
                value == OfferLanguage.other.rawValue ? texts(.coverageOtherLanguages) : wording.name(of: $0)
            }
                ?? texts(.coverageOtherLanguages)
        default: axis.vocabulary.flatMap { name in ConceptID(value).map { label($0, in: name) } } ?? value
        }
    }
}
