import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// The steps of an import at one address: which page that is follows from what was done so far.
struct ImportRoutes: Sendable {
    let site: SiteEnvironment
    let tables: TableReading

    private var workspace: Workspace { site.workspace }

    func addRoutes(to router: SiteRouter, _ door: WorkspaceDoor) {
        let place: WorkspaceDoor.Place = { .importing(try $0.step("id")) }
        door.get("bulk/:id", on: router, at: place) { work in
            answer(try await step(of: work), work)
        }
        door.post("bulk/:id", on: router, at: place, go)
        door.get("bulk/:id/wrong", on: router, at: { .wrongRows(try $0.step("id")) }, wrong)
    }

    // MARK: Looking

    /// A page of an import, whichever it is.
    private enum Step {
        case mapping(MappingPage)
        case preview(ImportPreviewPage)
        case sent(SentImportPage)
    }

    private func step(of work: WorkspaceRequest) async throws -> Step {
        let importing = try await importing(work)
        switch importing.state {
        case .mapping:
            let file = try await file(of: importing, work)
            let mapping = ColumnMapping(headers: file.headers, names: importing.columns)
            return .mapping(
                MappingPage(context: work.page, visit: work.visit, importing: importing, file: file, mapping: mapping))
        case .previewed: return .preview(try await preview(of: importing, work))
        case .sent, .undone: return .sent(try await SentImport(site: site, work: work, importing: importing).page())
        }
    }

    private func answer(_ step: Step, _ work: WorkspaceRequest) -> Response {
        switch step {
        case .mapping(let page): site.answer(page, to: work.request)
        case .preview(let page): site.answer(page, to: work.request)
        case .sent(let page): site.answer(page, to: work.request)
        }
    }

    private func importing(_ work: WorkspaceRequest) async throws -> Importing {
        try await workspace.importing(try work.step("id"), for: work.actor)
    }

    private func file(of importing: Importing, _ work: WorkspaceRequest) async throws -> CSVFile {
        try await tables.file(try await workspace.table(of: importing.id, for: work.actor))
    }

    private func sheet(of importing: Importing, _ work: WorkspaceRequest) async throws -> ImportSheet {
        let bytes = try await workspace.table(of: importing.id, for: work.actor)
        let reserved = try await workspace.reservedNames()
        let (snapshot, actor) = (work.page.snapshot, work.actor)
        return try await tables.run {
            let file = try CSVFile(bytes)
            return ImportSheet(
                file, mapping: ColumnMapping(headers: file.headers, names: importing.columns),
                against: snapshot.catalogue, revision: snapshot.revision, reserved: reserved, by: actor)
        }
    }

    private func preview(of importing: Importing, _ work: WorkspaceRequest) async throws -> ImportPreviewPage {
        let sheet = try await sheet(of: importing, work)
        let shown = work.query.first("show").flatMap(ImportSheet.Outcome.Kind.init(rawValue:))
        let number = max(1, work.query.first("page").flatMap { Int($0) } ?? 1)
        let (snapshot, finders) = (work.page.snapshot, site.desk.doubles)
        let rows = ImportPreviewPage.rows(of: sheet, shown, page: number)
        var page = ImportPreviewPage(
            context: work.page, visit: work.visit, importing: importing, sheet: sheet, shown: shown, page: number)
        // Only of the rows that are shown: each is compared with all of the catalogue.
        page.doubles = try await tables.run {
            let finder = finders.finder(for: snapshot)
            let likely = rows.compactMap { row -> (Int, [LikelyDouble])? in
                guard case .new(let record) = row.outcome else { return nil }
                return (row.number, finder.likely(for: record, limit: 2))
            }
            return Dictionary(likely, uniquingKeysWith: { first, _ in first })
        }
        return page
    }

    /// The rows that are wrong: as they stand in the preview, or as they were when it was sent.
    @Sendable private func wrong(_ work: WorkspaceRequest) async throws -> Response {
        let importing = try await importing(work)
        let name = importing.name.split(separator: ".").first.map { "\($0)-" } ?? ""
        switch importing.state {
        case .mapping: throw WorkspaceError.notFound
        case .previewed:
            guard let data = try await leftOut(of: try await sheet(of: importing, work), work) else {
                throw WorkspaceError.notFound
            }
            return .table(data, named: name + "wrong")
        case .sent, .undone:
            return .table(try await workspace.table(of: importing.id, for: work.actor), named: name + "wrong")
        }
    }

    private func leftOut(of sheet: ImportSheet, _ work: WorkspaceRequest) async throws -> Data? {
        let context = work.page
        // In a list, so that no table stays apart from no answer.
        return try await tables.run {
            [sheet.leftOut(header: context.texts(.bulkWrongHeader)) { $0.line(in: context) }]
        }.first ?? nil
    }

    // MARK: Doing

    @Sendable private func go(_ work: WorkspaceRequest) async throws -> Response {
        let importing = try await importing(work)
        switch work.text("do") {
        case "choose": return try await choose(importing, work)
        case "choose-anew":
            try await workspace.chooseAnew(importing.id, by: work.actor)
            return back(work, to: .importing(importing.id))
        case "forget":
            try await workspace.forget(importing.id, by: work.actor)
            return back(work, to: .bulk)
        case "send": return try await send(importing, work)
        case "undo": return try await SentImport(site: site, work: work, importing: importing).undo()
        case "review": return try await SentImport(site: site, work: work, importing: importing).decide()
        default: throw WorkspaceError.faulty
        }
    }

    private func back(_ work: WorkspaceRequest, to address: WorkspaceAddress) -> Response {
        .redirect(to: work.link(address), type: .normal)
    }

    private func choose(_ importing: Importing, _ work: WorkspaceRequest) async throws -> Response {
        guard importing.sent == nil else { throw WorkspaceError.notNow }
        let file = try await file(of: importing, work)
        let mapping = MappingPage.mapping(work.fields, of: file)
        let faults = MappingPage.doubled(in: mapping, work.page)
        guard faults.isEmpty else {
            let page = MappingPage(
                context: work.page, visit: work.visit, importing: importing, file: file, mapping: mapping,
                faults: faults)
            return site.answer(page, to: work.request, status: .unprocessableContent)
        }
        try await workspace.choose(mapping.names, of: mapping.fingerprint, for: importing.id, by: work.actor)
        return back(work, to: .importing(importing.id))
    }

    private func send(_ importing: Importing, _ work: WorkspaceRequest) async throws -> Response {
        guard importing.state == .previewed else { throw WorkspaceError.notNow }
        let why = work.text("why")
        let page = try await preview(of: importing, work)
        func again(_ change: (inout ImportPreviewPage) -> Void, status: HTTPResponse.Status) -> Response {
            var page = page
            page.why = why
            change(&page)
            return site.answer(page, to: work.request, status: status)
        }
        let sheet = page.sheet
        guard sheet.mark == work.fields.first("seen") else { return again({ $0.hasChanged = true }, status: .conflict) }
        guard why.count <= Importing.longestWhy else {
            let words = work.page.texts(.reviewFaultLong, "\(Importing.longestWhy)")
            return again({ $0.faults = FormFaults("why", words) }, status: .unprocessableContent)
        }
        try await workspace.send(
            sheet.records, of: importing.id, why: why.isEmpty ? importing.name : why, tally: sheet.tally,
            leftOut: try await leftOut(of: sheet, work), by: work.actor)
        return back(work, to: .importing(importing.id))
    }
}
