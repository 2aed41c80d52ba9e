import ArgumentParser
import Foundation
import Search

/// Times our index on the corpus that corpus.py makes, in the form in which peers.py times the others: one core, one
/// query at a time, warm. Everything is switched on: four languages, concepts, cues, compounds, corrections, reasons.
@main struct SearchBench: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "searchbench")

    @Option(help: "The folder with records.tsv and queries.tsv.") var corpus: String
    @Option(help: "How often each query is timed.") var repeats = 3
    @Option(help: "Only this query, over and over for some seconds, for a profiler.") var only: Int?

    @Flag(help: "Hold on to every word: all of one or two, any of more, as the peers are asked.") var plain = false
    @Option(help: "Print so many of the slowest queries.") var slowest = 0

    func run() throws {
        let before = Memory.resident()
        let concepts = try Self.concepts(corpus)
        let cues = try Self.cues(corpus)
        let started = ContinuousClock.now
        let index = Index(try RecordFile(corpus + "/records.tsv"), concepts: concepts)
        let build = Self.seconds(since: started)
        let bytes = max(0, Memory.resident() - before) / max(1, index.count)

        let asked = try Self.queries(corpus, plain: plain)
        if let only {
            for _ in 0..<20_000 { _ = index.search(asked[only].query) }
            return
        }
        var totals: [Int] = []
        for one in asked { totals.append(Self.search(one, index, cues).total) }
        var times: [(Asked, Double)] = []
        for _ in 0..<repeats {
            for one in asked {
                let start = ContinuousClock.now
                _ = Self.search(one, index, cues)
                times.append((one, Self.seconds(since: start) * 1_000))
            }
        }
        for (one, time) in times.sorted(by: { $0.1 > $1.1 }).prefix(slowest) {
            print(String(format: "%9.3f", time), one.query.language, one.query.text, one.query.filters)
        }
        let suggest = try Self.suggestTimes(index, corpus)
        let publish = try Self.publishTimes(index, corpus)

        for (name, row) in Self.rows(times) {
            print(
                "betternet  \(name.padding(toLength: 10, withPad: " ", startingAt: 0))"
                    + String(format: " %9.3f %9.3f %6d", row.p50_ms, row.p99_ms, row.n))
        }
        let rate = Double(index.count) / build
        print(
            String(
                format: "betternet  built in %.1f s (%.0f records a second), %d bytes a record in memory", build, rate,
                bytes))
        print(String(format: "betternet  suggest p50 %.3f ms, p99 %.3f ms", suggest.p50_ms, suggest.p99_ms))
        print(String(format: "betternet  publish one record p50 %.3f ms, p99 %.3f ms", publish.p50_ms, publish.p99_ms))
        let results = Output(
            build_seconds: build, disk_bytes: 0, rows: Dictionary(uniqueKeysWithValues: Self.rows(times)),
            totals: totals, bytes_per_record: bytes, suggest_p99_ms: suggest.p99_ms, publish_p99_ms: publish.p99_ms,
            corrects: true)
        try JSONEncoder().encode(results).write(to: URL(fileURLWithPath: corpus + "/results-betternet.json"))
    }

    // MARK: What is asked

    struct Asked {
        var query: Query
        let words: Int
        let hasErrors: Bool
    }

    private static func search(_ one: Asked, _ index: Index, _ cues: Cues) -> Results {
        _ = cues.subjects(of: one.query.text, isKnown: index.isKnown(word:))
        return index.search(one.query)
    }

    private static func queries(_ corpus: String, plain: Bool) throws -> [Asked] {
        try lines(corpus + "/queries.tsv").map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            var query = Query(cells[0], language: cells[1])
            query.limit = 10
            if plain { query.strictness = cells[0].split(separator: " ").count <= 2 ? .all : .any }
            query.preferences = [.init(facet: "language", values: [cells[1]], hit: 1.2, miss: 0.7)]
            for filter in cells[2].split(separator: ";") {
                let pair = filter.split(separator: "=").map(String.init)
                query.filters[pair[0], default: []].insert(pair[1])
            }
            return Asked(query: query, words: cells[0].split(separator: " ").count, hasErrors: cells[4] == "1")
        }
    }

    /// Thirty concepts, each with a few names in each language, out of the longer words of titles.
    private static func concepts(_ corpus: String) throws -> [Thesaurus.Concept] {
        let titles = try titles(corpus, most: 2_000)
        return (1...30).map { number in
            var names: [String: [String]] = [:]
            for (language, texts) in titles {
                names[language] = texts.dropFirst(number * 4).prefix(4).map { title in
                    title.split(separator: " ").sorted { $0.count > $1.count }.prefix(2).joined(separator: " ")
                }
            }
            return Thesaurus.Concept(
                facet: "themes", value: String(format: "theme-%02d", number), names: names, isSuggested: true)
        }
    }

    private static func cues(_ corpus: String) throws -> Cues {
        let titles = try titles(corpus, most: 4_000)
        return Cues(
            (0..<20).map { number in
                Cues.Subject(
                    id: "subject-\(number)",
                    cues: titles.mapValues { texts in
                        texts.dropFirst(200 + number * 20).prefix(20).map {
                            $0.split(separator: " ").prefix(3).joined(separator: " ")
                        }
                    })
            })
    }

    private static func titles(_ corpus: String, most: Int) throws -> [String: [String]] {
        var titles: [String: [String]] = [:]
        for document in try RecordFile(corpus + "/records.tsv").prefix(most) {
            for (language, name) in document.names { titles[language, default: []].append(name) }
        }
        return titles
    }

    private static func suggestTimes(_ index: Index, _ corpus: String) throws -> Row {
        var typed: [(String, String)] = []
        for (language, texts) in try titles(corpus, most: 2_000) {
            for (number, title) in texts.enumerated() {
                typed.append((String(title.prefix(1 + number % 14)), language))
            }
        }
        var times: [Double] = []
        for round in 0..<2 {
            for (text, language) in typed {
                let start = ContinuousClock.now
                _ = index.complete(text, language: language, limit: 10)
                if round == 1 { times.append(seconds(since: start) * 1_000) }
            }
        }
        return Row(times)
    }

    /// Replaces a record 200 times, each time in the index that the last left.
    private static func publishTimes(_ index: Index, _ corpus: String) throws -> Row {
        var index = index
        var times: [Double] = []
        for document in try RecordFile(corpus + "/records.tsv").prefix(200) {
            let start = ContinuousClock.now
            index = index.replacing([document])
            times.append(seconds(since: start) * 1_000)
        }
        return Row(times)
    }

    // MARK: What is said

    struct Row: Encodable {
        let p50_ms: Double
        let p99_ms: Double
        let n: Int

        init(_ times: [Double]) {
            let ordered = times.sorted()
            func percentile(_ share: Double) -> Double {
                ordered.isEmpty ? 0 : ordered[max(0, Int((Double(ordered.count) * share).rounded(.up)) - 1)]
            }
            p50_ms = percentile(0.5)
            p99_ms = percentile(0.99)
            n = ordered.count
        }
    }

    struct Output: Encodable {
        let build_seconds: Double
        let disk_bytes: Int
        let rows: [String: Row]
        let totals: [Int]
        let bytes_per_record: Int
        let suggest_p99_ms: Double
        let publish_p99_ms: Double
        let corrects: Bool
    }

    private static func rows(_ times: [(Asked, Double)]) -> [(String, Row)] {
        let kinds: [(String, (Asked) -> Bool)] = [
            ("all", { _ in true }),
            ("words1-2", { !$0.hasErrors && $0.query.filters.isEmpty && $0.words <= 2 }),
            ("words3-4", { !$0.hasErrors && $0.query.filters.isEmpty && $0.words > 2 }),
            ("filter", { !$0.query.filters.isEmpty }),
            ("errors", { $0.hasErrors }),
        ]
        return kinds.map { name, belongs in (name, Row(times.filter { belongs($0.0) }.map(\.1))) }
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let passed = (ContinuousClock.now - start).components
        return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
    }

    private static func lines(_ path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
}

