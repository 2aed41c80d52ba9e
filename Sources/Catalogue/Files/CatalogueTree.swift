import Foundation
import Yams

/// One catalogue on disk.
struct CatalogueTree {
    struct Contents {
        var records: [RecordFile] = []
        var vocabularies: [Located<Vocabulary>] = []
        var pages: [Located<EditorialPage>] = []
        var faults: [Fault] = []
        var files: [String] = []
    }

    let root: String
    private let log = FaultLog()

    init(root: String) { self.root = root }

    func read() -> Contents {
        var contents = Contents()
        let names = VocabularyName.allCases
        for file in files(in: "vocabularies", contents: &contents) {
            guard let name = names.first(where: { $0.rawValue == stem(file) }) else {
                log.add(
                    FilePlace(file: file, line: 1), "unknown vocabulary ‘\(stem(file))’",
                    "the vocabularies are \(names.map(\.rawValue).joined(separator: ", "))")
                continue
            }
            if let vocabulary = vocabulary(name, file: file) { contents.vocabularies.append(vocabulary) }
        }
        let vocabularies = Dictionary(
            contents.vocabularies.map { ($0.value.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        for file in files(in: "pages", contents: &contents) {
            guard var fields = root(of: file), let page = PageReader().read(&fields) else { continue }
            checkName(page.value.id, place: page.place)
            contents.pages.append(page)
        }
        for kind in Kind.allCases {
            let reader = RecordReader(kind: kind, vocabularies: vocabularies)
            for file in files(in: kind.folder, contents: &contents) {
                guard var fields = root(of: file), let record = reader.read(&fields) else { continue }
                checkName(record.record.id, place: record.place)
                contents.records.append(record)
            }
        }
        checkFolders()
        checkReferences(contents, vocabularies: vocabularies)
        contents.faults = log.faults
        return contents
    }

    // MARK: Files

    private func files(in folder: String, contents: inout Contents) -> [String] {
        let path = "\(root)/\(folder)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        var files: [String] = []
        for name in names.sorted() where !name.hasPrefix(".") {
            let file = "\(path)/\(name)"
            if name.hasSuffix(".yaml") {
                files.append(file)
            } else {
                log.add(
                    FilePlace(file: file, line: 1), "not a catalogue file",
                    "give it a name that ends in .yaml, or move it elsewhere")
            }
        }
        contents.files += files
        return files
    }

    private func checkFolders() {
        let known = ["vocabularies", "pages"] + Kind.allCases.map(\.folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        for name in names.sorted() where !name.hasPrefix(".") && !known.contains(name) && !name.hasSuffix(".md") {
            log.add(
                FilePlace(file: "\(root)/\(name)", line: 1), "unknown folder or file in the catalogue",
                nearest(to: name, among: known).map { "did you mean ‘\($0)’?" }
                    ?? "the folders are \(known.joined(separator: ", "))")
        }
    }

    private func root(of file: String) -> Fields? {
        let start = FilePlace(file: file, line: 1)
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            log.add(start, "the file can't be read as UTF-8 text", "save it as UTF-8, and check that you may read it")
            return nil
        }
        do {
            guard let node = try Yams.compose(yaml: text) else {
                log.add(start, "the file is empty", "fill it in, or take it away")
                return nil
            }
            return Fields(node, file: file, log: log)
        } catch let error as YamlError {
            log.add(FilePlace(file: file, line: error.line), "this is not YAML (\(error.problem))", error.remedy)
        } catch {
            log.add(start, "this is not YAML", "compare it with a file that works")
        }
        return nil
    }

    private func stem(_ file: String) -> String {
        ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    private func checkName(_ id: Identifier, place: FilePlace) {
        guard stem(place.file) != id.description else { return }
        log.add(place, "the id ‘\(id)’ is not the name of the file", "rename the file to \(id).yaml, or correct the id")
    }

    // MARK: Vocabularies

    private func vocabulary(_ name: VocabularyName, file: String) -> Located<Vocabulary>? {
        guard var fields = root(of: file) else { return nil }
        let reader = ConceptReader(vocabulary: name)
        var concepts: [Located<Concept>] = []
        for entry in fields.list("concepts") {
            var entry = entry
            if let concept = reader.read(&entry) { concepts.append(concept) }
        }
        fields.finish()
        var lines: [ConceptID: Int] = [:]
        for concept in concepts {
            if let line = lines.updateValue(concept.place.line, forKey: concept.value.id) {
                log.add(
                    concept.place, "the concept ‘\(concept.value.id)’ stands twice (also in line \(line))", "keep one")
            }
        }
        for concept in concepts {
            for parent in concept.value.broader + concept.value.coveredBy where lines[parent] == nil {
                log.add(concept.place, "‘\(parent)’ is no concept of this vocabulary", "add it, or correct the name")
            }
        }
        let vocabulary = Vocabulary(name: name, concepts: concepts.map(\.value))
        for concept in concepts
        where vocabulary.ancestors(of: concept.value.id).contains(where: {
            vocabulary[$0]?.broader.contains(concept.value.id) ?? false
        }) {
            log.add(concept.place, "‘\(concept.value.id)’ is broader than itself", "break the circle of ‘broader’")
        }
        return Located(value: vocabulary, place: fields.place)
    }

    // MARK: Across files

    private func checkReferences(_ contents: Contents, vocabularies: [VocabularyName: Vocabulary]) {
        for name in VocabularyName.allCases where vocabularies[name] == nil {
            log.add(
                FilePlace(file: "\(root)/vocabularies", line: 1), "the vocabulary ‘\(name.rawValue)’ is missing",
                "add vocabularies/\(name.rawValue).yaml")
        }
        var first: [RecordID: FilePlace] = [:]
        for file in contents.records {
            if let other = first[file.record.id] {
                log.add(
                    file.place, "the id ‘\(file.record.id)’ is also that of \(other.file)",
                    "give each record an id of its own")
            } else {
                first[file.record.id] = file.place
            }
        }
        let organisations = Set(
            contents.records.map(\.record).filter { $0.kind == .organisation }.map(\.id.description))
        for file in contents.records {
            for organisation in file.organisations where !organisations.contains(organisation.value) {
                log.add(
                    organisation.place, "there is no organisation ‘\(organisation.value)’",
                    nearest(to: organisation.value, among: organisations).map { "did you mean ‘\($0)’?" }
                        ?? "add organisations/\(organisation.value).yaml, or correct the name")
            }
        }
        for concept in vocabularies[.needs]?.concepts ?? [] {
            for format in concept.formats where vocabularies[.formats]?[format] == nil {
                log.add(
                    FilePlace(file: "\(root)/vocabularies/needs.yaml", line: 1),
                    "the need ‘\(concept.id)’ names the unknown format ‘\(format)’",
                    "choose one of vocabularies/formats.yaml")
            }
        }
        let channels = Set(contents.records.map(\.record).filter { $0.kind == .channel }.map(\.id.description))
        for intent in vocabularies[.intents]?.concepts ?? [] {
            let file = FilePlace(file: "\(root)/vocabularies/intents.yaml", line: 1)
            if intent.channels.isEmpty {
                log.add(file, "the intent ‘\(intent.id)’ has no channel", "name the channels that help, best first")
            }
            for channel in intent.channels where !channels.contains(channel.description) {
                log.add(
                    file, "the intent ‘\(intent.id)’ names ‘\(channel)’, which is no channel",
                    nearest(to: channel.description, among: channels).map { "did you mean ‘\($0)’?" }
                        ?? "add channels/\(channel).yaml, or correct the name")
            }
        }
    }
}
