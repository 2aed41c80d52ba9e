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
    private static let parts: [(part: Plan.Part, formats: [String])] = [
        (.spark, ["game", "quiz", "video", "podcast", "app", "competition", "festival"]),
        (.work, ["lesson", "workshop", "toolkit", "training", "mediation-space", "campaign"]),
        (.keep, ["brochure", "poster", "magazine", "website", "forum", "database", "label", "research"]),
    ]

    static func of(_ record: Record) -> Plan.Part {
        parts.first { $0.formats.contains { mainFormat(of: record)?.description == $0 } }?.part ?? .keep
    }

    /// The format that says most about what one does with a record: the website around a game is not the point of it.
    static func mainFormat(of record: Record) -> ConceptID? {
        for name in parts.flatMap(\.formats) {
            if let format = record.formats.first(where: { $0.description == name }) { return format }
        }
        return record.formats.first
    }
}
