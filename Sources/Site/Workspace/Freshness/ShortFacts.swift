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
                        for (number, line) in lines.enumerated() {
                            if number > 0 { "; " }
                            if path == "links", let link = address(at: number) {
                                a(.href(link.description), .rel("noopener")) { line }
                            } else {
                                line
                            }
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

    private func address(at number: Int) -> WebAddress? {
        record.links.indices.contains(number) ? record.links[number].address : nil
    }
}