/// The records of records.tsv, one at a time, so that what is measured is the index and not its source.
struct RecordFile: Sequence {
    let path: String

    init(_ path: String) throws { self.path = path }

    func makeIterator() -> Iterator { Iterator(path) }

    final class Iterator: IteratorProtocol {
        private let file: UnsafeMutablePointer<FILE>?
        private var line: UnsafeMutablePointer<CChar>?
        private var room = 0

        init(_ path: String) { file = fopen(path, "r") }

        deinit {
            if let file { fclose(file) }
            free(line)
        }

        func next() -> Document? {
            guard let file else { return nil }
            let length = getline(&line, &room, file)
            guard length > 0, let line else { return nil }
            let cells = UnsafeRawBufferPointer(start: line, count: length - 1)
                .split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            var document = Document(id: cells[0])
            document.kind = cells[2]
            document.facets = [
                "language": [cells[1]], "kind": [cells[2]], "themes": cells[3].split(separator: ",").map(String.init),
                "audiences": cells[4].split(separator: ",").map(String.init), "territory": [cells[5]],
                "year": [cells[6]],
            ]
            document.names = [cells[1]: cells[7]]
            document.texts = [
                FieldText(Self.title, language: cells[1], text: cells[7]),
                FieldText(Self.summary, language: cells[1], text: cells[8]),
            ]
            return document
        }

        private static let title = Field("title", weight: 6, isName: true)
        private static let summary = Field("summary", weight: 1.5)
    }
}

enum Memory {
    /// Bytes of this process in memory.
    static func resident() -> Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
            .dropFirst().first
        return (pages.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }
}
