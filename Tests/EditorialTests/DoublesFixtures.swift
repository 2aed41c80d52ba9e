import Foundation

@testable import Catalogue
@testable import Editorial

/// The catalogue that ships, and small records to compare.
enum DoublesFixtures {
    static let shipped: Catalogue = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("catalogue").path
        return CatalogueReader().read([folder]).catalogue
    }()

    static let finder = DoubleFinder(shipped)

    static func catalogue(_ records: [Record]) -> Catalogue { Catalogue(records: records, vocabularies: [], pages: []) }

    static func id(_ text: String) -> RecordID { RecordID(text) ?? .unreadable }

    static func record(
        _ name: String, _ kind: Kind = .initiative, title: [Language: String] = [:], summary: [Language: String] = [:],
        owners: [String] = [], links: [String] = [], phones: [String] = [], emails: [String] = []
    ) -> Record {
        var record = Record(
            id: id(name), kind: kind, title: LocalisedText(title), summary: LocalisedText(summary), status: .active)
        record.organisations = owners.map(id)
        record.links = links.compactMap { WebAddress($0) }.map { Link(address: $0, language: nil) }
        var contact = Contact()
        contact.phones = phones.compactMap { PhoneNumber($0) }.map { Contact.Phone(number: $0) }
        contact.emails = emails.compactMap { Contact.Email(address: $0) }
        record.contact = contact.isEmpty ? nil : contact
        return record
    }
}
