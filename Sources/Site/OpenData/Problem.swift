import Foundation
import Hummingbird

/// An error of the API as problem details (RFC 9457).
struct Problem: Encodable {
    let title: String
    let status: Int
    let detail: String?

    init(status: HTTPResponse.Status, detail: String? = nil) {
        title = status.reasonPhrase
        self.status = status.code
        self.detail = detail
    }

    var response: Response {
        let body = (try? JSONEncoder().encode(self)) ?? Data()
        return Response(
            status: .init(code: status),
            headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
