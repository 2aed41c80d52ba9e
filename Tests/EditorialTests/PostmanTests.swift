import Catalogue
import Foundation
import Testing

@testable import Editorial

/// Postmen: the letter arrives whole, and a mail program that fails or hangs is told of.
@Suite struct PostmanTests {
    private let folder: URL
    private let letter: Letter

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "postman-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let address = try EmailAddress("anna@example.be")
        letter = try Letter(
            from: Letter.Mailbox(address), to: Letter.Mailbox(address, name: "Anaïs"), subject: "Één",
            body: String(repeating: "Een lange brief vol é.\n.\n", count: 8_000), language: .nl,
            date: Date(timeIntervalSince1970: 1_795_770_305))
    }

    private func removeFolder() { try? FileManager.default.removeItem(at: folder) }

    private func mode(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    private func program(_ lines: String) throws -> String {
        let file = folder.appending(path: "sendmail")
        try Data("#!/bin/sh\ncd '\(folder.path)'\n\(lines)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
        return file.path
    }

    private func postman(_ lines: String, limit: Duration = .seconds(30)) throws -> SendmailPostman {
        SendmailPostman(path: try program(lines), sender: try EmailAddress("bounces@example.be"), limit: limit)
    }

    private func read(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    // MARK: The folder

    @Test func aFileHoldsTheLetterAndOnlyItsOwnerReadsIt() async throws {
        defer { removeFolder() }
        let box = folder.appending(path: "new/mail")
        for _ in 0..<3 { try await FolderPostman(folder: box).send(letter) }
        let files = try FileManager.default.contentsOfDirectory(atPath: box.path)
        #expect(files.count == 3)
        for file in files {
            #expect(file.wholeMatch(of: /20261127T090505Z-[0-9a-f]{8}\.eml/) != nil, "\(file)")
            #expect(try Data(contentsOf: box.appending(path: file)) == letter.bytes)
            #expect(try mode(box.appending(path: file)) == 0o600)
        }
        #expect(try mode(box) == 0o700)
    }

    @Test func aFolderThatCannotBeWrittenIsTold() async throws {
        defer { removeFolder() }
        let file = folder.appending(path: "file")
        try Data().write(to: file)
        await #expect(throws: PostmanError.self) { try await FolderPostman(folder: file).send(letter) }
    }

    // MARK: The mail program

    @Test func theProgramGetsTheWholeLetter() async throws {
        defer { removeFolder() }
        try await postman("cat > letter; echo \"$@\" > arguments; env > environment").send(letter)
        #expect(try read("letter").replacing("\n", with: "\r\n") == String(decoding: letter.bytes, as: UTF8.self))
        #expect(try read("arguments") == "-t -i -f bounces@example.be\n")
    }

    @Test func theProgramDoesNotLearnWhatTheSiteWasStartedWith() async throws {
        defer { removeFolder() }
        setenv("BETTERNET_TEST_SECRET", "canary", 1)
        try await postman("env > environment").send(letter)
        #expect(!(try read("environment").contains("canary")))
    }

    @Test func aProgramThatReadsNothingIsNoHarm() async throws {
        defer { removeFolder() }
        try await postman("exit 0").send(letter)
    }

    @Test func whatItComplainedOfIsToldWithoutAddresses() async throws {
        defer { removeFolder() }
        let failing = try postman(
            "printf 'anna@example.be... \\033[1mno such\\tuser\\nsecond line\\n' >&2; exit 67")
        await #expect(
            throws: PostmanError.refused(path: failing.path, status: 67, complaint: "(address) [1mno such user")
        ) { try await failing.send(letter) }
        let killed = try postman("kill -9 $$")
        await #expect(throws: PostmanError.refused(path: killed.path, status: 137, complaint: "")) {
            try await killed.send(letter)
        }
        let noisy = try postman("yes anna | head -c 1000000 | tr -d '\\n' >&2; exit 1")
        await #expect(
            throws: PostmanError.refused(
                path: noisy.path, status: 1, complaint: String(repeating: "anna", count: 50))
        ) { try await noisy.send(letter) }
    }

    @Test func aProgramThatIsNotThereIsTold() async throws {
        defer { removeFolder() }
        let sender = try EmailAddress("bounces@example.be")
        for path in ["/nowhere/sendmail", folder.path] {
            let postman = SendmailPostman(path: path, sender: sender)
            do {
                try await postman.send(letter)
                Issue.record("\(path) was started")
            } catch let error as PostmanError {
                guard case .notStarted = error else {
                    Issue.record("\(error)")
                    return
                }
            }
        }
    }

    /// Whether it listens to signals or not, and its children with it.
    @Test(arguments: ["echo $$ > pid; exec sleep 600", "trap '' TERM HUP INT; sleep 600 & echo $! > pid; wait"])
    func aProgramThatHangsIsEnded(_ lines: String) async throws {
        defer { removeFolder() }
        let postman = try postman(lines, limit: .milliseconds(700))
        await #expect(throws: PostmanError.tooSlow(path: postman.path, limit: .milliseconds(700))) {
            try await postman.send(letter)
        }
        let process = try #require(Int32(try read("pid").filter(\.isNumber)))
        for _ in 0..<100 where isRunning(process) { try await Task.sleep(for: .milliseconds(100)) }
        #expect(!isRunning(process))
    }

    /// A child that nobody waits for stays as a shell of itself, state Z.
    private func isRunning(_ process: Int32) -> Bool {
        guard let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return !state.contains(") Z ")
    }

    @Test func aProgramThatLeavesSomebodyBehindKeepsNobodyWaiting() async throws {
        defer { removeFolder() }
        try await postman("(sleep 600; echo late >&2) & echo $! > pid; exit 0").send(letter)
        // Sent, without waiting ten minutes for whoever was left behind.
        kill(try #require(Int32(try read("pid").filter(\.isNumber))), SIGKILL)
    }

    @Test func manyLettersAtOnce() async throws {
        defer { removeFolder() }
        let postman = try postman("cat > letter-$$")
        try await withThrowingTaskGroup { group in
            for _ in 0..<20 { group.addTask { try await postman.send(letter) } }
            try await group.waitForAll()
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("letter-") }
        #expect(files.count == 20)
        for file in files { #expect(try read(file).utf8.count == letter.bytes.count { $0 != 0x0D }) }
    }

    @Test func everyFaultSaysWhatToDo() {
        defer { removeFolder() }
        let faults: [PostmanError] = [
            .notKept(folder: "/a", reason: "b"), .notStarted(path: "/a", reason: "b"),
            .refused(path: "/a", status: 1, complaint: "b"), .tooSlow(path: "/a", limit: .seconds(30)),
        ]
        for fault in faults { #expect(fault.description.contains(": ")) }
    }
}
