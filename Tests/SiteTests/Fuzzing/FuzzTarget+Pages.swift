import Catalogue
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

@testable import Site

extension FuzzTarget {
    /// What needs more of the site than the fuzzer builds.
    static let pages: [FuzzTarget] = [
        FuzzTarget("search-request", dictionary: "form", longest: 2_000) { bytes in
            let request = SearchRequest(QueryItems(parsing: String(decoding: bytes, as: UTF8.self)))
            try promise(request.text.count <= SearchRequest.longestText, "a text that is too long")
            try promise((1...10_000).contains(request.page), "page \(request.page)")
            let printed = SearchRequest(QueryItems(request.query))
            try promise(SearchRequest(QueryItems(printed.query)) == printed, "printed and read, it is another search")
        },
        FuzzTarget("cookies", dictionary: "form", longest: 1_000) { bytes in
            var head = HTTPRequest(method: .get, scheme: "https", authority: "shop.example", path: "/")
            // What no header may hold never reaches a reader of headers.
            let allowed = bytes.filter { $0 >= 0x20 && $0 != 0x7F }
            head.headerFields[.cookie] = String(decoding: allowed, as: UTF8.self)
            let request = Request(head: head, body: .init(buffer: ByteBuffer()))
            guard let value = request.cookie("__Host-session") else { return }
            try promise(!value.contains(";"), "the session is \(value)")
        },
    ]
}
