import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Logging

/// Reporting in confidence: the right place first, a form that is sealed in the request that brings it, and the way back.
struct ReportRoutes: Sendable {
    /// Bytes of a sent form.
    static let largestForm = 64 * 1_024
    /// How often a number that is taken already is drawn anew.
    private static let mostDraws = 5

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/report") { request, context in
            site.answer(ReportTopicsPage(context: try page(request, context, .report(nil))), to: request)
        }
        router.get(":lang/report/back") { request, context in
            site.answer(ReturnPage(context: try page(request, context, .reportReturn)), to: request)
        }
        router.post(":lang/report/back", use: comeBack)
        router.post(":lang/report/receipt", use: saveReceipt)
        router.get(":lang/report/:id", use: place)
        router.get(":lang/report/:id/:inbox", use: form)
        router.post(":lang/report/:id/:inbox", use: send)
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, language: try context.language, address: address)
    }

    // MARK: The right place

    @Sendable private func place(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let id = context.parameters.get("id").flatMap { RecordID($0) }
        let page = try page(request, context, .report(id))
        guard let guide = id.flatMap({ page.catalogue[$0] }), guide.kind == .guide else {
            return site.redirect(toNearest: .report(nil), page)
        }
        if guide.isAboutAbuseImages, request.method == .get, let reporting = site.reporting {
            // The day and that somebody was led on: nothing else, and not if it can't be counted.
            try? await reporting.vault.countHandover(on: page.now.day, language: page.language)
        }
        let inboxes = site.reporting?.inboxes(for: guide, language: page.language) ?? []
        return site.answer(ReportPlacePage(context: page, guide: guide, inboxes: inboxes), to: request)
    }

    /// The guide and the inbox of an address; nil where the inbox takes nothing on it (any more).
    private func subject(
        _ request: Request, _ context: SiteRequestContext
    ) throws -> (page: PageContext, guide: Record, inbox: Inbox, reporting: Reporting)? {
        let id = try context.identifier()
        let organisation = try context.identifier("inbox")
        let page = try page(request, context, .reportForm(id, inbox: organisation))
        guard let reporting = site.reporting, let guide = page.catalogue[id], guide.kind == .guide,
            let inbox = reporting.inboxes(for: guide, language: page.language).first(where: {
                $0.organisation == organisation
            })
        else { return nil }
        return (page, guide, inbox, reporting)
    }

    // MARK: The form

    @Sendable private func form(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        guard let (page, guide, inbox, reporting) = try subject(request, context) else {
            let id = try context.identifier()
            let page = try page(request, context, .report(id))
            return site.redirect(toNearest: page.catalogue[id]?.kind == .guide ? .report(id) : .report(nil), page)
        }
        let role = request.query.first("who").flatMap(ReporterRole.init)
        return site.answer(
            ReportFormPage(
                context: page, guide: guide, inbox: inbox, form: role.map { ReportForm(role: $0) },
                ticket: reporting.tickets.new(at: site.clock())), to: request)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let fields = try await request.formFields(upTo: Self.largestForm)
        guard let (page, guide, inbox, reporting) = try subject(request, context) else {
            throw HTTPError(.gone)
        }
        guard let fields, let form = ReportForm(fields), fields.first("website")?.isEmpty ?? true else {
            throw HTTPError(.badRequest)
        }
        let now = site.clock()
        func show(_ step: Int, _ fault: ReportForm.Fault?, keeping ticket: String? = nil) -> Response {
            site.answer(
                ReportFormPage(
                    context: page, guide: guide, inbox: inbox, form: form, step: step,
                    ticket: ticket ?? reporting.tickets.new(at: now), fault: fault), to: request,
                status: fault == nil ? .ok : fault == .notStored ? .serviceUnavailable : .unprocessableContent)
        }
        if let fault = form.fault { return show(fault == .empty ? 0 : form.step, fault) }
        guard form.isLastStep else { return show(form.step + 1, nil, keeping: fields.first("ticket")) }
        guard let ticket = reporting.tickets.nonce(of: fields.first("ticket"), at: now) else {
            return show(form.step, .expired)
        }
        guard reporting.sending.take(from: site.source(of: request, context), at: now) else {
            throw HTTPError(.tooManyRequests)
        }
        do {
            let (number, receipt) = try await accept(
                form, ticket: ticket, guide: guide, inbox: inbox, page: page, vault: reporting.vault)
            return site.answer(
                ReceiptPage(context: page, inbox: inbox, number: number, receipt: receipt), to: request)
        } catch VaultError.sentBefore {
            return show(form.step, .sentBefore)
        } catch {
            // What went wrong, never what was typed.
            site.logger.error("a report was not stored", metadata: ["error": "\(error)"])
            return show(form.step, .notStored)
        }
    }

    /// Seals and keeps a report. When this returns it is on disk, and only then is there a receipt.
    private func accept(
        _ form: ReportForm, ticket: Data, guide: Record, inbox: Inbox, page: PageContext, vault: any ReportVault
    ) async throws -> (CaseNumber, Receipt) {
        let receipt = Receipt()
        let salt = Data.random(16)
        let keys = try receipt.keys(salt: salt)
        for _ in 0..<Self.mostDraws {
            let number = CaseNumber.random()
            let report = ReportCase(
                number: number, inbox: inbox.organisation, guide: guide.id, language: page.language, role: form.role,
                receivedOn: page.now.day, salt: salt, verifier: keys.verifier, reporterKey: keys.key.publicKey)
            let message = try SealedMessage(
                form.content(sentAt: page.now.stamp), number: number, place: 0, author: .reporter,
                writtenOn: page.now.day, inbox: inbox.publicKey, reporter: keys.key.publicKey)
            do {
                try await vault.accept(report, message, ticket: ticket)
                return (number, receipt)
            } catch VaultError.numberTaken { continue }
        }
        throw VaultError.notStored("no free number")
    }

    // MARK: The receipt

    /// The receipt as a text file: what came in goes out, nothing is kept.
    @Sendable private func saveReceipt(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let fields = try await request.formFields(upTo: 2_048)
        let page = try page(request, context, .reportReturn)
        guard let number = fields?.first("number").flatMap({ CaseNumber($0) }),
            let receipt = fields?.first("words").flatMap({ Receipt($0, language: page.language) })
        else { throw HTTPError(.badRequest) }
        let lines = [
            page.texts(.receiptNumber) + ": " + number.shown,
            page.texts(.receiptWords, "\(Receipt.wordCount)") + ":",
            receipt.words(in: page.language).joined(separator: " "), "",
            page.settings.publicAddress + Address.reportReturn.print(in: page.language), "",
        ]
        let file = ReadyPage(
            mediaType: "text/plain; charset=utf-8", language: page.language.rawValue,
            bytes: Array(lines.joined(separator: "\r\n").utf8), freshness: .never)
        var response = file.response(to: request)
        response.headers[.contentDisposition] = "attachment; filename=\"receipt.txt\""
        return response
    }

    @Sendable private func comeBack(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let fields = try await request.formFields(upTo: Self.largestForm)
        let page = try page(request, context, .reportReturn)
        guard let reporting = site.reporting, let fields else { throw HTTPError(.badRequest) }
        let typed = fields.first("number") ?? ""
        guard reporting.guessing.isLeft(for: site.source(of: request, context), at: site.clock()) else {
            return site.answer(
                ReturnPage(context: page, number: typed, isTooOften: true), to: request, status: .tooManyRequests)
        }
        let visit = try await ReporterVisit(
            number: typed, words: fields.first("words") ?? "", language: page.language, vault: reporting.vault)
        guard let visit else {
            _ = reporting.guessing.take(from: site.source(of: request, context), at: site.clock())
            return site.answer(
                ReturnPage(context: page, number: typed, isWrong: true), to: request, status: .unprocessableContent)
        }
        if fields.first("withdraw") == "yes" {
            try await reporting.vault.wipe(visit.report.number)
            return site.answer(WithdrawnPage(context: page), to: request)
        }
        return try await talk(visit, fields, page, request, context, reporting)
    }

    /// Shows the dialogue, with what was added to it.
    private func talk(
        _ visit: ReporterVisit, _ fields: QueryItems, _ page: PageContext, _ request: Request,
        _ context: SiteRequestContext, _ reporting: Reporting
    ) async throws -> Response {
        var visit = visit
        var fault: TextKey?
        let text = (fields.first("message") ?? "").tidied
        if fields.first("message") != nil {
            if text.isEmpty {
                fault = .dialogueEmpty
            } else if text.count > DialogueMessage.longestText || text.looksPasted {
                fault = .reportFaultPasted
            } else if !reporting.sending.take(from: site.source(of: request, context), at: site.clock()) {
                fault = .tooManyText
            } else {
                let inbox = reporting.inbox(of: visit.report.inbox)
                do { try await visit.add(text, at: page.now, inbox: inbox, vault: reporting.vault) } catch {
                    site.logger.error("a message was not stored", metadata: ["error": "\(error)"])
                    fault = .dialogueNotStored
                }
            }
        }
        return site.answer(
            DialoguePage(
                context: page, report: visit.report, words: fields.first("words") ?? "", lines: visit.lines,
                fault: fault, typed: fault == nil ? "" : text), to: request,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}

/// Somebody who came back with a number and words that belong together.
struct ReporterVisit: Sendable {
    private(set) var report: ReportCase
    private(set) var messages: [SealedMessage]
    private let key: SealingKey

    /// Nil where they don't. The work is the same whether there is such a report or not.
    init?(number: String, words: String, language: Language, vault: any ReportVault) async throws {
        let receipt = Receipt(words, language: language)
        let number = CaseNumber(number)
        let found = try await vault.report(number ?? .random())
        let salt = found?.salt ?? Data.random(16)
        let keys = try (receipt ?? Receipt()).keys(salt: salt)
        let isRight = keys.verifier.equalsInConstantTime(found?.verifier ?? Data(count: keys.verifier.count))
        guard isRight, receipt != nil, let found else { return nil }
        report = found
        key = keys.key
        messages = try await vault.messages(of: found.number)
    }

    mutating func add(_ text: String, at now: BrusselsTime, inbox: Inbox?, vault: any ReportVault) async throws {
        guard let inbox, report.status != .closed else { throw VaultError.notStored("the report is closed") }
        let message = try SealedMessage(
            DialogueMessage(text: text, sentAt: now.stamp), number: report.number, place: messages.count,
            author: .reporter, writtenOn: now.day, inbox: inbox.publicKey, reporter: report.reporterKey)
        var changed = report
        if changed.status == .answered { changed.status = .open }
        try await vault.append(message, changing: changed, noting: nil)
        report = changed
        messages.append(message)
    }

    var lines: [DialoguePage.Line] {
        messages.compactMap { message in
            let isMine = message.author == .reporter
            if message.place == 0 {
                guard let content = try? message.open(as: ReportContent.self, with: key, reader: .reporter) else {
                    return nil
                }
                let parts = [content.what, content.place, content.when, content.wanted, content.contact]
                return DialoguePage.Line(
                    isMine: isMine, text: parts.filter { !$0.isEmpty }.joined(separator: "\n"), sentAt: content.sentAt)
            }
            return (try? message.open(as: DialogueMessage.self, with: key, reader: .reporter)).map {
                DialoguePage.Line(isMine: isMine, text: $0.text, sentAt: $0.sentAt)
            }
        }
    }
}

extension Request {
    /// The fields of a sent form; nil where they are not text. Forms of other sites and files are refused.
    func formFields(upTo limit: Int) async throws -> QueryItems? {
        guard isFromThisSite else { throw HTTPError(.forbidden) }
        guard headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") ?? false else {
            throw HTTPError(.unsupportedMediaType)
        }
        var request = self
        let body = try await request.collectBody(upTo: limit)
        guard let text = String(validating: body.readableBytesView, as: UTF8.self) else { return nil }
        return QueryItems(parsing: text)
    }
}
