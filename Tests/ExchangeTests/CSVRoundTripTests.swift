import Catalogue
import Foundation
import Testing

@testable import Exchange

/// The whole shipped catalogue goes into a sheet and comes back.
@Suite struct CSVRoundTripTests {
    static let reading = CatalogueReader().read([
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("catalogue").path
    ])

    private let catalogue = Self.reading.catalogue

    private func preview(_ data: Data, _ catalogue: Catalogue) throws -> ImportPreview {
        let file = try CSVFile(data)
        return ImportPreview(file, mapping: ColumnMapping(guessing: file.headers), catalogue: catalogue)
    }

    @Test(arguments: [CSVFile.Delimiter.semicolon, .comma])
    func whatIsExportedIsTheSameWhenImported(_ delimiter: CSVFile.Delimiter) throws {
        #expect(catalogue.records.count >= 615)
        let data = CSVExport(delimiter: delimiter).data(of: catalogue.records)
        let preview = try preview(data, catalogue)
        #expect(preview.tally == ImportPreview.Tally(same: catalogue.records.count))
    }

    @Test func everyColumnIsReadAsItIsWritten() throws {
        // Into a shop that is empty but for its vocabularies, so that every cell is read.
        let empty = Catalogue(records: [], vocabularies: Self.reading.vocabularies, pages: [])
        let preview = try preview(CSVExport().data(of: catalogue.records), empty)
        #expect(preview.rows.count == catalogue.records.count)
        for (record, row) in zip(catalogue.records, preview.rows) {
            if record.kind == .guide || record.kind == .route {
                #expect(row.outcome == .wrong([RowFault(.kind, record.kind.rawValue, .needsForm(record.kind))]))
                continue
            }
            guard case .new(let made) = row.outcome else {
                Issue.record("\(record.id): \(row.outcome)")
                continue
            }
            for column in RecordColumn.allCases where column.isRead {
                #expect(made.cell(column) == record.cell(column), "\(record.id) \(column.name)")
            }
            var bare = record
            bare.dropWhatNoCellHolds()
            #expect(made == bare, "\(record.id)")
        }
    }

    @Test func aSpreadsheetThatSavesAsWindows1252LosesNothingOfIt() throws {
        let text = try #require(String(data: CSVExport().data(of: catalogue.records), encoding: .utf8))
        let data = try #require(text.replacing("\u{FEFF}", with: "").data(using: .windowsCP1252))
        let file = try CSVFile(data)
        #expect(file.encoding == .windows1252)
        let preview = ImportPreview(file, mapping: ColumnMapping(guessing: file.headers), catalogue: catalogue)
        #expect(preview.tally.same == catalogue.records.count)
    }
}

extension Record {
    fileprivate mutating func dropWhatNoCellHolds() {
        for edition in Edition.allCases where edition.isSimple {
            title[edition] = nil
            summary[edition] = nil
        }
        for index in contact?.phones.indices ?? 0..<0 {
            contact?.phones[index].note = nil
            contact?.phones[index].remark = nil
        }
        for index in contact?.emails.indices ?? 0..<0 {
            contact?.emails[index].note = nil
            contact?.emails[index].remark = nil
        }
        contact?.hours = nil
        contact?.addressRemark = nil
        if contact?.isEmpty ?? false { contact = nil }
        service = nil
        recurrence = nil
        member = false
        recommendations = nil
        announced = nil
        lab = nil
        campaign = nil
    }
}
