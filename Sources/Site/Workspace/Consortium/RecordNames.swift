import Catalogue
import Exchange
import Foundation
import HTML

/// Records by what people type for them: a name in any language, the id, or the address of the page.
struct RecordNames: Sendable {
    private let catalogue: Catalogue
    private let language: Language
    private let records: [Record]
    private let known: KnownNames

    init(_ catalogue: Catalogue, for language: Language, where isWanted: (Record) -> Bool = { _ in true }) {
        self.catalogue = catalogue
        self.language = language
        records = catalogue.records.filter(isWanted)
        var known = KnownNames()
        for record in records { known.add(record.id, names: [record.title]) }
        self.known = known
    }

    func find(_ text: String) -> RecordID? {
        if let id = known.find(text) { return id }
        guard text.contains("/") else { return nil }
        let path = text.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").last.map(String.init).flatMap(known.find)
    }

    /// Its title for a reader, if it is this record's alone; otherwise its id.
    func name(of id: RecordID) -> String {
        guard let title = catalogue.any(id)?.title.text(for: language)?.text, known.find(title) == id else {
            return id.description
        }
        return title
    }

    /// The name that a writer probably meant.
    func nearest(to text: String) -> String? {
        var names = known
        return names.suggestion(for: text).map(name(of:))
    }

    var choices: [String] { records.map { name(of: $0.id) }.sorted { $0.lowercased() < $1.lowercased() } }
}

/// Names for the fields that ask for one, as a browser offers them.
struct NameChoices: HTML {
    static let organisations = "names-of-organisations"
    static let entries = "names-of-entries"

    let id: String
    let names: RecordNames

    var body: some HTML {
        datalist(.id(id)) { for choice in names.choices { option(.value(choice)) {} } }
    }
}
