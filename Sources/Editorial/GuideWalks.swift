import Catalogue
import Foundation

/// How often help guides were walked on one day in one language. Nothing says who, when, or in what order.
package struct GuideWalks: Item, Hashable {
    package static let shelf = Shelf.walks

    package struct Count: Hashable, Codable, Sendable {
        /// How often the first page was opened.
        package var begun: Int
        /// How often an end was reached.
        package var ended: Int

        package init(begun: Int = 0, ended: Int = 0) {
            self.begun = begun
            self.ended = ended
        }

        package static func + (left: Count, right: Count) -> Count {
            Count(begun: left.begun + right.begun, ended: left.ended + right.ended)
        }

        /// How many walks there were at the least: most people see both pages of one, some only one of them.
        package var walks: Int { max(begun, ended) }
    }

    package let day: CivilDay
    package let language: Language
    /// By the id of the guide.
    package private(set) var guides: [String: Count]

    package var id: String { "\(day) \(language.rawValue)" }

    package init(day: CivilDay, language: Language, guides: [RecordID: Count]) {
        self.day = day
        self.language = language
        self.guides = Dictionary(uniqueKeysWithValues: guides.map { ($0.key.description, $0.value) })
    }

    package func adding(_ other: GuideWalks) -> GuideWalks {
        var sum = self
        sum.guides.merge(other.guides) { $0 + $1 }
        return sum
    }

    /// The sums of several days, by language and guide.
    package static func sums(_ all: [GuideWalks]) -> [Language: [RecordID: Count]] {
        var sums: [Language: [RecordID: Count]] = [:]
        for walks in all {
            for (guide, count) in walks.guides {
                guard let id = RecordID(guide) else { continue }
                sums[walks.language, default: [:]][id, default: Count()] =
                    count + (sums[walks.language]?[id] ?? Count())
            }
        }
        return sums
    }
}

extension Store {
    /// What was counted from `day` on, in the order of the days.
    package func walks(since day: CivilDay) async throws -> [GuideWalks] {
        try await all(GuideWalks.self).map(\.value).filter { $0.day >= day }
            .sorted { ($0.day, $0.language) < ($1.day, $1.language) }
    }

    /// Adds to what was counted before. Throws ``WorkConflict`` where another program did so at the same time.
    package func add(_ counted: [GuideWalks], at date: Date) async throws {
        guard !counted.isEmpty else { return }
        var work = Work(by: "", at: date)
        for walks in counted {
            let kept = try await find(GuideWalks.self, walks.id)
            try work.put(kept?.value.adding(walks) ?? walks, over: kept?.version)
        }
        try await commit(work)
    }
}
