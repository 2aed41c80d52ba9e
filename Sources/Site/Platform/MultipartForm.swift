import Foundation

/// A form with a file in it, as browsers send it (RFC 7578, on top of RFC 2046, 5.1.1).
///
/// One file at most, in one field; all else is text. Whatever no browser sends is refused rather than guessed at: parts
/// around the form, other headers, encodings, a boundary that goes on.
struct MultipartForm: Hashable, Sendable {
    static let mostParts = 20
    /// Of the headers of one part, in bytes.
    static let longestHead = 2_048
    /// Of the name of a file, in characters.
    static let longestName = 200

    struct File: Hashable, Sendable {
        /// Without folders and control characters; may be empty.
        let name: String
        let bytes: Data
    }

    let fields: QueryItems
    /// Nil where none was chosen.
    let file: File?

    /// - Parameters:
    ///   - boundary: what stands between the parts, out of the content type.
    ///   - field: the only field in which a file may be.
    init?(_ body: Data, boundary: String, fileIn field: String) {
        guard let parts = Self.parts(of: body, boundary: boundary) else { return nil }
        var fields: [QueryItem] = []
        var file: File?
        for part in parts {
            guard let disposition = Disposition(part.head) else { return nil }
            if let name = disposition.file {
                guard disposition.name == field, file == nil else { return nil }
                file = File(name: Self.plain(name), bytes: part.body)
            } else {
                guard let text = String(validating: part.body, as: UTF8.self) else { return nil }
                fields.append(QueryItem(disposition.name, text))
            }
        }
        self.fields = QueryItems(fields)
        // A browser sends a file without name and content where none was chosen.
        self.file = file.flatMap { $0.name.isEmpty && $0.bytes.isEmpty ? nil : $0 }
    }

    /// Some browsers send the folders too.
    private static func plain(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        return String(last.tidied.replacing("\n", with: " ").prefix(longestName))
    }

    // MARK: Parts

    private struct Part {
        let head: String
        let body: Data
    }

    private static func parts(of body: Data, boundary: String) -> [Part]? {
        let line = Data("--\(boundary)".utf8)
        let lineEnd = Data("\r\n".utf8)
        guard body.starts(with: line) else { return nil }
        var parts: [Part] = []
        var place = body.startIndex + line.count
        while !body[place...].starts(with: Data("--".utf8)) {
            guard parts.count < mostParts, body[place...].starts(with: lineEnd) else { return nil }
            let start = place + lineEnd.count
            guard let end = body.range(of: lineEnd + line, in: start..<body.endIndex),
                let part = part(body[start..<end.lowerBound])
            else { return nil }
            parts.append(part)
            place = end.upperBound
        }
        // Behind the last boundary comes the end of its line, or nothing.
        let rest = body[(place + 2)...]
        return rest.isEmpty || rest.elementsEqual(lineEnd) ? parts : nil
    }

    private static func part(_ bytes: Data) -> Part? {
        let gap = Data("\r\n\r\n".utf8)
        let limit = bytes.index(bytes.startIndex, offsetBy: longestHead, limitedBy: bytes.endIndex) ?? bytes.endIndex
        guard let end = bytes.range(of: gap, in: bytes.startIndex..<limit),
            let head = String(validating: bytes[..<end.lowerBound], as: UTF8.self)
        else { return nil }
        return Part(head: head, body: Data(bytes[end.upperBound...]))
    }

    // MARK: Boundary

    /// The boundary out of a content type; nil where it is another type, or none of 1 to 70 characters that may stand
    /// there.
    static func boundary(in contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        let named = parts.dropFirst().filter { $0.lowercased().hasPrefix("boundary=") }
        guard named.count == 1, var boundary = named.first?.dropFirst("boundary=".count) else { return nil }
        if boundary.count > 1, boundary.hasPrefix("\""), boundary.hasSuffix("\"") {
            boundary = boundary.dropFirst().dropLast()
        }
        let isPlain = boundary.allSatisfy {
            ($0.isASCII && ($0.isLetter || $0.isNumber)) || "'()+_,-./:=?".contains($0)
        }
        return isPlain && (1...70).contains(boundary.count) ? String(boundary) : nil
    }
}

/// What the headers of a part say: the name of its field, and of its file.
private struct Disposition {
    let name: String
    /// Nil: it is no file.
    let file: String?

    init?(_ head: String) {
        var headers: [String: String] = [:]
        for line in head.split(separator: "\r\n", omittingEmptySubsequences: false) {
            let halves = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            // Any other header would make the content something else than it looks like.
            guard halves.count == 2, ["content-disposition", "content-type"].contains(halves[0].lowercased()),
                headers.updateValue(halves[1], forKey: halves[0].lowercased()) == nil
            else { return nil }
        }
        guard let value = headers["content-disposition"], let parameters = Self.parameters(of: value),
            let name = parameters["name"], !name.isEmpty,
            parameters.keys.allSatisfy({ $0 == "name" || $0 == "filename" })
        else { return nil }
        self.name = name
        file = parameters["filename"]
    }

    /// `form-data; name="table"; filename="a;b.csv"`. Quotation marks and line breaks within a value come as `%22`, `%0D`
    /// and `%0A` (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data).
    private static func parameters(of value: String) -> [String: String]? {
        guard value.lowercased().hasPrefix("form-data") else { return nil }
        var rest = value.dropFirst("form-data".count)
        var parameters: [String: String] = [:]
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: #/\s*;\s*([a-zA-Z]+)="([^"]*)"/#) else { return nil }
            let text = String(match.2).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing(
                "%0A", with: "\n")
            guard parameters.updateValue(text, forKey: match.1.lowercased()) == nil else { return nil }
            rest = rest[match.range.upperBound...]
        }
        return parameters
    }
}
