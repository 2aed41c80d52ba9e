import Catalogue
import Foundation

/// All that is shown as a Tabular Data Package: a table a file, and a file that describes them. Put in one folder, or
/// into one archive, it can be checked with any tool of the Frictionless standards.
package struct HSDSPackage: Sendable {
    /// `datapackage.json` first; the same catalogue makes the same bytes.
    package let files: [(path: String, bytes: [UInt8])]

    package init(catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses) {
        self.init(HSDS(catalogue: catalogue, log: log, addresses: addresses), log: log)
    }

    package init(_ hsds: HSDS, log: ChangeLog) {
        var rows = HSDSRows()
        for entry in hsds.organisations where entry.isShown {
            if let json = hsds.organisation(entry, .full) { rows.add(json, to: .organization) }
        }
        let unknown = Self.unknownOwner(hsds.addresses)
        var isOwnerMissing = false
        for entry in hsds.services where entry.isShown {
            guard let json = hsds.service(entry, .full) else { continue }
            if json["organization_id"] == nil {
                isOwnerMissing = true
                rows.add(json.adding(["organization_id": unknown["id"]]), to: .service)
            } else {
                rows.add(json, to: .service)
            }
        }
        if isOwnerMissing { rows.add(unknown, to: .organization) }
        for taxonomy in hsds.taxonomies { rows.add(taxonomy, to: .taxonomy) }
        for term in hsds.terms.terms { rows.add(term.full, to: .taxonomyTerm) }
        let description = Self.description(addresses: hsds.addresses, made: log.changes.last?.last)
        files = [("datapackage.json", description.bytes)] + rows.files
    }

    /// In tables every service needs an organisation, also where no source says which.
    private static func unknownOwner(_ addresses: PublicAddresses) -> JSON {
        .fields([
            "id": .text(UUID(address: addresses.site + "/hsds/organizations/unknown").lowercased),
            "name": "Not known",
            "description": "No source says which organisation offers the services that stand under this name.",
        ])
    }

    private static func description(addresses: PublicAddresses, made: Date?) -> JSON {
        let licence = Licence.data
        return .fields([
            "profile": "tabular-data-package", "name": "betternet-hsds",
            "title": "Help and training for a better internet for children in Belgium",
            "description":
                "Services, the organisations behind them and what they are classified by, as human services data (HSDS).",
            "version": .text(HSDS.version), "homepage": .text(addresses.site),
            "created": made.map { .text($0.formatted(.iso8601)) },
            "licenses": [["name": .text(licence.spdx), "title": .text(licence.name), "path": .text(licence.address)]],
            "resources": .list(HSDSTable.Name.allCases.map { HSDSTable.of($0).description }),
        ])
    }
}

/// The rows of all tables, as they are gathered.
private struct HSDSRows {
    private var bytes: [HSDSTable.Name: [UInt8]] = [:]
    private let tables = Dictionary(uniqueKeysWithValues: HSDSTable.Name.allCases.map { ($0, HSDSTable.of($0)) })

    init() {
        for (name, table) in tables { bytes[name] = Self.line(table.columns.map(\.name)) }
    }

    var files: [(path: String, bytes: [UInt8])] {
        HSDSTable.Name.allCases.map { (HSDSTable.of($0).file, bytes[$0] ?? []) }
    }

    /// An object and all that lies in it, each in its table.
    mutating func add(_ object: JSON, to name: HSDSTable.Name) {
        guard let table = tables[name] else { return }
        bytes[name, default: []] += Self.line(table.columns.map { object[$0.name]?.cell ?? "" })
        for (property, child) in table.children {
            guard let value = object[property] else { continue }
            for one in value.elements ?? [value] {
                add(child == .translation ? one.translated(of: object, in: name) : one, to: child)
            }
        }
    }

    /// RFC 4180 with a plain line feed. Cells that begin like a formula stay as they are: phone numbers do, and programs
    /// read this, not spreadsheets.
    private static func line(_ cells: [String]) -> [UInt8] {
        var line: [UInt8] = []
        for (place, cell) in cells.enumerated() {
            if place > 0 { line.append(UInt8(ascii: ",")) }
            guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
                line += cell.utf8
                continue
            }
            line.append(0x22)
            for byte in cell.utf8 {
                if byte == 0x22 { line.append(0x22) }
                line.append(byte)
            }
            line.append(0x22)
        }
        line.append(0x0A)
        return line
    }
}

extension JSON {
    /// As it stands in a table.
    fileprivate var cell: String? {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .decimal(let number): "\(number)"
        case .bool(let value): value ? "true" : "false"
        case .null, .list, .object: nil
        }
    }

    /// A translation with what it is a translation of.
    fileprivate func translated(of object: JSON, in table: HSDSTable.Name) -> JSON {
        let id = object["id"]?.text ?? ""
        let name = "urn:uuid:\(id)#translation=\(self["language"]?.text ?? "")"
        return adding([
            "id": .text(UUID(address: name).lowercased), "resource_id": .text(id),
            "resource_type": .text(table.rawValue),
        ])
    }
}

extension HSDSTable {
    /// The table as a resource of the package (https://specs.frictionlessdata.io/tabular-data-resource/).
    fileprivate var description: JSON {
        let links = columns.compactMap { column -> JSON? in
            guard let target = column.target else { return nil }
            // A table that names itself is written as nothing.
            return [
                "fields": .text(column.name),
                "reference": ["resource": .text(target == name ? "" : target.rawValue), "fields": "id"],
            ]
        }
        return .fields([
            "name": .text(name.rawValue), "path": .text(file), "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8",
            "schema": .fields([
                "fields": .list(columns.map(\.description)), "primaryKey": "id", "foreignKeys": .filled(links),
            ]),
        ])
    }
}

extension HSDSTable.Column {
    fileprivate var description: JSON {
        var choices: [String] = []
        let (type, format): (String, String?) =
            switch self.type {
            case .uuid: ("string", "uuid")
            case .text: ("string", nil)
            case .email: ("string", "email")
            case .uri: ("string", "uri")
            case .number: ("number", nil)
            case .date: ("date", nil)
            case .moment: ("datetime", nil)
            case .clock: ("time", "%H:%M")
            case .choice: ("string", nil)
            }
        if case .choice(let values) = self.type { choices = values }
        return .fields([
            "name": .text(name), "type": .text(type), "format": .text(format),
            "constraints": .fields([
                "required": isRequired ? true : nil, "unique": isUnique ? true : nil, "enum": .texts(choices),
            ]),
        ])
    }
}
