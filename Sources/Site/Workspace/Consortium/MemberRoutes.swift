import Catalogue
import Editorial
import HTTPTypes
import Hummingbird

/// The members: whom to talk to, what they do together, leaving.
struct MemberRoutes: Sendable {
    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("members", on: router, at: { _ in .members }) { work in
            guard workspace.isOfConsortium(work.actor) else { throw WorkspaceError.notAllowed(.seeInternalContacts) }
            return site.answer(
                MembersPage(
                    context: work.page, visit: work.visit, members: workspace.members(in: work.page.language)),
                to: work.request)
        }
        let place: WorkspaceDoor.Place = { .member(try $0.identifier()) }
        door.get("members/:id", on: router, at: place) { work in
            let id = try work.identifier()
            guard let contact = work.query.first("contact") else {
                return try await show(id, work, try fresh(of: id, work))
            }
            let kept = try await workspace.contact(contact, of: id, for: work.actor)
            return try await show(id, work, MemberPage.EditedContact(contact: kept.value, version: kept.version))
        }
        door.post("members/:id", on: router, at: place, act)
    }

    /// An empty contact for those who may add one.
    private func fresh(of id: RecordID, _ work: WorkspaceRequest) throws -> MemberPage.EditedContact? {
        guard work.actor.may(.keepContact, on: id), workspace.isOfConsortium(work.actor) else { return nil }
        return MemberPage.EditedContact(contact: try workspace.newContact(of: id, by: work.actor), version: nil)
    }

    private func show(
        _ id: RecordID, _ work: WorkspaceRequest, _ edited: MemberPage.EditedContact?, sent: FormValues? = nil,
        _ faults: FormFaults = FormFaults()
    ) async throws -> Response {
        var values = sent ?? FormValues()
        if sent == nil, let contact = edited?.contact {
            values.put("name", contact.name)
            values.put("function", contact.function)
            values.put("email", contact.email)
            values.put("phone", contact.phone)
            for language in contact.languages { values.put("languages", language.rawValue) }
        }
        if sent == nil { values.put("on", work.page.now.day.description) }
        let (workspace, actor) = (workspace, work.actor)
        return site.answer(
            MemberPage(
                context: work.page, visit: work.visit, member: try await workspace.member(id, for: work.actor),
                contact: edited, maySettle: { workspace.maySettle($0, actor) },
                form: ConsortiumForm(context: work.page, values: values, faults: faults, names: MemberPage.names)),
            to: work.request, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    // MARK: Deeds

    @Sendable private func act(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.identifier()
        switch MemberPage.Deed(rawValue: work.text("deed")) {
        case .contact: return try await keepContact(of: id, work)
        case .remove:
            try await workspace.removeContact(work.text("contact"), of: id, by: work.actor)
            return .redirect(to: work.link(.member(id)), type: .normal)
        case .leave: return try await leave(id, work)
        case nil: throw HTTPError(.badRequest)
        }
    }

    private func keepContact(of id: RecordID, _ work: WorkspaceRequest) async throws -> Response {
        let version = Int(work.text("version"))
        var contact =
            version == nil
            ? try workspace.newContact(of: id, by: work.actor)
            : try await workspace.contact(work.text("contact"), of: id, for: work.actor).value
        contact.name = work.text("name")
        contact.function = work.text("function")
        contact.email = work.text("email")
        contact.phone = work.text("phone")
        contact.languages = Language.allCases.filter { work.fields.all("languages").contains($0.rawValue) }
        let faults = FormFaults(contact.faults, work.page.texts)
        guard faults.isEmpty else {
            return try await show(
                id, work, MemberPage.EditedContact(contact: contact, version: version), sent: FormValues(work.fields),
                faults)
        }
        try await workspace.keep(contact, over: version, by: work.actor)
        return .redirect(to: work.link(.member(id)), type: .normal)
    }

    private func leave(_ id: RecordID, _ work: WorkspaceRequest) async throws -> Response {
        try work.actor.require(.endMembership, on: id)
        let texts = work.page.texts
        let why = work.text("why")
        var faults = FormFaults()
        let day = PartialDate(work.text("on"))?.civilDay
        if day.map({ $0 > work.page.now.day }) ?? true { faults.add("on", texts(.consortiumFaultPast)) }
        if why.isEmpty { faults.add("why", texts(.joinFaultMissing)) }
        if why.count > Editorial.Application.longestWords {
            faults.add("why", texts(.joinFaultLong, "\(Editorial.Application.longestWords)"))
        }
        if work.text("sure") != "yes" { faults.add("sure", texts(.consortiumFaultSure)) }
        guard faults.isEmpty, let day else {
            return try await show(id, work, try fresh(of: id, work), sent: FormValues(work.fields), faults)
        }
        try await workspace.endMembership(of: id, on: day, why: why, by: work.actor)
        // Whoever ended the membership of the own organisation may not go on here.
        return .redirect(to: work.link(.consortium), type: .normal)
    }
}
