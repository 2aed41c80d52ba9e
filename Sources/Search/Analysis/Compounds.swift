/// Takes compounds apart, such as `cyberpestprotocol` or `Medienkompetenztag`.
///
/// Dutch and German write compounds as one word; whoever looks for a part should find the whole. The parts are words
/// that the catalogue itself knows, so that nothing is cut where nothing is joined.
struct Compounds: Sendable {
    /// Shorter parts are endings more often than words.
    private static let shortestPart = 4
    /// Short words that are parts of many compounds all the same.
    private static let shortParts: [String: Set<String>] = [
        "nl": ["les", "app", "web", "net", "gsm", "dag", "pad", "kit", "spel"],
        "de": ["tag", "app", "web", "netz", "weg", "spiel"],
    ]
    /// What may stand between two parts, and belongs to neither.
    private static let joints: [String: [String]] = [
        "nl": ["", "s", "e", "en", "n", "er"],
        "de": ["", "s", "es", "n", "en", "er", "e"],
    ]

    private let joints: [[UInt8]]
    private let shortParts: Set<String>
    /// Folded words and their stems that may be parts.
    private var parts: Set<[UInt8]> = []
    private let common: Set<String>

    /// Of a language that writes compounds as one word.
    init(from reader: inout IndexReader, language: String) throws {
        guard let empty = Compounds(language: language) else { throw IndexReader.Fault() }
        self = empty
        let letters = try reader.column(of: UInt8.self)
        let lengths = try reader.column(of: UInt8.self)
        parts.reserveCapacity(lengths.count)
        var place = 0
        for length in lengths {
            guard place + Int(length) <= letters.count else { throw IndexReader.Fault() }
            parts.insert(Array(letters[place..<place + Int(length)]))
            place += Int(length)
        }
    }

    func write(to writer: IndexWriter) throws {
        try writer.add(parts.flatMap { $0 })
        try writer.add(parts.map { UInt8($0.count) })
    }

    /// Nil for a language that writes compounds as several words.
    init?(language: String) {
        guard let joints = Self.joints[language] else { return nil }
        self.joints = joints.map { Array($0.utf8) }
        shortParts = Self.shortParts[language] ?? []
        common = CommonWords.of(language)
        for part in shortParts { parts.insert(Array(part.utf8)) }
    }

    /// Makes a folded word, or its stem, known as a part.
    mutating func learn(_ word: String) {
        let bytes = Array(word.utf8)
        guard bytes.count >= Self.shortestPart, bytes.count <= 20, !common.contains(word) else { return }
        guard bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return }
        parts.insert(bytes)
    }

    func knows(_ part: String) -> Bool { parts.contains(Array(part.utf8)) }

    /// The parts of a folded word, and the parts of these; nil if it is not made of known parts.
    func split(_ word: String) -> [String]? {
        guard let parts = cut(word) else { return nil }
        return parts.flatMap { part in [part] + (cut(part) ?? []) }
    }

    /// The fewest parts that make up the word, first to last.
    private func cut(_ word: String) -> [String]? {
        let bytes = Array(word.utf8)
        guard bytes.count >= 7, bytes.count <= 48 else { return nil }
        // best[n]: the cheapest way to cut the first n bytes; fewer parts are better.
        var best: [(cost: Int, from: Int, end: Int)?] = Array(repeating: nil, count: bytes.count + 1)
        best[0] = (0, 0, 0)
        for start in bytes.indices {
            guard let here = best[start] else { continue }
            for end in stride(from: bytes.count, through: start + 3, by: -1) {
                guard end - start < bytes.count, parts.contains(Array(bytes[start..<end])) else { continue }
                let cost = here.cost + 10 + (end - start < 4 ? 4 : 0)
                for joint in joints {
                    let next = end + joint.count
                    guard next <= bytes.count, joint.isEmpty || next < bytes.count else { continue }
                    guard bytes[end..<next].elementsEqual(joint) else { continue }
                    let total = cost + (joint.isEmpty ? 0 : 1)
                    if total < best[next]?.cost ?? .max { best[next] = (total, start, end) }
                }
            }
        }
        var found: [String] = []
        var place = bytes.count
        while place > 0, let step = best[place] {
            found.append(String(decoding: bytes[step.from..<step.end], as: UTF8.self))
            place = step.from
        }
        return found.count >= 2 ? found.reversed() : nil
    }
}
