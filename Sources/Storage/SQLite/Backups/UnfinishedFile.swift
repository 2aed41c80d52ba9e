import Foundation

/// A file that is written under a name of its own and gets its real one when it is whole: whoever finds the real name
/// finds all of it. Only its owner can read it.
struct UnfinishedFile {
    /// Where to write.
    let path: String
    private let file: String

    /// Makes it, empty. Throws ``BackupError/notWritable(_:)``.
    init(for file: String) throws {
        self.file = file
        Self.tidy(beside: file)
        path = "\(file).unfinished-\(UUID().uuidString.lowercased())"
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw BackupError.notWritable(file) }
    }

    /// Takes away what programs left that were ended in the middle: nobody stops writing for a day and then goes on.
    private static func tidy(beside file: String) {
        let folder = (file as NSString).deletingLastPathComponent
        let beginning = (file as NSString).lastPathComponent + ".unfinished-"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for name in names where name.hasPrefix(beginning) {
            let path = (folder as NSString).appendingPathComponent(name)
            let written = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let written, written < Date(timeIntervalSinceNow: -86_400) { unlink(path) }
        }
    }

    /// Gives it its name, in the place of a file that has it. Throws ``BackupError/notWritable(_:)`` where the disk does not
    /// take all of it.
    func finish() throws {
        guard Self.bringToDisk(path), rename(path, file) == 0 else { throw BackupError.notWritable(file) }
        Self.bringToDisk((file as NSString).deletingLastPathComponent)
    }

    /// Takes away what was not finished.
    func remove() {
        for ending in ["", "-journal", "-wal", "-shm"] { unlink(path + ending) }
    }

    /// A file is on disk only once it was asked for, and its name once its folder was. Whether the disk said that it is.
    @discardableResult
    static func bringToDisk(_ path: String) -> Bool {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return fsync(descriptor) == 0
    }
}
