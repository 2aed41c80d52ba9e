import Catalogue
import Editorial
import HTML

/// The facts of an entry that go out of date, in short: how to reach it, when, what it costs, where it is on the web.
struct ShortFacts: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        dl(.class("facts")) {
            for path in Self.paths {
                let lines = FieldValues(context: context).lines(tree?[path], at: path)
                if !lines.isEmpty {
                    Fact(FieldNames.words(for: path, in: context).sentenceCase) {
                        if lines.count == 1 {
                            value(lines[0])
                        } else {
                            ul(.class("plain")) { for line in lines { li { value(line) } } }
                        }
                    }
                }
            }
        }
    }

    private static let paths: [FieldPath] = [
        "contact/phones", "contact/emails", "contact/chat", "contact/form", "contact/address", "contact/hours", "links",
        "dates", "languages", "cost", "status",
    ]

    /// A record that was read can be written.
    private var tree: Tree? { try? Tree(record) }

    /// An address to follow, or words.
    @HTMLBuilder private func value(_ line: String) -> HTMLFragment {
        let first = line.prefix { $0 != " " }
        if let address = WebAddress(String(first)) {
            a(.href(address.description), .rel("noopener")) { String(first) }
            String(line.dropFirst(first.count))
        } else {
            line
        }
    }
}
