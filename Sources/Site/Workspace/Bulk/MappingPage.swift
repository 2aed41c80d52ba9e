import Catalogue
import Editorial
import Exchange
import HTML

/// What each column of a table holds.
struct MappingPage: WorkspacePage {
    private static let shownValues = 3
    /// In characters.
    private static let longestValue = 60

    var context: PageContext
    let visit: Workspace.Visit
    let importing: Importing
    let file: CSVFile
    let mapping: ColumnMapping
    var faults = FormFaults()

    var title: String { context.texts(.bulkMappingTitle) }

    /// The field of a column, counted from 0. Headers may be anything; numbers may not.
    static func field(_ place: Int) -> String { "column-\(place + 1)" }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        FaultList(title: context.texts(.bulkFaults), faults: faults.all)
        h1 { title }
        p(.class("lead")) { importing.name + " · " + context.texts(.bulkRows, count: file.rows.count) }
        p { context.texts(importing.isRemembered ? .bulkMappingRemembered : .bulkMappingText) }
        WorkspaceForm(.importing(importing.id), visit: visit, context: context, style: "work columns") {
            for (place, header) in file.headers.enumerated() {
                PickOne(
                    name: Self.field(place), words: header, options: options,
                    chosen: mapping[header]?.name ?? "", hint: values(at: place),
                    fault: faults[Self.field(place)])
            }
            button(.type("submit"), .name("do"), .value("choose")) { context.texts(.bulkLook) }
        }
        ForgetForm(importing: importing, visit: visit, context: context)
    }

    private var options: [PickOption] {
        [PickOption("", context.texts(.bulkLeaveOut))]
            + RecordColumn.allCases.filter(\.isRead).map { PickOption($0.name, $0.words(in: context).sentenceCase) }
    }

    private func values(at place: Int) -> String {
        let values = file.rows.lazy.map { $0.cells[place].tidied }.filter { !$0.isEmpty }.prefix(Self.shownValues)
            .map { $0.count > Self.longestValue ? $0.prefix(Self.longestValue) + "…" : $0 }
        return values.isEmpty
            ? context.texts(.bulkNoValues) : context.texts(.bulkFirstValues, values.joined(separator: " · "))
    }
}

extension MappingPage {
    /// What was chosen for each header.
    static func mapping(_ fields: QueryItems, of file: CSVFile) -> ColumnMapping {
        var mapping = ColumnMapping(headers: file.headers, columns: [:])
        for (place, header) in file.headers.enumerated() {
            guard let column = fields.first(field(place)).flatMap(RecordColumn.init(name:)), column.isRead else {
                continue
            }
            mapping[header] = column
        }
        return mapping
    }

    /// Columns that two headers stand for.
    static func doubled(in mapping: ColumnMapping, _ context: PageContext) -> FormFaults {
        let doubled = Set(mapping.doubled)
        var faults = FormFaults()
        for (place, header) in mapping.headers.enumerated() {
            guard let column = mapping[header], doubled.contains(column) else { continue }
            faults.add(field(place), "\(header): \(context.texts(.bulkColumnTwice))")
        }
        return faults
    }
}

/// The way to be rid of a table that was not sent.
struct ForgetForm: HTML {
    let importing: Importing
    let visit: Workspace.Visit
    let context: PageContext

    var body: some HTML {
        WorkspaceForm(.importing(importing.id), visit: visit, context: context) {
            button(.type("submit"), .class("quietly"), .name("do"), .value("forget")) { context.texts(.bulkDropIt) }
        }
    }
}
