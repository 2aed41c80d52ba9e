import Foundation

extension CSVFile {
    /// How the letters of a file were written down.
    package enum Encoding: String, Codable, Sendable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        /// What Excel in Western Europe calls CSV without more.
        case windows1252 = "Windows-1252"

        /// UTF-8 if it is, or UTF-16 if it says so (with a byte order mark), or else Windows-1252.
        static func decode(_ data: Data) throws(Fault) -> (text: String, encoding: Encoding) {
            guard !data.isEmpty else { throw .empty }
            guard !workbooks.contains(where: { data.starts(with: $0) }) else { throw .workbook }
            if data.starts(with: [0xFF, 0xFE]) || data.starts(with: [0xFE, 0xFF]) {
                guard data.count.isMultiple(of: 2), let text = String(data: data, encoding: .utf16) else {
                    throw .notText
                }
                return (text, .utf16)
            }
            let body = data.starts(with: utf8Mark) ? data.dropFirst(utf8Mark.count) : data
            let zeros = body.count { $0 == 0 }
            if let text = String(validating: body, as: UTF8.self) {
                // UTF-16 without a mark is valid UTF-8 with a zero beside every letter.
                guard zeros * 4 < body.count || body.isEmpty else { throw .notText }
                return (text, .utf8)
            }
            // A single zero is enough here: any bytes make a text in Windows-1252, those of a picture too.
            guard zeros == 0, body.count == data.count, let text = String(data: data, encoding: .windowsCP1252)
            else { throw .notText }
            return (text, .windows1252)
        }

        private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

        /// How ZIP (xlsx, ods) and OLE files (xls) begin.
        private static let workbooks: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
    }
}
