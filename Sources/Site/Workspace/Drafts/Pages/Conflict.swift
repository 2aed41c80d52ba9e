import Catalogue
import Editorial

/// Two who changed the same fields: whoever comes second chooses.
struct Conflict: Sendable {
    enum Over: Sendable {
        /// Both wrote in the draft: the version that this writer saw, and that of the other.
        case draft(version: Int, theirs: Int)
        /// Somebody published another revision since the draft began.
        case published(version: Int)
    }

    let merge: FieldMerge
    /// The name of the other.
    let by: String
    let over: Over
    /// Everything that was sent, to come along.
    let fields: QueryItems

    // MARK: What was chosen

    static let theirs = "theirs"
    private static let choice = "choice-"

    static func field(of path: FieldPath) -> String { choice + path.description }

    static func isChoice(_ field: String) -> Bool { field.hasPrefix(choice) }

    /// The sides that were chosen, by field.
    static func choices(in fields: QueryItems) -> [FieldPath: FieldMerge.Side] {
        var choices: [FieldPath: FieldMerge.Side] = [:]
        for item in fields.items where isChoice(item.name) {
            choices[FieldPath(String(item.name.dropFirst(choice.count)))] = FieldMerge.Side(rawValue: item.value)
        }
        return choices
    }

    /// The fields of which no side was chosen.
    func undecided(_ choices: [FieldPath: FieldMerge.Side]) -> [FieldPath] {
        merge.conflicts.map(\.path).filter { choices[$0] == nil }
    }
}
