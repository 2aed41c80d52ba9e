import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Intake
import Testing

@testable import Site

/// Those who handle reports: only they, only theirs, and everything noted.
@Suite struct HandlingTests {
    private let marker = "GEHEIMEMARKERING"

    @Test func onlyTheRightPassphraseSignsIn() async throws {
        let reports = try await ReportSite()
        let session = try await reports.account()
        let wrong = try await reports.open(passphrase: "verkeerd maar lang genoeg", as: session)
        #expect(wrong.status == .unprocessableContent && wrong.headers[.setCookie] == nil)
        #expect(!wrong.body.contains("verkeerd maar"))
        let cookie = try await reports.signIn()
        // A cookie that no script reads and no other site sends; only over TLS, as the site is.
        let answer = try await reports.open(as: session)
        let set = try #require(answer.headers[.setCookie])
        for part in ["__Host-handler=", "HttpOnly", "SameSite=Strict", "Secure", "Path=/"] {
            #expect(set.contains(part))
        }
        // After signing out the cookies open nothing.
        _ = try await reports.site.post("/nl/workspace/reports/exit", "", headers: cookie)
        for headers in [cookie, [:]] {
            let page = try await reports.site.get("/nl/workspace/reports", headers: headers)
            #expect(page.body.contains(Texts.of(.nl)(.handlingAccountFirst)))
        }
        #expect(
            try await reports.site.get("/nl/workspace/reports", headers: [.cookie: session]).body.contains(
                "name=\"passphrase\""))
    }

    @Test func everyOpeningIsNotedWithoutContent() async throws {
        let reports = try await ReportSite()
        let (number, _) = try ReportSite.receipt(try await reports.send(marker).body)
        let cookie = try await reports.signIn()
        for action in ["open", "export", "close"] { _ = try await reports.handle(number, action, as: cookie) }
        let done = try await reports.vault.actions(of: try ReportSite.inbox, limit: 20)
        #expect(done.map(\.what) == [.closed, .opened, .exported, .opened, .signedIn])
        let people = try await reports.site.get("/nl/workspace/reports/people", headers: cookie)
        #expect(people.body.contains(Texts.of(.nl)(.didOpen)) && !people.body.contains(marker))
    }

    /// A step that fails shows no more than an opening, and is noted as one; a case that is closed stays so.
    @Test func noFaultOpensUnnoted() async throws {
        let reports = try await ReportSite()
        let (number, _) = try ReportSite.receipt(try await reports.send(marker).body)
        let cookie = try await reports.signIn()
        let nobody = try await reports.handle(number, "hand-over", as: cookie, more: ["inbox": "nobody", "seen": "1"])
        #expect(nobody.status == .unprocessableContent && nobody.body.contains(marker))
        #expect(try await reports.handle(number, "read", as: cookie).status == .badRequest)
        #expect(
            try await reports.handle(number, "close", as: cookie, more: ["closing": "x", "seen": "1"]).status
                == .badRequest)
        #expect(try await reports.handle(number, "close", as: cookie, more: ["seen": "1"]).status == .seeOther)
        for action in ["close", "hand-over", "answer"] {
            let again = try await reports.handle(
                number, action, as: cookie, more: ["inbox": "mediawijs", "message": "x", "ticket": "x", "seen": "1"])
            #expect(again.status == .unprocessableContent, "\(action)")
            #expect(again.body.contains(Texts.of(.nl)(.handlingClosed)), "\(action)")
        }
        let done = try await reports.vault.actions(of: try ReportSite.inbox, limit: 20).map(\.what)
        #expect(done == [.opened, .opened, .opened, .closed, .opened, .signedIn])
    }

    /// A handler who answers what changed meanwhile sees that first, with the answer still there.
    @Test func nobodyWritesOverAnother() async throws {
        let reports = try await ReportSite()
        let (number, words) = try ReportSite.receipt(try await reports.send(marker).body)
        let cookie = try await reports.signIn()
        let opened = try await reports.handle(number, "open", as: cookie)
        let ticket = try ReportSite.hidden(opened.body)["ticket"] ?? ""
        for _ in 0..<2 {
            let answer = try await reports.handle(
                number, "answer", as: cookie, more: ["message": "Ja.", "ticket": ticket])
            #expect(answer.status == .ok)
        }
        #expect(try await reports.vault.messages(of: try #require(CaseNumber(number))).count == 2)
        // Whoever acts on an older page sees first what is new.
        _ = try await reports.comeBack(number, words, more: ["message": "Nog iets."])
        for action in ["answer", "close", "hand-over"] {
            let seen = ["seen": "2", "inbox": "mediawijs", "message": "Te laat.", "ticket": "x"]
            let late = try await reports.handle(number, action, as: cookie, more: seen)
            #expect(late.status == .conflict && late.body.contains("Nog iets."), "\(action)")
            #expect(late.body.contains("Te laat."))
        }
        // An old tab of an earlier session: nothing is done, the text is there.
        let stale = try await reports.site.post(
            "/nl/workspace/reports/" + number.filter(\.isNumber),
            ReportSite.body(["code": "old", "action": "answer", "message": "Te laat."]), headers: cookie)
        #expect(stale.status == .forbidden && stale.body.contains("Te laat.") && !stale.body.contains(marker))
        // Withdrawn meanwhile: there is nothing to write to.
        let code = try ReportSite.hidden(opened.body)["code"] ?? ""
        _ = try await reports.comeBack(number, words, more: ["withdraw": "yes"])
        let gone = try await reports.site.post(
            "/nl/workspace/reports/" + number.filter(\.isNumber),
            ReportSite.body(["code": code, "action": "answer", "message": "Nog.", "ticket": ticket]), headers: cookie)
        #expect(gone.status == .gone && gone.body.contains("Nog."))
    }

    /// However many there are, the list stays a page, and a page that is not there is the nearest.
    @Test func aFloodStaysReadable() async throws {
        let reports = try await ReportSite()
        let sample = try await reports.send(marker)
        let (number, _) = try ReportSite.receipt(sample.body)
        let sent = try #require(CaseNumber(number))
        let first = try #require(try await reports.vault.report(sent))
        for place in 0..<120 {
            let copy = ReportCase(
                number: try #require(CaseNumber(value: 20_000_000 + place)), inbox: first.inbox, guide: first.guide,
                language: .nl, role: .other, receivedOn: first.receivedOn, salt: first.salt,
                verifier: first.verifier, reporterKey: first.reporterKey)
            let message = try SealedMessage(
                DialogueMessage(text: "x", sentAt: ""), number: copy.number, place: 0, author: .reporter,
                writtenOn: first.receivedOn, inbox: first.reporterKey, reporter: first.reporterKey)
            try await reports.vault.accept(copy, message, ticket: .random(16))
        }
        let cookie = try await reports.signIn()
        for (page, count) in [("", 100), ("?page=2", 21), ("?page=9", 21), ("?page=x", 100), ("?page=-1", 100)] {
            let list = try await reports.site.get("/nl/workspace/reports" + page, headers: cookie)
            let links = try Markup(list.body).localLinks.filter { $0.contains(/reports\/[0-9]{8}$/) }
            #expect(links.count == count, "\(page)")
            #expect(list.body.contains("(121)"))
        }
    }

    @Test func anOrganisationSwitchesItsInbox() async throws {
        let reports = try await ReportSite()
        let cookie = try await reports.signIn()
        let list = try await reports.site.get("/nl/workspace/reports", headers: cookie)
        let code = try ReportSite.hidden(list.body)["code"] ?? ""
        for (action, status) in [("switch-off", HTTPResponse.Status.found), ("switch-on", .ok)] {
            _ = try await reports.site.post(
                "/nl/workspace/reports/people", ReportSite.body(["code": code, "action": action]), headers: cookie)
            #expect(try await reports.site.get(ReportSite.form).status == status)
        }
        let done = try await reports.vault.actions(of: try ReportSite.inbox, limit: 20).map(\.what)
        #expect(done == [.switchedOn, .switchedOff, .signedIn])
    }

    /// An answer that comes after the session has ended is given back.
    @Test func anAnswerTooLateIsGivenBack() async throws {
        let reports = try await ReportSite()
        let (number, _) = try ReportSite.receipt(try await reports.send(marker).body)
        let late = try await reports.site.post(
            "/nl/workspace/reports/" + number.filter(\.isNumber), "action=answer&message=EENANTWOORD")
        #expect(late.status == .unauthorized && late.body.contains("EENANTWOORD"))
    }

    /// Without the code of the session nothing is opened or changed; without a session nothing is there.
    @Test func otherSitesAndStrangersOpenNothing() async throws {
        let reports = try await ReportSite()
        let (number, _) = try ReportSite.receipt(try await reports.send(marker).body)
        let path = "/nl/workspace/reports/" + number.filter(\.isNumber)
        let cookie = try await reports.signIn()
        let forged = try await reports.site.post(path, "action=open", headers: cookie)
        #expect(forged.status == .forbidden && !forged.body.contains(marker))
        #expect(try await reports.site.post(path, "action=open").status == .seeOther)
        #expect(try await reports.site.get(path).status == .found)
        for other in ["/nl/workspace/reports/11111111", "/nl/workspace/reports/nonsense"] {
            #expect(
                try await reports.site.get(other, headers: cookie).headers[.location]
                    == "/nl/workspace/reports?nearest=1")
        }
    }

    /// A case is the business of its inbox: handed over, it is sealed anew and closed to the first.
    @Test func handedOverIsGone() async throws {
        let reports = try await ReportSite()
        let (number, words) = try ReportSite.receipt(try await reports.send(marker).body)
        let first = try await reports.signIn()
        let second = try await reports.signIn("mediawijs")
        let path = "/nl/workspace/reports/" + number.filter(\.isNumber)
        #expect(try await reports.site.get(path, headers: second).status == .found)
        #expect(
            try await reports.handle(number, "hand-over", as: first, more: ["inbox": "nobody"]).body.contains(
                Texts.of(.nl)(.handlingNoInbox)))
        let handed = try await reports.handle(number, "hand-over", as: first, more: ["inbox": "mediawijs"])
        #expect(handed.status == .seeOther)
        #expect(try await reports.site.get(path, headers: first).status == .found)
        #expect(try await reports.handle(number, "open", as: second).body.contains(marker))
        let messages = try await reports.vault.messages(of: try #require(CaseNumber(number)))
        #expect(throws: (any Error).self) {
            try messages[0].open(as: ReportContent.self, with: reports.childFocus, reader: .inbox)
        }
        // Whoever sent it still reads it, and sees who has it now.
        let back = try await reports.comeBack(number, words)
        #expect(back.body.contains(marker) && back.body.contains("Mediawijs"))
    }

    @Test func aHandlerAddsAndRemovesAnother() async throws {
        let reports = try await ReportSite()
        let cookie = try await reports.signIn()
        let path = "/nl/workspace/reports/people"
        let code = try ReportSite.hidden(try await reports.site.get(path, headers: cookie).body)["code"] ?? ""
        func change(_ fields: [String: String]) async throws -> TestSite.Answer {
            try await reports.site.post(path, ReportSite.body(fields.merging(["code": code]) { $1 }), headers: cookie)
        }
        #expect(try await change(["name": "Bert", "passphrase": "te kort"]).status == .unprocessableContent)
        #expect(try await change(["name": "", "passphrase": ReportSite.passphrase]).status == .unprocessableContent)
        let inbox = try ReportSite.inbox
        // Adding costs the full work of a passphrase, so the new handler is put there as the page would.
        let wrapped = try WrappedKey(
            reports.childFocus, passphrase: "nog een lange wachtzin", owner: Handler.owner("Bert", of: inbox),
            cost: ScryptCost(rounds: 16))
        try await reports.vault.put(
            Handler(
                inbox: inbox, name: "Bert", wrapped: wrapped, addedOn: CivilDay(year: 2026, month: 11, day: 1),
                addedBy: "Anna"),
            noting: nil)
        // A colleague's passphrase can't be changed by another.
        #expect(
            try await change(["name": "Bert", "passphrase": ReportSite.passphrase]).body.contains(
                Texts.of(.nl)(.peopleTaken)))
        let his = try await reports.signIn(name: "Bert", passphrase: "nog een lange wachtzin")
        #expect(try await reports.site.get("/nl/workspace/reports", headers: his).body.contains("Bert"))
        // Removed, his session ends at once.
        #expect(try await change(["action": "remove", "name": "Bert"]).status == .ok)
        #expect(try await reports.site.get("/nl/workspace/reports", headers: his).body.contains("name=\"passphrase\""))
        #expect(try await reports.vault.handlers(of: inbox).map(\.name) == ["Anna"])
    }

    @Test func sessionsEnd() throws {
        let sessions = HandlerSessions()
        let now = TestSite.noon
        let handler = Handler(
            inbox: try ReportSite.inbox, name: "Anna",
            wrapped: WrappedKey(rounds: 16, salt: Data(), sealed: Data()),
            addedOn: CivilDay(year: 2026, month: 1, day: 1),
            addedBy: nil)
        let secret = sessions.begin(handler, key: SealingKey(), under: "s", at: now)
        #expect(sessions.session(secret, at: now + 29 * 60) != nil)
        #expect(sessions.session(secret, at: now + 60 * 60) == nil)
        let busy = sessions.begin(handler, key: SealingKey(), under: "s", at: now)
        for quarter in 1...31 { #expect(sessions.session(busy, at: now + Double(quarter) * 900) != nil) }
        #expect(sessions.session(busy, at: now + 8 * 3_600 + 1) == nil)
        // A new passphrase ends the other sessions; the round of the house forgets the rest.
        let here = sessions.begin(handler, key: SealingKey(), under: "s", at: now)
        let there = sessions.begin(handler, key: SealingKey(), under: "s", at: now)
        sessions.endAll(of: "Anna", inbox: handler.inbox, except: here)
        #expect(sessions.session(here, at: now) != nil && sessions.session(there, at: now) == nil)
        // So does the end of the session of the workspace.
        let other = sessions.begin(handler, key: SealingKey(), under: "t", at: now)
        sessions.endAll(under: "t")
        #expect(sessions.session(other, at: now) == nil && sessions.session(here, at: now) != nil)
        sessions.sweep(at: now + 31 * 60)
        #expect(sessions.session(here, at: now) == nil)
        #expect(sessions.session("guess", at: now) == nil && sessions.session(nil, at: now) == nil)
    }
}
