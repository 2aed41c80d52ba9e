/// Of an index what takes long to make: its oldest segment, which is the large one, and the known parts of compounds.
///
/// Later segments are few documents; whoever reads gives them again.
package struct StoredIndex: Sendable {
    let part: Index.Part
    let compounds: [String: Compounds]

    /// Throws where the bytes are no index.
    package init(from reader: inout IndexReader) throws {
        var compounds: [String: Compounds] = [:]
        for _ in 0..<(try reader.count(of: 8)) {
            let language = try reader.text()
            compounds[language] = try Compounds(from: &reader, language: language)
        }
        self.compounds = compounds
        let segment = try Segment(from: &reader)
        part = Index.Part(segment: segment, gone: Set(try reader.column(of: UInt32.self)))
    }

    /// Whether at most a quarter of its documents was replaced since.
    package var isMostlyTrue: Bool { part.gone.count * 4 <= part.segment.count }
}

extension Index {
    /// - Parameter concepts: those that it was made with.
    package init(_ stored: StoredIndex, concepts: [Thesaurus.Concept]) {
        self.init([stored.part], compounds: stored.compounds, concepts: concepts)
    }

    package func write(to writer: IndexWriter) throws {
        try writer.add(compounds) { try $0.write(to: writer) }
        // Where nothing is left of any segment, one without documents.
        let part = parts.first ?? Index([]).parts[0]
        try part.segment.write(to: writer)
        try writer.add(part.gone.sorted())
    }

    /// Whether a document with this id can be found.
    package func holds(_ id: String) -> Bool {
        parts.contains { part in part.segment.places[id].map { !part.gone.contains($0) } ?? false }
    }
}

extension Field {
    init(from reader: inout IndexReader) throws {
        let name = try reader.text()
        let weight = Float(bitPattern: UInt32(truncatingIfNeeded: try reader.number()))
        let isNormalised = try reader.number() != 0
        self.init(name, weight: weight, isNormalised: isNormalised, isName: try reader.number() != 0)
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(name)
        try writer.add(Int(weight.bitPattern))
        try writer.add(isNormalised ? 1 : 0)
        try writer.add(isName ? 1 : 0)
    }
}
