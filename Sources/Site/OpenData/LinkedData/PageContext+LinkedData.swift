import Catalogue
import Exchange
import Foundation

extension PageContext {
    /// The catalogue in the words of schema.org, for the readers of this page.
    var schema: SchemaOrg { SchemaOrg(catalogue, addresses, voice: .edition(edition), on: now.day) }

    /// What a page about a record tells programs, and where they find more.
    func otherForms(of record: Record) -> [OtherForm] {
        [OtherForm(mediaType: SchemaOrg.mediaType, address: EntryFile.jsonld.path(of: record.id))]
    }

    /// How to cite the entry of a record.
    func citation(of record: Record, in language: Language) -> Citation {
        Citation(
            of: record, in: language, author: Texts.of(language)(.siteName), address: addresses.record(record.id),
            updated: updated(record))
    }

    /// How to cite it for the readers of this page.
    func citationText(of record: Record) -> String {
        let change = updated(record).map { texts(.reuseUpdated, wording.date($0)) }
        return citation(of: record, in: language).text(saying: change)
    }

    /// The day of its last change; nil where nobody noted it.
    private func updated(_ record: Record) -> CivilDay? {
        guard let last = snapshot.log[record.id]?.last, last.timeIntervalSince1970 > 0 else { return nil }
        return BrusselsTime(last).day
    }
}

/// The formats in which the entry of a record is a file. The raw value is the end of its name.
enum EntryFile: String, CaseIterable, Sendable {
    case jsonld, bib, ris

    /// - Parameter language: of its texts, where they are in one language.
    func path(of id: RecordID, in language: Language? = nil) -> String {
        "/records/\(id).\(rawValue)" + (language.map { "?lang=\($0)" } ?? "")
    }
}
