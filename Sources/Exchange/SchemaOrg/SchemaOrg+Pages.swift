import Catalogue

// What a page of the site tells beside its subject.
extension SchemaOrg {
    /// A step on the way to a page; the last is the page itself and has no address.
    package struct Step: Hashable, Sendable {
        package let name: String
        package let address: String?

        package init(_ name: String, _ address: String?) {
            self.name = name
            self.address = address
        }
    }

    /// All that a page tells: where it stands, and what it is about.
    package static func page(_ steps: [Step], about subjects: [JSON]) -> JSON {
        ["@context": .text(context), "@graph": .list((steps.count > 1 ? [trail(steps)] : []) + subjects)]
    }

    private static func trail(_ steps: [Step]) -> JSON {
        [
            "@type": "BreadcrumbList",
            "itemListElement": .list(
                steps.enumerated().map { place, step in
                    .fields([
                        "@type": "ListItem", "position": .number(place + 1), "name": .text(step.name),
                        "item": .text(step.address),
                    ])
                }),
        ]
    }

    /// The site as a whole, how to search it, and those who keep it.
    /// - Parameters:
    ///   - search: the address of a search, with `{query}` in the place of what is searched.
    package static func site(
        _ name: String, description: String, language: String, home: String, search: String,
        addresses: PublicAddresses
    ) -> [JSON] {
        [
            [
                "@type": "WebSite", "@id": .text("\(addresses.site)/#website"), "url": .text(home),
                "name": .text(name), "description": .text(description), "inLanguage": .text(language),
                "license": .text(Licence.data.address), "publisher": ["@id": .text(addresses.publisher)],
                "potentialAction": [
                    "@type": "SearchAction",
                    "target": ["@type": "EntryPoint", "urlTemplate": .text(search)],
                    "query-input": "required name=query",
                ],
            ],
            [
                "@type": "Organization", "@id": .text(addresses.publisher), "name": .text(name),
                "url": .text(addresses.site + "/"),
            ],
        ]
    }
}
