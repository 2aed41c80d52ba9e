import Dispatch
import Foundation
import Synchronization

/// Hands each letter to the machine's mail program, through the interface that all of them have in common.
package struct SendmailPostman: Postman {
    package static let usualPath = "/usr/sbin/sendmail"

    package let path: String
    /// To whom comes back what could not be delivered.
    package let sender: EmailAddress
    package let limit: Duration

    package init(path: String = usualPath, sender: EmailAddress, limit: Duration = .seconds(30)) {
        self.path = path
        self.sender = sender
        self.limit = limit
    }

    package func send(_ letter: Letter) async throws {
        // The interface takes lines as the machine ends them: some programs make CR CR LF of CR LF.
        let lines = Data(letter.bytes.filter { $0 != UInt8(ascii: "\r") })
        // Files without a name instead of pipes: a program that never reads, or that leaves somebody behind who never
        // stops writing, keeps nobody waiting, and a pipe that breaks ends no server.
        let input: FileHandle
        let complaints: FileHandle
        do {
            input = try .withoutName()
            complaints = try .withoutName()
            try input.write(contentsOf: lines)
            try input.seek(toOffset: 0)
        } catch {
            throw PostmanError.notStarted(path: path, reason: (error as NSError).localizedDescription)
        }
        let status = try await run(input: input, complaints: complaints)
        guard status == 0 else {
            throw PostmanError.refused(path: path, status: status, complaint: firstLine(of: complaints))
        }
    }

    /// The exit status; a signal counts as 128 and its number, as shells have it.
    private func run(input: FileHandle, complaints: FileHandle) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        // -t: to whom it says itself; -i: a dot alone in a line is no end.
        process.arguments = ["-t", "-i", "-f", sender.description]
        // Not what the site was started with: there may be secrets in it.
        process.environment = ProcessInfo.processInfo.environment.filter { Self.passedOn.contains($0.key) }
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = complaints
        let (path, limit) = (path, limit)
        return try await withCheckedThrowingContinuation { continuation in
            let answer = Answer(continuation)
            process.terminationHandler = { ended in
                answer.give(.success((ended.terminationReason == .exit ? 0 : 128) + ended.terminationStatus))
            }
            // Starting and waiting take a thread: none that others' requests need.
            DispatchQueue.global().async {
                do { try process.run() } catch {
                    let reason = (error as NSError).localizedDescription
                    answer.give(.failure(PostmanError.notStarted(path: path, reason: reason)))
                    return
                }
                DispatchQueue.global().asyncAfter(deadline: .now() + limit.seconds) {
                    guard answer.give(.failure(PostmanError.tooSlow(path: path, limit: limit))) else { return }
                    // Foundation starts it as the leader of a group: its children go with it.
                    if process.isRunning { kill(-process.processIdentifier, SIGKILL) }
                }
                if let status = process.statusOfLeader { answer.give(.success(status)) }
            }
        }
    }

    private static let passedOn: Set<String> = ["PATH", "HOME", "USER", "LOGNAME"]

    /// In one line, without addresses of people: this goes into a log.
    private func firstLine(of complaints: FileHandle) -> String {
        try? complaints.seek(toOffset: 0)
        let bytes = (try? complaints.read(upToCount: 1_000)) ?? nil
        let line = String(decoding: bytes ?? Data(), as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
        let words = line.split(whereSeparator: \.isWhitespace).map { $0.contains("@") ? "(address)" : String($0) }
        let shown = words.joined(separator: " ").unicodeScalars.filter { $0.properties.generalCategory != .control }
        return String(String(String.UnicodeScalarView(shown)).prefix(200))
    }
}

extension Process {
    /// Waits for the end of the program itself. Foundation on Linux tells of it only when its children are gone too,
    /// and some mail programs leave one behind that delivers the letter. Nil where Foundation was faster after all.
    fileprivate var statusOfLeader: Int32? {
        var end = siginfo_t()
        // Looks, and leaves the rest to Foundation.
        while waitid(P_PID, id_t(processIdentifier), &end, WEXITED | WNOWAIT) != 0 {
            guard errno == EINTR else { return nil }
        }
        #if canImport(Glibc)
            let status = end._sifields._sigchld.si_status
        #else
            let status = end.si_status
        #endif
        return (end.si_code == CLD_EXITED ? 0 : 128) + status
    }
}

/// Gives one answer to who waits, whoever has it first.
private final class Answer: Sendable {
    private let waiting: Mutex<CheckedContinuation<Int32, any Error>?>

    init(_ continuation: CheckedContinuation<Int32, any Error>) { waiting = Mutex(continuation) }

    @discardableResult func give(_ result: Result<Int32, any Error>) -> Bool {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(with: result)
        return continuation != nil
    }
}

extension FileHandle {
    /// A file that only this program can read, and that is gone when nobody holds it any more.
    fileprivate static func withoutName() throws -> FileHandle {
        let file = FileManager.default.temporaryDirectory.appending(path: "letter-\(UUID().uuidString)")
        let handle = try FileHandle.new(at: file)
        unlink(file.path)
        return handle
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
