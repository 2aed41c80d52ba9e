import Catalogue
import Editorial
import HTML

/// Who did what to what, when.
struct TrailPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let filter: TrailFilter
    /// Newest first; one more than is shown, where there are more.
    let lines: [TrailLine]
    let people: [Account]

    var title: String { context.texts(.trailTitle) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.trailLead) }
        filterForm
        if lines.isEmpty { p { context.texts(.trailNone) } }
        TrailList(
            lines: Array(lines.prefix(TrailFilter.pageLength)),
            names: Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
            context: context)
        pages
    }

    private var filterForm: some HTML {
        form(.class("work"), .method("get"), .action(context.link(.workspace(.trail)))) {
            PickOne(
                name: "person", words: context.texts(.trailPerson),
                options: [PickOption("", context.texts(.trailEverybody))]
                    + people.map { PickOption($0.id, "\($0.name), \($0.email)") },
                chosen: filter.person ?? "")
            OrganisationPicker(
                context: context, name: "organisation", words: context.texts(.trailOrganisation),
                none: context.texts(.trailAll), chosen: filter.organisation)
            PickOne(
                name: "deed", words: context.texts(.trailDeed),
                options: [PickOption("", context.texts(.trailAll))]
                    + Deed.allCases.map { PickOption($0.rawValue, context.texts($0.words)) },
                chosen: filter.deed?.rawValue ?? "")
            FormField(
                name: "object", words: context.texts(.trailObject), value: filter.object ?? "",
                hint: context.texts(.trailObjectHint), longest: 200)
            button(.type("submit")) { context.texts(.trailShow) }
        }
    }

    @HTMLBuilder private var pages: some HTML {
        let hasMore = lines.count > TrailFilter.pageLength
        if hasMore || filter.page > 1 {
            nav(.class("pager"), .ariaLabel(context.texts(.pagerLabel))) {
                if filter.page > 1 {
                    a(.href(link(filter.page - 1)), .rel("prev")) { context.texts(.trailNewer) }
                }
                if hasMore { a(.href(link(filter.page + 1)), .rel("next")) { context.texts(.trailOlder) } }
            }
        }
    }

    private func link(_ page: Int) -> String { context.link(.trail, asking: filter.items(page: page)) }
}

/// Lines of the trail, in words.
struct TrailList: HTML {
    let lines: [TrailLine]
    /// Of accounts, by their ids.
    let names: [String: String]
    let context: PageContext

    var body: some HTML {
        ul(.class("cases")) {
            for line in lines {
                li {
                    span(.class("quiet")) { context.wording.moment(line.at) + " · " }
                    strong { who(line) }
                    " " + context.texts(line.deed.words)
                    object(line)
                    if !line.detail.isEmpty { span(.class("quiet")) { " · " + detail(line) } }
                }
            }
        }
    }

    private func who(_ line: TrailLine) -> String {
        let name = line.name.isEmpty ? context.texts(.trailNobody) : line.name
        return line.organisation.map { "\(name) (\(context.name(of: $0)))" } ?? name
    }

    /// Of roles and of steps of signing in the words of the reader; the rest are names.
    private func detail(_ line: TrailLine) -> String {
        switch line.deed {
        case .invited, .changedRoles:
            line.detail.split(separator: ", ").map { name in
                Role(rawValue: String(name)).map { context.texts($0.name) } ?? String(name)
            }.joined(separator: ", ")
        case .signInFailed: context.texts(line.detail == "code" ? .signInCode : .signInPassword)
        default: line.detail
        }
    }

    /// What it was done to: a person, an entry, or the name of something else.
    @HTMLBuilder private func object(_ line: TrailLine) -> some HTML {
        if let name = names[line.object] {
            if line.object != line.account, name != line.name {
                ": "
                a(.href(context.link(.workspace(.person(line.object))))) { name }
            }
        } else if let record = RecordID(line.object).flatMap({ context.catalogue.any($0) }) {
            ": "
            a(.href(context.link(.workspace(.entry(record.id))))) {
                record.title.text(for: context.edition)?.text ?? record.id.description
            }
        } else if !line.object.isEmpty {
            ": " + line.object
        }
    }
}
