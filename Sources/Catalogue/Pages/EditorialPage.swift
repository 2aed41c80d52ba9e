/// A page of running text, such as "About": written in the catalogue, not in code.
package struct EditorialPage: Hashable, Codable, Sendable, Identifiable {
    package struct Section: Hashable, Codable, Sendable {
        package var heading: LocalisedText
        /// Paragraphs, separated by empty lines; a paragraph whose lines all begin with `- ` is a list.
        package var text: LocalisedText
        package var links: [LabelledLink]

        package init(heading: LocalisedText, text: LocalisedText, links: [LabelledLink]) {
            self.heading = heading
            self.text = text
            self.links = links
        }
    }

    package struct LabelledLink: Hashable, Codable, Sendable {
        package var label: LocalisedText
        package var address: WebAddress

        package init(label: LocalisedText, address: WebAddress) {
            self.label = label
            self.address = address
        }
    }

    package var id: Identifier
    package var title: LocalisedText
    package var lead: LocalisedText
    package var sections: [Section]

    package init(id: Identifier, title: LocalisedText, lead: LocalisedText, sections: [Section]) {
        self.id = id
        self.title = title
        self.lead = lead
        self.sections = sections
    }
}
