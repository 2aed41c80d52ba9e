import Catalogue

/// Which audiences a plan is for.
enum PlanAudience {
    private static let wanted: [PlanRequest.Setting: [String]] = [
        .family: ["parents", "children", "teenagers", "young-children", "grandparents"],
        .lesson: ["teachers", "children", "teenagers"],
        .school: ["school-leaders", "teachers"],
        .group: ["youth-workers", "teenagers", "children"],
        .organisation: ["professionals", "social-workers", "youth-workers", "librarians"],
    ]

    /// The audiences of a record that the setting is made of, in the order of the setting.
    static func matches(_ record: Record, _ setting: PlanRequest.Setting) -> [ConceptID] {
        (wanted[setting] ?? []).compactMap { name in record.audiences.first { $0.description == name } }
    }

    /// Whether a record is for the setting, or for everybody.
    static func suits(_ record: Record, _ setting: PlanRequest.Setting) -> Bool {
        record.audiences.isEmpty || !matches(record, setting).isEmpty
            || record.audiences.contains { $0.description == "general-public" }
    }
}

/// When a record meets a need.
struct PlanNeed {
    private let need: PlanRequest.Need

    init(_ need: PlanRequest.Need) { self.need = need }

    func isMet(by record: Record) -> Bool {
        switch need {
        case .easy: has(record.audiences, "low-literacy-readers", "newcomers", "people-in-poverty")
        case .disability: has(record.audiences, "people-with-disabilities")
        case .offline:
            has(record.formats, "lesson", "workshop", "training", "brochure", "poster", "toolkit", "magazine")
        case .free: record.cost?.description == "free"
        }
    }

    private func has(_ ids: [ConceptID], _ names: String...) -> Bool { ids.contains { names.contains($0.description) } }
}

/// Which part of a plan a format is good for.
enum PlanPart {
    /// From what says most about a record to what says least: a collection is one whatever is in it, a lesson with a film
    /// is a lesson, and the website around a game is not the point of it.
    private static let formats: [(format: String, part: Plan.Part)] = [
        ("database", .keep), ("game", .spark), ("quiz", .spark), ("app", .spark), ("competition", .spark),
        ("festival", .spark), ("lesson", .work), ("workshop", .work), ("toolkit", .work), ("mediation-space", .work),
        ("video", .spark), ("podcast", .spark), ("training", .work), ("campaign", .work), ("brochure", .keep),
        ("poster", .keep), ("magazine", .keep), ("research", .keep), ("label", .keep), ("forum", .keep),
        ("website", .keep),
    ]

    /// Whether one can do something with it: a decree or a network has no such format.
    static func isOne(_ record: Record) -> Bool {
        formats.contains { $0.format == mainFormat(of: record)?.description }
    }

    static func of(_ record: Record) -> Plan.Part {
        let format = mainFormat(of: record)?.description
        return formats.first { $0.format == format }?.part ?? .keep
    }

    static func mainFormat(of record: Record) -> ConceptID? {
        for (name, _) in formats {
            if let format = record.formats.first(where: { $0.description == name }) { return format }
        }
        return record.formats.first
    }
}
