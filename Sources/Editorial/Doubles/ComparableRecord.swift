import Catalogue

/// What of a record is compared, taken out once.
struct ComparableRecord: Sendable {
    let id: RecordID
    let kind: Kind
    let owners: [RecordID]
    /// The records that it names as its own: organisations, channels of a guide, stops of a route.
    let named: Set<RecordID>
    let titles: [Title]
    /// By the page as it is compared.
    let pages: [String: WebAddress]
    let domains: Set<String>
    /// By the digits to dial within Belgium.
    let phones: [String: PhoneNumber]
    let emails: Set<String>
    let texts: [(language: Language, words: TextWords)]

    init(_ record: Record) {
        id = record.id
        kind = record.kind
        owners = record.organisations
        named = Set(record.namedRecords)
        titles = record.title.languages.compactMap { language in
            record.title[language].flatMap { Title($0, language: language) }
        }
        let contact = record.contact
        let addresses = record.links.map(\.address) + [contact?.chat, contact?.form].compactMap { $0 }
        pages = Dictionary(addresses.map { ($0.comparablePage, $0) }, uniquingKeysWith: { first, _ in first })
        emails = Set((contact?.emails ?? []).map { $0.address.lowercased() })
        domains = Set(
            addresses.compactMap(\.registeredDomain) + emails.compactMap { WebAddress.registeredDomain(ofEmail: $0) })
        phones = Dictionary(
            (contact?.phones ?? []).compactMap { phone in
                phone.number.comparable.map { ($0, phone.number) }
            }, uniquingKeysWith: { first, _ in first })
        texts = record.summary.languages.compactMap { language in
            record.summary[language].map { (language, TextWords($0, language: language)) }
        }.filter { !$0.words.words.isEmpty }
    }

    struct Title: Sendable {
        let text: String
        let language: Language
        let name: ComparableName
        /// What stands before an explanation.
        let head: ComparableName?

        /// Nil if there is nothing to compare in it.
        init?(_ text: String, language: Language) {
            guard let name = ComparableName(text) else { return nil }
            self.text = text
            self.language = language
            self.name = name
            head = ComparableName(headOf: text)
        }
    }

    func relation(to other: ComparableRecord) -> DoubleEvidence.Relation {
        if named.contains(other.id) || other.named.contains(id) { return .named }
        return kind == other.kind ? .sameKind : .otherKind
    }

    func sharesLanguage(with other: ComparableRecord) -> Bool {
        texts.contains { text in other.texts.contains { $0.language == text.language } }
    }

    /// Signs of the texts, with those nouns of German ones that are `known` as names in other languages.
    func signs(known: (UInt64) -> Bool) -> [UInt64] {
        texts.flatMap { $0.words.signs + $0.words.nouns.filter(known) }.uniqued
    }
}

extension PhoneNumber {
    /// The digits to dial within Belgium. Nil for emergency numbers, which say nothing about who answers.
    fileprivate var comparable: String? {
        let digits = dialled
        let national = digits.hasPrefix("+32") ? "0" + digits.dropFirst(3) : digits
        return ["100", "101", "110", "112"].contains(national) ? nil : national
    }
}
