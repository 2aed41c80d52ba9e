import Catalogue
import Crypto
import Foundation

/// Files that come with the program, under names that change with their content, so that browsers may keep them.
package struct Asset: Sendable {
    package let path: String
    let mediaType: String
    let bytes: [UInt8]

    private init(name: String, ending: String, mediaType: String, text: String) {
        bytes = Array(text.utf8)
        path = "/assets/\(name).\(Fingerprint(bytes)).\(ending)"
        self.mediaType = mediaType
    }

    package static let styles = styles("base", Embedded.baseCss)
    /// What only the pages of those who work here look like.
    package static let workspaceStyles = styles("workspace", Embedded.workspaceCss)
    /// What only pages with pictures of figures look like.
    package static let landscapeStyles = styles("landscape", Embedded.landscapeCss)
    /// What pages for frames on other sites look like.
    package static let embedStyles = styles("embed", Embedded.embedCss)
    /// Keeps drafts while they are written, and shortens what one would look up; no page needs it.
    package static let workspace = Asset(
        name: "workspace", ending: "js", mediaType: "text/javascript; charset=utf-8",
        text: minified(Embedded.workspaceJs))
    /// Completes what is typed; no page needs it.
    package static let suggest = Asset(
        name: "suggest", ending: "js", mediaType: "text/javascript; charset=utf-8", text: minified(Embedded.suggestJs))
    /// Makes the quick exit leave no way back; without it the exit is a plain link.
    package static let exit = Asset(
        name: "exit", ending: "js", mediaType: "text/javascript; charset=utf-8", text: minified(Embedded.exitJs))
    /// Judges a text while it is written; without it a button does.
    package static let level = Asset(
        name: "level", ending: "js", mediaType: "text/javascript; charset=utf-8", text: minified(Embedded.levelJs))
    /// Reads pages aloud.
    package static let aloud = Asset(
        name: "aloud", ending: "js", mediaType: "text/javascript; charset=utf-8",
        text: minified(Embedded.aloudJs).replacing("words = {}", with: "words = " + aloudWords))
    /// Keeps the essential pages for reading without network.
    package static let offline = Asset(
        name: "offline", ending: "js", mediaType: "text/javascript; charset=utf-8", text: minified(Embedded.offlineJs))
    /// Answers from what is kept. Served at one fixed address, as service workers must be.
    static let worker = Asset(
        name: "worker", ending: "js", mediaType: "text/javascript; charset=utf-8", text: minified(Embedded.workerJs))
    /// The search of the plain site.
    static let keptSearch = Asset(
        name: "search", ending: "js", mediaType: "text/javascript; charset=utf-8", text: minified(Embedded.keptSearchJs)
    )
    package static let icon = Asset(
        name: "icon", ending: "svg", mediaType: "image/svg+xml; charset=utf-8", text: Embedded.faviconSvg)

    /// What the buttons for reading aloud say, in each language.
    private static let aloudWords: String = {
        let keys: [(String, TextKey)] = [
            ("read", .aloudRead), ("stop", .aloudStop), ("speed", .aloudSpeed), ("slow", .aloudSlow),
            ("plain", .aloudPlain), ("fast", .aloudFast),
        ]
        let words = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                (language.rawValue, Dictionary(uniqueKeysWithValues: keys.map { ($0, Texts.of(language)($1)) }))
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(words)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }()

    static let scripts = [suggest, exit, level, aloud, offline, workspace]
    static let all = [styles, workspaceStyles, landscapeStyles, embedStyles] + scripts + [icon]

    private static func styles(_ name: String, _ source: String) -> Asset {
        Asset(
            name: name, ending: "css", mediaType: "text/css; charset=utf-8",
            text: minified(source).replacing(#/\s*([{};,])\s*/#) { String($0.1) }.replacing(": ", with: ":"))
    }

    /// Takes out comments, indents and line ends: bytes count on an old phone.
    private static func minified(_ source: String) -> String {
        var text = ""
        var rest = source[...]
        while let start = rest.range(of: "/*") {
            text += rest[..<start.lowerBound]
            rest = rest[start.upperBound...].range(of: "*/").map { rest[$0.upperBound...] } ?? ""
        }
        text += rest
        let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
        return lines.filter { !$0.hasPrefix("//") }.joined(separator: "\n")
    }
}

/// A short name for content: the first eight bytes of its SHA-256, which the processor itself reckons. Too short against
/// forgery.
struct Fingerprint: CustomStringConvertible {
    let description: String

    init(_ bytes: [UInt8]) {
        let number = SHA256.hash(data: bytes).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        description = String(number, radix: 36)
    }
}
