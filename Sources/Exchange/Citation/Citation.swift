import Catalogue

/// How to cite an entry of the catalogue: our description, not the thing that it describes.
package struct Citation: Hashable, Sendable {
    package let record: RecordID
    /// Those who keep the catalogue.
    package let author: String
    package let title: String
    package let summary: String?
    package let language: Language
    /// The name of the entry on the web, the same for ever.
    package let address: String
    /// The day of its last change; nil where nobody noted it.
    package let updated: CivilDay?
    package let licence: Licence

    package init(
        of record: Record, in language: Language, author: String, address: String, updated: CivilDay?,
        licence: Licence = .data
    ) {
        self.record = record.id
        self.author = author
        title = record.title.text(for: language)?.text ?? record.id.description
        summary = record.summary.text(for: language)?.text
        self.language = language
        self.address = address
        self.updated = updated
        self.licence = licence
    }

    /// For people: `Betternet (2026). Awel. https://…`, then what is said of its last change.
    package func text(saying change: String?) -> String {
        let year = updated.map { " (\($0.year))" } ?? ""
        let end = title.last.map { ".!?…".contains($0) } ?? false ? "" : "."
        return ["\(author)\(year). \(title)\(end) \(address)", change].compactMap { $0 }.joined(separator: ". ")
    }
}
