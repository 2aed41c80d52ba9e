import Catalogue
import Editorial
import Exchange
import Foundation
import HTML

/// Which records to write into a table, and how.
struct ExportForm: Sendable {
    enum Whose: String, CaseIterable, Sendable { case ours, everyones }

    let kind: Kind?
    let whose: Whose
    let delimiter: CSVFile.Delimiter

    init(_ query: QueryItems) {
        kind = query.first("kind").flatMap(Kind.init(rawValue:))
        whose = query.first("whose").flatMap(Whose.init(rawValue:)) ?? .everyones
        delimiter =
            query.first("delimiter").flatMap { name in Self.delimiters.first { $0.name == name } }?.delimiter
            ?? .semicolon
    }

    static let delimiters: [(name: String, delimiter: CSVFile.Delimiter, words: TextKey)] = [
        ("semicolon", .semicolon, .bulkSemicolon), ("comma", .comma, .bulkComma), ("tab", .tab, .bulkTab),
    ]
}

/// The questions before a table is fetched.
struct ExportFormView: HTML {
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        p { context.texts(.bulkExportText) }
        form(.class("work"), .method("get"), .action(context.link(.workspace(.export)))) {
            PickOne(
                name: "kind", words: context.texts(.bulkKind),
                options: [PickOption("", context.texts(.bulkAllKinds))]
                    + Kind.allCases.map { PickOption($0.rawValue, context.plural($0)) })
            if visit.account.organisation != nil {
                PickOne(
                    name: "whose", words: context.texts(.bulkWhose),
                    options: [
                        PickOption(ExportForm.Whose.ours.rawValue, context.texts(.bulkOurs)),
                        PickOption(ExportForm.Whose.everyones.rawValue, context.texts(.bulkEveryones)),
                    ])
            }
            PickOne(
                name: "delimiter", words: context.texts(.bulkDelimiter),
                options: ExportForm.delimiters.map { PickOption($0.name, context.texts($0.words)) })
            button(.type("submit")) {
                Icon("download")
                context.texts(.bulkFetch)
            }
        }
    }
}
