import Catalogue
import Editorial
import Exchange
import HTTPTypes
import Hummingbird

/// Meetings and labs.
struct MeetingRoutes: Sendable {
    /// What stands in the address instead of the id of one that isn't there yet.
    static let new = "new"

    let site: SiteEnvironment
    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("meetings", on: router, at: { _ in .meetings }) { work in
            site.answer(
                MeetingsPage(
                    context: work.page, visit: work.visit, meetings: try await workspace.meetings(for: work.actor)),
                to: work.request)
        }
        let place: WorkspaceDoor.Place = { .meeting(try $0.step("id")) }
        door.get("meetings/:id", on: router, at: place, show)
        door.post("meetings/:id", on: router, at: place, settle)
        door.get(
            "meetings/:id/meeting.ics", on: router, at: { .meetingCalendar(try $0.step("id")) }, calendar)
        let form: WorkspaceDoor.Place = { .editMeeting(try $0.step("id")) }
        door.get("meetings/:id/edit", on: router, at: form) { work in
            let (meeting, isNew) = try await meeting(work)
            return self.form(self.reader(work).values(of: meeting), isNew ? nil : meeting, work)
        }
        door.post("meetings/:id/edit", on: router, at: form, keep)
    }

    // MARK: Reading

    @Sendable private func show(_ work: WorkspaceRequest) async throws -> Response {
        let kept = try await workspace.keptMeeting(try work.step("id"), for: work.actor)
        let meeting = kept.value
        let promises = workspace.promises(of: kept).filter { workspace.maySettle($0, work.actor) }
        return site.answer(
            MeetingPage(
                context: work.page, visit: work.visit, meeting: meeting, promises: promises,
                mayKeep: workspace.mayKeep(meeting, work.actor),
                wasMerged: work.query.first(ProjectRoutes.merged) != nil),
            to: work.request)
    }

    @Sendable private func calendar(_ work: WorkspaceRequest) async throws -> Response {
        let meeting = try await workspace.keptMeeting(try work.step("id"), for: work.actor).value
        let text = MeetingCalendar(meeting: meeting, context: work.page).text
        var response = ReadyPage(
            mediaType: ICalendar.mediaType, language: meeting.language.rawValue, bytes: Array(text.utf8),
            freshness: .never
        ).response(to: work.request)
        response.headers[.contentDisposition] = "attachment; filename=\"meeting-\(meeting.day).ics\""
        return response
    }

    @Sendable private func settle(_ work: WorkspaceRequest) async throws -> Response {
        let id = try work.step("id")
        guard let place = Int(work.text("place")), let version = Int(work.text("version")) else {
            throw WorkspaceError.faulty
        }
        try await workspace.settle(place, of: id, version: version, by: work.actor)
        return .redirect(to: work.link(.meeting(id)), type: .normal)
    }

    // MARK: Writing

    /// The meeting of a form that its sender may keep, or a new one.
    private func meeting(_ work: WorkspaceRequest) async throws -> (meeting: Meeting, isNew: Bool) {
        let id = try work.step("id")
        guard id != Self.new else { return (try workspace.newMeeting(in: work.page.language, by: work.actor), true) }
        let meeting = try await workspace.keptMeeting(id, for: work.actor).value
        guard workspace.mayKeep(meeting, work.actor) else { throw WorkspaceError.notAllowed(.keepMeeting) }
        return (meeting, false)
    }

    private func reader(_ work: WorkspaceRequest) -> MeetingForm {
        MeetingForm(members: workspace.members(in: work.page.language), in: work.page)
    }

    private func form(
        _ values: FormValues, _ seen: Meeting?, _ work: WorkspaceRequest, _ faults: FormFaults = FormFaults(),
        status: HTTPResponse.Status = .ok
    ) -> Response {
        site.answer(
            MeetingFormPage(
                context: work.page, visit: work.visit, id: seen?.id ?? Self.new, seen: seen,
                members: workspace.members(in: work.page.language),
                form: ConsortiumForm(context: work.page, values: values, faults: faults, names: MeetingForm.names)),
            to: work.request, status: status)
    }

    @Sendable private func keep(_ work: WorkspaceRequest) async throws -> Response {
        let (current, isNew) = try await meeting(work)
        let seen = isNew ? nil : work.seen(Meeting.self)
        guard isNew || seen?.id == current.id else { throw WorkspaceError.faulty }
        let reader = reader(work)
        let values = FormValues(work.fields).movingRowsUp(MeetingForm.tables)
        guard values[FormRows.more].isEmpty else { return form(values, seen, work) }
        let (meeting, faults) = reader.read(values, into: current)
        guard faults.isEmpty else { return form(values, seen, work, faults, status: .unprocessableContent) }
        switch try await workspace.keep(meeting, seen: seen, by: work.actor) {
        case .kept: return .redirect(to: work.link(.meeting(meeting.id)), type: .normal)
        case .merged:
            return .redirect(
                to: work.link(.meeting(meeting.id)) + QueryItems([QueryItem(ProjectRoutes.merged, "1")]).print(),
                type: .normal)
        case .conflict(let mine, let theirs, let fields):
            let faults = FormFaults(conflicts: fields.map(MeetingForm.field), work.page.texts) {
                reader.shown($0, of: theirs, in: work.page)
            }
            return form(reader.values(of: mine), theirs, work, faults, status: .conflict)
        }
    }
}
