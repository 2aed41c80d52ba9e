import Catalogue
import Editorial
import HTML

/// One project.
struct ProjectPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let project: Project
    let mayKeep: Bool
    /// Whether somebody else's changes came together with those that were just kept.
    let wasMerged: Bool

    var title: String { project.title }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1(.lang(tongue)) { title }
        ConsortiumTabs(context: context)
        if wasMerged { p(.class("notice"), .role("status")) { context.texts(.consortiumMerged) } }
        p {
            span(.class("badge")) { context.texts(project.state.label) }
            " " + context.texts(.consortiumChangedOn, context.wording.date(project.changedOn))
        }
        div(.lang(tongue)) { RunningText(text: project.summary) }
        if !project.openNeeds.isEmpty {
            section(.ariaLabelledBy("needs")) {
                h2(.id("needs")) { context.texts(.consortiumNeeds) }
                NeedList(project: project, context: context)
            }
        }
        section(.ariaLabelledBy("partners")) {
            h2(.id("partners")) { context.texts(.consortiumPartners) }
            ul(.class("plain")) {
                li {
                    if let own = project.organisation {
                        context.memberLink(own)
                    } else {
                        context.texts(.consortiumCoordinator)
                    }
                    " · " + context.texts(.consortiumKeeper)
                }
                for partner in project.partners {
                    li {
                        context.memberLink(partner.organisation)
                        if !partner.role.isEmpty {
                            " · "
                            span(.lang(tongue)) { partner.role }
                        }
                    }
                }
            }
        }
        if !records.isEmpty {
            section(.ariaLabelledBy("records")) {
                h2(.id("records")) { context.texts(.consortiumRecords) }
                ul(.class("plain")) {
                    for record in records {
                        li {
                            a(.href(context.link(.record(record.kind, record.id)))) {
                                Localised(record.title, context, isName: true)
                            }
                        }
                    }
                }
            }
        }
        if mayKeep {
            p {
                a(.class("button"), .href(context.link(.workspace(.editProject(project.id))))) {
                    context.texts(.consortiumChange)
                }
            }
        }
    }

    private var tongue: String { project.language.rawValue }
    private var records: [Record] { project.records.compactMap { context.catalogue[$0] } }
}

/// The form of a project.
struct ProjectFormPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    /// The id of the project in the address.
    let id: String
    /// What stood there when the form was opened; nil: it is new.
    let seen: Project?
    let form: ConsortiumForm

    var title: String {
        context.texts(seen == nil ? .consortiumProjectNew : .consortiumProjectChange)
    }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        form.faultList
        WorkspaceForm(.editProject(id), visit: visit, context: context) {
            FirstButton(words: context.texts(.consortiumSave))
            if let seen { SeenState(seen) }
            form.line("title", context.texts(.consortiumProjectTitle), longest: Project.longestTitle)
            form.pick("language", context.texts(.consortiumWrittenIn), context.languageOptions)
            form.line(
                "summary", context.texts(.consortiumSummary), hint: context.texts(.consortiumSummaryHint),
                shape: .lines(8), longest: Project.longestSummary)
            form.pick(
                "state", context.texts(.consortiumState),
                Project.State.allCases.map { PickOption($0.rawValue, context.texts($0.label)) })
            needs
            partners
            records
            button(.type("submit")) { context.texts(.consortiumSave) }
        }
        NameChoices(id: NameChoices.organisations, names: .organisations(in: context))
        NameChoices(id: NameChoices.entries, names: RecordNames(context.catalogue, for: context.language))
    }

    private var needs: FormRows {
        let (form, context) = (form, context)
        return FormRows(
            name: "need", words: context.texts(.consortiumNeeds), hint: context.texts(.consortiumNeedsHint), form: form
        ) { number in
            div(.class("fields")) {
                form.pick(
                    "need-\(number)", context.texts(.consortiumNeed, "\(number)"),
                    [PickOption("", context.texts(.consortiumNothing))] + context.needOptions)
                form.pick(
                    "need-\(number)-language", context.texts(.consortiumNeedLanguage),
                    [PickOption("", context.texts(.consortiumAny))] + context.languageOptions)
            }
            form.line(
                "need-\(number)-words", context.texts(.consortiumNeedWords), longest: Project.longestNeed)
        }
    }

    private var partners: FormRows {
        let (form, context) = (form, context)
        return FormRows(
            name: "partner", words: context.texts(.consortiumPartners), hint: context.texts(.consortiumPartnersHint),
            form: form
        ) { number in
            form.line(
                "partner-\(number)", context.texts(.consortiumPartner, "\(number)"), longest: 200,
                list: NameChoices.organisations)
            form.line("partner-\(number)-role", context.texts(.consortiumRole), longest: Project.longestRole)
        }
    }

    private var records: FormRows {
        let (form, context) = (form, context)
        return FormRows(
            name: "record", words: context.texts(.consortiumRecords), hint: context.texts(.consortiumRecordsHint),
            form: form
        ) { number in
            form.line(
                "record-\(number)", context.texts(.consortiumRecordNumber, "\(number)"), longest: 300,
                list: NameChoices.entries)
        }
    }
}
