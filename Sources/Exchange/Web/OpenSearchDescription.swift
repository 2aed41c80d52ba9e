/// How programs search the site (OpenSearch 1.1): browsers and libraries learn from it.
package struct OpenSearchDescription: Sendable {
    package static let mediaType = "application/opensearchdescription+xml"

    /// A way to search.
    package struct Way: Sendable {
        package let mediaType: String
        package let relation: String
        /// With `{searchTerms}` where the words go.
        package let template: String

        package init(mediaType: String, relation: String = "results", template: String) {
            self.mediaType = mediaType
            self.relation = relation
            self.template = template
        }
    }

    /// At most 16 letters.
    package let name: String
    /// At most 48 letters.
    package let longName: String
    /// At most 1,024 letters.
    package let description: String
    /// A BCP 47 tag.
    package let language: String
    package let ownAddress: String
    /// The address of an SVG picture.
    package let picture: String
    package let ways: [Way]
    package let attribution: String

    package init(
        name: String, longName: String, description: String, language: String, ownAddress: String, picture: String,
        ways: [Way], attribution: String
    ) {
        self.name = name
        self.longName = longName
        self.description = description
        self.language = language
        self.ownAddress = ownAddress
        self.picture = picture
        self.ways = ways
        self.attribution = attribution
    }

    package var bytes: [UInt8] {
        var xml = XMLWriter()
        xml.element("OpenSearchDescription", ["xmlns": "http://a9.com/-/spec/opensearch/1.1/"]) { xml in
            xml.element("ShortName", [:], String(name.prefix(16)))
            xml.element("Description", [:], String(description.prefix(1_024)))
            xml.element("LongName", [:], String(longName.prefix(48)))
            for way in ways {
                xml.element("Url", ["type": way.mediaType, "rel": way.relation, "template": way.template])
            }
            xml.element(
                "Url", ["type": Self.mediaType, "rel": "self", "template": ownAddress])
            xml.element("Image", ["type": "image/svg+xml"], picture)
            xml.element("Attribution", [:], String(attribution.prefix(256)))
            xml.element("SyndicationRight", [:], "open")
            xml.element("AdultContent", [:], "false")
            xml.element("Language", [:], language)
            xml.element("OutputEncoding", [:], "UTF-8")
            xml.element("InputEncoding", [:], "UTF-8")
        }
        return xml.bytes
    }
}
