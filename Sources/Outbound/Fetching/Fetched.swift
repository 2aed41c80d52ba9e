import Foundation

/// What a server answered.
package struct Fetched: Hashable, Sendable {
    /// 200 to 299, or 304.
    package let status: Int
    /// As the server gave it, with `charset` where it said so.
    package let mediaType: String?
    package let bytes: Data
    /// Where it was found, after redirects.
    package let address: String
    /// The mark of this version (`ETag`), to ask next time only for what changed.
    package let tag: String?

    /// The server has nothing newer than what the tag stood for; there are no bytes.
    package var notModified: Bool { status == 304 }

    package init(status: Int, mediaType: String?, bytes: Data, address: String, tag: String?) {
        self.status = status
        self.mediaType = mediaType
        self.bytes = bytes
        self.address = address
        self.tag = tag
    }
}
