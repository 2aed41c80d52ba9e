import CQRCode
import HTML

/// A QR code (ISO/IEC 18004), made by libqrencode.
struct QRCode: Sendable {
    /// Modules on a side.
    let size: Int
    /// Row by row.
    private let dark: [Bool]

    /// Nil where `text` is longer than a code can hold. Error correction M: 15 % may be torn or smudged.
    init?(_ text: String) {
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        // The lowest bit of each byte says whether the module is dark.
        dark = (0..<size * size).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// The dark modules as a path, one strip for each run of a row, with a quiet zone of four modules around.
    var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, dark[row * size + column] { column += 1 }
                if column > start {
                    path += "M\(start + Self.quiet) \(row + Self.quiet)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        return path
    }

    /// With the quiet zone.
    var side: Int { size + 2 * Self.quiet }

    private static let quiet = 4
}

/// The code as a drawing, dark on white in every look, large enough for an old camera.
struct QRCodeView: HTML {
    let code: QRCode
    let label: String

    var body: some HTML {
        svg(.class("qr"), .viewBox("0 0 \(code.side) \(code.side)"), .role("img"), .ariaLabel(label)) {
            path(.d(code.path)) {}
        }
    }
}

extension QRCode {
    /// The code as a file of its own.
    var drawing: String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(side) \(side)\"><rect width=\"\(side)\" height=\"\(side)\" "
            + "fill=\"#fff\"/><path d=\"\(path)\"/></svg>"
    }
}
