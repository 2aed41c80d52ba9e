import Catalogue

/// The vocabularies as SKOS (https://www.w3.org/TR/skos-reference/): what is for finding only stays here.
package struct SKOS: Sendable {
    private let catalogue: Catalogue
    private let addresses: PublicAddresses
    private let words: @Sendable (VocabularyName) -> VocabularyWords

    package init(
        _ catalogue: Catalogue, addresses: PublicAddresses,
        words: @escaping @Sendable (VocabularyName) -> VocabularyWords
    ) {
        self.catalogue = catalogue
        self.addresses = addresses
        self.words = words
    }

    /// All vocabularies.
    package var graph: RDFGraph { RDFGraph(VocabularyName.published.flatMap(things)) }

    /// One vocabulary with its concepts.
    package func graph(of name: VocabularyName) -> RDFGraph { RDFGraph(name.isPublic ? things(of: name) : []) }

    /// One concept, with the name of the vocabulary in which it stands; nil where there is none.
    package func graph(of id: ConceptID, in name: VocabularyName) -> RDFGraph? {
        guard name.isPublic, let concept = catalogue[name][id] else { return nil }
        var scheme = RDFThing(addresses.vocabulary(name), .skos("ConceptScheme"))
        scheme.say(.dct("title"), RDFValue.texts(words(name).title))
        scheme.say(.dct("license"), .address(Licence.data.authority))
        return RDFGraph([thing(concept, in: catalogue[name]), scheme])
    }

    private func things(of name: VocabularyName) -> [RDFThing] {
        let vocabulary = catalogue[name]
        var scheme = RDFThing(addresses.vocabulary(name), .skos("ConceptScheme"))
        scheme.say(.dct("title"), RDFValue.texts(words(name).title))
        scheme.say(.dct("description"), RDFValue.texts(words(name).says))
        scheme.say(.dct("license"), .address(Licence.data.authority))
        scheme.say(.skos("hasTopConcept"), vocabulary.top.map { address(of: $0.id, in: name) })
        return [scheme] + vocabulary.concepts.map { thing($0, in: vocabulary) }
    }

    private func thing(_ concept: Concept, in vocabulary: Vocabulary) -> RDFThing {
        let name = vocabulary.name
        var thing = RDFThing(addresses.concept(concept.id, in: name), .skos("Concept"))
        thing.say(.skos("prefLabel"), RDFValue.texts(concept.label))
        thing.say(.skos("altLabel"), alternatives(of: concept))
        thing.say(.skos("definition"), RDFValue.texts(concept.definition, easy: true))
        thing.say(.skos("notation"), .plain(concept.id.description))
        thing.say(.skos("inScheme"), .address(addresses.vocabulary(name)))
        if concept.broader.isEmpty { thing.say(.skos("topConceptOf"), .address(addresses.vocabulary(name))) }
        thing.say(.skos("broader"), concept.broader.map { address(of: $0, in: name) })
        thing.say(.skos("narrower"), vocabulary.narrower(concept.id).map { address(of: $0.id, in: name) })
        // Formats stand in a vocabulary of their own: there, related is called a match.
        thing.say(.skos("relatedMatch"), concept.formats.map { address(of: $0, in: .formats) })
        thing.say(.skos("exactMatch"), KnownConcepts.same(as: concept.id, in: name).map { .address($0) })
        return thing
    }

    /// Without those that are the preferred label too (S13: the two are never the same), each once.
    private func alternatives(of concept: Concept) -> [RDFValue] {
        Language.allCases.flatMap { language -> [RDFValue] in
            var seen = Set([concept.label[language]].compactMap { $0 })
            return concept.names(in: language).filter { seen.insert($0).inserted }
                .map { .text($0, language: language.rawValue) }
        }
    }

    private func address(of id: ConceptID, in name: VocabularyName) -> RDFValue {
        .address(addresses.concept(id, in: name))
    }
}
