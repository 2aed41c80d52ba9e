import ArgumentParser
import Catalogue
import Foundation

/// How what a source says becomes entries of ours.
struct MappingOptions: ParsableArguments {
    @Option(help: "What it is, where the source doesn't say: initiative, resource, channel, event …")
    var kind: Kind?

    @Option(help: ArgumentHelp("The language of texts that don't say theirs: nl, fr, de or en.", valueName: "language"))
    var language: Language?

    @Option(help: ArgumentHelp("For which organisation, which also stands behind what names none.", valueName: "id"))
    var organisation: String?

    @Option(
        help: ArgumentHelp(
            "A JSON file: { \"kind\", \"language\", \"words\": { \"bullying\": [\"themes/cyberbullying\"] }, \"columns\": { \"header\": \"column\" } }.",
            valueName: "file"))
    var mapping: String?

    func organisation(in catalogue: Catalogue) throws -> RecordID? {
        try organisation.map { try NamedOrganisation.of($0, in: catalogue) }
    }

    func mapping(for catalogue: Catalogue) throws -> IncomingMapping {
        try IncomingMapping(
            kind: kind, language: language, organisation: organisation(in: catalogue), file: mapping)
    }
}

extension IncomingMapping {
    /// What is said on the command line, and for the rest what stands in a file.
    init(kind: Kind?, language: Language?, organisation: RecordID?, file path: String?) throws {
        let file = try path.map(MappingFile.init(path:))
        self.init(
            kind: kind ?? file?.kind ?? .resource, language: language ?? file?.language ?? .en,
            organisation: organisation ?? file?.organisation)
        words = Dictionary(
            (file?.words ?? [:]).map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        columns = file?.columns ?? [:]
    }
}

/// A mapping as people write it: whatever is left out is as without a file.
private struct MappingFile: Decodable {
    let kind: Kind?
    let language: Language?
    let organisation: RecordID?
    let words: [String: [String]]?
    let columns: [String: String]?

    init(path: String) throws {
        let data: Data
        do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
            throw Failure.badData(["\(path): can't be read: name a file (\(error.localizedDescription))"])
        }
        do { self = try JSONDecoder().decode(MappingFile.self, from: data) } catch {
            throw Failure.badData(["\(path):1: is no mapping: see docs/open-data/harvest.md"])
        }
    }
}
