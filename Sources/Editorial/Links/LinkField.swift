import Catalogue

/// A place in a record where an address of another site stands.
package enum LinkField: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The place among the links, from 0.
    case link(Int)
    /// The place among the sources, from 0.
    case source(Int)
    case chat, form
    /// Where a recommendation of a publication is said.
    case recommendation(Identifier)
    /// The place from 0 among the evidence of a recommendation, or of one of its measures.
    case evidence(Int, of: Identifier, measure: Identifier?)

    /// As in the catalogue files: `links[0]`, `contact.chat`.
    package var description: String {
        switch self {
        case .link(let index): "links[\(index)]"
        case .source(let index): "sources[\(index)]"
        case .chat: "contact.chat"
        case .form: "contact.form"
        case .recommendation(let id): "recommendations[\(id)].source"
        case .evidence(let index, let id, nil): "recommendations[\(id)].evidence[\(index)]"
        case .evidence(let index, let id, let measure?):
            "recommendations[\(id)].measures[\(measure)].evidence[\(index)]"
        }
    }
}

/// Another address for a field.
package struct LinkChange: Hashable, Codable, Sendable {
    package let record: RecordID
    package let field: LinkField
    package let old: WebAddress
    package let new: WebAddress

    package init(record: RecordID, field: LinkField, old: WebAddress, new: WebAddress) {
        self.record = record
        self.field = field
        self.old = old
        self.new = new
    }
}

extension Record {
    /// Every address of another site in it.
    package var outgoing: [(field: LinkField, address: WebAddress)] {
        var all = links.enumerated().map { (field: LinkField.link($0), address: $1.address) }
        all += sources.enumerated().map { (field: .source($0), address: $1.address) }
        if let chat = contact?.chat { all.append((.chat, chat)) }
        if let form = contact?.form { all.append((.form, form)) }
        for recommendation in recommendations ?? [] {
            all.append((.recommendation(recommendation.id), recommendation.source))
            all += recommendation.outgoing
        }
        return all
    }

    /// The record with the changes that are for it. A field that doesn't hold the old address (any more) stays as it
    /// is: somebody changed it since the preview.
    package func applying(_ changes: [LinkChange]) -> Record {
        var record = self
        for change in changes where change.record == id && self[change.field] == change.old {
            switch change.field {
            case .link(let index): record.links[index].address = change.new
            case .source(let index): record.sources[index].address = change.new
            case .chat: record.contact?.chat = change.new
            case .form: record.contact?.form = change.new
            case .recommendation(let id): record.change(id) { $0.source = change.new }
            case .evidence(let index, let id, let measure):
                record.change(id) { $0.change(evidence: index, of: measure, to: change.new) }
            }
        }
        return record
    }

    /// The address in the field; nil if there is none.
    package subscript(field: LinkField) -> WebAddress? {
        switch field {
        case .link(let index): links.indices.contains(index) ? links[index].address : nil
        case .source(let index): sources.indices.contains(index) ? sources[index].address : nil
        case .chat: contact?.chat
        case .form: contact?.form
        case .recommendation(let id): recommendation(id)?.source
        case .evidence(let index, let id, let measure): recommendation(id)?.evidence(of: measure)?.at(index)?.source
        }
    }

    private func recommendation(_ id: Identifier) -> Recommendation? { recommendations?.first { $0.id == id } }

    private mutating func change(_ id: Identifier, _ body: (inout Recommendation) -> Void) {
        guard let place = recommendations?.firstIndex(where: { $0.id == id }) else { return }
        recommendations?[place].with(body)
    }
}

extension Recommendation {
    /// The addresses of its evidence and of that of its measures.
    fileprivate var outgoing: [(field: LinkField, address: WebAddress)] {
        let whole = evidence.enumerated().map { place, evidence in
            (field: LinkField.evidence(place, of: id, measure: nil), address: evidence.source)
        }
        let parts = measures.flatMap { measure in
            measure.evidence.enumerated().map { place, evidence in
                (field: LinkField.evidence(place, of: id, measure: measure.id), address: evidence.source)
            }
        }
        return whole + parts
    }

    fileprivate func evidence(of measure: Identifier?) -> [Evidence]? {
        guard let measure else { return evidence }
        return measures.first { $0.id == measure }?.evidence
    }

    fileprivate mutating func with(_ body: (inout Recommendation) -> Void) { body(&self) }

    fileprivate mutating func change(evidence index: Int, of measure: Identifier?, to address: WebAddress) {
        guard evidence(of: measure)?.at(index) != nil else { return }
        guard let measure else { return evidence[index].source = address }
        guard let place = measures.firstIndex(where: { $0.id == measure }) else { return }
        measures[place].evidence[index].source = address
    }
}

extension [Evidence] {
    fileprivate func at(_ index: Int) -> Evidence? { indices.contains(index) ? self[index] : nil }
}
