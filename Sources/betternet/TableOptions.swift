import ArgumentParser
import Catalogue
import Exchange

/// The formats of tables that records go out and come in as.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case csv
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
