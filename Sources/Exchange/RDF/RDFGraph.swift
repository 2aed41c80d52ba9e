import Catalogue

/// Statements about things (https://www.w3.org/TR/rdf11-concepts/), in an order that people can read. It is written as
/// Turtle or as JSON-LD: both come from the same value, so that they say the same.
package struct RDFGraph: Hashable, Sendable {
    package var things: [RDFThing]

    package init(_ things: [RDFThing] = []) { self.things = things }

    /// The vocabularies that stand in it, in the order of their prefixes.
    package var vocabularies: [RDFVocabulary] {
        var used: Set<RDFVocabulary> = []
        for thing in things { thing.collect(&used) }
        return RDFVocabulary.allCases.filter(used.contains)
    }
}

/// Something that statements are made about.
package struct RDFThing: Hashable, Sendable {
    package struct Statement: Hashable, Sendable {
        package let about: RDFName
        package fileprivate(set) var values: [RDFValue]
    }

    /// Its name on the web; nil: it is spoken of only where it stands.
    package let address: String?
    package let types: [RDFName]
    package private(set) var statements: [Statement] = []

    package init(_ address: String? = nil, _ types: RDFName...) {
        self.address = address
        self.types = types
    }

    /// Says something of it, beside what was said before; nothing where there are no values.
    package mutating func say(_ about: RDFName, _ values: [RDFValue]) {
        guard !values.isEmpty else { return }
        if let place = statements.firstIndex(where: { $0.about == about }) {
            statements[place].values += values
        } else {
            statements.append(Statement(about: about, values: values))
        }
    }

    package mutating func say(_ about: RDFName, _ value: RDFValue?) { say(about, value.map { [$0] } ?? []) }

    fileprivate func collect(_ used: inout Set<RDFVocabulary>) {
        used.formUnion(types.map(\.vocabulary))
        for statement in statements {
            used.insert(statement.about.vocabulary)
            for value in statement.values { value.collect(&used) }
        }
    }
}

/// What a statement says.
package enum RDFValue: Hashable, Sendable {
    /// Another thing, by its name on the web.
    case address(String)
    /// A text in a language (BCP 47), or in none.
    case text(String, language: String?)
    /// A value of a kind, such as a date.
    case value(String, of: RDFName)
    /// A thing that stands here.
    case thing(RDFThing)

    package static func plain(_ text: String) -> RDFValue { .text(text, language: nil) }

    /// The text in each of its languages, in ordinary and (where asked) in easy words.
    package static func texts(_ text: LocalisedText, easy: Bool = false) -> [RDFValue] {
        Edition.allCases.filter { easy || !$0.isSimple }.compactMap { edition in
            text[edition].map { .text($0, language: edition.description) }
        }
    }

    fileprivate func collect(_ used: inout Set<RDFVocabulary>) {
        switch self {
        case .address, .text: break
        case .value(_, let kind): used.insert(kind.vocabulary)
        case .thing(let thing): thing.collect(&used)
        }
    }
}
