import Catalogue
import Search

/// Why a record is among the results, in the reader's words.
struct Reasons {
    /// More would be read by nobody; the command line shows all.
    private static let mostShown = 3

    let context: PageContext

    /// "Because of: cyberbullying (theme)".
    func sentence(for hit: Hit, record: Record) -> String? {
        let reasons = list(for: hit, record: record).prefix(Self.mostShown)
        return reasons.isEmpty ? nil : context.texts(.whyHere, reasons.joined(separator: "; "))
    }

    /// One reason for each word and concept that was found.
    func list(for hit: Hit, record: Record) -> [String] {
        var seen: Set<String> = []
        return hit.contributions.compactMap(reason).filter { seen.insert($0).inserted }
    }

    private func reason(_ contribution: Contribution) -> String? {
        switch contribution.cause {
        case .concept(let facet, let value):
            guard let facet = SearchRequest.Facet(rawValue: facet) else { return nil }
            return "\(context.label(value, of: facet)) (\(context.texts(facet.title)))"
        case .error(let word): return "\(context.texts(.quoted, word)) (\(place(contribution)))"
        case .word, .beginning, .parts: return "\(context.texts(.quoted, contribution.word)) (\(place(contribution)))"
        }
    }

    /// "in the title, in Dutch"
    private func place(_ contribution: Contribution) -> String {
        let field = contribution.fields.compactMap { Self.names[$0] }.first.map { context.texts($0) }
        let language =
            contribution.language == context.language.rawValue
            ? nil : LanguageTag(contribution.language).map(context.wording.name(of:))
        return [field, language].compactMap { $0 }.joined(separator: ", ")
    }

    private static let names: [String: TextKey] = [
        SearchDocument.title.name: .whyTitle, SearchDocument.organisation.name: .whyOrganisation,
        SearchDocument.summary.name: .whySummary, SearchDocument.contact.name: .whyContact,
    ]
}
