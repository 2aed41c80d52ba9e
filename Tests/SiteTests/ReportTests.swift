import Catalogue
import Foundation
import HTTPTypes
import Intake
import Testing

@testable import Site

/// Reporting in confidence, from the right place to the last answer.
@Suite struct ReportTests {
    private let marker = "GEHEIMEMARKERING"

    // MARK: The right place first

    @Test func formsAreOfferedOnlyWhereAnInboxIsOn() async throws {
        let reports = try await ReportSite()
        let offered = try await reports.site.get("/nl/report/bullied-online").body
        #expect(
            offered.contains("/nl/report/bullied-online/child-focus")
                && offered.contains("/report/bullied-online/mediawijs"))
        // Another language, another theme, or nobody at all: the places that deal with it, and no form.
        let german = try await reports.site.get("/de/report/bullied-online").body
        #expect(
            german.contains("/report/bullied-online/child-focus")
                && !german.contains("/report/bullied-online/mediawijs"))
        for path in ["/nl/report/phishing-and-fraud", "/nl/report/abuse-images-seen"] {
            let body = try await reports.site.get(path).body
            #expect(body.contains(Texts.of(.nl)(.reportPlaceNone)), "\(path)")
            #expect(body.contains("/channels/"), "\(path)")
        }
        #expect(
            try await TestSite.shipped.get("/nl/report/bullied-online").body.contains(Texts.of(.nl)(.reportPlaceNone)))
        // An inbox that was switched off since.
        var inbox = try #require(try await reports.vault.inboxes().first)
        inbox.isOn = false
        try await reports.vault.update(inbox, noting: nil)
        await reports.site.site.housekeeping.refreshInboxes()
        #expect(try await reports.site.get(ReportSite.form).headers[.location] == "/nl/report/bullied-online?nearest=1")
    }

    @Test func whoReadsItIsSaidBeforeTheFirstWord() async throws {
        let reports = try await ReportSite()
        for path in ["/nl/report/bullied-online", ReportSite.form] {
            let page = try await reports.site.get(path)
            let texts = Texts.of(.nl)
            for text in [
                texts(.reportReaders, "Child Focus"), texts(.reportWithin, count: 3), texts(.reportLaw),
                texts(.reportNotUrgent),
            ] {
                #expect(page.body.contains(text), "\(path): \(text)")
            }
            #expect(!page.body.contains("<textarea"))
        }
    }

    /// The form for adults comes after the line that the guide names first.
    @Test(arguments: ["sextortion", "intimate-image", "deepfake-of-me"])
    func childFocusComesBeforeTheFormForAdults(_ guide: String) async throws {
        for language in [Language.nl, .fr, .en] {
            let body = try await TestSite.shipped.get("/\(language)/report/\(guide)").body
            #expect(JourneyTests.firstChannel(in: body, from: "talk") == "child-focus-116000", "\(language)")
        }
        let body = try await TestSite.shipped.get("/fr/report/\(guide)").body
        let texts = Texts.of(.fr)
        #expect(body.contains("wraakporno") && body.contains(texts(.inLanguage, "néerlandais")))
    }

    /// Of abuse images nothing is kept, and no form of ours takes them.
    @Test func abuseImagesGoToTheHotlineOnly() async throws {
        let reports = try await ReportSite()
        let page = try await reports.site.get("/fr/report/abuse-images-seen")
        #expect(JourneyTests.firstChannel(in: page.body, from: "talk") == "stopchildporno")
        let answer = try await reports.site.post(
            "/fr/report/abuse-images-seen/child-focus", "role=teenager&what=\(marker)")
        #expect(answer.status == .gone)
        #expect(!answer.body.contains(marker))
    }

    // MARK: The form

    @Test(arguments: Language.allCases)
    func aReportIsSentReadAndAnswered(_ language: Language) async throws {
        let reports = try await ReportSite()
        let sent = try await reports.send(
            "\(marker) <b>é</b>", language: language, more: ["place": "https://evil.example/x", "contact": "06"])
        #expect(sent.status == .ok && sent.headers[.cacheControl] == "no-store")
        #expect(!sent.body.contains(marker))
        let (number, words) = try ReportSite.receipt(sent.body)
        #expect(words.split(separator: " ").count == Receipt.wordCount)

        // What the handler sees before opening says nothing.
        let cookie = try await reports.signIn()
        let list = try await reports.site.get("/nl/workspace/reports", headers: cookie)
        #expect(list.body.contains(number) && !list.body.contains(marker))
        let sealed = try await reports.site.get("/nl/workspace/reports/" + number.filter(\.isNumber), headers: cookie)
        #expect(!sealed.body.contains(marker))

        let opened = try await reports.handle(number, "open", as: cookie)
        #expect(opened.body.contains("\(marker) &lt;b&gt;é&lt;/b&gt;") && opened.headers[.cacheControl] == "no-store")
        // An address is text, never a link.
        #expect(opened.body.contains("https://evil.example/x"))
        #expect(try !Markup(opened.body).elements.contains { $0.attributes["href"]?.contains("evil") ?? false })
        _ = try await reports.handle(number, "answer", as: cookie, more: ["message": "We luisteren."])

        // Back from any device, in any language.
        let back = try await reports.comeBack(number, words)
        #expect(back.body.contains("We luisteren.") && back.body.contains(marker))
        let more = try await reports.comeBack(number, words, more: ["message": "Dank je."])
        #expect(more.body.contains("Dank je."))
        #expect(try await reports.handle(number, "open", as: cookie).body.contains("Dank je."))
        #expect(!reports.log.text.contains(marker))
    }

    /// What is wrong is said; what was typed stays; nothing is kept.
    @Test(arguments: [
        ("", TextKey.reportFaultEmpty), ("   \n ", .reportFaultEmpty),
        (String(repeating: "a b ", count: 1_100), .reportFaultLong),
        ("zie data:image/png;base64,AAAA", .reportFaultPasted),
        (String(repeating: "A", count: 600), .reportFaultPasted),
        ("data:application/pdf;base64,JVBERi0", .reportFaultPasted),
        (Array(repeating: String(repeating: "Q", count: 76), count: 5).joined(separator: "\n"), .reportFaultPasted),
    ])
    func badInputStaysInTheForm(_ what: String, _ fault: TextKey) async throws {
        let reports = try await ReportSite()
        let answer = try await reports.send(what, more: ["place": "TYPEDPLACE"])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.body.contains(Texts.of(.nl)(fault, "4000")))
        #expect(answer.body.contains("TYPEDPLACE") && (what.tidied.isEmpty || answer.body.contains(what.tidied)))
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).isEmpty)
    }

    @Test func whatIsNoFormIsRefused() async throws {
        let reports = try await ReportSite()
        let page = try await reports.site.get(ReportSite.form + "?who=teenager")
        let fields = try ReportSite.hidden(page.body)
        let ticket = QueryItems.encode(fields["ticket"] ?? "")
        // Binary, files, oversize, another site.
        #expect(
            try await reports.site.post(ReportSite.form, "role=teenager&step=0&what=%FF%FE&ticket=\(ticket)").status
                == .unprocessableContent)
        let multipart = try await reports.site.post(
            ReportSite.form, "x", headers: [.contentType: "multipart/form-data; boundary=x"])
        #expect(multipart.status == .unsupportedMediaType)
        let large = try await reports.site.post(
            ReportSite.form, "what=" + String(repeating: "a", count: ReportRoutes.largestForm))
        #expect(large.status == .contentTooLarge)
        let origin = try #require(HTTPField.Name("Sec-Fetch-Site"))
        #expect(
            try await reports.site.post(ReportSite.form, "what=a", headers: [origin: "cross-site"]).status == .forbidden
        )
        #expect(try await reports.site.post(ReportSite.form, "role=robot&what=a").status == .badRequest)
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).isEmpty)
    }

    /// A page that is loaded again shows the same receipt; nothing is kept twice. Another receipt is not given away.
    @Test func aFormCountsOnce() async throws {
        let reports = try await ReportSite()
        var fields = try ReportSite.hidden(try await reports.site.get(ReportSite.form + "?who=teenager").body)
        fields["what"] = marker
        let first = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        let again = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        #expect(first.status == .ok && again.status == .ok && !again.body.contains(marker))
        #expect(try ReportSite.receipt(again.body) == ReportSite.receipt(first.body))
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).count == 1)
        // Whoever went back and wrote something else is told, and nothing of it is lost.
        fields["what"] = marker + " EN MEER"
        #expect(try await reports.site.post(ReportSite.form, ReportSite.body(fields)).body.contains("EN MEER"))
        fields["receipt"] = Receipt().words(in: .nl).joined(separator: " ")
        let other = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        #expect(other.status == .unprocessableContent && other.body.contains(Texts.of(.nl)(.reportFaultTwice)))
        #expect(other.body.contains(marker))
        // The form that comes back may be sent.
        fields["ticket"] = try ReportSite.hidden(other.body)["ticket"]
        #expect(try await reports.site.post(ReportSite.form, ReportSite.body(fields)).status == .ok)
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).count == 2)
    }

    @Test func aMessageCountsOnce() async throws {
        let reports = try await ReportSite()
        let (number, words) = try ReportSite.receipt(try await reports.send(marker).body)
        let ticket = try ReportSite.hidden(try await reports.comeBack(number, words).body)["ticket"] ?? ""
        for _ in 0..<2 {
            let answer = try await reports.comeBack(number, words, more: ["message": "Nog iets.", "ticket": ticket])
            #expect(answer.status == .ok && answer.body.contains("Nog iets."))
        }
        // Written anew under a form that was sent: given back, with a form that may be sent.
        let other = try await reports.comeBack(number, words, more: ["message": "Toch anders.", "ticket": ticket])
        #expect(other.status != .ok && other.body.contains("Toch anders."))
        let forged = try await reports.comeBack(number, words, more: ["message": "En dit.", "ticket": "x"])
        #expect(forged.status == .unprocessableContent && forged.body.contains("En dit."))
        #expect(try await reports.vault.messages(of: try #require(CaseNumber(number))).count == 2)
    }

    /// Whatever is in the way, what was typed is given back.
    @Test func nothingTypedIsLost() async throws {
        let reports = try await ReportSite()
        let (number, words) = try ReportSite.receipt(try await reports.send(marker).body)
        let wrong = try await reports.comeBack(
            number, Receipt().words(in: .nl).joined(separator: " "), more: ["message": "Nog iets.", "ticket": "x"])
        #expect(wrong.status == .unprocessableContent && wrong.body.contains("Nog iets."))
        for _ in 0..<80 { _ = try await reports.send(marker) }
        let many = try await reports.send(marker)
        #expect(many.status == .tooManyRequests && many.body.contains(marker))
        // The inbox was switched off while somebody typed.
        let fields = try ReportSite.hidden(try await reports.site.get(ReportSite.form + "?who=teenager").body)
        var inbox = try #require(try await reports.vault.inboxes().first)
        inbox.isOn = false
        try await reports.vault.update(inbox, noting: nil)
        await reports.site.site.housekeeping.refreshInboxes()
        let gone = try await reports.site.post(
            ReportSite.form, ReportSite.body(fields.merging(["what": marker]) { $1 }))
        #expect(gone.status == .gone && gone.body.contains(marker) && gone.headers[.cacheControl] == "no-store")
        #expect(try await reports.comeBack(number, words).body.contains(marker))
    }

    /// A child goes back a screen and finds everything there.
    @Test func aStepBackLosesNothing() async throws {
        let reports = try await ReportSite()
        var fields = try ReportSite.hidden(try await reports.site.get(ReportSite.form + "?who=child").body)
        fields["what"] = marker
        let second = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        #expect(second.body.contains("name=\"place\""))
        fields["step"] = "1"
        fields["place"] = "TYPEDPLACE"
        fields["back"] = "yes"
        let first = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        #expect(first.status == .ok && first.body.contains("<textarea id=\"what\""))
        #expect(first.body.contains(marker) && first.body.contains("TYPEDPLACE"))
        // What is wrong on another screen is shown there.
        fields["back"] = nil
        fields["step"] = "0"
        fields["place"] = "data:image/png;base64,AAAA"
        let faulty = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        #expect(faulty.status == .unprocessableContent && faulty.body.contains("<textarea id=\"place\""))
    }

    /// Browsers that do not send `Sec-Fetch-Site` say in `Origin` where a form comes from.
    @Test func oldBrowsersSendForms() async throws {
        let reports = try await ReportSite()
        for (origin, status) in [
            ("https://shop.example", HTTPResponse.Status.badRequest), ("https://evil.example", .forbidden),
        ] {
            let answer = try await reports.site.post(
                ReportSite.form, "role=robot", headers: [.origin: origin])
            #expect(answer.status == status, "\(origin)")
        }
    }

    @Test func aSourceIsAnAddressOrANetwork() {
        for (address, name) in [
            ("192.0.2.7", "192.0.2.7"), (" 192.0.2.7:51000", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "20:1:d:b8:0:1:0:2"), ("[2001:db8:1:2::9]:443", "20:1:d:b8:0:1:0:2"),
            ("2001:db8:1:3::9", "20:1:d:b8:0:1:0:3"), ("nonsense", "nonsense"), ("", ""),
        ] { #expect(RequestSource.name(of: address) == name, "\(address)") }
    }

    /// Whoever guesses at one receipt keeps nobody else behind the same address from theirs.
    @Test func guessingAtOneLeavesTheOthers() {
        let limit = GuessLimit(mostReports: 60)
        let now = TestSite.noon
        for _ in 0..<20 { #expect(limit.take(from: "school", at: "1", now: now)) }
        for _ in 0..<1_000 { #expect(!limit.take(from: "school", at: "1", now: now)) }
        #expect(limit.take(from: "school", at: "2", now: now))
        limit.giveBack(to: "school", at: "1")
        #expect(limit.take(from: "school", at: "1", now: now))
        for number in 3..<400 { _ = limit.take(from: "school", at: "\(number)", now: now) }
        #expect(!limit.take(from: "school", at: "new", now: now) && limit.take(from: "home", at: "new", now: now))
    }

    @Test func ticketsHoldADayAndAreOurs() {
        let tickets = FormTickets()
        let now = TestSite.noon
        let ticket = tickets.new(at: now)
        #expect(tickets.nonce(of: ticket, at: now + 20 * 3_600) != nil)
        #expect(tickets.nonce(of: ticket, at: now + 25 * 3_600) == nil)
        #expect(FormTickets().nonce(of: ticket, at: now) == nil)
        for wrong in ["", "x", String(ticket.dropLast(4)) + "AAA=", nil] {
            #expect(tickets.nonce(of: wrong, at: now) == nil)
        }
    }

    /// A child gets one thing at a time; what was typed before travels in the page, not on the server.
    @Test func aChildGetsSteps() async throws {
        let reports = try await ReportSite()
        var page = try await reports.site.get(ReportSite.form + "?who=child")
        #expect(try Markup(page.body).all("textarea").count == 1)
        var fields = try ReportSite.hidden(page.body)
        fields["what"] = marker
        page = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        #expect(page.status == .ok && page.body.contains(marker) && page.headers[.cacheControl] == "no-store")
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).isEmpty)
        for _ in 0..<2 {
            page = try await reports.site.post(ReportSite.form, ReportSite.body(try ReportSite.hidden(page.body)))
        }
        _ = try ReportSite.receipt(page.body)
        let report = try #require(try await reports.vault.reports(of: try ReportSite.inbox).first)
        #expect(report.role == .child)
    }

    /// Thirty from one school are served in full; a flood is not.
    @Test func aClassOfThirty() async throws {
        let reports = try await ReportSite()
        for _ in 0..<30 { #expect(try await reports.send("a").status == .ok) }
        var refused = 0
        for _ in 0..<40 where try await reports.send("a").status == .tooManyRequests { refused += 1 }
        #expect(refused == 10)
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).count == 60)
    }

    @Test func noReceiptForWhatIsNotStored() async throws {
        let reports = try await ReportSite(vault: FullVault())
        let answer = try await reports.send(marker)
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.body.contains(Texts.of(.nl)(.reportFaultStoring)) && answer.body.contains(marker))
        #expect(!answer.body.contains("class=\"words\""))
        #expect(!reports.log.text.contains(marker) && reports.log.text.contains("SQLITE_FULL"))
    }

    // MARK: The receipt

    /// Wrong words and an unknown number get the very same answer.
    @Test func wrongReceiptsTellNothing() async throws {
        let reports = try await ReportSite()
        let (number, words) = try ReportSite.receipt(try await reports.send(marker).body)
        let other = Receipt().words(in: .nl).joined(separator: " ")
        let began = ContinuousClock.now
        let known = try await reports.comeBack(number, other)
        let answered = ContinuousClock.now
        let unknown = try await reports.comeBack("1111 1111", other)
        #expect(known.status == .unprocessableContent)
        #expect(known.body.replacing(number, with: "N") == unknown.body.replacing("1111 1111", with: "N"))
        // Neither comes sooner than the other would.
        let least = ReporterVisit.refusalTakes
        #expect(answered - began >= least && ContinuousClock.now - answered >= least)
        #expect(try await reports.comeBack("nonsense", "drie woorden maar").status == .unprocessableContent)
        // The right one still works, until there were too many wrong ones.
        #expect(try await reports.comeBack(number, words).status == .ok)
        for _ in 0..<20 { _ = try await reports.comeBack(number, other) }
        #expect(try await reports.comeBack(number, words).status == .tooManyRequests)
    }

    @Test func theReceiptIsNowhere() async throws {
        let reports = try await ReportSite()
        let sent = try await reports.send(marker)
        let (number, words) = try ReportSite.receipt(sent.body)
        let links = try Markup(sent.body).localLinks
        // One word of the nine may stand in an address by chance; two don't.
        #expect(
            !links.contains { link in
                link.contains(number.filter(\.isNumber)) || words.split(separator: " ").count(where: link.contains) > 1
            })
        let file = try await reports.site.post(
            "/nl/report/receipt", ReportSite.body(["number": number, "words": words]))
        #expect(file.headers[.contentDisposition]?.contains("receipt.txt") ?? false)
        #expect(file.body.contains(words) && file.body.contains(number))
        #expect(!reports.log.text.contains(String(words.prefix(12))))
    }

    @Test func withdrawnIsWiped() async throws {
        let reports = try await ReportSite()
        var fields = try ReportSite.hidden(try await reports.site.get(ReportSite.form + "?who=teenager").body)
        fields["what"] = marker
        let sent = try await reports.site.post(ReportSite.form, ReportSite.body(fields))
        let (number, words) = try ReportSite.receipt(sent.body)
        #expect(
            try await reports.comeBack(number, words, more: ["withdraw": "yes"]).body.contains(
                Texts.of(.nl)(.withdrawnText)))
        #expect(try await reports.vault.report(try #require(CaseNumber(number))) == nil)
        #expect(try await reports.comeBack(number, words).status == .unprocessableContent)
        // Nor does "send again" in the tab of the receipt bring it back.
        #expect(try await reports.site.post(ReportSite.form, ReportSite.body(fields)).status == .unprocessableContent)
        #expect(try await reports.vault.reports(of: try ReportSite.inbox).isEmpty)
    }
}

