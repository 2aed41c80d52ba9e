import Editorial
import HTTPTypes

/// A form that asks for the present password: it counts as a try at signing in, so that nobody guesses here instead.
struct PresentPassword: Sendable {
    let site: SiteEnvironment
    let work: WorkspaceRequest

    typealias Fault = (words: String, status: HTTPResponse.Status)

    private var source: String { site.source(of: work.request, work.route) }
    private var secret: String { "password of \(work.actor.account)" }

    /// Before it is tried; there is a fault where it was tried too often.
    func take() -> Fault? {
        guard site.desk.signingIn.take(from: source, at: secret, now: site.clock()) else {
            return (site.desk.tooOften(work.page), .tooManyRequests)
        }
        return nil
    }

    /// It was right.
    func giveBack() { site.desk.signingIn.giveBack(to: source, at: secret) }

    var wrong: Fault { (work.page.texts(.passwordPresentWrong), .unprocessableContent) }
    var busy: Fault { (work.page.texts(.refusedBusy), .serviceUnavailable) }

    /// What to say where a field does not hold it; nil where it does.
    func fault(in field: String) async throws -> Fault? {
        if let fault = take() { return fault }
        do {
            guard try await site.workspace.knows(password: work.fields.first(field) ?? "", work.visit) else {
                return wrong
            }
        } catch WorkspaceError.busy {
            return busy
        }
        giveBack()
        return nil
    }
}
