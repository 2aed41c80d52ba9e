import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Every page, made from a catalogue full of markup, quotes and right-to-left text, still says only what it should.
@Suite struct HostileCatalogueTests {
    static let poison =
        #"<script>alert("1")</script>'"><img src=x onerror=alert(1)>&amp;"# + "\u{202E}שלום ]]> --> {{x}} \\ "

    private static var text: LocalisedText {
        LocalisedText(Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, poison) }))
    }

    private static func catalogue() throws -> Catalogue {
        let shipped = TestSite.shipped.snapshot.catalogue
        let records = shipped.records.prefix(120).map { record in
            var record = record
            record.title = text
            record.summary = text
            if var contact = record.contact {
                contact.address = poison
                contact.phones = contact.phones.map { Contact.Phone(number: $0.number, note: text, remark: poison) }
                record.contact = contact
            }
            record.sources = record.sources.map { Source(address: $0.address, says: poison, seen: $0.seen) }
            return record
        }
        let vocabularies = VocabularyName.allCases.map { name in
            Vocabulary(
                name: name,
                concepts: shipped[name].concepts.map { concept in
                    var concept = concept
                    concept.label = text
                    concept.plural = text
                    concept.definition = text
                    if concept.opportunity != nil { concept.opportunity = text }
                    if concept.risk != nil { concept.risk = text }
                    concept.firstSteps = LocalisedList([.nl: [poison], .fr: [poison], .de: [poison], .en: [poison]])
                    return concept
                })
        }
        let pages = shipped.pages.map { page in
            EditorialPage(
                id: page.id, title: text, lead: text,
                sections: [
                    .init(
                        heading: text, text: text,
                        links: page.sections.flatMap(\.links).map { .init(label: text, address: $0.address) })
                ])
        }
        return Catalogue(records: records, vocabularies: vocabularies, pages: pages)
    }

    @Test(arguments: Language.allCases)
    func nothingGetsOut(_ language: Language) async throws {
        let site = try TestSite(try Self.catalogue())
        var paths = Address.listed(in: site.snapshot.catalogue).map { $0.print(in: language) }
        let typed = QueryItems([QueryItem("q", Self.poison)]).print()
        paths += [
            "/\(language)/search\(typed)", "/\(language)/search\(typed)&kind=channel&page=2",
            "/\(language)/shortlist?keep=1712,%3Cscript%3E",
        ]
        for path in paths {
            let answer = try await site.get(path)
            let markup: Markup
            do { markup = try Markup(answer.body) } catch {
                Issue.record("\(path): \(error)")
                continue
            }
            #expect(
                markup.all("script").allSatisfy(Self.isOurs) && markup.all("img").allSatisfy { $0.isOwnCode }, "\(path)"
            )
            #expect(
                !markup.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" } },
                "\(path)")
        }
    }

    private static func isOurs(_ script: Markup.Element) -> Bool {
        script.isData || Asset.scripts.contains { $0.path == script.attributes["src"] } && script.text.isEmpty
    }

    @Test func aSentFormComesBackAsText() async throws {
        let site = try TestSite(try Self.catalogue())
        let id = try #require(site.snapshot.catalogue.records.first).id
        // The message is missing, so the form comes back with what else was typed.
        let contact = QueryItems([QueryItem("contact", Self.poison)]).print().dropFirst()
        let answer = try await site.post("/nl/records/\(id)/suggestion", String(contact))
        #expect(answer.status == .unprocessableContent)
        #expect(try Markup(answer.body).all("script").allSatisfy(Self.isOurs))
    }
}
