import ArgumentParser
import Catalogue
import Exchange

/// The formats in which everything that is published goes out.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// A table, which comes back in with `betternet import`.
    case csv
    /// A record a line, as the API has it.
    case jsonl
    /// Catalogue files in a folder, which come back in with `betternet load`.
    case yaml
    /// The package of Open Referral, as a zip.
    case hsds
    /// schema.org.
    case jsonld
    /// The vocabularies.
    case skos
    /// The description for portals of open data.
    case dcat
}

extension CSVFile.Delimiter: ExpressibleByArgument {
    package static var allValueStrings: [String] { [";", ",", "|", "tab"] }

    /// `;`, `,`, `|`, or the word `tab`, which a shell would eat otherwise.
    package init?(argument: String) {
        if argument == "tab" {
            self = .tab
        } else {
            self.init(rawValue: Character(argument.count == 1 ? argument : " "))
        }
    }
}

extension Kind: ExpressibleByArgument {}
