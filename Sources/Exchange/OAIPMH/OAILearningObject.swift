import Catalogue

/// A record as Learning Object Metadata in XML (IEEE 1484.12.1 and 1484.12.3). Words of our own vocabularies name them as
/// their source; those of LOM name `LOMv1.0`.
struct OAILearningObject {
    let record: Record
    let catalogue: Catalogue
    let addresses: PublicAddresses

    private static let standard = "LOMv1.0"

    func write(to xml: inout XMLWriter) {
        let names: XMLWriter.Attributes = [
            "xmlns": OAIFormat.lom.namespace, "xmlns:xsi": XMLNames.instance,
            "xsi:schemaLocation": "\(OAIFormat.lom.namespace) \(OAIFormat.lom.schema(at: addresses.site))",
        ]
        xml.element("lom", names) { xml in
            writeGeneral(to: &xml)
            writeLifeCycle(to: &xml)
            writeMetaMetadata(to: &xml)
            if !record.links.isEmpty {
                xml.element("technical") { xml in
                    for link in record.links { xml.element("location", [:], link.address.description) }
                }
            }
            writeEducational(to: &xml)
            if let cost = record.cost?.description, cost != "mixed" {
                xml.element("rights") { xml in xml.word("cost", cost == "free" ? "no" : "yes", of: Self.standard) }
            }
            writeRelations(to: &xml)
            writeThemes(to: &xml)
        }
    }

    private func writeGeneral(to xml: inout XMLWriter) {
        xml.element("general") { xml in
            xml.entry("identifier", catalog: "URI", addresses.record(record.id))
            xml.strings("title", record.title)
            for language in record.languages { xml.element("language", [:], language.description) }
            xml.strings("description", record.summary)
            for theme in record.themes {
                if let concept = catalogue[.themes][theme] { xml.strings("keyword", concept.label) }
            }
            for territory in record.territories {
                if let concept = catalogue[.territories][territory] { xml.strings("coverage", concept.label) }
            }
            if record.kind == .route {
                xml.word("structure", "linear", of: Self.standard)
                xml.word("aggregationLevel", "2", of: Self.standard)
            }
        }
    }

    /// Who made it, and when.
    private func writeLifeCycle(to xml: inout XMLWriter) {
        let cards = record.organisations.compactMap { card(of: $0) }
        guard !cards.isEmpty else { return }
        xml.element("lifeCycle") { xml in
            xml.element("contribute") { xml in
                xml.word("role", "publisher", of: Self.standard)
                for card in cards { xml.element("entity", [:], card) }
                if let year = record.founded {
                    xml.element("date") { $0.element("dateTime", [:], String(year)) }
                }
            }
        }
    }

    /// Who checked the description, and when.
    private func writeMetaMetadata(to xml: inout XMLWriter) {
        xml.element("metaMetadata") { xml in
            if let verified = record.verified {
                xml.element("contribute") { xml in
                    xml.word("role", "validator", of: Self.standard)
                    if let card = verified.organisation.flatMap({ card(of: $0) }) {
                        xml.element("entity", [:], card)
                    }
                    xml.element("date") { $0.element("dateTime", [:], verified.on.description) }
                }
            }
            xml.element("metadataSchema", [:], Self.standard)
        }
    }

    private func writeEducational(to xml: inout XMLWriter) {
        let roles = record.audiences.compactMap { Self.roles[$0.description] }
        xml.element("educational") { xml in
            for format in record.formats {
                if format.description == "quiz" {
                    xml.word("learningResourceType", "self assessment", of: Self.standard)
                } else {
                    xml.word(
                        "learningResourceType", format.description, of: addresses.vocabulary(.formats))
                }
            }
            for (place, role) in roles.enumerated() where !roles[..<place].contains(role) {
                xml.word("intendedEndUserRole", role, of: Self.standard)
            }
            for audience in record.audiences {
                xml.word("intendedEndUserRole", audience.description, of: addresses.vocabulary(.audiences))
            }
            if let ages = record.ages {
                xml.element("typicalAgeRange") { xml in
                    xml.element("string", ["language": "x-none"], "\(ages.from)-\(ages.to)")
                }
            }
            if let minutes = record.route?.minutes, minutes > 0 {
                xml.element("typicalLearningTime") { $0.element("duration", [:], "PT\(minutes)M") }
            }
        }
    }

    /// The four roles that LOM knows, for those of our audiences that have one.
    private static let roles = [
        "young-children": "learner", "children": "learner", "teenagers": "learner", "young-adults": "learner",
        "teachers": "teacher", "school-leaders": "manager",
    ]

    /// The stops of a route.
    private func writeRelations(to xml: inout XMLWriter) {
        for part in record.route?.stops.flatMap(\.records) ?? [] {
            xml.element("relation") { xml in
                xml.word("kind", "haspart", of: Self.standard)
                xml.element("resource") { $0.entry("identifier", catalog: "URI", addresses.record(part)) }
            }
        }
    }

    /// Its place in the tree of themes, from wide to narrow.
    private func writeThemes(to xml: inout XMLWriter) {
        let vocabulary = catalogue[.themes]
        let concepts = record.themes.compactMap { vocabulary[$0] }
        guard !concepts.isEmpty else { return }
        xml.element("classification") { xml in
            xml.word("purpose", "discipline", of: Self.standard)
            for concept in concepts {
                xml.element("taxonPath") { xml in
                    xml.element("source") { xml in
                        xml.element("string", ["language": "x-none"], addresses.vocabulary(.themes))
                    }
                    let wider = vocabulary.ancestors(of: concept.id).reversed().compactMap { vocabulary[$0] }
                    for step in wider + [concept] {
                        xml.element("taxon") { xml in
                            xml.element("id", [:], addresses.concept(step.id, in: .themes))
                            xml.strings("entry", step.label)
                        }
                    }
                }
            }
        }
    }

    /// An organisation as a card (RFC 2426), which is how LOM names whoever contributed.
    private func card(of organisation: RecordID) -> String? {
        guard let name = catalogue.name(of: organisation) else { return nil }
        let safe = name.reduce(into: "") { text, letter in
            if "\\,;".contains(letter) { text += "\\" }
            text += letter.isNewline ? " " : String(letter)
        }
        return "BEGIN:VCARD\nVERSION:3.0\nFN:\(safe)\nN:\(safe)\nORG:\(safe)\nURL:\(addresses.record(organisation))\n"
            + "END:VCARD"
    }
}

extension XMLWriter {
    /// A text of LOM: one element, with a string in each language.
    fileprivate mutating func strings(_ name: String, _ text: LocalisedText) {
        let languages = text.languages
        guard !languages.isEmpty else { return }
        element(name) { xml in
            for language in languages { xml.element("string", ["language": language.rawValue], text[language]) }
        }
    }

    /// A word out of a vocabulary.
    fileprivate mutating func word(_ name: String, _ value: String, of source: String) {
        element(name) { xml in
            xml.element("source", [:], source)
            xml.element("value", [:], value)
        }
    }

    fileprivate mutating func entry(_ name: String, catalog: String, _ entry: String) {
        element(name) { xml in
            xml.element("catalog", [:], catalog)
            xml.element("entry", [:], entry)
        }
    }
}
