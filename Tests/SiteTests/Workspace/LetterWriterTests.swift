import Catalogue
import Foundation
import Testing

@testable import Editorial
@testable import Site

/// Letters say what happened, in the language of whoever reads them, with the right links.
@Suite struct LetterWriterTests {
    private static let title = LocalisedText([.nl: "Lespakket", .fr: "Kit", .de: "Paket", .en: "Pack"])
    private static let record = Identifier.of("awel-102")
    private static let due = CivilDay(year: 2026, month: 11, day: 1)

    private static let matters: [(Notice.Matter, [String])] = [
        (.invitation(token: "TOKEN", by: "Bert"), ["workspace/invitation/TOKEN"]),
        (.invitation(token: "TOKEN", by: "betternet account add"), ["workspace/invitation/TOKEN"]),
        (.reset(token: "TOKEN"), ["workspace/invitation/TOKEN"]),
        (.invitedAgain(by: "Bert"), ["workspace/sign-in", "workspace/forgot"]),
        (.passwordChanged, ["workspace/forgot"]), (.secondFactorChanged, ["workspace/forgot"]),
        (.draft(id: "d1", record: record, title: title, deed: .published, words: ""), ["channels/awel-102"]),
        (
            .draft(id: "d1", record: record, title: title, deed: .returned, words: "Bron?\nEn jaar?"),
            ["workspace/drafts/d1"]
        ),
        (.draft(id: "d1", record: record, title: title, deed: .declined, words: "Nee"), ["workspace/drafts/d1"]),
        (
            .reminder([
                .init(record: record, title: title, token: "ONE", due: due),
                .init(record: .of("mediawijs"), title: title, token: "TWO", due: due),
            ]),
            [
                "workspace/still-right/ONE", "workspace/entries/awel-102", "workspace/still-right/TWO",
                "workspace/entries/mediawijs",
            ]
        ),
        (
            .escalation(
                Escalation.Reason.allCases.map { .init(record: record, title: title, due: due, reason: $0) }),
            Escalation.Reason.allCases.map { _ in "workspace/entries/awel-102" }
        ),
        (.setAside(record: record, title: title), ["workspace/entries/awel-102"]),
        (.claim(record: record, title: title, organisation: .of("mediawijs"), deed: .claimed), ["workspace/claims"]),
        (
            .claim(record: record, title: title, organisation: .of("mediawijs"), deed: .granted),
            ["workspace/entries/awel-102"]
        ),
        (
            .claim(record: record, title: title, organisation: .of("mediawijs"), deed: .refusedClaim),
            ["workspace/entries/awel-102"]
        ),
        (.application(id: "K7MP-2QXD", name: "Vzw", deed: .applied, words: ""), ["workspace/applications/K7MP-2QXD"]),
        (.application(id: "K7MP-2QXD", name: "Vzw", deed: .admitted, words: "Welkom"), ["join/answer"]),
        (.application(id: "K7MP-2QXD", name: "Vzw", deed: .refusedMember, words: "Nee"), ["join/answer"]),
        (.suggestion(code: "K7MP-2QXD", words: "Het staat er nu.\nBedankt!"), ["suggest/answer"]),
        (
            .digest(
                tasks: ["writing", "reviewing", "other"].map { .init(section: $0, count: 2) },
                news: [.init(section: "published", count: 1, title: title, record: record)]),
            ["workspace", "channels/awel-102", "workspace/account"]
        ),
    ]

    private let writer: LetterWriter

    init() {
        var settings = SiteSettings(publicAddress: "https://shop.example")
        settings.sender = "desk@shop.example"
        writer = LetterWriter(settings: settings, snapshots: SnapshotHolder(TestSite.shipped.snapshot))
    }

    private func letter(_ matter: Notice.Matter, _ language: Language = .nl, name: String = "Anna") throws -> Letter {
        try writer.letter(
            for: Notice(to: "anna@example.be", name: name, language: language, matter: matter, at: TestSite.noon))
    }

    @Test(arguments: Language.allCases)
    func everyMatterInEveryLanguage(_ language: Language) throws {
        var subjects: [String] = []
        for (matter, links) in Self.matters {
            let letter = try letter(matter, language)
            #expect(letter.paths == links.map { "/\(language)/\($0)" }, "\(matter.name)")
            #expect(letter.body.contains("Anna") && letter.language == language)
            #expect(
                letter.from.address.description == "desk@shop.example" && letter.messageID.hasSuffix("@shop.example>"))
            for text in [letter.subject, letter.body] {
                #expect(!text.isEmpty && !text.contains("letter.") && !text.contains("%"), "\(matter.name): \(text)")
            }
            subjects.append(letter.subject)
        }
        let others = try Self.matters.map { try self.letter($0.0, language == .nl ? .fr : .nl).subject }
        #expect(zip(subjects, others).allSatisfy { $0 != $1 })
    }

    @Test func saysWhatTheReviewersWrote() throws {
        let text = try letter(Self.matters[7].0).body
        #expect(text.contains("> Bron?\n> En jaar?") && text.contains("Lespakket"))
        #expect(try letter(Self.matters[7].0, .de).subject.contains("Paket"))
    }

    /// Whatever somebody is called, and whatever an entry is called, it stays in its line.
    @Test func nothingBecomesAnotherHeader() throws {
        let evil = "Anna\r\nBcc: all@example.be\n\nX"
        let title = LocalisedText([.nl: "Titel\r\nBcc: all@example.be"])
        for matter in [
            Notice.Matter.invitation(token: "T", by: evil),
            .draft(id: "d", record: Self.record, title: title, deed: .returned, words: evil),
            .application(id: "A", name: evil, deed: .applied, words: evil),
        ] {
            let bytes = String(decoding: try letter(matter, name: evil).bytes, as: UTF8.self)
            let head = bytes[..<(bytes.range(of: "\r\n\r\n")?.lowerBound ?? bytes.endIndex)]
            let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map {
                $0.prefix { $0 != ":" }
            }
            #expect(
                names == [
                    "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                    "Content-Transfer-Encoding", "Content-Language", "Auto-Submitted",
                ])
        }
        #expect(throws: (any Error).self) {
            try writer.letter(
                for: Notice(
                    to: "a@b.be\r\nBcc: all@example.be", name: "A", language: .nl, matter: .passwordChanged,
                    at: TestSite.noon))
        }
    }

    /// A list that never ends is cut, and says how much more there is.
    @Test func aLongListIsCut() throws {
        let entries = (0..<100).map { _ in
            Notice.Overdue(record: Self.record, title: Self.title, due: Self.due, reason: .nobodyToAsk)
        }
        let letter = try letter(.escalation(entries))
        #expect(letter.paths.count == 41 && letter.paths.last == "/nl/workspace/verify")
        #expect(letter.subject.contains("100") && letter.body.contains("60"))
    }
}
