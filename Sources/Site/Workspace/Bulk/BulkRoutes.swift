import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Hummingbird

/// Tables out and in: export, and the first step of an import. What comes after is ``ImportRoutes``.
struct BulkRoutes: Sendable {
    let site: SiteEnvironment
    /// Tables are read away from the threads that answer requests, and beside those that try passwords.
    private let tables = TableReading()

    private var workspace: Workspace { site.workspace }

    init(site: SiteEnvironment) { self.site = site }

    func addRoutes(to router: SiteRouter) {
        let door = WorkspaceDoor(site: site)
        door.get("bulk", on: router, at: { _ in .bulk }) { work in
            site.answer(try await page(work), to: work.request)
        }
        door.post("bulk", on: router, at: { _ in .bulk }, file: "file", upTo: CSVFile.mostBytes, take)
        door.get("bulk/export", on: router, at: { _ in .export }, export)
        ImportRoutes(site: site, tables: tables).addRoutes(to: router, door)
    }

    private func page(_ work: WorkspaceRequest) async throws -> BulkPage {
        guard work.actor.mayEver(.exportRecords) else { throw WorkspaceError.notAllowed(.exportRecords) }
        return BulkPage(
            context: work.page, visit: work.visit, imports: try await workspace.imports(for: work.actor),
            toReview: try await workspace.importsToReview(for: work.actor))
    }

    // MARK: Out

    @Sendable private func export(_ work: WorkspaceRequest) async throws -> Response {
        let form = ExportForm(work.query)
        let organisation = form.whose == .ours ? work.actor.organisation : nil
        let records = try workspace.export(form.kind, of: organisation, for: work.actor)
        let data = try await tables.run { CSVExport(delimiter: form.delimiter).data(of: records) }
        let name = [
            "betternet", form.kind?.folder, organisation?.description, PartialDate(workspace.today).description,
        ]
        return .table(data, named: name.compactMap { $0 }.joined(separator: "-"))
    }

    // MARK: In

    @Sendable private func take(_ work: WorkspaceRequest) async throws -> Response {
        try work.actor.require(.importRecords, on: work.actor.organisation)
        let pasted = work.fields.first("paste") ?? ""
        let hasPasted = !pasted.tidied.isEmpty
        func again(_ field: String, _ words: String) async throws -> Response {
            var page = try await page(work)
            page.pasted = pasted
            page.faults = FormFaults(field, words)
            return site.answer(page, to: work.request, status: .unprocessableContent)
        }
        let texts = work.page.texts
        guard work.file != nil || hasPasted else { return try await again("file", texts(.bulkNothingSent)) }
        guard work.file == nil || !hasPasted else { return try await again("paste", texts(.bulkBothSent)) }
        guard pasted.count <= BulkPage.longestPaste else { return try await again("paste", texts(.bulkPastedTooLong)) }
        let bytes = work.file?.bytes ?? Data(pasted.utf8)
        let field = work.file == nil ? "paste" : "file"
        let file: CSVFile
        do { file = try await tables.file(bytes) } catch let fault as CSVFile.Fault {
            return try await again(field, fault.words(texts))
        }
        guard !file.rows.isEmpty else { return try await again(field, texts(.bulkNoRows)) }
        let name = work.file.map(\.name).flatMap { $0.isEmpty ? nil : $0 } ?? texts(.bulkPasted)
        let id = try await begin(file, bytes, named: name, work).id
        return .redirect(to: work.link(.importing(id)), type: .normal)
    }

    /// Keeps the table with the columns of last time, or a guess.
    private func begin(
        _ file: CSVFile, _ bytes: Data, named name: String, _ work: WorkspaceRequest
    ) async throws -> Importing {
        let fingerprint = ColumnMapping.fingerprint(of: file.headers)
        let remembered = try await workspace.rememberedColumns(of: fingerprint, for: work.actor)
        return try await workspace.beginImport(
            of: bytes, named: name, columns: remembered ?? ColumnMapping(guessing: file.headers).names,
            isRemembered: remembered != nil, by: work.actor)
    }
}

extension Response {
    /// A table to keep.
    static func table(_ data: Data, named name: String) -> Response {
        let plain = name.unicodeScalars.filter {
            $0.isASCII && $0.properties.isAlphabetic || "0123456789-_.".unicodeScalars.contains($0)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: CSVWriter.mediaType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(String(String.UnicodeScalarView(plain))).csv\"",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }
}
