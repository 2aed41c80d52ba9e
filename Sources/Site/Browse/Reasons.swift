import Catalogue
import Search

/// Why a record is among the results, in the reader's words.
struct Reasons {
    let context: PageContext

    /// "Because of: cyberbullying (theme)".
    func sentence(for hit: Hit, record: Record) -> String? {
        let reasons = list(for: hit, record: record)
        return reasons.isEmpty ? nil : context.texts(.whyHere, reasons.joined(separator: "; "))
    }

    /// One reason for each word that was found.
    func list(for hit: Hit, record: Record) -> [String] {
        hit.contributions.sorted { $0.score > $1.score }.map { contribution in
            let fields = contribution.fields.compactMap { names[$0] }.map { context.texts($0) }
            let place = fields.first ?? ""
            let other =
                contribution.language == context.language.rawValue
                ? "" : ", " + (LanguageTag(contribution.language).map(context.wording.name(of:)) ?? "")
            return "‘\(contribution.word)’ (\(place)\(other))"
        }
    }

    private let names: [String: TextKey] = [
        SearchDocument.title.name: .whyTitle, SearchDocument.concept.name: .whyConcept,
        SearchDocument.organisation.name: .whyOrganisation, SearchDocument.summary.name: .whySummary,
        SearchDocument.contact.name: .whyContact,
    ]
}
