import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// `/records/{id}`, the name of a record on the web: it leads to what is asked for. `/records/{id}.jsonld`, `.bib` and
/// `.ris` are files.
struct LinkedDataRoutes: Sendable {
    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        router.get("records/:id", use: record)
        AMBRoutes(site: site).addRoutes(to: router)
    }

    @Sendable private func record(_ request: Request, _ context: SiteRequestContext) throws -> Response {
        let step = try context.step("id")
        let parts = step.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let id = parts.first.flatMap({ RecordID($0) }) else { throw HTTPError(.notFound) }
        guard parts.count > 1 else { return lead(to: id, request) }
        guard let form = EntryFile(rawValue: String(parts[1])) else {
            return site.problem(.notFound, .problemNameForm, String(parts[1]), to: request)
        }
        return file(form, of: id, request)
    }

    // MARK: The name

    /// What can be had under a name, by media type.
    private static let offers = ["text/html", SchemaOrg.mediaType, "application/json"]

    private func lead(to id: RecordID, _ request: Request) -> Response {
        let offer = MediaChoice.best(of: Self.offers, in: request.headers[.accept])
        let language = Language.preferred(in: request.headers[.acceptLanguage])
        let catalogue = site.snapshots.current.catalogue
        var response: Response
        switch catalogue.whereabouts(of: id) {
        case .here(let record):
            let path =
                switch offer {
                case SchemaOrg.mediaType: EntryFile.jsonld.path(of: id)
                case "application/json": "/api/v1/records/\(id)"
                default: Address.record(record.kind, id).print(in: language)
                }
            response = Self.redirect(.seeOther, to: path)
        case .moved(let record): response = Self.redirect(.movedPermanently, to: "/records/\(record.id)")
        case .withdrawn(let known, _), .setAside(let known):
            let page = site.context(
                for: request, edition: Edition(language), address: .record(known.kind, known.id))
            response =
                offer == "text/html"
                ? site.answer(inPlaceOf: id, page, to: request) ?? gone(known, request) : gone(known, request)
        case .unknown:
            response =
                offer == "text/html"
                ? Response(status: .notFound)
                : site.problem(.notFound, .problemNameUnknown, id.description, to: request)
        }
        response.headers[.vary] = "Accept, Accept-Language"
        return response
    }

    /// Not for ever: a merge can be undone, and a record may get another kind.
    private static func redirect(_ status: HTTPResponse.Status, to path: String) -> Response {
        Response(
            status: status,
            headers: [
                .location: path, .cacheControl: "public, max-age=60, must-revalidate",
                .accessControlAllowOrigin: "*",
            ])
    }

    private func gone(_ record: Record, _ request: Request) -> Response {
        site.problem(gone: record, to: request)
    }

    // MARK: Files

    private func file(_ form: EntryFile, of id: RecordID, _ request: Request) -> Response {
        let page = site.context(for: request, edition: Edition(.nl), address: .home)
        switch page.catalogue.whereabouts(of: id) {
        case .here(let record): return file(form, of: record, page, request)
        case .moved(let record): return Self.redirect(.movedPermanently, to: form.path(of: record.id))
        case .withdrawn(let known, _), .setAside(let known): return gone(known, request)
        case .unknown: return site.problem(.notFound, .problemNameUnknown, id.description, to: request)
        }
    }

    private func file(_ form: EntryFile, of record: Record, _ page: PageContext, _ request: Request) -> Response {
        if form == .jsonld {
            let schema = SchemaOrg(page.catalogue, page.addresses, voice: .all, on: page.now.day)
            let document = schema.document(record, change: page.snapshot.log[record.id])
            return site.open(
                document.bytes, SchemaOrg.mediaType, to: request, context: page, freshness: .minute)
        }
        // The same file at the same address: the language stands in it, or it is the first in which the record exists.
        let language = request.query.first("lang").flatMap { Language(rawValue: $0) } ?? record.ownLanguage
        let citation = page.citation(of: record, in: language)
        return form == .bib
            ? site.open(
                Array(citation.bibTeX.utf8), Citation.bibTeXMediaType, to: request, context: page,
                language: language.rawValue, fileName: "\(record.id).bib")
            : site.open(
                Array(citation.ris.utf8), Citation.risMediaType, to: request, context: page,
                language: language.rawValue, fileName: "\(record.id).ris")
    }
}

extension Record {
    /// The first of our languages in which it exists.
    fileprivate var ownLanguage: Language {
        Language.allCases.first { languages.contains(LanguageTag($0)) } ?? ownNames.first ?? .nl
    }
}

extension SiteEnvironment {
    /// What programs are told of a record that was withdrawn or set aside.
    func problem(gone record: Record, to request: Request) -> Response {
        guard let day = record.withdrawn else {
            return problem(.gone, .problemNameAside, record.id.description, to: request)
        }
        return problem(.gone, .problemNameWithdrawn, record.id.description, day.description, to: request)
    }
}
