import Catalogue

/// A text of a record in four languages, in ordinary and in easy words.
struct TextField: Sendable {
    enum Shape: Hashable, Sendable {
        case line, paragraph
        /// A line a point.
        case points
    }

    let name: String
    let label: FormLabel
    let shape: Shape
    var hint: TextKey?
    /// The text of one edition.
    let get: @Sendable (Record, Edition) -> String?
    let set: @Sendable (inout Record, Edition, String?) -> Void

    /// The name of the field for one edition, such as `title-nl-simple`.
    func name(_ edition: Edition) -> String { "\(name)-\(edition)" }

    /// In characters.
    var longest: Int { shape == .line ? FormReading.longestLine : FormReading.longestText }
}

/// What a part of a form is called.
enum FormLabel: Sendable {
    case field(TextKey)
    /// One of several: "answer 2"; with its title, if it has one.
    case element(TextKey, String, titled: LocalisedText = LocalisedText())

    func words(in context: PageContext) -> String {
        switch self {
        case .field(let key): context.texts(key).sentenceCase
        case .element(let key, let name, let title):
            ([context.texts(key, name).sentenceCase] + [title.text(for: context.edition)?.text].compactMap { $0 })
                .joined(separator: ": ")
        }
    }
}

// MARK: Where texts stand in a record

extension TextField {
    typealias Path<Root, Value> = WritableKeyPath<Root, Value> & Sendable

    static func text(
        _ name: String, _ label: FormLabel, _ shape: Shape = .paragraph, hint: TextKey? = nil,
        at path: Path<Record, LocalisedText>
    ) -> TextField {
        TextField(
            name: name, label: label, shape: shape, hint: hint,
            get: { record, edition in record[keyPath: path][edition] },
            set: { record, edition, text in record[keyPath: path][edition] = text })
    }

    static func points(_ name: String, _ label: FormLabel, at path: Path<Record, LocalisedList>) -> TextField {
        TextField(
            name: name, label: label, shape: .points, hint: .draftPointsHint,
            get: { record, edition in record[keyPath: path].lines(of: edition) },
            set: { record, edition, text in record[keyPath: path].set(text.map(points) ?? [], for: edition) })
    }

    /// A text in something that only some records have, such as a guide.
    static func text<Group>(
        _ name: String, _ label: FormLabel, _ shape: Shape = .paragraph, in group: Path<Record, Group?>,
        at path: Path<Group, LocalisedText>
    ) -> TextField {
        TextField(
            name: name, label: label, shape: shape,
            get: { record, edition in record[keyPath: group]?[keyPath: path][edition] },
            set: { record, edition, text in record[keyPath: group]?[keyPath: path][edition] = text })
    }

    static func points<Group>(
        _ name: String, _ label: FormLabel, in group: Path<Record, Group?>, at path: Path<Group, LocalisedList>
    ) -> TextField {
        TextField(
            name: name, label: label, shape: .points, hint: .draftPointsHint,
            get: { record, edition in record[keyPath: group]?[keyPath: path].lines(of: edition) },
            set: { record, edition, text in
                record[keyPath: group]?[keyPath: path].set(text.map(points) ?? [], for: edition)
            })
    }

    /// The points of a text, without the strokes and dots that people write before them.
    private static func points(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let point = String(line).tidied
            let plain =
                ["- ", "• ", "* "].first { point.hasPrefix($0) }.map { String(point.dropFirst($0.count)) } ?? point
            return plain.tidied.isEmpty ? nil : plain.tidied
        }
    }
}

extension LocalisedList {
    /// The points of exactly this edition, a line each; nil where there are none.
    fileprivate func lines(of edition: Edition) -> String? {
        has(edition) ? self[edition].joined(separator: "\n") : nil
    }

    /// Replaces the points of one edition.
    fileprivate mutating func set(_ points: [String], for edition: Edition) {
        var lists: [Edition: [String]] = [:]
        for other in Edition.allCases where has(other) { lists[other] = self[other] }
        lists[edition] = points
        self = LocalisedList(lists)
    }
}

// MARK: Fields that only some records have

extension Record {
    /// ``contact``, made when something is put into it.
    var reach: Contact {
        get { contact ?? Contact() }
        set { contact = newValue }
    }

    /// ``service``, made when something is put into it.
    var help: ChannelService {
        get {
            service ?? ChannelService()
        }
        set { service = newValue }
    }

    /// What holds nothing any more is not there, unless it was there without anything before.
    mutating func dropEmptyGroups(unlike base: Record) {
        if let contact, contact.isEmpty, contact != base.contact { self.contact = nil }
        if service == ChannelService(), service != base.service { self.service = nil }
    }
}
