import Foundation

extension AtomFeed {
    /// Something that is there.
    package struct Entry: Sendable {
        /// An address, the same for ever: readers know by it what they have shown already.
        package let id: String
        package let title: String
        package let updated: Date
        /// Where to read on.
        package let address: String
        package let summary: String
        package var published: Date?
        /// BCP 47 tags, where a text is in another language than its feed.
        package var titleLanguage: String?
        package var summaryLanguage: String?
        package var links: [Link] = []
        package var categories: [Category] = []
        /// Those behind what the entry is about.
        package var contributors: [Person] = []

        package init(id: String, title: String, updated: Date, address: String, summary: String) {
            self.id = id
            self.title = title
            self.updated = updated
            self.address = address
            self.summary = summary
        }

        func write(to xml: inout XMLWriter) {
            xml.element("entry") { xml in
                xml.element("id", [:], id)
                xml.element("title", ["xml:lang": titleLanguage], title)
                if let published { xml.element("published", [:], published.formatted(.iso8601)) }
                xml.element("updated", [:], updated.formatted(.iso8601))
                Link("alternate", address).write(to: &xml)
                for link in links { link.write(to: &xml) }
                for person in contributors {
                    xml.element("contributor") { xml in
                        xml.element("name", [:], person.name)
                        if let address = person.address { xml.element("uri", [:], address) }
                    }
                }
                for category in categories {
                    xml.element(
                        "category", ["scheme": category.scheme, "term": category.term, "label": category.label])
                }
                xml.element("summary", ["xml:lang": summaryLanguage], summary)
            }
        }
    }

    /// Something that was there, so that copies can drop it (RFC 6721).
    package struct Gone: Sendable {
        static let space = "http://purl.org/atompub/tombstones/1.0"

        /// That of the entry.
        package let id: String
        package let at: Date
        /// Why it is gone.
        package let comment: String
        /// What to look at instead.
        package let successor: String?

        package init(id: String, at: Date, comment: String, successor: String? = nil) {
            self.id = id
            self.at = at
            self.comment = comment
            self.successor = successor
        }

        func write(to xml: inout XMLWriter) {
            xml.element("at:deleted-entry", ["ref": id, "when": at.formatted(.iso8601)]) { xml in
                xml.element("at:comment", [:], comment)
                if let successor { Link("related", successor).write(to: &xml) }
            }
        }
    }

    package struct Link: Hashable, Sendable {
        package let relation: String
        package let address: String
        package let mediaType: String?
        /// A BCP 47 tag.
        package let language: String?

        package init(_ relation: String, _ address: String, mediaType: String? = nil, language: String? = nil) {
            self.relation = relation
            self.address = address
            self.mediaType = mediaType
            self.language = language
        }

        func write(to xml: inout XMLWriter) {
            xml.element("link", ["rel": relation, "type": mediaType, "hreflang": language, "href": address])
        }
    }

    /// What an entry is about: a concept of a vocabulary.
    package struct Category: Hashable, Sendable {
        /// The name of the vocabulary on the web.
        package let scheme: String
        package let term: String
        /// For people.
        package let label: String

        package init(scheme: String, term: String, label: String) {
            self.scheme = scheme
            self.term = term
            self.label = label
        }
    }

    /// Somebody, or an organisation.
    package struct Person: Hashable, Sendable {
        package let name: String
        package let address: String?

        package init(name: String, address: String? = nil) {
            self.name = name
            self.address = address
        }
    }
}
