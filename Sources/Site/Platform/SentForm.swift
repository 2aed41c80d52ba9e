import Foundation
import HTTPTypes
import Hummingbird

/// What a form sent, with the file that was in it.
struct SentForm: Sendable {
    var fields = QueryItems([])
    var file: MultipartForm.File?
}

extension Request {
    /// A form that may hold a file in one field; nil where it makes no sense. It may also come without: on the way through
    /// another page a file gets lost, what was typed does not.
    func form(withFileIn field: String, upTo limit: Int) async throws -> SentForm? {
        guard let type = headers[.contentType], let boundary = MultipartForm.boundary(in: type) else {
            return try await formFields(upTo: limit).map { SentForm(fields: $0) }
        }
        guard isFromThisSite else { throw HTTPError(.forbidden) }
        let body = try await body(upTo: limit)
        guard let form = MultipartForm(Data(body.readableBytesView), boundary: boundary, fileIn: field) else {
            return nil
        }
        return SentForm(fields: form.fields, file: form.file)
    }
}
