import Catalogue
import Foundation
import HTTPTypes
import Logging
import Synchronization
import Testing

@testable import Site

@Suite struct SiteLogTests {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private func logged(
        _ format: SiteLog.Format, level: Logger.Level = .warning, _ work: (Logger) -> Void
    ) -> [String] {
        let lines = Lines()
        work(SiteLog(format: format, level: level, write: lines.add).logger)
        return lines.all
    }

    @Test func anEventIsALineThatSaysWhatAndWhere() throws {
        let lines = logged(.plain) { $0.error("the store is away", metadata: ["tries": "3", "code": "ab"]) }
        let line = try #require(lines.first)
        let form =
            #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z error: the store is away: code=ab tries=3 \(SiteLogTests\.swift:\d+\)/#
        #expect(line.wholeMatch(of: form) != nil, "\(line)")
    }

    @Test func forProgramsItIsAnObject() throws {
        let lines = logged(.json) {
            $0.warning("a \"quoted\" thing", metadata: ["level": "not the level", "code": "a\nb"])
        }
        let object = try JSONDecoder().decode([String: String].self, from: Data(try #require(lines.first).utf8))
        #expect(object["message"] == "a \"quoted\" thing" && object["level"] == "warning")
        #expect(object["level_"] == "not the level" && object["code"] == "a b")
        #expect(object["place"]?.hasPrefix("SiteLogTests.swift:") ?? false && object["time"]?.hasSuffix("Z") ?? false)
    }

    @Test func whatIsLessThanTheLevelIsNotWritten() {
        #expect(logged(.plain, level: .error) { $0.warning("no") }.isEmpty)
        #expect(logged(.plain, level: .debug) { $0.debug("yes") }.count == 1)
    }

    @Test(arguments: [
        ("no letter to Jan.Peeters+x@example.be today", "Jan"), ("by <eva@shop.example>", "eva"),
        ("from 192.0.2.17 again", "192.0.2.17"), ("peer [2001:db8:0:1::7]:443", "2001:db8"),
        ("path /nl/search?q=my+secret failed", "secret"),
        ("see https://shop.example/fr/report?who=teenager)", "teenager"),
    ])
    func whatLooksLikeSomebodysAddressIsTakenOut(_ text: String, _ secret: String) {
        for format in SiteLog.Format.allCases {
            let lines = logged(format) { $0.error("\(text)", metadata: ["error": "\(text)"]) }
            #expect(lines.count == 1 && !lines[0].contains(secret), "\(lines)")
        }
    }

    @Test func nothingThatWasTypedBeginsALineOfItsOwn() {
        for end in ["\n", "\r\n", "\u{2028}", "\u{0b}", "\u{1b}[31m"] {
            let lines = logged(.plain) { $0.error("one\(end)2026-11-27T00:00:00.000Z error: a lie") }
            #expect(!lines[0].contains(where: \.isNewline) && !lines[0].contains("\u{1b}"))
        }
    }

    @Test func whatTimesAndNumbersSayStays() {
        let text = "at 12:34:56 on 2026-11-27 revision 1234 of awel-102: 3.5 MB, code 0xff"
        #expect(LogLine.tidied(text) == text)
    }

    @Test func aFailureHasTheSameCodeInTheLogAndOnThePage() async throws {
        let lines = Lines()
        let site = try TestSite(
            TestSite.shipped.snapshot, store: BrokenStore(), clock: TestSite.noon,
            logger: SiteLog(write: lines.add).logger)
        let answer = try await site.post("/nl/records/awel-102/suggestion?secret=word", "message=x")
        #expect(answer.status == .internalServerError)
        let line = try #require(lines.all.first { $0.contains("request failed") })
        let code = try #require(line.firstMatch(of: #/code=([0-9a-z]+)/#)?.1)
        #expect(answer.body.contains(Texts.of(.nl)(.brokenCode, String(code))))
        #expect(!line.contains("word"))
    }

    @Test func answersAreLoggedWithoutWhoAskedAndWhat() async throws {
        let lines = Lines()
        let site = try TestSite(
            TestSite.shipped.snapshot, clock: TestSite.noon, logger: SiteLog(level: .info, write: lines.add).logger)
        _ = try await site.get("/nl/search?q=geheim")
        _ = try await site.get("/nl/report/bullied-online")
        #expect(lines.all.count == 2)
        #expect(lines.all.allSatisfy { !$0.contains("geheim") && !$0.contains("bullied") && !$0.contains("/nl") })
        #expect(lines.all[0].contains("kind=search") && lines.all[0].contains("status=200"))
    }
}
