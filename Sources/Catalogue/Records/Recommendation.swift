/// Something that a publication asks for, in our own words, and what became of it.
package struct Recommendation: Hashable, Codable, Sendable, Identifiable {
    /// Unique in its publication, and the same for ever: it stands in the address of its page.
    package var id: Identifier
    package var text: LocalisedText
    /// When it was asked, as exactly as the source says.
    package var asked: PartialDate?
    /// Where that can be read.
    package var source: WebAddress
    package var to: Addressees
    package var themes: [ConceptID] = []
    package var measures: [Measure] = []
    /// What became of it as a whole.
    package var evidence: [Evidence] = []
    /// The day on which somebody should look again.
    package var nextCheck: PartialDate?

    package init(id: Identifier, text: LocalisedText, source: WebAddress, to: Addressees) {
        self.id = id
        self.text = text
        self.source = source
        self.to = to
    }
}

/// One thing that is done, or could be done, to fulfil a recommendation.
package struct Measure: Hashable, Codable, Sendable, Identifiable {
    /// Unique in its recommendation.
    package var id: Identifier
    package var text: LocalisedText
    /// That of its newest evidence; ``RecommendationState/open`` where there is none.
    package var state: RecommendationState
    package var responsible: Addressees
    package var nextCheck: PartialDate?
    package var evidence: [Evidence]

    package init(
        id: Identifier, text: LocalisedText, state: RecommendationState, responsible: Addressees = Addressees(),
        nextCheck: PartialDate? = nil, evidence: [Evidence] = []
    ) {
        self.id = id
        self.text = text
        self.state = state
        self.responsible = responsible
        self.nextCheck = nextCheck
        self.evidence = evidence
    }
}

/// A page that shows how far something is.
package struct Evidence: Hashable, Codable, Sendable {
    /// When it happened, as exactly as the source says.
    package var on: PartialDate?
    /// What the page supports, in our own words.
    package var says: LocalisedText
    package var source: WebAddress
    /// How far it was from then on.
    package var state: RecommendationState

    package init(on: PartialDate?, says: LocalisedText, source: WebAddress, state: RecommendationState) {
        self.on = on
        self.says = says
        self.source = source
        self.state = state
    }
}

/// How far a recommendation or a measure is.
package enum RecommendationState: String, CaseIterable, Codable, Sendable {
    /// Nobody showed that anything was done.
    case open
    case begun, done
    /// Those who could do it said that they won't, or something else came in its place.
    case dropped
}

/// Those whom a recommendation asks, or who answer for a measure.
package struct Addressees: Hashable, Codable, Sendable {
    /// Those that the catalogue has.
    package var organisations: [RecordID]
    /// Others, such as a government, as people call them.
    package var others: [LocalisedText]

    package init(organisations: [RecordID] = [], others: [LocalisedText] = []) {
        self.organisations = organisations
        self.others = others
    }

    package var isEmpty: Bool { organisations.isEmpty && others.isEmpty }
}

/// The name of a recommendation in the whole catalogue.
package struct RecommendationID: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    package var publication: RecordID
    package var recommendation: Identifier

    package init(publication: RecordID, recommendation: Identifier) {
        self.publication = publication
        self.recommendation = recommendation
    }

    /// `publication/recommendation`.
    package var description: String { "\(publication)/\(recommendation)" }

    package static func < (left: RecommendationID, right: RecommendationID) -> Bool {
        (left.publication, left.recommendation) < (right.publication, right.recommendation)
    }
}
