import Catalogue

/// Replaces a site, or a part of it, by another throughout the records: for an organisation that moved.
package struct DomainReplacement: Hashable, Codable, Sendable {
    package let old: SitePlace
    package let new: SitePlace

    /// Throws what is wrong with either text.
    /// - Parameters:
    ///   - old: a domain, with or without `http(s)://` and a path. Other names of it (`www.`) are other domains.
    ///   - new: as `old`; without `http(s)://` each address keeps its own.
    package init(old: String, new: String) throws(SitePlace.Fault) {
        self.old = try SitePlace(old)
        self.new = try SitePlace(new)
    }

    /// What would change: in the order of the records, each in the order of its fields.
    package func preview(_ records: some Sequence<Record>) -> [LinkChange] {
        records.flatMap { record in
            record.outgoing.compactMap { field, address in
                replaced(address).map { LinkChange(record: record.id, field: field, old: address, new: $0) }
            }
        }
    }

    /// The records that change, changed as in the preview.
    package func apply(to records: some Sequence<Record>) -> [Record] {
        records.compactMap { record in
            let changes = preview([record])
            return changes.isEmpty ? nil : record.applying(changes)
        }
    }

    /// Nil if the address stays as it is.
    private func replaced(_ address: WebAddress) -> WebAddress? {
        guard let (scheme, rest) = old.remainder(of: address) else { return nil }
        // From `example.be` to `example.be/nl`: what is there already stays.
        if !new.path.isEmpty, old.host == new.host, new.path.count > old.path.count,
            new.remainder(of: address) != nil
        {
            return nil
        }
        let changed = WebAddress("\(new.scheme ?? scheme)://\(new.host)\(new.path)\(rest)")
        return changed == address ? nil : changed
    }
}
