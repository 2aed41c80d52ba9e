import Catalogue

/// Somebody whom recommendations ask: an organisation of the catalogue, or others by the name that people give them.
package struct AskedParty: Hashable, Sendable {
    /// The id of the organisation, or what follows from the English name of others (else from the first that there is).
    package let key: Identifier
    /// Nil for an organisation of the catalogue, which has a name of its own.
    package let name: LocalisedText?

    package static func == (left: AskedParty, right: AskedParty) -> Bool { left.key == right.key }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Addressees {
    /// Each of them once.
    package var all: [AskedParty] {
        let named = others.compactMap { name -> AskedParty? in
            let text = name[.en] ?? name.languages.first.flatMap { name[$0] }
            return text.flatMap { Identifier(title: $0) }.map { AskedParty(key: $0, name: name) }
        }
        var seen: Set<AskedParty> = []
        return (organisations.map { AskedParty(key: $0, name: nil) } + named).filter { seen.insert($0).inserted }
    }
}
