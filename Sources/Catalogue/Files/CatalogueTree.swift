import Foundation
import Yams

/// One catalogue on disk.
struct CatalogueTree {
    struct Contents {
        var records: [RecordFile] = []
        var vocabularies: [Located<Vocabulary>] = []
        var pages: [Located<EditorialPage>] = []
        var faults: [Fault] = []
        /// Folders that may not be read. Where there is one nothing else was read: what is missing can't be told from what
        /// is hidden.
        var closed: [Fault] = []
        var files: [String] = []
    }

    let root: String
    private let log = FaultLog()

    init(root: String) { self.root = root }

    func read() -> Contents {
        var contents = Contents()
        contents.closed = closedFolders()
        guard contents.closed.isEmpty else { return contents }
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

    private static let folders = ["vocabularies", "pages"] + Kind.allCases.map(\.folder)

    private func closedFolders() -> [Fault] {
        let isClosed: (String) -> Bool = { access($0, R_OK | X_OK) != 0 && errno == EACCES }
        // In a folder that is closed all are.
        let closed = isClosed(root) ? [root] : Self.folders.map { "\(root)/\($0)" }.filter(isClosed)
        return closed.map { folder in
            Fault(
                file: folder, line: 1, problem: "you may not read what is in here",
                remedy: "see whose it is (ls -ld), and run this as that user")
        }
    }

    private func checkFolders() {
        let known = Self.folders
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
            for parent in concept.value.broader + concept.value.coveredBy + concept.value.includes
            where lines[parent] == nil {
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
        let kinds = Dictionary(
            contents.records.map { ($0.record.id.description, $0.record.kind) }, uniquingKeysWith: { first, _ in first }
        )
        for reference in contents.records.flatMap(\.references) { check(reference, among: kinds) }
        checkRecommendations(contents)
        for concept in vocabularies[.needs]?.concepts ?? [] {
            for format in concept.formats where vocabularies[.formats]?[format] == nil {
                log.add(
                    place(of: .needs),
                    "the need ‘\(concept.id)’ names the unknown format ‘\(format)’",
                    "choose one of vocabularies/formats.yaml")
            }
        }
        for theme in vocabularies[.themes]?.concepts ?? [] {
            for audience in theme.audiences where vocabularies[.audiences]?[audience] == nil {
                log.add(
                    place(of: .themes), "the theme ‘\(theme.id)’ names the unknown audience ‘\(audience)’",
                    "choose one of vocabularies/audiences.yaml")
            }
        }
        for intent in vocabularies[.intents]?.concepts ?? [] where intent.channels.isEmpty {
            log.add(
                place(of: .intents), "the intent ‘\(intent.id)’ has no channel",
                "name the channels that help, best first")
        }
        for name in [VocabularyName.intents, .situations] {
            for concept in vocabularies[name]?.concepts ?? [] {
                let place = place(of: name)
                let references =
                    concept.channels.map { Reference(id: Located(value: $0.description, place: place), kind: .channel) }
                    + concept.guides.map { Reference(id: Located(value: $0.description, place: place), kind: .guide) }
                for reference in references { check(reference, among: kinds) }
            }
        }
        let grouped = Set((vocabularies[.situations]?.concepts ?? []).flatMap(\.guides))
        for file in contents.records where file.record.kind == .guide && !grouped.contains(file.record.id) {
            log.add(
                file.place, "the help page does not lead to the guide ‘\(file.record.id)’",
                "name it under ‘guides’ of a situation in vocabularies/situations.yaml")
        }
    }

    /// Whether a publication asks what somebody says that it asks.
    private func checkRecommendations(_ contents: Contents) {
        let asked = Dictionary(
            contents.records.map { file in
                (file.record.id.description, (file.record.recommendations ?? []).map(\.id.description))
            }, uniquingKeysWith: { first, _ in first })
        for reference in contents.records.flatMap(\.references) {
            guard let meant = reference.recommendation, let known = asked[reference.id.value],
                !known.contains(meant.value)
            else { continue }
            log.add(
                meant.place, "‘\(reference.id.value)’ has no recommendation ‘\(meant.value)’",
                nearest(to: meant.value, among: known).map { "did you mean ‘\($0)’?" }
                    ?? "add it there, or name the publication alone")
        }
    }

    private func place(of name: VocabularyName) -> FilePlace {
        FilePlace(file: "\(root)/vocabularies/\(name.rawValue).yaml", line: 1)
    }

    private func check(_ reference: Reference, among kinds: [String: Kind]) {
        let name = reference.id.value
        let isRight = kinds[name].map { reference.kind == nil || reference.kind == $0 } ?? false
        guard !isRight else { return }
        let wanted = reference.kind?.rawValue ?? "record"
        let candidates = kinds.filter { reference.kind == nil || $0.value == reference.kind }.keys
        log.add(
            reference.id.place, "there is no \(wanted) ‘\(name)’",
            nearest(to: name, among: candidates).map { "did you mean ‘\($0)’?" }
                ?? "add \(reference.kind?.folder ?? "a folder")/\(name).yaml, or correct the name")
    }
}
