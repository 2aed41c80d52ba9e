/// The vocabularies of the shop. The raw value is the name of the file in `catalogue/vocabularies/`.
package enum VocabularyName: String, CaseIterable, Codable, Sendable {
    case themes, audiences, formats, territories, pillars, kinds, needs, costs
    /// What people type who need a person rather than a page.
    case intents
    /// What happened, as people say it: the groups of the help page.
    case situations
    /// Hard words of the field, explained; other labels are the forms in which they come up in texts.
    case glossary
    /// Which icon stands beside a step in easy words; other labels are the beginnings of words that ask for it.
    case pictograms
    /// The years of school, as names of ages.
    case schoolYears = "school-years"
}

/// Concepts in the order in which people see them, with what follows from broader and narrower.
package struct Vocabulary: Sendable {
    package let name: VocabularyName
    package let concepts: [Concept]
    private let places: [ConceptID: Int]
    private let children: [ConceptID: [ConceptID]]

    package init(name: VocabularyName, concepts: [Concept]) {
        self.name = name
        self.concepts = concepts
        places = Dictionary(zip(concepts.map(\.id), concepts.indices), uniquingKeysWith: { first, _ in first })
        var children: [ConceptID: [ConceptID]] = [:]
        for concept in concepts {
            for parent in concept.broader { children[parent, default: []].append(concept.id) }
        }
        self.children = children
    }

    package subscript(id: ConceptID) -> Concept? { places[id].map { concepts[$0] } }

    /// Concepts without a broader one, in order.
    package var top: [Concept] { concepts.filter(\.broader.isEmpty) }

    package func narrower(_ id: ConceptID) -> [Concept] {
        (children[id] ?? []).compactMap { self[$0] }
    }

    /// All broader concepts, nearest first, without `id` itself.
    package func ancestors(of id: ConceptID) -> [ConceptID] { walk(from: id) { self[$0]?.broader ?? [] } }

    /// All narrower concepts, nearest first, without `id` itself.
    package func descendants(of id: ConceptID) -> [ConceptID] { walk(from: id) { children[$0] ?? [] } }

    /// Places whose offers reach `id`: its broader places, and what its ``Concept/coveredBy`` names.
    package func covering(_ id: ConceptID) -> [ConceptID] {
        let extra = ([id] + ancestors(of: id)).flatMap { self[$0]?.coveredBy ?? [] }
        var seen: Set = [id]
        return (ancestors(of: id) + extra).filter { seen.insert($0).inserted }
    }

    private func walk(from id: ConceptID, next: (ConceptID) -> [ConceptID]) -> [ConceptID] {
        var found: [ConceptID] = []
        var queue = next(id)
        while !queue.isEmpty {
            let step = queue.removeFirst()
            if step != id, !found.contains(step) {
                found.append(step)
                queue += next(step)
            }
        }
        return found
    }
}
