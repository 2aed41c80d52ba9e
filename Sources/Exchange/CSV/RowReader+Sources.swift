import Catalogue

extension RowReader {
    /// The three columns of sources, which stand beside each other. A source that stays keeps what has no column in the
    /// file.
    mutating func readSources() {
        let columns: [RecordColumn] = [.sourceURLs, .sourceSays, .sourceSeen]
        guard columns.contains(where: { changed($0) != nil }) else { return }
        let count = faults.count
        let addresses = sourceAddresses()
        let says = beside(addresses.count, .sourceSays)
        let seen = beside(addresses.count, .sourceSeen)
        guard faults.count == count else { return }
        var before = original.sources
        record.sources = addresses.enumerated().map { index, address in
            let place = before.firstIndex { $0.address == address }
            let old = place.map { before.remove(at: $0) }
            let source = Source(
                address: address, says: says?[index] ?? old?.says ?? "",
                seen: seen.map { date($0[index]) } ?? old?.seen)
            if source.says.isEmpty { add(.sourceURLs, address.description, .sourceWithoutWords) }
            return source
        }
    }

    private mutating func sourceAddresses() -> [WebAddress] {
        guard let cell = cells[.sourceURLs] else { return original.sources.map(\.address) }
        let items = CellList.items(cell).flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        return parts(items.map { String($0).trimmed }, of: .sourceURLs).compactMap { item in
            // An empty part would shift those beside it.
            if item.isEmpty { add(.sourceURLs, cell, .noWebAddress) }
            return webAddress(item, .sourceURLs)
        }
    }

    /// The parts of a list beside the sources; nil where the file has no such column.
    private mutating func beside(_ count: Int, _ column: RecordColumn) -> [String]? {
        guard let cell = cells[column] else { return nil }
        let items = CellList.items(cell)
        if items.isEmpty { return Array(repeating: "", count: count) }
        if items.count != count { add(column, cell, .listLength(items.count, beside: .sourceURLs, count)) }
        return items
    }

    private mutating func date(_ text: String) -> PartialDate? {
        guard !text.isEmpty else { return nil }
        let date = CellDate.date(text)
        if date == nil { add(.sourceSeen, text, .noDate) }
        return date
    }
}
