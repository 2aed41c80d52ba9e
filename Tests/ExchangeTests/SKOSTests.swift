import Catalogue
import Foundation
import Testing

@testable import Exchange

/// The vocabularies as others get them, and nothing that is not for them.
@Suite struct SKOSTests {
    private let graph = OpenShop.skos.graph
    private let catalogue = OpenShop.catalogue

    private func values(_ thing: RDFThing, _ about: RDFName) -> [RDFValue] {
        thing.statements.first { $0.about == about }?.values ?? []
    }

    private func addresses(_ thing: RDFThing, _ about: RDFName) -> [String] {
        values(thing, about).compactMap { if case .address(let address) = $0 { address } else { nil } }
    }

    private var concepts: [RDFThing] { graph.things.filter { $0.types == [.skos("Concept")] } }

    @Test func everyPublishedConceptIsThereOnce() {
        let wanted = VocabularyName.published.flatMap { name in
            catalogue[name].concepts.map { OpenShop.addresses.concept($0.id, in: name) }
        }
        #expect(concepts.compactMap(\.address).sorted() == wanted.sorted())
        #expect(wanted.count > 200)
    }

    @Test func whatIsForFindingOnlyStaysHere() {
        let turtle = String(decoding: TurtleWriter.bytes(of: graph), as: UTF8.self)
        #expect(!turtle.contains("hiddenLabel"))
        #expect(!turtle.contains("/vocabularies/intents"))
        #expect(!turtle.contains("/vocabularies/pictograms"))
        #expect(OpenShop.skos.graph(of: .intents).things.isEmpty)
        for intent in catalogue[.intents].concepts {
            #expect(OpenShop.skos.graph(of: intent.id, in: .intents) == nil)
        }
        // Words for finding that are no label of anything.
        var said: Set<String> = []
        for thing in graph.things {
            for statement in thing.statements {
                for case .text(let text, .some) in statement.values { said.insert(text) }
            }
        }
        let labels = Set(everyName { concept, language in concept.names(in: language) })
        let secret = everyName { concept, language in concept.hidden[language] }.filter { !labels.contains($0) }
        #expect(secret.count > 100)
        #expect(said.intersection(secret).sorted() == [])
    }

    private func everyName(_ names: (Concept, Language) -> [String]) -> [String] {
        VocabularyName.published.flatMap { name in
            catalogue[name].concepts.flatMap { concept in Language.allCases.flatMap { names(concept, $0) } }
        }
    }

    /// S13 and S14: one preferred label in a language, which is not another one too.
    @Test func labelsDoNotContradict() {
        for concept in concepts {
            let preferred = values(concept, .skos("prefLabel"))
            let others = values(concept, .skos("altLabel"))
            #expect(preferred.count == 4, "\(concept.address ?? "")")
            #expect(Set(preferred).isDisjoint(with: others), "\(concept.address ?? "")")
            #expect(Set(others).count == others.count, "\(concept.address ?? "")")
        }
    }

    @Test func broaderAndNarrowerAreTwoSidesOfOne() {
        var broader: Set<[String]> = []
        var narrower: Set<[String]> = []
        for concept in concepts {
            guard let name = concept.address else { continue }
            for other in addresses(concept, .skos("broader")) { broader.insert([name, other]) }
            for other in addresses(concept, .skos("narrower")) { narrower.insert([other, name]) }
        }
        #expect(broader == narrower)
        #expect(!broader.isEmpty)
    }

    @Test func topConceptsAreThoseWithoutBroader() {
        for scheme in graph.things where scheme.types == [.skos("ConceptScheme")] {
            let tops = concepts.filter { addresses($0, .skos("topConceptOf")) == [scheme.address] }
            #expect(addresses(scheme, .skos("hasTopConcept")) == tops.compactMap(\.address))
            #expect(!tops.isEmpty)
        }
    }

    /// A match is claimed only for places that the catalogue has, and for none twice.
    @Test func matchesNameWhatThereIs() throws {
        let matched = concepts.filter { !addresses($0, .skos("exactMatch")).isEmpty }
        #expect(matched.count == 14)
        let all = matched.flatMap { addresses($0, .skos("exactMatch")) }
        #expect(Set(all).count == all.count)
        let flanders = try #require(matched.first { $0.address?.hasSuffix("/territories/flanders") ?? false })
        #expect(addresses(flanders, .skos("exactMatch")) == ["http://data.europa.eu/nuts/code/BE2"])
    }
}
