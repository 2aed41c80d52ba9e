/// Something that can be found. The index knows nothing else about it.
package struct Document: Sendable {
    package var id: String
    package var texts: [FieldText] = []
    /// Values to filter by, to count, and to meet through the ``Thesaurus``, by the name of the facet.
    package var facets: [String: [String]] = [:]
    /// Spans to filter by overlap, such as ages in years, 0 to 254.
    package var spans: [String: ClosedRange<Int>] = [:]
    /// Keys to sort by, smallest first, by the name of the order.
    package var orders: [String: String] = [:]
    /// What the suggester completes to, by language.
    package var names: [String: String] = [:]
    /// The kind that the suggester says.
    package var kind = ""
    /// Multiplies the score: 1 leaves it as it is.
    package var weight: Float = 1

    package init(id: String) { self.id = id }
}

package struct FieldText: Sendable {
    package var field: Field
    package var language: String
    package var text: String

    package init(_ field: Field, language: String, text: String) {
        self.field = field
        self.language = language
        self.text = text
    }
}

/// A part of a document, such as its title, and how much a word in it counts.
package struct Field: Hashable, Sendable {
    package let name: String
    package let weight: Float
    /// Whether a word counts for less in a long text than in a short one; not so in lists of names.
    package let isNormalised: Bool
    /// Whether it is a name of the document: somebody who types all of it wants this document.
    package let isName: Bool

    package init(_ name: String, weight: Float, isNormalised: Bool = true, isName: Bool = false) {
        self.name = name
        self.weight = weight
        self.isNormalised = isNormalised
        self.isName = isName
    }
}
