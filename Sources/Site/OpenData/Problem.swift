import Catalogue
import Exchange
import Foundation
import Hummingbird

/// An error of the API as problem details (RFC 9457).
struct Problem {
    let status: HTTPResponse.Status
    let detail: String?
    let language: Language
    /// Further members, which programs may act on.
    var members: [JSON.Field] = []

    init(status: HTTPResponse.Status, detail: String? = nil, language: Language = .en) {
        self.status = status
        self.detail = detail
        self.language = language
    }

    var response: Response {
        let fields = JSON.fields([
            "title": .text(status.reasonPhrase), "status": .number(status.code), "detail": .text(detail),
        ])
        var bytes: [UInt8] = []
        fields.adding(members).write(to: &bytes)
        return Response(
            status: status,
            headers: [
                .contentType: "application/problem+json", .contentLanguage: language.rawValue,
                .cacheControl: "no-store", .accessControlAllowOrigin: "*",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
