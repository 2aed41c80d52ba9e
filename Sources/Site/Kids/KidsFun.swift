import Catalogue
import Guidance

/// What children may want to do for fun. The raw value is the step in the address.
package enum KidsFun: String, CaseIterable, Sendable {
    case play, make, watch, discover

    var icon: String {
        switch self {
        case .play: "theme-gaming"
        case .make: "theme-creativity-and-making"
        case .watch: "watch"
        case .discover: "opportunity"
        }
    }

    var label: TextKey {
        switch self {
        case .play: .kidsPlay
        case .make: .kidsMake
        case .watch: .kidsWatch
        case .discover: .kidsDiscover
        }
    }

    /// Things to do without any site, together or alone.
    var ideas: [TextKey] {
        switch self {
        case .play: [.kidsIdeaPlayOne, .kidsIdeaPlayTwo, .kidsIdeaPlayThree]
        case .make: [.kidsIdeaMakeOne, .kidsIdeaMakeTwo, .kidsIdeaMakeThree]
        case .watch: [.kidsIdeaWatchOne, .kidsIdeaWatchTwo, .kidsIdeaWatchThree]
        case .discover: [.kidsIdeaDiscoverOne, .kidsIdeaDiscoverTwo, .kidsIdeaDiscoverThree]
        }
    }

    /// What the catalogue has for children of 8 to 12 who read `language`, the surest first.
    func records(in catalogue: Catalogue, for language: Language) -> [Record] {
        catalogue.records.filter { record in
            record.status != .ended && record.speaks(language) && record.links.contains { !$0.address.isDownload }
                && [.resource, .initiative].contains(record.kind)
                && record.audiences.contains { $0.description == "children" }
                && record.ages.map { $0.from <= 10 && $0.to >= 8 } ?? true && isKind(of: record)
        }
        .sorted { (rank($0), $0.id) < (rank($1), $1.id) }
    }

    private func isKind(of record: Record) -> Bool {
        let formats = Set(record.formats.map(\.description))
        let themes = Set(record.themes.map(\.description))
        // Lessons and trainings are for those who teach, even where children take part.
        let isForTeaching = !formats.isDisjoint(with: ["training", "lesson", "toolkit", "research"])
        switch self {
        case .play: return !formats.isDisjoint(with: ["game", "app", "quiz"])
        case .make: return !themes.isDisjoint(with: ["creativity-and-making", "coding"]) && !isForTeaching
        case .watch: return !formats.isDisjoint(with: ["video", "podcast"]) && !isForTeaching
        case .discover: return !formats.isDisjoint(with: ["website", "magazine", "quiz"]) && !isForTeaching
        }
    }

    private func rank(_ record: Record) -> Int {
        (record.status == .active ? 0 : 4) + (record.kind == .resource ? 0 : 1) + record.audiences.count / 2
    }
}
