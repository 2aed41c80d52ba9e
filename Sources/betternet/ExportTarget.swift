import Catalogue
import Foundation

/// Where an export is written. A file is there whole or not at all.
struct ExportTarget {
    let path: String

    /// Bytes that are written at once.
    private static let chunk = 256 << 10

    /// Writes pieces one after another, beside the file first.
    func write(_ pieces: some Sequence<[UInt8]>) throws {
        let part = path + ".part"
        do {
            try Data().write(to: URL(fileURLWithPath: part))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: part))
            var buffer = Data()
            for piece in pieces {
                buffer.append(contentsOf: piece)
                guard buffer.count >= Self.chunk else { continue }
                try file.write(contentsOf: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
            try file.write(contentsOf: buffer)
            try file.synchronize()
            try file.close()
            guard rename(part, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw unwritable(path, error)
        }
    }

    /// Writes catalogue files into a folder; returns how many. Among other files they would be mistaken for one catalogue
    /// with them.
    func write(_ catalogue: CatalogueWriter) throws -> Int {
        let manager = FileManager.default
        let old = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        guard old.isEmpty else {
            throw Failure.other("\(path): there are files here already: name an empty or a new folder")
        }
        for file in catalogue.files {
            do {
                let file = try file.get()
                let url = URL(fileURLWithPath: "\(path)/\(file.path)")
                try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: url)
            } catch { throw unwritable(path, error) }
        }
        return catalogue.count
    }

    private func unwritable(_ path: String, _ error: any Error) -> any Error {
        Failure.other("\(path): can't be written: choose another place (\(error.localizedDescription))")
    }
}
