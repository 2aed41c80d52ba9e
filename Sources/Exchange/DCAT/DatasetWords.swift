import Catalogue

/// What the data are called, and where people read about them.
package struct DatasetWords: Sendable {
    /// Of the whole offer.
    package var catalogueTitle = LocalisedText()
    package var catalogueSays = LocalisedText()
    package var recordsTitle = LocalisedText()
    package var recordsSays = LocalisedText()
    package var vocabulariesTitle = LocalisedText()
    package var vocabulariesSays = LocalisedText()
    /// What people search for who need such data.
    package var keywords = LocalisedList()
    /// Of whoever publishes them, where no record says it.
    package var publisherName = LocalisedText()
    /// Whom to ask.
    package var contactName = LocalisedText()
    /// Files, by the end of their address after that of the site.
    package var files: [DatasetFile: LocalisedText] = [:]
    package var services: [DatasetService: LocalisedText] = [:]
    /// Addresses of pages.
    package var contactPage = ""
    package var homePages: [String] = []
    package var documentation: [String] = []

    package init() {}
}

/// A file in which the data can be had.
package enum DatasetFile: CaseIterable, Sendable {
    case table, sheet, lines, package, feed, calendar
    case turtle, jsonLD

    /// After the address of the site.
    package var path: String {
        switch self {
        case .table: "/data/records.csv"
        case .sheet: "/data/records-excel.csv"
        case .lines: "/data/records.jsonl"
        case .package: "/hsds/datapackage.zip"
        case .feed: "/en/feed.atom"
        case .calendar: "/en/events.ics"
        case .turtle: "/vocabulary.ttl"
        case .jsonLD: "/vocabulary.jsonld"
        }
    }

    var isOfVocabularies: Bool { self == .turtle || self == .jsonLD }

    /// In the table of file types; nil where it has none that fits.
    var fileType: String? {
        switch self {
        case .table, .sheet: Authority.fileType("CSV")
        case .lines: Authority.fileType("JSON")
        case .package: Authority.fileType("ZIP")
        case .feed: Authority.fileType("ATOM")
        case .calendar: nil
        case .turtle: Authority.fileType("RDF_TURTLE")
        case .jsonLD: Authority.fileType("JSON_LD")
        }
    }

    /// As it is registered; nil for JSON lines, which nobody registered.
    var mediaType: String? {
        let name: String? =
            switch self {
            case .table, .sheet: "text/csv"
            case .lines: nil
            case .package: "application/zip"
            case .feed: "application/atom+xml"
            case .calendar: "text/calendar"
            case .turtle: "text/turtle"
            case .jsonLD: "application/ld+json"
            }
        return name.map { "https://www.iana.org/assignments/media-types/\($0)" }
    }

    /// The standard that it follows.
    var standard: String? {
        switch self {
        case .table, .sheet: "https://specs.frictionlessdata.io/tabular-data-package/"
        case .package: DatasetService.hsds.standard
        case .turtle, .jsonLD: "http://www.w3.org/TR/skos-reference"
        case .lines, .feed, .calendar: nil
        }
    }
}

/// A service that answers questions about the data.
package enum DatasetService: CaseIterable, Sendable {
    case api, hsds, harvesting

    /// After the address of the site.
    package var path: String {
        switch self {
        case .api: "/api/v1"
        case .hsds: "/hsds"
        case .harvesting: "/oai"
        }
    }

    /// Where it describes itself.
    var description: String {
        switch self {
        case .api: "/api/v1/openapi.json"
        case .hsds: "/hsds"
        case .harvesting: "/oai?verb=Identify"
        }
    }

    var standard: String {
        switch self {
        case .api: "https://spec.openapis.org/oas/v3.1.0"
        case .hsds: "https://docs.openreferral.org/"
        case .harvesting: "http://www.openarchives.org/OAI/openarchivesprotocol.html"
        }
    }
}
