import Catalogue
import Editorial
import HTML

/// Who registered for which session of which lab, for the coordinator.
struct LabDeskPage: WorkspacePage {
    static let lab = "lab"
    static let what = "what"
    static let sector = "sector"
    static let words = "words"

    var context: PageContext
    let visit: Workspace.Visit
    let registrations: [LabRegistration]
    /// What was typed to be noted, and what is wrong with it.
    var typed = FormValues()
    var faults = FormFaults()

    var title: String { context.texts(.workLabs) }

    var content: some HTML {
        let labs = context.catalogue.labs
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        LabTabs(context: context)
        p(.class("lead")) { context.texts(.labDeskLead, "\(LabRegistration.days)") }
        FaultList(title: context.texts(.draftFaults), faults: faults.all)
        if labs.isEmpty { p { context.texts(.labDeskNone) } }
        for (event, lab) in labs {
            LabOverview(
                event: event, lab: lab, registrations: registrations.filter { $0.lab == event.id }, page: self)
        }
    }
}

/// The way between labs and actions.
struct LabTabs: HTML {
    let context: PageContext

    var body: some HTML {
        nav(.class("tabs"), .ariaLabel(context.texts(.workLabs))) {
            ul {
                for (key, address) in [(TextKey.labDeskLabs, WorkspaceAddress.labs), (.labDeskActions, .signUps)] {
                    li {
                        a(.href(context.link(.workspace(address)))) { context.texts(key) }
                            .attributes(.ariaCurrent("page"), when: context.address == .workspace(address))
                    }
                }
            }
        }
    }
}

private struct LabOverview: HTML {
    let event: Record
    let lab: Lab
    let registrations: [LabRegistration]
    let page: LabDeskPage
    private var context: PageContext { page.context }
    private var texts: Texts { context.texts }

    var body: some HTML {
        section(.ariaLabelledBy("lab-\(event.id)")) {
            h2(.id("lab-\(event.id)")) {
                a(.href(context.link(.record(.event, event.id)))) { context.title(of: event.id) }
            }
            p {
                span(.class("badge")) { texts(lab.stage(on: context.now.day).label) }
                " " + texts(.labDeskRegistered, count: registrations.count)
            }
            for session in lab.sessions { overview(of: session) }
            if !registrations.isEmpty {
                RegistrationTable(event: event, lab: lab, registrations: registrations, context: context)
                p {
                    a(.href(context.link(.workspace(.registrations(event.id)))), .rel("nofollow")) {
                        Icon("download")
                        texts(.labDeskDownload)
                    }
                }
                p(.class("quiet")) { texts(.labDeskDownloadHint) }
            }
            LabNoteForm(event: event, lab: lab, page: page)
        }
    }

    @HTMLBuilder private func overview(of session: Lab.Session) -> some HTML {
        let here = registrations.filter { $0.session == session.id }
        h3 { context.words(of: session) }
        p {
            session.seats.map { texts(.labDeskSeats, "\(here.count)", "\($0)") }
                ?? texts(.labDeskRegistered, count: here.count)
        }
        let needs = LabRegistration.Need.allCases.map { need in (need, here.count { $0.needs.contains(need) }) }
            .filter { $0.1 > 0 }
        let others = here.map(\.otherNeeds).filter { !$0.isEmpty }
        if !needs.isEmpty || !others.isEmpty {
            p(.class("heading")) { texts(.labDeskNeeds) }
            ul {
                for (need, count) in needs { li { "\(count) × " + texts(need.label) } }
                for words in others { li { words } }
            }
        }
    }
}

private struct RegistrationTable: HTML {
    let event: Record
    let lab: Lab
    let registrations: [LabRegistration]
    let context: PageContext

    var body: some HTML {
        let rows = LabRows(event: event, lab: lab, context: context)
        details {
            summary { context.texts(.labDeskRegistrations) + " (\(registrations.count))" }
            ScrollRegion(context.texts(.labDeskRegistrations)) {
                table {
                    thead { tr { for name in rows.headers { th(.scope("col")) { name } } } }
                    tbody {
                        for registration in registrations {
                            tr { for cell in rows.cells(of: registration) { td { cell } } }
                        }
                    }
                }
            }
        }
    }
}

/// Registrations as rows of a table, on the page and to take along.
struct LabRows: Sendable {
    let event: Record
    let lab: Lab
    let context: PageContext

    var headers: [String] {
        [
            TextKey.labDeskName, .labDeskSession, .labDeskDay, .labDeskSector, .labDeskEmail, .labDeskNeeds,
            .labDeskOtherNeeds, .labDeskLanguage,
        ].map { context.texts($0) }
    }

    func cells(of registration: LabRegistration) -> [String] {
        [
            registration.name, registration.session.description,
            (lab[session: registration.session]?.day ?? registration.day).description,
            context.name(ofSector: registration.sector, in: lab), registration.email,
            registration.needs.map { context.texts($0.label) }.joined(separator: ", "), registration.otherNeeds,
            registration.language.ownName,
        ]
    }
}

/// Begins a draft of the lab with something that was said there.
private struct LabNoteForm: HTML {
    let event: Record
    let lab: Lab
    let page: LabDeskPage
    private var context: PageContext { page.context }
    private var texts: Texts { context.texts }
    /// Whether what was sent last was for this lab: only then it comes back.
    private var isSent: Bool { page.typed[LabDeskPage.lab] == event.id.description }
    private var end: String { "-\(event.id)" }

    var body: some HTML {
        details {
            summary { texts(.labDeskNote) }
            p(.class("quiet")) { texts(.labDeskNoteHint) }
            WorkspaceForm(.labs, visit: page.visit, context: context) {
                input(.type("hidden"), .name(LabDeskPage.lab), .value(event.id.description))
                PickOne(
                    name: LabDeskPage.what + end, words: texts(.labDeskNoteWhat),
                    options: [PickOption("finding", texts(.labDeskNoteFinding))]
                        + (lab.sectors.isEmpty ? [] : [PickOption("testimony", texts(.labDeskNoteTestimony))]),
                    chosen: isSent ? page.typed[LabDeskPage.what + end] : "")
                if !lab.sectors.isEmpty {
                    PickOne(
                        name: LabDeskPage.sector + end, words: texts(.labDeskSector),
                        options: lab.sectors.map { PickOption($0.id.description, context.label($0)) },
                        chosen: isSent ? page.typed[LabDeskPage.sector + end] : "")
                }
                FormField(
                    name: LabDeskPage.words + end, words: texts(.labDeskNoteWords),
                    value: isSent ? page.typed[LabDeskPage.words + end] : "",
                    fault: page.faults[LabDeskPage.words + end], shape: .lines(4), isRequired: true,
                    longest: Suggestion.longestAnswer, language: context.language)
                button(.type("submit")) { texts(.labDeskNoteBegin) }
            }
        }
        .attributes(.open, when: isSent && !page.faults.isEmpty)
    }
}
