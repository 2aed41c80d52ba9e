/// A table of the Tabular Data Package of HSDS (https://docs.openreferral.org/en/3.1/hsds/serialization.html).
struct HSDSTable: Sendable {
    struct Column: Sendable {
        let name: String
        let type: ColumnType
        var isRequired = false
        var isUnique = false
        /// The table whose `id` it names.
        var target: Name?
    }

    enum ColumnType: Sendable {
        case uuid, text, email, uri, number, date, moment, clock
        case choice([String])
    }

    /// The names of the tables in the standard, and of one of ours at the end.
    enum Name: String, CaseIterable, Sendable {
        case organization, service, attribute
        case serviceAtLocation = "service_at_location"
        case location, phone, contact, address, schedule
        case serviceArea = "service_area"
        case language
        case taxonomyTerm = "taxonomy_term"
        case costOption = "cost_option"
        case taxonomy, url
        /// Texts in every language, and in easy words: an extension.
        case translation
    }

    let name: Name
    let file: String
    let columns: [Column]
    /// The properties of an object under which others lie that have a table of their own.
    var children: [(property: String, table: Name)] = []

    static func of(_ name: Name) -> HSDSTable {
        switch name {
        case .organization: organizations
        case .service: services
        case .attribute: attributes
        case .serviceAtLocation: serviceAtLocations
        case .location: locations
        case .phone: phones
        case .contact: contacts
        case .address: addresses
        case .schedule: schedules
        case .serviceArea: serviceAreas
        case .language: languages
        case .taxonomyTerm: taxonomyTerms
        case .costOption: costOptions
        case .taxonomy: taxonomies
        case .url: urls
        case .translation: translations
        }
    }
}

// MARK: Columns

extension HSDSTable.Column {
    static let id = Self(name: "id", type: .uuid, isRequired: true, isUnique: true)

    static func text(_ name: String, required: Bool = false) -> Self {
        Self(name: name, type: .text, isRequired: required)
    }

    static func of(_ name: String, _ type: HSDSTable.ColumnType) -> Self { Self(name: name, type: type) }

    static func link(_ target: HSDSTable.Name, required: Bool = false) -> Self {
        Self(name: "\(target.rawValue)_id", type: .uuid, isRequired: required, target: target)
    }
}

extension HSDSTable {
    private static let placeTypes = ColumnType.choice(["physical", "postal", "virtual"])

    private static let organizations = HSDSTable(
        name: .organization, file: "organizations.csv",
        columns: [
            .id, .text("name", required: true), .text("alternate_name"), .text("description", required: true),
            .of("email", .email), .of("website", .uri), .of("uri", .uri),
        ],
        children: [
            ("additional_websites", .url), ("contacts", .contact), ("phones", .phone), ("locations", .location),
            ("attributes", .attribute), ("translations", .translation),
        ])

    private static let services = HSDSTable(
        name: .service, file: "services.csv",
        columns: [
            .id, .link(.organization, required: true), .text("name", required: true), .text("alternate_name"),
            .text("description"), .of("url", .uri), .of("email", .email),
            Column(
                name: "status", type: .choice(["active", "inactive", "defunct", "temporarily closed"]),
                isRequired: true),
            .text("application_process"), .text("fees_description"), .text("eligibility_description"),
            .of("minimum_age", .number), .of("maximum_age", .number), .of("assured_date", .date),
            .of("assurer_email", .email), .text("alert"), .of("last_modified", .moment),
        ],
        children: [
            ("additional_urls", .url), ("phones", .phone), ("schedules", .schedule), ("service_areas", .serviceArea),
            ("service_at_locations", .serviceAtLocation), ("languages", .language), ("cost_options", .costOption),
            ("contacts", .contact), ("attributes", .attribute), ("translations", .translation),
        ])

    private static let attributes = HSDSTable(
        name: .attribute, file: "attributes.csv",
        columns: [
            .id, Column(name: "link_id", type: .uuid, isRequired: true), .link(.taxonomyTerm, required: true),
            .text("link_type"), .text("link_entity", required: true),
        ])

    private static let serviceAtLocations = HSDSTable(
        name: .serviceAtLocation, file: "service_at_location.csv",
        columns: [.id, .link(.service, required: true), .link(.location, required: true)],
        children: [("location", .location)])

    private static let locations = HSDSTable(
        name: .location, file: "locations.csv",
        columns: [
            .id, Column(name: "location_type", type: placeTypes, isRequired: true), .of("url", .uri),
            .link(.organization), .text("name"), .text("description"),
        ],
        children: [("addresses", .address)])

    private static let phones = HSDSTable(
        name: .phone, file: "phones.csv",
        columns: [
            .id, .link(.service), .link(.organization), .text("number", required: true), .text("type"),
            .text("description"),
        ])

    private static let contacts = HSDSTable(
        name: .contact, file: "contacts.csv",
        columns: [.id, .link(.organization), .link(.service), .text("title"), .of("email", .email)])

    private static let addresses = HSDSTable(
        name: .address, file: "addresses.csv",
        columns: [
            .id, .link(.location), .text("address_1", required: true), .text("city", required: true), .text("region"),
            .text("state_province", required: true), .text("postal_code", required: true),
            .text("country", required: true), Column(name: "address_type", type: placeTypes, isRequired: true),
        ])

    private static let schedules = HSDSTable(
        name: .schedule, file: "schedules.csv",
        columns: [
            .id, .link(.service), .of("valid_from", .date), .of("valid_to", .date), .of("dtstart", .date),
            .of("timezone", .number), .of("until", .date),
            .of("wkst", .choice(["MO", "TU", "WE", "TH", "FR", "SA", "SU"])),
            .of("freq", .choice(["WEEKLY", "MONTHLY"])),
            .of("interval", .number), .text("byday"), .text("description"), .of("opens_at", .clock),
            .of("closes_at", .clock), .text("attending_type"), .text("notes"),
        ])

    private static let serviceAreas = HSDSTable(
        name: .serviceArea, file: "service_areas.csv", columns: [.id, .link(.service), .text("name"), .of("uri", .uri)])

    private static let languages = HSDSTable(
        name: .language, file: "languages.csv",
        columns: [.id, .link(.service), .text("name"), .text("code"), .text("note")])

    private static let taxonomyTerms = HSDSTable(
        name: .taxonomyTerm, file: "taxonomy_terms.csv",
        columns: [
            .id, Column(name: "code", type: .text, isUnique: true), .text("name", required: true),
            .text("description", required: true), Column(name: "parent_id", type: .uuid, target: .taxonomyTerm),
            .text("taxonomy"), .text("language"), .link(.taxonomy), .of("term_uri", .uri),
        ],
        children: [("translations", .translation)])

    private static let costOptions = HSDSTable(
        name: .costOption, file: "cost_options.csv",
        columns: [.id, .link(.service, required: true), .text("option"), .text("currency"), .of("amount", .number)])

    private static let taxonomies = HSDSTable(
        name: .taxonomy, file: "taxonomies.csv",
        columns: [.id, .text("name", required: true), .text("description", required: true), .of("uri", .uri)])

    private static let urls = HSDSTable(
        name: .url, file: "url.csv",
        columns: [
            .id, .text("label"), Column(name: "url", type: .uri, isRequired: true), .link(.organization),
            .link(.service),
        ])

    private static let translations = HSDSTable(
        name: .translation, file: "translations.csv",
        columns: [
            .id, Column(name: "resource_id", type: .uuid, isRequired: true), .text("resource_type", required: true),
            .text("language", required: true), .text("name"), .text("description"), .text("application_process"),
        ])
}
