import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Logging

/// The way back to a report with number and words, from any device: read answers, add something, withdraw.
struct DialogueRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get(":lang/report/back") { request, context in
            site.answer(ReturnPage(context: try page(request, context)), to: request)
        }
        router.post(":lang/report/back", use: comeBack)
    }

    private func page(_ request: Request, _ context: SiteRequestContext) throws -> PageContext {
        site.context(for: request, edition: try context.edition, address: .reportReturn)
    }

    @Sendable private func comeBack(_ request: Request, _ context: SiteRequestContext) async throws -> Response {
        let fields = try await request.formFields(upTo: ReportRoutes.largestForm)
        let page = try page(request, context)
        guard let reporting = site.reporting, let fields else { throw HTTPError(.badRequest) }
        return try await site.keeping(fields, of: request) {
            try await comeBack(with: fields, page, reporting, request, context)
        }
    }

    private func comeBack(
        with fields: QueryItems, _ page: PageContext, _ reporting: Reporting, _ request: Request,
        _ context: SiteRequestContext
    ) async throws -> Response {
        let number = fields.first("number") ?? ""
        let words = fields.first("words") ?? ""
        let message = fields.first("message") ?? ""
        let source = site.source(of: request, context)
        let secret = CaseNumber(number)?.description ?? number
        let began = ContinuousClock.now
        guard reporting.guessing.take(from: source, at: secret, now: site.clock()) else {
            return site.answer(
                ReturnPage(context: page, number: number, words: words, message: message, isTooOften: true),
                to: request, status: .tooManyRequests)
        }
        let visit = try await ReporterVisit(
            number: number, words: words, language: page.language, vault: reporting.vault)
        guard let visit else {
            try await Task.sleep(until: began + ReporterVisit.refusalTakes)
            return site.answer(
                ReturnPage(context: page, number: number, words: words, message: message, isWrong: true),
                to: request, status: .unprocessableContent)
        }
        reporting.guessing.giveBack(to: source, at: secret)
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
        var fault: (words: String, status: HTTPResponse.Status)?
        let text = (fields.first("message") ?? "").tidied
        if fields.first("message") != nil {
            do {
                try await add(text, to: &visit, fields, request, context, reporting)
            } catch VaultError.sentBefore where visit.lines.contains(where: { $0.author == nil && $0.text == text }) {
                // A page that was loaded again: it is there already.
            } catch {
                fault = said(error, page)
            }
        }
        // What may have been stored after all counts once when it is sent once more.
        let kept = fault?.status == .serviceUnavailable ? fields.first("ticket") : nil
        let ticket = kept ?? reporting.tickets.new(at: site.clock())
        return site.answer(
            DialoguePage(
                context: page, report: visit.report, words: fields.first("words") ?? "", lines: visit.lines,
                fault: fault?.words, typed: fault == nil ? "" : text, ticket: ticket),
            to: request, status: fault?.status ?? .ok)
    }

    private func add(
        _ text: String, to visit: inout ReporterVisit, _ fields: QueryItems, _ request: Request,
        _ context: SiteRequestContext, _ reporting: Reporting
    ) async throws {
        if text.isEmpty { throw ReportForm.Fault.empty }
        if text.count > DialogueMessage.longestText { throw ReportForm.Fault.tooLong(.what) }
        if text.looksPasted { throw ReportForm.Fault.pasted }
        guard let ticket = reporting.tickets.nonce(of: fields.first("ticket"), at: site.clock()) else {
            throw ReportForm.Fault.expired
        }
        if try await reporting.vault.number(of: ticket) != nil { throw VaultError.sentBefore }
        guard reporting.adding.take(from: site.source(of: request, context), at: site.clock()) else {
            throw ReportForm.Fault.tooMany
        }
        try await visit.add(text, ticket: ticket, at: BrusselsTime(site.clock()), reporting)
    }

    private func said(_ error: any Error, _ page: PageContext) -> (words: String, status: HTTPResponse.Status) {
        switch error {
        case ReportForm.Fault.empty: return (page.texts(.dialogueEmpty), .unprocessableContent)
        case let fault as ReportForm.Fault: return (fault.words(in: page), fault.status)
        case VaultError.sentBefore, VaultError.changedMeanwhile: return (page.texts(.dialogueNotStored), .conflict)
        default:
            site.logger.error("a message was not stored", metadata: ["error": "\(error)"])
            let isUncertain = StorePause(error) == .uncertain
            return (page.texts(isUncertain ? .reportFaultUncertain : .dialogueNotStored), .serviceUnavailable)
        }
    }
}
