import Catalogue

/// A record in unqualified Dublin Core (https://www.dublincore.org/specifications/dublin-core/dces/). What the record says
/// about its subject, never about itself: the licence of the description stands in the answer to `Identify`.
struct OAIDublinCore {
    let record: Record
    let catalogue: Catalogue
    let addresses: PublicAddresses

    private static let names: XMLWriter.Attributes = [
        "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/", "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:xsi": XMLNames.instance,
        "xsi:schemaLocation":
            "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
    ]

    /// The element around Dublin Core, which also describes sets and the catalogue itself.
    static func element(in xml: inout XMLWriter, _ content: (inout XMLWriter) -> Void) {
        xml.element("oai_dc:dc", names, content)
    }

    func write(to xml: inout XMLWriter) {
        Self.element(in: &xml) { xml in
            xml.texts("dc:title", record.title)
            for organisation in record.organisations {
                guard let name = catalogue.name(of: organisation) else { continue }
                xml.element(isAuthored ? "dc:creator" : "dc:publisher", [:], name)
            }
            for theme in record.themes {
                if let concept = catalogue[.themes][theme] { xml.texts("dc:subject", concept.label) }
            }
            xml.texts("dc:description", record.summary)
            for date in dates { xml.element("dc:date", [:], date) }
            writeTypes(to: &xml)
            xml.element("dc:identifier", [:], addresses.record(record.id))
            for link in record.links { xml.element("dc:identifier", [:], link.address.description) }
            if let home = record.home { xml.element("dc:source", [:], home) }
            for language in record.languages { xml.element("dc:language", [:], language.description) }
            for organisation in record.organisations {
                xml.element("dc:relation", [:], addresses.record(organisation))
            }
            for territory in record.territories {
                if let concept = catalogue[.territories][territory] { xml.texts("dc:coverage", concept.label) }
            }
        }
    }

    /// Whether its organisations made it, rather than offer it.
    private var isAuthored: Bool { [.resource, .publication, .route, .guide].contains(record.kind) }

    /// In the form that Dublin Core recommends: years, days, or from a day to a day.
    private var dates: [String] {
        record.dates.map { date in
            date.start.description + (date.end.map { $0 == date.start ? "" : "/\($0)" } ?? "")
        } + (record.founded.map { [String($0)] } ?? [])
    }

    private func writeTypes(to xml: inout XMLWriter) {
        if let kind = ConceptID(record.kind.rawValue).flatMap({ catalogue[.kinds][$0] }), let word = kind.label[.en] {
            xml.element("dc:type", ["xml:lang": "en"], word)
        }
        if let type = dcmiType { xml.element("dc:type", [:], type) }
        for format in record.formats {
            if let word = catalogue[.formats][format]?.label[.en] {
                xml.element("dc:type", ["xml:lang": "en"], word)
            }
        }
    }

    /// Its word in the DCMI type vocabulary, where one fits.
    private var dcmiType: String? {
        switch record.kind {
        case .channel: "Service"
        case .event: "Event"
        case .publication: "Text"
        case .route, .guide: "InteractiveResource"
        case .resource: record.formats.lazy.compactMap { Self.types[$0.description] }.first
        case .organisation, .initiative: nil
        }
    }

    private static let types = [
        "video": "MovingImage", "podcast": "Sound", "poster": "Image", "brochure": "Text", "magazine": "Text",
        "research": "Text", "game": "InteractiveResource", "quiz": "InteractiveResource", "app": "Software",
        "website": "InteractiveResource", "database": "Dataset",
    ]
}

extension Catalogue {
    /// What an organisation calls itself, as far as the catalogue knows.
    func name(of organisation: RecordID) -> String? {
        guard let record = any(organisation) else { return nil }
        return record.title.text(for: record.ownNames.first ?? .en)?.text
    }
}

extension XMLWriter {
    /// A text in each language that it has. The same words in several languages are a name, and belong to none.
    mutating func texts(_ name: String, _ text: LocalisedText) {
        var written: [String] = []
        let languages = text.languages
        for language in languages {
            guard let words = text[language], !written.contains(words) else { continue }
            written.append(words)
            let isName = languages.contains { $0 != language && text[$0] == words }
            element(name, ["xml:lang": isName ? nil : language.rawValue], words)
        }
    }
}
