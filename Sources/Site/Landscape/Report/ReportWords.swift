import Catalogue
import Mapping

/// In which words a report is written, and where its links lead.
struct ReportWords: Sendable {
    let labels: ReportLabels
    let edition: Edition
    /// Where the site is reached, without a slash at the end.
    let publicAddress: String
    let link: @Sendable (Address) -> String

    var texts: Texts { Texts.of(edition) }
    var wording: Wording { Wording.of(edition.language) }

    func number(_ value: Int) -> String { wording.number(value) }

    /// `12 %`; a dash where there is no whole.
    func percent(_ part: Int, of whole: Int) -> String {
        texts(.snapshotReportPercent, wording.decimal(share(part, of: whole), digits: 0))
    }

    /// In percent; no number where there is no whole.
    func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) * 100 : .nan }

    func text(_ text: LocalisedText?) -> String? { text?.text(for: edition)?.text }

    func label(_ id: ConceptID, in vocabulary: VocabularyName) -> String {
        text(labels.label(id, in: vocabulary)) ?? id.description
    }

    func label(_ kind: Kind) -> String { text(labels.label(kind)) ?? kind.rawValue }

    func plural(_ kind: Kind) -> String { text(labels.plural(kind)) ?? kind.rawValue }

    func label(_ status: Status) -> String {
        switch status {
        case .active: texts(.snapshotReportActive)
        case .ended: texts(.snapshotReportEnded)
        case .unknown: texts(.snapshotReportUnknown)
        }
    }

    func label(_ language: Language) -> String { wording.name(of: LanguageTag(language)) }

    /// The value of an axis.
    func label(_ value: String, on axis: Axis) -> String {
        switch axis {
        case .age: texts(.coverageYears, value.replacing("-", with: "–"))
        case .language: Language(rawValue: value).map { label($0) } ?? texts(.coverageOtherLanguages)
        case .kind: Kind(rawValue: value).map { plural($0) } ?? value
        default: axis.vocabulary.flatMap { name in ConceptID(value).map { label($0, in: name) } } ?? value
        }
    }

    /// The name of a record, with a link to it.
    func name(_ id: RecordID, _ kind: Kind, _ title: LocalisedText) -> FigureCell {
        .link(text(title) ?? id.description, to: link(.record(kind, id)))
    }

    /// The whole address of a page, as it is written on paper.
    func whole(_ address: LandscapeAddress, in edition: Edition) -> String {
        publicAddress + Address.landscape(address).print(in: edition)
    }
}
