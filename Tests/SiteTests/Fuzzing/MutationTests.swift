import Foundation
import Testing

@testable import Site

/// The corpora of the fuzzer, each seed as it is and changed at random a few hundred times. The same every time: what is
/// found here stays found. `Fuzzing/run.sh` looks further, with coverage.
@Suite(.timeLimit(.minutes(5))) struct MutationTests {
    private static let rounds = 400

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Fuzzing")

    private static let targets = FuzzTarget.requests + FuzzTarget.documents + FuzzTarget.pages

    private static func corpus(_ name: String) throws -> [[UInt8]] {
        let folder = folder.appendingPathComponent("Corpora/\(name)").path
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { file in
            try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)")))
        }
    }

    /// The entries of a dictionary: a text in quotation marks a line, with `\xHH`.
    private static func pieces(_ dictionary: String?) throws -> [[UInt8]] {
        guard let dictionary else { return [] }
        let path = folder.appendingPathComponent("Dictionaries/\(dictionary).dict").path
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            var bytes: [UInt8] = []
            var rest = line.dropFirst().dropLast()
            while let next = rest.popFirst() {
                if next == "\\", rest.first == "x", let byte = UInt8(rest.dropFirst().prefix(2), radix: 16) {
                    bytes.append(byte)
                    rest = rest.dropFirst(3)
                } else {
                    bytes += Array(String(next).utf8)
                }
            }
            return bytes
        }
    }

    @Test(arguments: targets.map(\.name)) func nothingBreaksAPromise(_ name: String) throws {
        let target = try #require(Self.targets.first { $0.name == name })
        let seeds = try Self.corpus(name)
        try #require(!seeds.isEmpty)
        for seed in seeds { try target.run(Array(seed.prefix(target.longest))) }
        var mutator = Mutator(seed: 20_261_127, pieces: try Self.pieces(target.dictionary))
        for round in 0..<Self.rounds {
            let bytes = mutator.next(from: seeds, longest: target.longest)
            do { try target.run(bytes) } catch {
                Issue.record("round \(round): \(error)\n\(String(decoding: bytes, as: UTF8.self))")
                return
            }
        }
    }

    /// Whatever was found is kept as a seed, and every seed belongs to a target.
    @Test func everyCorpusIsOfATarget() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Self.folder.appendingPathComponent("Corpora").path)
        // The targets of what goes out are built by the fuzzer alone, and have tests of their own in OutboundTests.
        #expect(Set(names) == Set(Self.targets.map(\.name)).union(["destination", "robots"]))
    }
}
