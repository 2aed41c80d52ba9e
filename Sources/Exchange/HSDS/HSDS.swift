import Catalogue
import Foundation

/// The catalogue as human services data: HSDS 3.1 of Open Referral (https://docs.openreferral.org/en/3.1/).
///
/// Channels are services, and so is whatever is held to teach people something. Made once for a snapshot: everything
/// that is asked of it later is a look-up.
package struct HSDS: Sendable {
    package static let version = "3.1"
    /// We change nothing of the standard, so that its own pages say what our data is like.
    package static let profile = "https://docs.openreferral.org/en/3.1/hsds/schema_reference.html"

    /// A service or an organisation, in its place in the lists.
    package struct Entry: Hashable, Sendable {
        package let uuid: UUID
        package let record: RecordID
        /// When it was published first: the order of the lists, which no later change of a record disturbs.
        package let first: Date
        package let modified: Date
        /// False: withdrawn or set aside, and told only to those who ask what changed.
        package let isShown: Bool
    }

    /// A service where somebody can go to, or reach it from afar.
    package struct LocatedEntry: Hashable, Sendable {
        package let uuid: UUID
        package let service: Entry
        package let place: Place
    }

    package let catalogue: Catalogue
    package let addresses: PublicAddresses
    /// In the order in which they were published first, with those that are away.
    package let services: [Entry]
    package let organisations: [Entry]
    package let serviceAtLocations: [LocatedEntry]
    let log: ChangeLog
    let terms: HSDSTerms
    private let servicePlaces: [UUID: Int]
    private let organisationPlaces: [UUID: Int]
    private let locatedPlaces: [UUID: Int]
    private let offers: [RecordID: [RecordID]]
    private let languageNames: [LanguageTag: String]

    package init(catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses) {
        self.catalogue = catalogue
        self.log = log
        self.addresses = addresses
        terms = HSDSTerms(catalogue, addresses: addresses)
        let all = catalogue.records + catalogue.away.values
        let entries = { (isWanted: (Record) -> Bool) in
            all.filter(isWanted).map { Self.entry($0, log: log, addresses: addresses) }
                .sorted { ($0.first, $0.record) < ($1.first, $1.record) }
        }
        services = entries(Self.isService)
        organisations = entries { $0.kind == .organisation }
        var located: [LocatedEntry] = []
        var offers: [RecordID: [RecordID]] = [:]
        var languages: Set<LanguageTag> = []
        for entry in services where entry.isShown {
            guard let record = catalogue[entry.record] else { continue }
            languages.formUnion(record.languages)
            for organisation in record.organisations { offers[organisation, default: []].append(record.id) }
            for place in Place.places(of: record) {
                let address = addresses.record(record.id) + "#service-" + place.name
                located.append(LocatedEntry(uuid: UUID(address: address), service: entry, place: place))
            }
        }
        serviceAtLocations = located
        self.offers = offers
        servicePlaces = Self.places(services.map(\.uuid))
        organisationPlaces = Self.places(organisations.map(\.uuid))
        locatedPlaces = Self.places(located.map(\.uuid))
        let english = Locale(identifier: "en")
        languageNames = Dictionary(
            uniqueKeysWithValues: languages.compactMap { tag in
                english.localizedString(forLanguageCode: tag.primary).map { (tag, $0) }
            })
    }

    /// What people come to and take part in; things to read, to play or to download are none.
    package static func isService(_ record: Record) -> Bool {
        switch record.kind {
        case .channel: true
        case .initiative, .resource, .event: record.formats.contains { teaching.contains($0.description) }
        case .organisation, .publication, .route, .guide: false
        }
    }

    /// Concepts of the vocabulary of formats.
    private static let teaching: Set = ["training", "workshop"]

    private static func entry(_ record: Record, log: ChangeLog, addresses: PublicAddresses) -> Entry {
        let change = log[record.id]
        return Entry(
            uuid: UUID(address: addresses.record(record.id)), record: record.id, first: change?.first ?? .distantPast,
            modified: change?.last ?? .distantPast, isShown: record.isShown)
    }

    private static func places(_ names: [UUID]) -> [UUID: Int] {
        Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
}

// MARK: Looking up

extension HSDS {
    package func placeOfService(_ uuid: UUID) -> Int? { servicePlaces[uuid] }

    package func placeOfOrganisation(_ uuid: UUID) -> Int? { organisationPlaces[uuid] }

    package func placeOfServiceAtLocation(_ uuid: UUID) -> Int? { locatedPlaces[uuid] }

    /// The services of an organisation.
    func services(of organisation: RecordID) -> [Record] {
        (offers[organisation] ?? []).compactMap { catalogue[$0] }
    }

    /// The name of a language in English.
    func name(of language: LanguageTag) -> String? { languageNames[language] }

    /// The UUID of a record, or of a part of it. Parts are named by what they hold, not by their place among others, so
    /// that they keep their names when others come and go.
    func uuid(_ record: RecordID, _ part: String? = nil) -> String {
        UUID(address: addresses.record(record) + (part.map { "#" + $0 } ?? "")).lowercased
    }

    func english(_ text: LocalisedText) -> String? { text.text(for: Language.en)?.text }

    func moment(_ date: Date) -> String { date.formatted(.iso8601) }
}

extension LanguageTag {
    /// Without subtags: what ISO 639 knows.
    var primary: String { String(description.prefix { $0 != "-" }) }
}
