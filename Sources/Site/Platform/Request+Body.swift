import Hummingbird
import NIOCore

extension Request {
    /// The whole body, of at most `limit` bytes. One that breaks off, or whose pieces make no sense, is a fault of whoever
    /// sent it and not of the site.
    func body(upTo limit: Int) async throws -> ByteBuffer {
        var request = self
        do { return try await request.collectBody(upTo: limit) } catch let error as any HTTPResponseError {
            throw error
        } catch { throw HTTPError(.badRequest) }
    }
}
