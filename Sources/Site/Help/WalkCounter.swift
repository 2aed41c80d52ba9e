import Catalogue
import Editorial
import HTTPTypes
import Hummingbird
import Synchronization

/// Counts how often help guides are opened and how often an end is reached, by day, language and guide: so that the
/// consortium sees what people come for. Two pages of one reader are never put together.
final class WalkCounter: Sendable {
    private struct Key: Hashable {
        let day: CivilDay
        let language: Language
    }

    private let counts = Mutex<[Key: [RecordID: GuideWalks.Count]]>([:])

    /// Counts a page that was answered. A page that the reader's browser had kept and only asked about (304) is read as
    /// any other. HEAD is not counted, because nobody reads its answer, nor are robots as far as they say that they are.
    func note(
        _ request: Request, answered status: HTTPResponse.Status, in catalogue: @autoclosure () -> Catalogue,
        on day: @autoclosure () -> CivilDay
    ) {
        guard request.method == .get, request.mayBeGuideStep, status == .ok || status == .notModified,
            !request.isOfRobot, let step = GuideStep(path: request.uri.path, in: catalogue())
        else { return }
        note(step, on: day())
    }

    func note(_ step: GuideStep, on day: CivilDay) {
        let count = GuideWalks.Count(begun: step.begins ? 1 : 0, ended: step.ends ? 1 : 0)
        add([step.guide: count], to: Key(day: day, language: step.language))
    }

    /// Hands over what was counted since the last time.
    func take() -> [GuideWalks] {
        let taken = counts.withLock { counts in
            defer { counts = [:] }
            return counts
        }
        return taken.map { GuideWalks(day: $0.day, language: $0.language, guides: $1) }
            .sorted { ($0.day, $0.language) < ($1.day, $1.language) }
    }

    /// Takes back what could not be kept.
    func putBack(_ walks: [GuideWalks]) {
        for walk in walks {
            let guides = walk.guides.compactMap { id, count in RecordID(id).map { ($0, count) } }
            add(
                Dictionary(guides, uniquingKeysWith: { first, _ in first }),
                to: Key(day: walk.day, language: walk.language))
        }
    }

    private func add(_ added: [RecordID: GuideWalks.Count], to key: Key) {
        counts.withLock { $0[key, default: [:]].merge(added) { $0 + $1 } }
    }
}
