import Catalogue
import Foundation

/// A record that is put together out of what a source says.
struct IncomingDraft {
    /// Of each list; far more than any record has.
    static let mostParts = 50
    static let longestKey = 1_000

    let key: String
    private let reader: IncomingReader
    private(set) var record: Record
    private(set) var fields: Set<String> = []
    var page: String?
    var home: String?

    init(key: String, reader: IncomingReader) throws(IncomingFault) {
        let key = PlainText.name(key)
        guard !key.isEmpty, key.utf8.count <= Self.longestKey else {
            throw IncomingFault(
                place: key.isEmpty ? "an item" : String(key.prefix(60)) + "…",
                what: key.isEmpty
                    ? "it has no name of its own that stays the same"
                    : "its name is longer than \(Self.longestKey) bytes")
        }
        guard let blank = RecordID("incoming") else { throw IncomingFault(place: key, what: "it has no name") }
        self.key = key
        self.reader = reader
        record = Record(
            id: blank, kind: reader.mapping.kind, title: LocalisedText(), summary: LocalisedText(), status: .active)
    }

    var kind: Kind { record.kind }

    /// A guide or a route is more than these formats tell of it: without its steps it is something to read.
    mutating func say(kind: Kind) {
        record.kind = kind == .guide || kind == .route ? .resource : kind
        fields.insert("kind")
    }

    /// Sets a field that the source speaks about.
    mutating func set<Value>(_ field: WritableKeyPath<Record, Value>, _ name: String, _ value: Value) {
        record[keyPath: field] = value
        fields.insert(name)
    }

    // MARK: Texts

    /// - Parameter tag: of its language; nil: nobody said. A text in a language that is none of ours is left out.
    mutating func add(title text: String?, _ tag: String?, _ form: PlainText.Form = .unknown) {
        guard let text, let language = language(tag), record.title[language] == nil else { return }
        let title = PlainText.title(text, form)
        if !title.isEmpty { set(\.title[language], "title", title) }
    }

    mutating func add(summary text: String?, _ tag: String?, _ form: PlainText.Form = .unknown) {
        guard let text, let language = language(tag), record.summary[language] == nil else { return }
        let summary = PlainText.text(text, form)
        if !summary.isEmpty { set(\.summary[language], "summary", summary) }
    }

    private func language(_ tag: String?) -> Language? {
        guard let tag, !tag.isBlank else { return reader.mapping.language }
        return ReceivedLanguage.language(tag)
    }

    // MARK: Lists

    /// Concepts that a word of the source stands for go where they belong; others are not ours.
    mutating func add(word: String, in vocabularies: [VocabularyName] = IncomingNames.subjects) {
        for found in reader.names.concepts(word, in: vocabularies) {
            switch found.vocabulary {
            case .themes: append(found.concept, to: \.themes, "themes")
            case .audiences: append(found.concept, to: \.audiences, "audiences")
            case .formats: append(found.concept, to: \.formats, "formats")
            case .pillars: append(found.concept, to: \.pillars, "pillars")
            case .territories: append(found.concept, to: \.territories, "territories")
            case .costs: set(\.cost, "cost", found.concept)
            default: break
            }
        }
    }

    /// Whether a word of the source means anything here.
    func knows(_ word: String, in vocabularies: [VocabularyName]) -> Bool {
        !reader.names.concepts(word, in: vocabularies).isEmpty
    }

    /// The first of several names of the same thing that means something here.
    mutating func add(words: [String], in vocabularies: [VocabularyName]) {
        guard let word = words.first(where: { knows($0, in: vocabularies) }) else { return }
        add(word: word, in: vocabularies)
    }

    mutating func add(language text: String) {
        guard let tag = ReceivedLanguage.tag(text) else { return }
        append(tag, to: \.languages, "languages")
    }

    mutating func add(organisation text: String) {
        guard record.kind != .organisation, let id = reader.names.organisation(text) else { return }
        append(id, to: \.organisations, "organisations")
    }

    /// A page about it. The first one is where people read it.
    mutating func add(link text: String, language tag: String? = nil) {
        guard let address = WebAddress(text.trimmed) else { return }
        let language = tag.flatMap { ReceivedLanguage.language($0) }
        guard !record.links.contains(where: { $0.address == address || $0.language == language }) else { return }
        append(Link(address: address, language: language), to: \.links, "links")
    }

    mutating func append<Value: Equatable>(
        _ value: Value, to list: WritableKeyPath<Record, [Value]>, _ name: String
    ) {
        guard !record[keyPath: list].contains(value), record[keyPath: list].count < Self.mostParts else { return }
        record[keyPath: list].append(value)
        fields.insert(name)
    }

    // MARK: Contact

    mutating func add(phone text: String) {
        guard let number = PhoneNumber(written: String(text.prefix(60)).trimmed) else { return }
        change { contact in
            let isKnown = contact.phones.contains { $0.number.dialled == number.dialled }
            if !isKnown, contact.phones.count < Self.mostParts { contact.phones.append(Contact.Phone(number: number)) }
        }
    }

    mutating func add(email text: String) {
        let plain = text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
        guard let email = Contact.Email(address: plain.trimmed) else { return }
        change { contact in
            let isKnown = contact.emails.contains { $0.address == email.address }
            if !isKnown, contact.emails.count < Self.mostParts { contact.emails.append(email) }
        }
    }

    mutating func change(_ change: (inout Contact) -> Void) {
        var contact = record.contact ?? Contact()
        change(&contact)
        if !contact.isEmpty { set(\.contact, "contact", contact) }
    }

    // MARK: The whole

    /// Throws where it has no title, or no page although the format has pages.
    func finished(needsPage: Bool = true) throws(IncomingFault) -> Incoming {
        guard let title = Language.allCases.lazy.compactMap({ record.title[$0] }).first else {
            throw IncomingFault(place: key, what: "it has no title in Dutch, French, German or English")
        }
        guard page != nil || !needsPage else {
            throw IncomingFault(place: key, what: "it has no address where people can read it")
        }
        var whole = record
        if whole.organisations.isEmpty, whole.kind != .organisation, let usual = reader.mapping.organisation {
            whole.organisations = [usual]
        }
        let id =
            RecordID(ofAddress: home ?? key) ?? (key.hasPrefix("oai:") ? RecordID(ofKey: key) : nil)
            ?? RecordID(title: title) ?? RecordID(ofKey: key)
        guard let id else {
            throw IncomingFault(place: key, what: "no name for an address follows from its title")
        }
        whole.id = id
        return Incoming(key: key, record: whole, fields: fields, page: page, home: home)
    }
}
