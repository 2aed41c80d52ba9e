import Catalogue
import Editorial

/// What somebody wrote who wants to take part in a lab, as it was sent.
struct LabForm: Sendable {
    /// The names of the fields.
    enum Field: String, Sendable {
        case session, sector, name, email, needs
        case otherNeeds = "other-needs"
    }

    /// What stands for a group that the lab does not name.
    static let otherSector = "other"

    private(set) var session = ""
    private(set) var sector = ""
    private(set) var name = ""
    private(set) var email = ""
    private(set) var needs: [LabRegistration.Need] = []
    private(set) var otherNeeds = ""
    private(set) var faults = FormFaults()
    /// What is to be kept; nil while something is wrong.
    private(set) var registration: LabRegistration?

    init() {}

    /// What no form of ours sends is left out.
    init(_ fields: QueryItems, event: Record, lab: Lab, context: PageContext) {
        func text(_ field: Field) -> String { (fields.first(field.rawValue) ?? "").tidied }
        session = text(.session)
        sector = text(.sector)
        name = text(.name)
        email = text(.email)
        let chosen = Set(fields.all(Field.needs.rawValue))
        needs = LabRegistration.Need.allCases.filter { chosen.contains($0.rawValue) }
        otherNeeds = text(.otherNeeds)
        let open = lab.openSessions(on: context.now.day).first { $0.id.description == session }
        if open == nil { faults.add(Field.session.rawValue, context.texts(.labFaultChoose)) }
        let group = lab.sectors.first { $0.id.description == sector }
        if group == nil, sector != Self.otherSector {
            faults.add(Field.sector.rawValue, context.texts(.labFaultChoose))
        }
        for fault in LabRegistration.faults(name: name, email: email, otherNeeds: otherNeeds) {
            faults.add(fault.field, fault.reason.words(context.texts))
        }
        guard faults.isEmpty, let open else { return }
        registration = LabRegistration(
            code: Suggestion.newCode(), lab: event.id, session: open, sector: group?.id, name: name, email: email,
            needs: needs, otherNeeds: otherNeeds, language: context.language, receivedOn: context.now.day)
    }

    /// Says that the session was full when the form came.
    mutating func noteFull(_ texts: Texts) { faults.add(Field.session.rawValue, texts(.labFaultFull)) }
}
