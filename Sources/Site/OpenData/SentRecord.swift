import Catalogue
import Editorial

/// A record as a program sends it: the fields to change, in the JSON in which revisions are kept. Fields that aren't sent
/// stay as they are; `null` empties one.
struct SentRecord: Sendable {
    /// Why it can't be taken, for whoever wrote the program.
    struct Fault: Error, Hashable {
        let key: TextKey
        var values: [String] = []
    }

    let id: RecordID?
    private let fields: [String: Tree]

    /// Decisions with a road of their own, and what is more than fields: guides and routes are written in the workspace,
    /// recommendations in catalogue files, where each state is checked against its evidence.
    private static let untouchable = [
        "member", "guide", "route", "recommendations", "announced", "verified", "withdrawn", "successor", "isMerged",
        "setAside", "home",
    ]

    init(_ tree: Tree) throws(Fault) {
        guard case .fields(let fields) = tree else { throw Fault(key: .problemSentNoObject) }
        guard !tree.holdsControlCharacters else { throw Fault(key: .problemSentControl) }
        self.fields = fields
        switch fields["id"] {
        case nil, .null?: id = nil
        case let value?:
            guard let id = value.text.flatMap({ RecordID($0) }) else {
                throw Fault(key: .problemIdentifier, values: ["id"])
            }
            self.id = id
        }
    }

    /// The record with the fields in their places.
    /// - Parameters:
    ///   - base: what there is of it; nil: it is new.
    ///   - organisation: whose program it is.
    ///   - name: makes a name for something new out of the one that its title gives.
    func record(over base: Record?, of organisation: RecordID, naming name: (RecordID) -> RecordID) throws -> Record {
        let blank = try base ?? blank(of: organisation)
        let before = try Tree(blank)
        let empty = try Tree(
            Record(id: blank.id, kind: blank.kind, title: LocalisedText(), summary: LocalisedText(), status: .active))
        var after = before
        for (field, value) in fields where field != "id" {
            after[FieldPath([field])] = value == .null ? empty[FieldPath([field])] : value
        }
        var record: Record
        do { record = try after.decoded(as: Record.self) } catch let error as DecodingError {
            throw error.fault
        }
        try check(record, over: blank, before)
        if base == nil, id == nil {
            let titles = Language.allCases.compactMap { record.title[$0] }
            guard let made = titles.lazy.compactMap({ RecordID(title: $0) }).first else {
                throw Fault(key: .problemSentTitle)
            }
            record.id = name(made)
        }
        return record
    }

    private func blank(of organisation: RecordID) throws -> Record {
        guard let kind = fields["kind"]?.text.flatMap(Kind.init(rawValue:)) else {
            throw Fault(key: .problemSentKind, values: [Kind.allCases.map(\.rawValue).joined(separator: ", ")])
        }
        guard kind != .guide, kind != .route else {
            throw Fault(key: .problemSentInWorkspace, values: [kind.rawValue])
        }
        guard let id = id ?? RecordID("new") else { throw Fault(key: .problemIdentifier, values: ["id"]) }
        var record = Record(id: id, kind: kind, title: LocalisedText(), summary: LocalisedText(), status: .active)
        if kind != .organisation { record.organisations = [organisation] }
        return record
    }

    private func check(_ record: Record, over base: Record, _ before: Tree) throws {
        let understood = try Tree(record)
        let unknown = Tree.fields(fields).paths(missingIn: understood)
        guard unknown.isEmpty else {
            throw Fault(key: .problemSentUnknown, values: [unknown.map(\.description).joined(separator: ", ")])
        }
        for field in Self.untouchable where understood[FieldPath([field])] != before[FieldPath([field])] {
            throw Fault(key: .problemSentUntouchable, values: [field])
        }
        guard record.kind == base.kind else {
            throw Fault(key: .problemSentSameKind, values: [base.kind.rawValue])
        }
        if let fault = record.unsoundness { throw Fault(key: fault) }
    }
}

extension Tree {
    fileprivate var holdsControlCharacters: Bool {
        switch self {
        case .text(let text): text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }
        case .list(let elements): elements.contains { $0.holdsControlCharacters }
        case .fields(let fields): fields.values.contains { $0.holdsControlCharacters }
        case .null, .bool, .number: false
        }
    }

    /// The fields that hold something here and are not there at all, the shortest way to each.
    fileprivate func paths(missingIn other: Tree, at path: FieldPath = .root) -> [FieldPath] {
        switch self {
        case .fields(let fields):
            fields.sorted { $0.key < $1.key }.flatMap { name, value -> [FieldPath] in
                if value == .null { return [] }
                let place = path.appending(name)
                return other[FieldPath([name])].map { value.paths(missingIn: $0, at: place) } ?? [place]
            }
        case .list(let elements):
            zip(elements, other.elements ?? []).enumerated().flatMap { place, pair in
                pair.0.paths(missingIn: pair.1, at: path.appending("\(place)"))
            }
        case .null, .bool, .number, .text: []
        }
    }
}

extension DecodingError {
    private var context: Context? {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: nil
        }
    }

    /// The field that doesn't fit, `contact/phones/0/number`.
    fileprivate var place: String {
        (context?.codingPath ?? []).map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }

    fileprivate var fault: SentRecord.Fault {
        switch self {
        case .typeMismatch: .init(key: .problemSentType, values: [place])
        case .keyNotFound(let key, _): .init(key: .problemSentLacks, values: [place, key.stringValue])
        default: .init(key: .problemSentUnread, values: [place])
        }
    }
}
