/// Statements as JSON-LD (https://www.w3.org/TR/json-ld11/): the prefixes stand in the context, so that nothing has to
/// be fetched to read it.
extension RDFGraph {
    package static let jsonMediaType = "application/ld+json"

    package var json: JSON {
        let context = vocabularies.map { JSON.Field($0.rawValue, .text($0.address)) }
        return .object([JSON.Field("@context", .object(context)), JSON.Field("@graph", .list(things.map(\.json)))])
    }
}

extension RDFThing {
    fileprivate var json: JSON {
        var fields: [JSON.Field] = []
        if let address { fields.append(JSON.Field("@id", .text(address.inReference))) }
        if !types.isEmpty { fields.append(JSON.Field("@type", .list(types.map { .text($0.description) }))) }
        for statement in statements {
            fields.append(JSON.Field(statement.about.description, .list(statement.values.map(\.json))))
        }
        return .object(fields)
    }
}

extension RDFValue {
    fileprivate var json: JSON {
        switch self {
        case .address(let address): ["@id": .text(address.inReference)]
        case .text(let text, nil): ["@value": .text(text)]
        case .text(let text, let language?): ["@language": .text(language), "@value": .text(text)]
        case .value(let text, let kind): ["@type": .text(kind.description), "@value": .text(text)]
        case .thing(let thing):
            if let address = thing.address { ["@id": .text(address.inReference)] } else { thing.json }
        }
    }
}

extension String {
    /// As Turtle writes it, so that both formats name the same.
    fileprivate var inReference: String { String(TurtleWriter.reference(self).dropFirst().dropLast()) }
}