/// A vault on a disk that is full.
private struct FullVault: ReportVault {
    private let key = SealingKey()

    func inboxes() async throws -> [Inbox] {
        ["child-focus"].compactMap { RecordID($0) }.map {
            Inbox(
                organisation: $0, publicKey: key.publicKey, themes: ["cyberbullying"].compactMap { ConceptID($0) },
                languages: [.nl])
        }
    }
    func accept(_: ReportCase, _: SealedMessage, ticket: Data) async throws(VaultError) {
        throw .notStored("SQLITE_FULL")
    }
    func add(_: Inbox, handler: Handler) async throws {}
    func update(_: Inbox, noting: HandlerAction?) async throws {}
    func handlers(of _: RecordID) async throws -> [Handler] { [] }
    func put(_: Handler, noting: HandlerAction?) async throws {}
    func removeHandler(_: String, of _: RecordID, noting: HandlerAction) async throws -> Bool { false }
    func report(_: CaseNumber) async throws -> ReportCase? { nil }
    func number(of _: Data) async throws -> CaseNumber? { nil }
    func reports(of _: RecordID) async throws -> [ReportCase] { [] }
    func messages(of _: CaseNumber) async throws -> [SealedMessage] { [] }
    func append(_: SealedMessage, to _: ReportCase, changing: ReportCase, ticket: Data, noting: HandlerAction?)
        async throws(VaultError)
    {}
    func update(_: ReportCase, to _: ReportCase, resealed: [SealedMessage], noting: HandlerAction)
        async throws(VaultError)
    {}
    func note(_: HandlerAction) async throws {}
    func actions(of _: RecordID, limit: Int) async throws -> [HandlerAction] { [] }
    func wipe(closedBefore _: CivilDay) async throws -> Int { 0 }
    func wipe(_: CaseNumber) async throws {}
    func forgetTickets(before _: CivilDay) async throws {}
    func countHandovers(_: Int, on _: CivilDay) async throws {}
}
