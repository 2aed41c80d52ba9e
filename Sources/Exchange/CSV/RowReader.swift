import Catalogue

/// Writes the cells of a row into a record, and gathers everything that is wrong.
///
/// A cell that holds what our own sheet would hold is not looked at: what stood in a record before is not the fault of a
/// file, and what goes out and comes back is the same.
struct RowReader {
    /// A row with more is not mended fault by fault.
    private static let mostFaults = 20
    /// Far more than any list in the catalogue has.
    private static let mostParts = 200

    /// As it was before the row.
    let original: Record
    /// As it is after the row, as far as that can be read.
    var record: Record
    /// Trimmed, with line breaks as `\n`.
    let cells: [RecordColumn: String]
    private let isNew: Bool
    private(set) var names: ImportNames
    private(set) var faults: [RowFault] = []

    init(_ cells: [RecordColumn: String], base: Record, isNew: Bool, names: ImportNames) {
        original = base
        record = base
        // Nobody has to say that something new goes on.
        self.cells = cells.filter { !(isNew && $0.key == .status && $0.value.isEmpty) }
        self.isNew = isNew
        self.names = names
    }

    mutating func read() {
        for column in RecordColumn.allCases {
            guard let cell = changed(column) else { continue }
            if cell.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) {
                add(column, cell, .controlCharacter)
            } else {
                read(cell, in: column)
            }
        }
        readAges()
        checkYears()
        readSources()
        if record.contact?.isEmpty ?? false, record.contact != original.contact { record.contact = nil }
        if record.title.languages.isEmpty, isNew || record.title != original.title { add(nil, "", .titleMissing) }
    }

    /// The cell of a column that is in the file, unless it holds what the record has.
    func changed(_ column: RecordColumn) -> String? {
        guard column.isRead, let cell = cells[column], cell != original.cell(column).cleaned else { return nil }
        return cell
    }

    mutating func add(_ column: RecordColumn?, _ value: String, _ reason: RowFault.Reason) {
        guard faults.count < Self.mostFaults else { return }
        faults.append(RowFault(column, value, reason))
    }

    private mutating func read(_ cell: String, in column: RecordColumn) {
        switch column {
        // Who the row is about is known by now.
        case .id, .kind, .verified: break
        // Read together with what stands beside them.
        case .ageFrom, .ageTo, .sourceURLs, .sourceSays, .sourceSeen: break
        case .title(let language): record.title[language] = text(cell, in: language)
        case .summary(let language): record.summary[language] = text(cell, in: language)
        case .ownNames: record.ownNames = list(cell, column, otherwise: { _, _ in .noLanguage }, LanguageWords.language)
        case .languages: record.languages = list(cell, column, otherwise: { _, _ in .noLanguage }, LanguageWords.tag)
        case .organisations:
            record.organisations = identifiers(cell, column, among: \.names.organisations) {
                .unknownOrganisation(nearest: $0)
            }
        case .themes: record.themes = concepts(cell, column, of: .themes)
        case .audiences: record.audiences = concepts(cell, column, of: .audiences)
        case .territories: record.territories = concepts(cell, column, of: .territories)
        case .pillars: record.pillars = concepts(cell, column, of: .pillars)
        case .formats: record.formats = concepts(cell, column, of: .formats)
        case .cost: record.cost = one(cell, column, concepts(cell, column, of: .costs))
        case .status: readStatus(cell)
        case .founded: record.founded = year(cell, column)
        case .ended: record.ended = year(cell, column)
        case .dates: readDates(cell)
        case .yearly: readYearly(cell)
        case .link(let language): readLink(cell, for: language)
        case .phones: readPhones(cell)
        case .emails: readEmails(cell)
        case .chat:
            let address = webAddress(cell, column)
            changeContact { $0.chat = address }
        case .form:
            let address = webAddress(cell, column)
            changeContact { $0.form = address }
        case .address: changeContact { $0.address = cell.isEmpty ? nil : cell }
        }
    }

    // MARK: Values

    private func text(_ cell: String, in language: Language) -> String? {
        guard !cell.isEmpty else { return nil }
        return language == .fr ? cell.withFrenchSpacing : cell
    }

    private mutating func readStatus(_ cell: String) {
        let choices = Status.allCases.map(\.rawValue)
        if let status = Status(rawValue: cell.lowercased()) {
            record.status = status
        } else if cell.isEmpty {
            add(.status, cell, .emptied)
        } else {
            add(.status, cell, .noneOf(choices, nearest: nearest(to: cell.lowercased(), among: choices)))
        }
    }

    // MARK: Lists

    mutating func list<Value: Hashable>(
        _ cell: String, _ column: RecordColumn, otherwise reason: (inout Self, String) -> RowFault.Reason,
        _ make: (String) -> Value?
    ) -> [Value] {
        let items = parts(CellList.names(cell, isValue: { make($0) != nil }), of: column)
        var values: [Value] = []
        var seen: Set<Value> = []
        for item in items {
            if let value = make(item) {
                if seen.insert(value).inserted { values.append(value) } else { add(column, item, .twice) }
            } else {
                add(column, item, reason(&self, item))
            }
        }
        return values
    }

    /// The parts of a list, or none of too many.
    mutating func parts(_ items: [String], of column: RecordColumn) -> [String] {
        if items.count <= Self.mostParts { return items }
        add(column, cells[column] ?? "", .tooManyParts(Self.mostParts))
        return []
    }

    private mutating func identifiers(
        _ cell: String, _ column: RecordColumn, among known: WritableKeyPath<Self, KnownNames>,
        otherwise reason: (Identifier?) -> RowFault.Reason
    ) -> [Identifier] {
        let names = self[keyPath: known]
        return list(cell, column, otherwise: { reason($0[keyPath: known].suggestion(for: $1)) }, names.find)
    }

    private mutating func concepts(
        _ cell: String, _ column: RecordColumn, of vocabulary: VocabularyName
    ) -> [ConceptID] {
        identifiers(cell, column, among: \.names[vocabulary]) {
            .unknownConcept(vocabulary, nearest: $0)
        }
    }

    /// The only one of a list.
    private mutating func one(_ cell: String, _ column: RecordColumn, _ values: [ConceptID]) -> ConceptID? {
        if values.count > 1 { add(column, cell, .severalInsteadOfOne) }
        return values.first
    }
}

extension String {
    /// Without white space at the ends, with line breaks as `\n`.
    var cleaned: String {
        guard utf8.contains(UInt8(ascii: "\r")) else { return trimmed }
        return replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed
    }
}
