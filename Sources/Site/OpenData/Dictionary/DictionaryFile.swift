import Catalogue
import Exchange

/// The data dictionary for programs: a Tabular Data Package (https://specs.frictionlessdata.io/tabular-data-package/)
/// that describes the table, and beside it the fields of the JSON.
struct DictionaryFile {
    private let page: PageContext

    init(_ page: PageContext) { self.page = page }

    var json: JSON {
        let site = page.settings.publicAddress
        return .fields([
            "profile": "tabular-data-package", "name": "betternet-records",
            "title": .text(page.texts(.openDataRecordsTitle)), "description": .text(page.texts(.openDataRecordsSays)),
            "homepage": .text(site + page.link(.openData(.overview))),
            "version": .text("\(page.snapshot.revision)"), "licenses": [Self.licence],
            "resources": [table], "record": ["path": "records.jsonl", "fields": .list(RecordField.all.map(field))],
        ])
    }

    private static let licence: JSON = [
        "name": .text(Licence.data.spdx), "path": .text(Licence.data.address), "title": .text(Licence.data.name),
    ]

    // MARK: Table

    private var table: JSON {
        [
            "profile": "tabular-data-resource", "name": "records", "path": "records.csv", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "licenses": [Self.licence],
            "dialect": ["delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true],
            "schema": [
                "fields": .list(RecordTable.columns.map(column)), "primaryKey": "id", "missingValues": [""],
            ],
        ]
    }

    private func column(_ column: RecordTable.Column) -> JSON {
        let field = RecordField.all.last { $0.columns.contains(column) }
        let shape = Self.shape(of: column)
        return .fields([
            "name": .text(column.name), "type": .text(shape.type), "format": .text(shape.format),
            "trueValues": shape.type == "boolean" ? ["yes"] : nil,
            "falseValues": shape.type == "boolean" ? ["no"] : nil,
            "separator": isList(field) ? " | " : nil,
            "description": field?.meaning.map { .text(page.texts($0)) },
            "descriptions": field.flatMap(meanings),
            "constraints": constraints(column, field),
        ])
    }

    private static func shape(of column: RecordTable.Column) -> (type: String, format: String?) {
        switch column {
        case .uri: ("string", "uri")
        case .modified: ("datetime", nil)
        case .record(.ageFrom), .record(.ageTo): ("integer", nil)
        case .record(.founded), .record(.ended): ("year", nil)
        case .record(.yearly): ("boolean", nil)
        default: ("string", nil)
        }
    }

    /// Whether a cell may hold several values.
    private func isList(_ field: RecordField?) -> Bool {
        switch field?.shape {
        case .records, .concepts, .tags, .list: field?.path != "links"
        default: field?.parent == "sources"
        }
    }

    private func constraints(_ column: RecordTable.Column, _ field: RecordField?) -> JSON? {
        switch column {
        case .uri: ["required": true, "unique": true]
        case .record(.id): ["required": true, "unique": true, "pattern": "[a-z0-9]+(-[a-z0-9]+)*"]
        case .record(.kind), .record(.status), .record(.cost):
            field.map { field in
                .fields(["required": field.isAlways ? true : nil, "enum": JSON.texts(values(of: field) ?? [])])
            }
        default: nil
        }
    }

    // MARK: JSON

    private func field(_ field: RecordField) -> JSON {
        .fields([
            "name": .text(field.path), "type": .text(field.shape.rawValue),
            "required": field.isAlways ? true : nil, "descriptions": meanings(of: field),
            "values": values(of: field).flatMap { JSON.texts($0) },
            "vocabulary": vocabulary(of: field).map { .text(page.addresses.vocabulary($0)) },
            "columns": JSON.texts(field.columns.map(\.name)), "example": .text(field.example),
        ])
    }

    private func meanings(of field: RecordField) -> JSON? {
        field.meaning.map { key in
            .object(Language.allCases.map { JSON.Field($0.rawValue, .text(Texts.of($0)(key))) })
        }
    }

    private func values(of field: RecordField) -> [String]? {
        switch field.values {
        case .any: nil
        case .some(let values): values
        case .vocabulary(let name): page.catalogue[name].concepts.map(\.id.description)
        }
    }

    private func vocabulary(of field: RecordField) -> VocabularyName? {
        if case .vocabulary(let name) = field.values { name } else { nil }
    }
}
