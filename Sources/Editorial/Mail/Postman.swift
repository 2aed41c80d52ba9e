import Foundation

/// Takes letters away.
package protocol Postman: Sendable {
    /// Returns when the letter is in the hands of whoever carries it on; throws a ``PostmanError`` where it is not.
    func send(_ letter: Letter) async throws
}

/// Why a letter is still here. Says nothing of whom it is to.
package enum PostmanError: Error, Hashable, Sendable, CustomStringConvertible {
    case notKept(folder: String, reason: String)
    case notStarted(path: String, reason: String)
    /// What the program ended with, and the first line that it complained with.
    case refused(path: String, status: Int32, complaint: String)
    case tooSlow(path: String, limit: Duration)

    package var description: String {
        switch self {
        case .notKept(let folder, let reason):
            "no letter can be put into \(folder) (\(reason)): let the site write there, or give another folder"
        case .notStarted(let path, let reason):
            "\(path) can't be started (\(reason)): install a mail program with this interface, or give its path"
        case .refused(let path, let status, let complaint):
            "\(path) ended with \(status), ‘\(complaint)’: look into the log of the mail program"
        case .tooSlow(let path, let limit):
            "\(path) took more than \(limit.components.seconds) s and was ended: look into the log of the mail program"
        }
    }
}

/// Puts each letter into a folder as a file `.eml`, which any mail program opens. For trying out, and for tests.
package struct FolderPostman: Postman {
    package let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// The file is there whole or not at all, and only the owner reads it: a letter may hold the link of an invitation.
    package func send(_ letter: Letter) async throws {
        let time = letter.date.formatted(
            Date.ISO8601FormatStyle(dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt))
        let name = "\(time)-\(UUID().uuidString.prefix(8).lowercased()).eml"
        let unfinished = folder.appending(path: ".\(name)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let handle = try FileHandle.new(at: unfinished)
            try handle.write(contentsOf: letter.bytes)
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(at: unfinished, to: folder.appending(path: name))
        } catch {
            unlink(unfinished.path)
            throw PostmanError.notKept(folder: folder.path, reason: (error as NSError).localizedDescription)
        }
    }
}

extension FileHandle {
    /// A new file that only its owner reads. Throws where there is one already.
    static func new(at file: URL) throws -> FileHandle {
        let descriptor = open(file.path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
