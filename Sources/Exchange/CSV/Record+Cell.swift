import Catalogue

extension Record {
    /// What stands in a column of our own sheets.
    package func cell(_ column: RecordColumn) -> String {
        switch column {
        case .id: id.description
        case .kind: kind.rawValue
        case .title(let language): title[language] ?? ""
        case .ownNames: CellList.cell(ownNames.map(\.rawValue))
        case .summary(let language): summary[language] ?? ""
        case .organisations: CellList.cell(organisations.map(\.description))
        case .languages: CellList.cell(languages.map(\.description))
        case .themes: CellList.cell(themes.map(\.description))
        case .audiences: CellList.cell(audiences.map(\.description))
        case .ageFrom: ages.map { String($0.from) } ?? ""
        case .ageTo: ages.map { String($0.to) } ?? ""
        case .territories: CellList.cell(territories.map(\.description))
        case .pillars: CellList.cell(pillars.map(\.description))
        case .formats: CellList.cell(formats.map(\.description))
        case .cost: cost?.description ?? ""
        case .founded: founded.map { String($0) } ?? ""
        case .ended: ended.map { String($0) } ?? ""
        case .dates: CellList.cell(dates.map(CellDate.cell))
        case .yearly: kind == .event ? (yearly ? "yes" : "no") : ""
        case .link(let language): links.first { $0.language == language }?.address.description ?? ""
        case .phones: CellList.cell(contact?.phones.map(\.number.description) ?? [])
        case .emails: CellList.cell(contact?.emails.map(\.address) ?? [])
        case .chat: contact?.chat?.description ?? ""
        case .form: contact?.form?.description ?? ""
        case .address: contact?.address ?? ""
        case .sourceURLs: CellList.cell(sources.map(\.address.description))
        case .sourceSays: CellList.cell(sources.map(\.says))
        case .sourceSeen: CellList.cell(sources.map { $0.seen?.description ?? "" })
        case .verified: verified?.on.description ?? ""
        case .status: status.rawValue
        }
    }
}
