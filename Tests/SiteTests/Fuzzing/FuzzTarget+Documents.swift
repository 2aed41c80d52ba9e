import Catalogue
import Foundation
import Yams

@testable import Catalogue
@testable import Exchange

extension FuzzTarget {
    /// Files and the answers of other sites.
    static let documents: [FuzzTarget] =
        incoming + [
            FuzzTarget("yaml", dictionary: "yaml") { bytes in
                let log = FaultLog()
                guard let node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self)) else { return }
                for kind in [Kind.organisation, .channel, .event, .guide, .publication, .route] {
                    guard var fields = Fields(node, file: "a.yaml", log: log) else { continue }
                    _ = RecordReader(kind: kind, vocabularies: FuzzShop.vocabularies).read(&fields)
                }
                if var fields = Fields(node, file: "a.yaml", log: log) { _ = PageReader().read(&fields) }
                try promise(
                    log.faults.allSatisfy { $0.line >= 1 && !$0.problem.isEmpty && !$0.remedy.isEmpty },
                    "a fault without a line, or that does not say what to do")
            },
            FuzzTarget("csv", dictionary: "csv") { bytes in
                let file = try CSVFile(Data(bytes))
                try promise(Set(file.headers).count == file.headers.count, "two columns with one name")
                try promise(file.rows.allSatisfy { $0.cells.count == file.headers.count }, "a row of another width")
                let preview = ImportPreview(
                    file, mapping: ColumnMapping(guessing: file.headers), catalogue: FuzzShop.catalogue)
                try promise(preview.rows.count == file.rows.count, "a row got lost")
                for case .new(let record) in preview.rows.map(\.outcome) {
                    try promise(record.unsoundPart == nil, "\(record.id) would not be kept")
                }
            },
            FuzzTarget("oai-request", dictionary: "form", longest: 1_024) { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                if let token = OAIToken(text) {
                    try promise(OAIToken(token.text) == token, "the token \(token.text) is another one")
                }
                let items = text.split(separator: "&").map { pair in
                    let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    return (name: String(halves[0]), value: halves.count > 1 ? String(halves[1]) : "")
                }
                _ = try OAIRequest(items)
            },
            FuzzTarget("date", longest: 80) { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                if let date = ReceivedDate.day(text) {
                    try promise(PartialDate("\(date)") == date, "\(text) is read as \(date), which is no date")
                }
                if let date = OAIDate(text) { try promise(date.first <= date.last, "\(text) ends before it begins") }
                _ = ReceivedDate.parts(text)
            },
            FuzzTarget("text", dictionary: "xml") { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                for form in [PlainText.Form.plain, .html, .unknown] {
                    let (title, body) = (PlainText.title(text, form), PlainText.text(text, form))
                    try promise(
                        title.count <= PlainText.longestTitle + 1 && body.count <= PlainText.longestText + 1,
                        "a text that is too long")
                    try promise(!title.contains { $0.isNewline }, "a title of two lines")
                    try promise(PlainText.visible(body) == body, "a text with letters that nobody sees")
                }
            },
            FuzzTarget("xliff", dictionary: "xml") { bytes in
                let file = try XLIFF(reading: Data(bytes))
                try promise(!file.written().isEmpty, "what was read can't be written")
            },
        ]

    /// Every format that is harvested.
    private static let incoming: [FuzzTarget] = [
        (IncomingFormat.oai, "oai", "xml"), (.feed, "feed", "xml"), (.jsonld, "jsonld", "json"),
        (.hsds, "hsds", "json"),
        (.icalendar, "icalendar", "icalendar"), (.csv, "table", "csv"), (.betternet, "betternet", "json"),
    ].map { format, name, dictionary in
        let reader = IncomingReader(
            format, mapping: IncomingMapping(kind: .resource, language: .nl), catalogue: FuzzShop.catalogue)
        return FuzzTarget(name, dictionary: dictionary) { bytes in
            let page = try reader.read(Data(bytes), mediaType: nil, from: "https://source.example/services?page=1")
            try promise(Set(page.items.map(\.key)).count == page.items.count, "two things with one key")
            for item in page.items {
                guard let record = item.record else { continue }
                try promise(!item.key.isEmpty && !record.title.languages.isEmpty, "a thing without a name")
                try promise(record.unsoundPart == nil, "\(item.key) would not be kept")
                for text in Language.allCases.flatMap({ [record.title[$0], record.summary[$0]] }).compactMap({ $0 }) {
                    try promise(PlainText.visible(text) == text, "\(item.key): a text with letters that nobody sees")
                }
            }
            if let next = page.next {
                try promise(SourceAddress(next)?.host == "source.example:", "it leads to another site: \(next)")
            }
        }
    }
}
