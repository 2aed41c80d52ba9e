import Catalogue
import HTML

/// One organisation of the catalogue, members first.
struct OrganisationPicker: HTML {
    let context: PageContext
    let name: String
    let words: String
    /// What stands for none; nil: one has to be chosen.
    var none: String?
    var chosen: RecordID?
    var fault: String?

    var body: some HTML {
        div(.class(fault == nil ? "group" : "group wrong")) {
            label(.for(name)) { words }
            if let fault { p(.class("fault"), .id("\(name)-fault")) { fault } }
            select(.id(name), .name(name)) {
                if let none { option(.value("")) { none } }
                options(context.texts(.teamMembers), organisations.filter(\.member))
                options(context.texts(.teamOthers), organisations.filter { !$0.member })
            }
            .attributes(.ariaDescribedBy("\(name)-fault"), when: fault != nil)
        }
    }

    @HTMLBuilder private func options(_ title: String, _ records: [Record]) -> some HTML {
        if !records.isEmpty {
            optgroup(.label(title)) {
                for record in records {
                    option(.value(record.id.description)) { context.name(of: record.id) }
                        .attributes(.selected, when: record.id == chosen)
                }
            }
        }
    }

    private var organisations: [Record] {
        context.catalogue.records.filter { $0.kind == .organisation }
            .map { (key: context.name(of: $0.id).lowercased(), record: $0) }
            .sorted { ($0.key, $0.record.id) < ($1.key, $1.record.id) }.map(\.record)
    }
}
