import Catalogue

/// A place in a record where an address of another site stands.
package enum LinkField: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The place among the links, from 0.
    case link(Int)
    /// The place among the sources, from 0.
    case source(Int)
    case chat, form

    /// As in the catalogue files: `links[0]`, `contact.chat`.
    package var description: String {
        switch self {
        case .link(let index): "links[\(index)]"
        case .source(let index): "sources[\(index)]"
        case .chat: "contact.chat"
        case .form: "contact.form"
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
        }
    }
}
