import Catalogue
import Foundation
import Intake
import Search

@testable import Site

extension FuzzTarget {
    /// What browsers and programs send: forms, headers, addresses, queries, receipts.
    static let requests: [FuzzTarget] = [
        FuzzTarget("form", dictionary: "form") { bytes in
            let items = QueryItems(parsing: String(decoding: bytes, as: UTF8.self))
            try promise(items.items.count <= QueryItems.usualMost, "more fields than are read")
            try promise(QueryItems(parsing: items.print().dropFirst()) == items, "printed and read, it is another form")
        },
        FuzzTarget("multipart", dictionary: "form") { bytes in
            // The first line is the content type, the rest is the body.
            let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            guard let boundary = MultipartForm.boundary(in: String(decoding: bytes[..<end], as: UTF8.self)) else {
                return
            }
            try promise((1...70).contains(boundary.utf8.count), "a boundary of \(boundary.utf8.count) bytes")
            guard let form = MultipartForm(Data(bytes[end...].dropFirst()), boundary: boundary, fileIn: "file") else {
                return
            }
            try promise(form.fields.items.count <= MultipartForm.mostParts, "too many parts")
            let name = form.file?.name ?? ""
            try promise(
                name.count <= MultipartForm.longestName && !name.contains { "/\\\n\r\0".contains($0) },
                "the file is called \(name.debugDescription)")
        },
        FuzzTarget("local-path", dictionary: "form", longest: 2_200) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let path = LocalPath(text) else { return }
            let base = URL(string: "https://shop.example/nl/workspace/sign-in")
            guard let url = URL(string: path.description, relativeTo: base)?.absoluteURL.standardized else { return }
            try promise(url.host == "shop.example" && url.scheme == "https", "\(text) leads to \(url)")
            let steps = url.path.split(separator: "/")
            try promise(steps.count >= 2 && steps[1] == "workspace", "\(text) leads out of the workspace, to \(url)")
        },
        FuzzTarget("accept-language", dictionary: "form", longest: 1_024) { bytes in
            let header = String(decoding: bytes, as: UTF8.self)
            let language = Language.preferred(in: header)
            try promise(
                language == .nl || header.filter { !$0.isWhitespace }.lowercased().contains(language.rawValue),
                "\(language) was not asked for in \(header)")
            _ = Edition(path: header)
        },
        FuzzTarget("source", longest: 200) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let name = RequestSource.name(of: text)
            try promise(!name.contains { $0.isWhitespace }, "the source of \(text) is \(name)")
        },
        FuzzTarget("query", dictionary: "query", longest: 600) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            for language in Language.allCases {
                let results = FuzzShop.index.search(Query(text, language: language.rawValue))
                try promise(
                    results.total <= FuzzShop.index.count && results.hits.count <= results.total,
                    "more hits than there are")
                try promise(results.hits.allSatisfy { $0.score.isFinite }, "a score that is no number")
                let offers = FuzzShop.index.complete(text, language: language.rawValue, limit: 5)
                try promise(offers.count <= 5, "more than five ways to go on")
            }
        },
        FuzzTarget("receipt", longest: 400) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            for language in Language.allCases {
                guard let receipt = Receipt(text, language: language) else { continue }
                let words = receipt.words(in: language).joined(separator: " ")
                try promise(Receipt(words, language: language) == receipt, "another receipt has the same words")
            }
            if let number = CaseNumber(text) {
                try promise(CaseNumber(number.shown) == number, "the number \(number) does not come back")
            }
            _ = RecoveryWords.key(text)
        },
    ]
}
