import Catalogue
import Foundation
import Testing

@testable import Editorial

/// Letters: right for every mail program, and nothing that somebody typed becomes a header.
@Suite struct LetterTests {
    private let address: EmailAddress

    init() throws { address = try EmailAddress("anna@example.be") }

    private func letter(
        to name: String? = nil, subject: String = "Welkom", body: String = "Dag", headers: [Letter.Header] = []
    ) throws -> Letter {
        try Letter(
            from: Letter.Mailbox(try EmailAddress("site@example.be"), name: "Betternet"),
            to: Letter.Mailbox(address, name: name), subject: subject, body: body, language: .nl, headers: headers,
            date: Date(timeIntervalSince1970: 1_795_770_305), host: "betternet.example",
            number: try #require(UUID(uuidString: "6F9619FF-8B86-D011-B42D-00C04FC964FF")))
    }

    private func text(_ letter: Letter) -> String { String(decoding: letter.bytes, as: UTF8.self) }

    @Test func isWrittenSo() throws {
        let unsubscribe = Letter.Header("List-Unsubscribe", "<https://betternet.example/nl/workspace/digest>")
        let letter = try letter(
            to: "Anaïs", subject: "Één nieuwe", body: "Dag Anaïs,\n\nTot gauw = nu!\n", headers: [unsubscribe])
        let lines = [
            "Date: Fri, 27 Nov 2026 09:05:05 +0000", "From: Betternet <site@example.be>",
            "To: =?utf-8?Q?Ana=C3=AFs?= <anna@example.be>", "Subject: =?utf-8?Q?=C3=89=C3=A9n_nieuwe?=",
            "Message-ID: <6f9619ff-8b86-d011-b42d-00c04fc964ff@betternet.example>", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "Content-Language: nl", "Auto-Submitted: auto-generated",
            "List-Unsubscribe: <https://betternet.example/nl/workspace/digest>", "", "Dag Ana=C3=AFs,", "",
            "Tot gauw =3D nu!", "",
        ]
        #expect(text(letter) == lines.joined(separator: "\r\n"))
    }

    private static let writings: [String] = [
        String(repeating: "Überprüfung 🚲 ", count: 20), String(repeating: "a", count: 400),
        String(repeating: "日本語", count: 40), "👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        String(repeating: "and more ", count: 30) + "end", "a=?utf-8?Q?b?=", " two  spaces ", "",
    ]

    @Test(arguments: writings)
    func linesAreShortAndAscii(_ written: String) throws {
        let url = "https://betternet.example/" + String(repeating: "x", count: 30)
        let headers = [Letter.Header("X-Links", Array(repeating: "<\(url)>,", count: 5).joined(separator: " "))]
        let letter = try letter(
            to: written, subject: written, body: "\(written)\n\n\(written) ", headers: headers)
        let bytes = letter.bytes
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let lines = text(letter).components(separatedBy: "\r\n")
        for line in lines {
            #expect(line.utf8.count <= 76, "\(line)")
            #expect(!line.utf8.contains(0x0D) && !line.utf8.contains(0x0A))
            #expect(!line.hasSuffix(" ") && !line.hasSuffix("\t") || line.hasPrefix("Subject: "), "\(line)")
        }
        // Each encoded word can be read by itself: no character is torn apart.
        for word in text(letter).matches(of: /=\?utf-8\?Q\?(.*?)\?=/) where written != "a=?utf-8?Q?b?=" {
            #expect(String(validating: decoded(word.1), as: UTF8.self) != nil)
        }
        let subject = text(letter).matches(of: /Subject: ([^\r]*(?:\r\n [^\r]*)*)/).first?.1 ?? ""
        #expect(unfolded(String(subject)) == written)
    }

    private func decoded(_ word: Substring) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = word.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "=") {
                bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
            }
        }
        return bytes
    }

    /// A subject as a mail program shows it.
    private func unfolded(_ header: String) -> String {
        guard header.hasPrefix("=?") else { return header.replacing("\r\n", with: "") }
        let words = header.components(separatedBy: "\r\n ")
        return String(decoding: words.flatMap { decoded($0.dropFirst(10).dropLast(2)) }, as: UTF8.self)
    }

    @Test func theBodySurvivesItsWay() throws {
        let body = "From here\n.\n. dot\nspace \ntab\t\nCR\rLF\r\nnul \u{0} end"
        let written = text(try letter(body: body))
        #expect(
            written.hasSuffix(
                "\r\n\r\n=46rom here\r\n=2E\r\n=2E dot\r\nspace=20\r\ntab=09\r\nCR\r\nLF\r\nnul =00 end\r\n"))
        #expect(text(try letter(body: "")).hasSuffix("auto-generated\r\n\r\n"))
    }

    @Test(arguments: ["\r", "\n", "\r\n", "\u{0}", "\r\nBcc: everybody@example.be", "\n\nbody", "\u{7F}", "\t"])
    func nothingBecomesAHeader(_ sign: String) throws {
        #expect(throws: LetterError.control(field: "Subject")) { try letter(subject: "Dag\(sign)jij") }
        #expect(throws: LetterError.control(field: "Subject")) { try letter(subject: sign) }
        #expect(throws: LetterError.control(field: "To")) { try letter(to: "Anna\(sign)") }
        #expect(throws: LetterError.control(field: "List-Id")) {
            try letter(headers: [Letter.Header("List-Id", "<x>\(sign)y")])
        }
        #expect(throws: LetterError.self) { try letter(headers: [Letter.Header("List\(sign)", "<x>")]) }
        for place in ["anna\(sign)@example.be", "anna@example.be\(sign)", "\(sign)anna@example.be"] {
            #expect(throws: EmailAddress.Fault.self) { try EmailAddress(place) }
        }
    }

    /// Unicode's own line breaks are no line breaks in a letter: they are encoded.
    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"]) func otherLineBreaksAreEncoded(_ sign: String) throws {
        let written = text(try letter(to: "A\(sign)Bcc: x", subject: "A\(sign)Bcc: x"))
        #expect(!written.contains(sign))
        #expect(!written.contains("\r\nBcc"))
    }

    @Test(arguments: [
        "Bcc", "TO", "cc", "Subject", "Resent-To", "Content-Type", "Sender", "From", "", "a b", "a:b", "é",
        "Return-Path",
    ])
    func noHeaderSaysWhomItIsTo(_ name: String) {
        #expect(throws: LetterError.header(name)) { try letter(headers: [Letter.Header(name, "x")]) }
    }

    @Test func whatCannotBeSentIsRefused() throws {
        #expect(throws: LetterError.notASCII(header: "X-A")) { try letter(headers: [Letter.Header("X-A", "é")]) }
        #expect(throws: LetterError.empty(header: "X-A")) { try letter(headers: [Letter.Header("X-A", "")]) }
        #expect(throws: LetterError.empty(header: "X-A")) { try letter(headers: [Letter.Header("X-A", " b")]) }
        let long = String(repeating: "x", count: 901)
        #expect(throws: LetterError.tooLong(field: "X-A")) { try letter(headers: [Letter.Header("X-A", long)]) }
        #expect(throws: LetterError.tooLong(field: "Subject")) { try letter(subject: long + long) }
        let mailbox = Letter.Mailbox(address)
        for host in ["", "a b", "[::1]", "a..b", "-a.be", "x\r\ny"] {
            #expect(throws: LetterError.self) {
                try Letter(
                    from: mailbox, to: mailbox, subject: "", body: "", language: .fr, date: Date(), host: host)
            }
        }
        let faults: [LetterError] = [
            .control(field: "a"), .header("a"), .empty(header: "a"), .notASCII(header: "a"), .tooLong(field: "a"),
            .host("a"),
        ]
        for fault in faults { #expect(fault.description.contains(": ")) }
    }

    @Test func namesStandInQuotationMarksWhereTheyMust() throws {
        #expect(text(try letter(to: "Anna De Smet")).contains("\r\nTo: Anna De Smet <anna@example.be>\r\n"))
        #expect(
            text(try letter(to: "Smet, A. <x@y.be>")).contains("\r\nTo: \"Smet, A. <x@y.be>\" <anna@example.be>\r\n"))
        #expect(text(try letter(to: "a\"b\\c")).contains("\r\nTo: \"a\\\"b\\\\c\" <anna@example.be>\r\n"))
        #expect(text(try letter()).contains("\r\nTo: anna@example.be\r\n"))
        #expect(text(try letter(to: "")).contains("\r\nTo: anna@example.be\r\n"))
    }

    @Test(arguments: [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (951_868_799.9, "Tue, 29 Feb 2000 23:59:59 +0000"), (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 +0000"),
    ])
    func theDateIsWritten(_ seconds: Double, _ date: String) throws {
        let mailbox = Letter.Mailbox(address)
        let letter = try Letter(
            from: mailbox, to: mailbox, subject: "", body: "", language: .en,
            date: Date(timeIntervalSince1970: seconds))
        #expect(text(letter).hasPrefix("Date: \(date)\r\n"))
    }

    // MARK: Addresses

    @Test(arguments: [
        "anna@example.be", "jan.d'hondt+web@sub.example.be", "a@b.co", "x_y-z@xn--belgi-rsa.example", "site@localhost",
        "!#$%&*/=?^`{|}~@example.be",
    ])
    func addressesThatPeopleHave(_ text: String) throws { #expect(try EmailAddress(text).description == text) }

    private static let noAddresses: [(String, EmailAddress.Fault)] = [
        ("", .notOne), ("anna", .notOne), ("a@b@c.be", .notOne), ("@example.be", .name),
        ("a..b@example.be", .name), (".a@example.be", .name), ("a.@example.be", .name), ("a b@example.be", .name),
        ("\"a b\"@example.be", .name), ("a,b@example.be", .name), ("a(b)@example.be", .name), ("a@example", .host),
        ("a@", .host), ("a@.be", .host), ("a@example..be", .host), ("a@-example.be", .host), ("a@example-.be", .host),
        ("a@[127.0.0.1]", .host), ("a@exam_ple.be", .host), ("a@belgië.be", .international),
        ("andré@example.be", .international), ("Anna <a@example.be>", .name), (" a@example.be", .name),
        ("a@example.be ", .host), (String(repeating: "a", count: 65) + "@example.be", .tooLong),
        ("a@" + String(repeating: "a.", count: 130) + "be", .tooLong),
        ("a@" + String(repeating: "b", count: 64) + ".be", .host),
    ]

    @Test(arguments: noAddresses)
    func whatIsNoAddressIsRefused(_ text: String, _ fault: EmailAddress.Fault) {
        #expect(throws: fault) { try EmailAddress(text) }
        #expect(fault.description.contains(": "))
    }

    @Test func capitalsMakeNoOtherPerson() throws {
        let address = try EmailAddress("Anna.Smet@EXAMPLE.be")
        #expect(address.description == "Anna.Smet@example.be")
        #expect(address.key == "anna.smet@example.be")
        #expect(try JSONDecoder().decode(EmailAddress.self, from: try JSONEncoder().encode(address)) == address)
    }
}
