import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Logging

/// Reporting in confidence: the right place first, a form that is sealed in the request that brings it, and the way back.
struct ReportRoutes: Sendable {
    /// Bytes of a sent form.
    static let largestForm = 128 * 1_024
    /// How often a number that is taken already is drawn anew.
    private static let mostDraws = 5

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/report") { request, context in
            site.answer(ReportTopicsPage(context: try page(request, context, .report(nil))), to: request)
        }
        DialogueRoutes(site: site).addRoutes(to: router)
        router.post(":lang/report/receipt", use: saveReceipt)
        router.get(":lang/report/:id", use: place)
        router.get(":lang/report/:id/:inbox", use: form)
        router.post(":lang/report/:id/:inbox", use: send)
    }

    private func page(_ request: Request, _ context: SiteRequestContext, _ address: Address) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: address)
    }

    // MARK: The right place

    @Sendable private func place(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let id = context.parameters.get("id").flatMap { RecordID($0) }
        let page = try page(request, context, .report(id))
        guard let guide = id.flatMap({ page.catalogue[$0] }), guide.kind == .guide else {
            return site.redirect(toNearest: .report(nil), page)
        }
        if guide.isAboutAbuseImages { site.reporting?.countHandover() }
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
                ticket: reporting.tickets.new(at: site.clock()),
                receipt: Receipt().words(in: page.language).joined(separator: " ")), to: request)
    }

    @Sendable private func send(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let fields = try await request.formFields(upTo: Self.largestForm)
        guard let fields, let form = ReportForm(fields), fields.first("website")?.isEmpty ?? true else {
            throw HTTPError(.badRequest)
        }
        guard let (page, guide, inbox, reporting) = try subject(request, context) else {
            return try gone(form, request, context)
        }
        let receipt = fields.first("receipt").flatMap { Receipt($0, language: page.language) } ?? Receipt()
        let now = site.clock()
        func show(
            _ step: Int, _ fault: ReportForm.Fault?, keeping ticket: String? = nil, receipt: Receipt = receipt
        ) -> Response {
            site.answer(
                ReportFormPage(
                    context: page, guide: guide, inbox: inbox, form: form, step: step,
                    ticket: ticket ?? reporting.tickets.new(at: now),
                    receipt: receipt.words(in: page.language).joined(separator: " "), fault: fault), to: request,
                status: fault?.status ?? .ok)
        }
        if fields.first("back") != nil { return show(max(form.step - 1, 0), nil, keeping: fields.first("ticket")) }
        if let (fault, step) = form.fault { return show(step, fault, keeping: fields.first("ticket")) }
        guard form.isLastStep else { return show(form.step + 1, nil, keeping: fields.first("ticket")) }
        guard let ticket = reporting.tickets.nonce(of: fields.first("ticket"), at: now) else {
            return show(form.step, .expired)
        }
        // A page that was loaded again shows the same receipt, and nothing is kept twice.
        func sentBefore() async -> Response? {
            let number = try? await number(of: form, ticket: ticket, receipt: receipt, vault: reporting.vault)
            return number.map {
                site.answer(ReceiptPage(context: page, inbox: inbox, number: $0, receipt: receipt), to: request)
            }
        }
        if let response = await sentBefore() { return response }
        guard reporting.sending.take(from: site.source(of: request, context), at: now) else {
            return show(form.step, .tooMany, keeping: fields.first("ticket"))
        }
        do {
            let number = try await accept(
                form, ticket: ticket, receipt: receipt, guide: guide, inbox: inbox, page: page, vault: reporting.vault)
            return site.answer(
                ReceiptPage(context: page, inbox: inbox, number: number, receipt: receipt), to: request)
        } catch VaultError.sentBefore {
            // Whoever went back and wrote something else is asked first.
            return await sentBefore() ?? show(form.step, .sentBefore, receipt: Receipt())
        } catch {
            site.logger.error("a report was not stored", metadata: ["error": "\(error)"])
            // With the same ticket: where nobody knows whether it was stored, what is sent once more counts once.
            let fault: ReportForm.Fault = StorePause(error) == .uncertain ? .uncertain : .notStored
            return show(form.step, fault, keeping: fields.first("ticket"))
        }
    }

    /// The inbox takes nothing on this any more: what was typed is given back, beside the places that deal with it.
    private func gone(_ form: ReportForm, _ request: Request, _ context: SiteRequestContext) throws -> Response {
        let id = try context.identifier()
        let page = try page(request, context, .report(id))
        guard let guide = page.catalogue[id], guide.kind == .guide else { throw HTTPError(.gone) }
        let inboxes = site.reporting?.inboxes(for: guide, language: page.language) ?? []
        return site.answer(
            ReportPlacePage(
                context: page, guide: guide, inboxes: inboxes,
                typed: guide.isAboutAbuseImages ? "" : form.text), to: request,
            status: .gone)
    }

    /// The report that came in with this very form: the receipt opens it, and it says the same.
    private func number(
        of form: ReportForm, ticket: Data, receipt: Receipt, vault: any ReportVault
    ) async throws -> CaseNumber? {
        guard let number = try await vault.number(of: ticket), let report = try await vault.report(number) else {
            return nil
        }
        let key = try receipt.keys(salt: report.salt).key
        guard let first = try await vault.messages(of: number).first,
            let content = try? first.open(as: ReportContent.self, with: key, reader: .reporter)
        else { return nil }
        return content == form.content(sentAt: content.sentAt) ? number : nil
    }

    /// Seals and keeps a report. When this returns it is on disk, and only then is there a receipt.
    private func accept(
        _ form: ReportForm, ticket: Data, receipt: Receipt, guide: Record, inbox: Inbox, page: PageContext,
        vault: any ReportVault
    ) async throws -> CaseNumber {
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
                return number
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
            page.settings.publicAddress + Address.reportReturn.print(in: page.edition), "",
        ]
        let file = ReadyPage(
            mediaType: "text/plain; charset=utf-8", language: page.language.rawValue,
            bytes: Array(lines.joined(separator: "\r\n").utf8), freshness: .never)
        var response = file.response(to: request)
        response.headers[.contentDisposition] = "attachment; filename=\"receipt.txt\""
        return response
    }
}
