import Catalogue
import Foundation

/// All addresses of other sites in a catalogue, and where they stand.
package struct LinkTable: Sendable {
    /// A place where an address is used.
    package enum Use: Hashable, Sendable {
        case record(RecordID, LinkField)
        /// A page of text; the places of the section and of the link in it, from 0.
        case page(Identifier, section: Int, link: Int)
    }

    private let uses: [WebAddress: [Use]]

    package init(_ catalogue: Catalogue) {
        var uses: [WebAddress: [Use]] = [:]
        for record in catalogue.records {
            for (field, address) in record.outgoing { uses[address, default: []].append(.record(record.id, field)) }
        }
        for page in catalogue.pages {
            for (section, content) in page.sections.enumerated() {
                for (link, labelled) in content.links.enumerated() {
                    uses[labelled.address, default: []].append(.page(page.id, section: section, link: link))
                }
            }
        }
        self.uses = uses
    }

    /// In the order of the alphabet.
    package var addresses: [WebAddress] { uses.keys.sorted { $0.description < $1.description } }

    /// Where the address stands; empty if nowhere (any more).
    package func uses(of address: WebAddress) -> [Use] { uses[address] ?? [] }

    /// The addresses that are to be checked at `date`.
    package func due(_ reports: [WebAddress: LinkReport], at date: Date) -> [WebAddress] {
        addresses.filter { reports[$0]?.isDue(at: date) ?? true }
    }

    /// What follows in the records from a move that an editor accepts. Pages of text are changed in their files.
    package func changes(for move: LinkMove) -> [LinkChange] {
        uses(of: move.old).compactMap { use in
            guard case .record(let record, let field) = use else { return nil }
            return LinkChange(record: record, field: field, old: move.old, new: move.new)
        }
    }
}
