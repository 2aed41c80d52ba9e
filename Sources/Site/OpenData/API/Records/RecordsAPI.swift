import Catalogue
import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// `/api/v1/records`: all records in pages or in one stream, and one record, or what became of it.
struct RecordsAPI: Sendable {
    static let linesType = "application/x-ndjson"

    let site: SiteEnvironment

    func addRoutes(to router: SiteRouter) {
        API.records.addRoute(to: router, site, list)
        API.record.addRoute(to: router, site, record)
    }

    // MARK: Many

    @Sendable private func list(_ question: APIQuestion) -> Response {
        let list = RecordList(question)
        let wantsLines = question.first("format").map { $0 == "ndjson" } ?? question.request.wantsLines
        return wantsLines ? lines(list, question) : page(list, question)
    }

    private func page(_ list: RecordList, _ question: APIQuestion) -> Response {
        let (entries, next) = list.page(question.number("limit") ?? RecordList.usualLimit)
        let nextAddress = next.map { address(of: question, at: $0) }
        let body = JSON.fields([
            "records": .list(entries), "next": nextAddress.map { .text($0) } ?? JSON.null,
            "changes": next == nil
                ? .text(address(of: question, at: list.end, ["deleted": "include"])) : JSON.null,
            "revision": .number(question.page.snapshot.revision), "licence": .text(Licence.data.address),
        ])
        return site.open(
            body.bytes, "application/json", to: question.request, context: question.page,
            link: nextAddress.map { "<\($0)>; rel=\"next\"" }, varies: true)
    }

    /// The same question from another place on.
    private func address(
        of question: APIQuestion, at cursor: RecordCursor, _ more: KeyValuePairs<String, String> = [:]
    ) -> String {
        let changed = Set(["cursor"] + more.map(\.key))
        let items = question.request.query.items.filter { !changed.contains($0.name) }
        let added = more.map { QueryItem($0.key, $0.value) } + [QueryItem("cursor", cursor.description)]
        return site.settings.publicAddress + API.records.path + QueryItems(items + added).print()
    }

    /// A record a line, made while it is sent.
    private func lines(_ list: RecordList, _ question: APIQuestion) -> Response {
        let most = question.number("limit") ?? Int.max
        var response = site.stream(Self.linesType, to: question.request, context: question.page) {
            list.entries.prefix(most).lazy.map { entry in
                var line: [UInt8] = []
                line.reserveCapacity(4_096)
                entry.json.write(to: &line)
                line.append(UInt8(ascii: "\n"))
                return line
            }
        }
        response.headers[.vary] = "Accept"
        return response
    }

    // MARK: One

    @Sendable private func record(_ question: APIQuestion) throws -> Response {
        let name = question.first("id") ?? ""
        let catalogue = question.page.catalogue
        guard let id = RecordID(name) else { throw unknown(name) }
        switch catalogue.whereabouts(of: id) {
        case .here(let record):
            let json = OpenRecord(question.page).json(record, question.page.snapshot.log[id])
            return site.open(json.bytes, "application/json", to: question.request, context: question.page)
        case .moved(let record):
            let address = path(of: record)
            var response = site.problem(
                APIFault(status: .movedPermanently, key: .problemMoved, values: [address]), to: question.request)
            response.headers[.location] = address
            return response
        case .withdrawn(let record, let successor):
            let day = record.withdrawn?.description ?? ""
            let fault =
                successor.map { APIFault(status: .gone, key: .problemWithdrawnFor, values: [day, path(of: $0)]) }
                ?? APIFault(status: .gone, key: .problemWithdrawn, values: [day])
            return gone(record, fault, question)
        case .setAside(let record):
            let day = (record.verified?.on ?? record.setAside)?.description ?? ""
            return gone(record, APIFault(status: .gone, key: .problemSetAside, values: [day]), question)
        case .unknown: throw unknown(name)
        }
    }

    private func gone(_ record: Record, _ fault: APIFault, _ question: APIQuestion) -> Response {
        site.problem(fault, members: OpenRecord(question.page).traceFields(of: record), to: question.request)
    }

    private func unknown(_ name: String) -> APIFault {
        APIFault(status: .notFound, key: .problemNoRecord, values: [String(name.prefix(100))], parameter: "id")
    }

    private func path(of record: Record) -> String { "/api/v1/records/\(record.id)" }
}

extension Request {
    /// Whether it asks for records line by line.
    var wantsLines: Bool { headers[.accept]?.contains("ndjson") ?? false }
}
