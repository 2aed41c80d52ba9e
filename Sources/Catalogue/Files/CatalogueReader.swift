import Foundation

/// What was found at the paths that were asked for: everything that is right, and every fault.
package struct CatalogueReading: Sendable {
    package var records: [Record] = []
    package var vocabularies: [Vocabulary] = []
    package var pages: [EditorialPage] = []
    package var faults: [Fault] = []
    package var files = 0
    /// The whole catalogues in which the asked paths lie.
    package private(set) var surroundings: [Catalogue] = []
    /// Where each record of those is written.
    package private(set) var places: [RecordID: String] = [:]

    package var catalogue: Catalogue { Catalogue(records: records, vocabularies: vocabularies, pages: pages) }
}

/// Reads catalogue files: `vocabularies/`, `pages/` and a folder for each kind of record.
///
/// A path may be a whole catalogue, a folder of it or one file. What a file points at is looked up in
/// its whole catalogue; only what is at the asked paths is returned and reported.
package struct CatalogueReader {
    package init() {}

    package func read(_ paths: [String]) -> CatalogueReading {
        var reading = CatalogueReading()
        var wanted: [String: [String]] = [:]
        for path in paths {
            if let root = root(of: path) {
                wanted[root, default: []].append(path)
            } else {
                reading.faults.append(
                    Fault(
                        file: path, line: 1,
                        problem: Self.problem(at: path),
                        remedy: "name a folder with ‘vocabularies/’ in it, or a file below such a folder"))
            }
        }
        for (root, paths) in wanted.sorted(by: { $0.key < $1.key }) {
            reading.add(CatalogueTree(root: root).read(), within: paths)
        }
        reading.faults.sort()
        return reading
    }

    /// Why there is no catalogue at a path. What may not be read is not missing.
    private static func problem(at path: String) -> String {
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if access(path, isFolder.boolValue ? R_OK | X_OK : R_OK) != 0, errno == EACCES {
            return "you may not read what is here"
        }
        return isThere ? "no catalogue here" : "no such file or folder"
    }

    /// The nearest folder at or above `path` that has a `vocabularies` folder.
    private func root(of path: String) -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        var folder = URL(fileURLWithPath: path).standardizedFileURL
        var shown = path
        while true {
            var isFolder: ObjCBool = false
            let vocabularies = folder.appendingPathComponent("vocabularies").path
            if FileManager.default.fileExists(atPath: vocabularies, isDirectory: &isFolder), isFolder.boolValue {
                return shown
            }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path == folder.path { return nil }
            folder = parent
            shown = (shown as NSString).deletingLastPathComponent
            if shown.isEmpty { shown = "." }
            if shown == "." || shown == "/" || shown.hasSuffix("..") { shown = folder.path }
        }
    }
}

extension CatalogueReading {
    fileprivate mutating func add(_ tree: CatalogueTree.Contents, within paths: [String]) {
        let isWanted: (String) -> Bool = { file in
            let file = URL(fileURLWithPath: file).standardizedFileURL.path
            return paths.contains { path in
                let path = URL(fileURLWithPath: path).standardizedFileURL.path
                return file == path || file.hasPrefix(path + "/")
            }
        }
        records += tree.records.filter { isWanted($0.place.file) }.map(\.record)
        vocabularies += tree.vocabularies.filter { isWanted($0.place.file) }.map(\.value)
        pages += tree.pages.filter { isWanted($0.place.file) }.map(\.value)
        surroundings.append(
            Catalogue(
                records: tree.records.map(\.record), vocabularies: tree.vocabularies.map(\.value),
                pages: tree.pages.map(\.value)))
        for file in tree.records { places[file.record.id] = file.place.file }
        faults += tree.closed + tree.faults.filter { isWanted($0.file) }
        files += tree.files.filter(isWanted).count
    }
}
