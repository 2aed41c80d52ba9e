import Catalogue
import Foundation
import HTML

/// One edition of the site as plain files, for a USB stick or the computer of a library: links lead from file to file,
/// and the search runs in the browser.
struct PlainSite {
    private let context: PageContext
    private let pages: [any SitePage]
    /// The file of each page that is in it, by the path of its address.
    private let files: [String: String]

    init(of snapshot: Snapshot, edition: Edition, on day: CivilDay, settings: SiteSettings) {
        let kept = KeptPages(of: snapshot, edition: edition, on: day, settings: settings)
        context = kept.context
        pages = kept.all + [KeptSearchPage(context: kept.context.at(.search(SearchRequest())))]
        files = Dictionary(
            pages.map { page in
                let path = page.context.address.print(in: edition)
                return (Self.path(of: path), Self.file(of: path, in: edition))
            }, uniquingKeysWith: { first, _ in first })
    }

    func packed() throws -> [UInt8] {
        var all = pages.compactMap { page -> ZipArchive.File? in
            guard let file = files[Self.path(of: page.context.address.print(in: context.edition))] else { return nil }
            return ZipArchive.File(path: file, bytes: bytes(of: page, in: file))
        }
        for asset in [Asset.styles, Asset.icon] {
            all.append(ZipArchive.File(path: String(asset.path.dropFirst()), bytes: asset.bytes))
        }
        all.append(ZipArchive.File(path: "search-index.js", bytes: Array(KeptSearchIndex(pages).script.utf8)))
        all.append(ZipArchive.File(path: "search.js", bytes: Asset.keptSearch.bytes))
        var seen: Set<String> = []
        return try ZipArchive.pack(
            all.filter { seen.insert($0.path).inserted }, modified: context.now.day.daysSinceEpoch * 86_400)
    }

    private func bytes(of page: any SitePage, in file: String) -> [UInt8] {
        let depth = file.split(separator: "/").count - 1
        let tree = HTMLTree(frame(page))
        return HTMLTree(tree.nodes.compactMap { localised($0, depth: depth) }).renderBytes()
    }

    private func frame(_ page: some SitePage) -> HTMLTree { HTMLTree(Frame(page: page)) }

    /// Without scripts of the site, and with addresses that work in a folder.
    private func localised(_ node: HTMLTree.Node, depth: Int) -> HTMLTree.Node? {
        guard var element = node.element else { return node }
        if element.name == "script", element["src"]?.hasPrefix("/") ?? false { return nil }
        if element.name == "link", ["canonical", "alternate", "manifest"].contains(element["rel"] ?? "") { return nil }
        for name in ["href", "src", "action"] {
            if let address = element[name], address.hasPrefix("/") { element[name] = target(of: address, depth: depth) }
        }
        element.children = element.children.compactMap { localised($0, depth: depth) }
        return .element(element)
    }

    /// The file that an address leads to; on the web where it is not in the archive.
    private func target(of address: String, depth: Int) -> String {
        let up = String(repeating: "../", count: depth)
        if address.hasPrefix("/assets/") { return up + address.dropFirst() }
        let fragment = address.firstIndex(of: "#").map { String(address[$0...]) } ?? ""
        guard !address.contains("?"), let file = files[Self.path(of: address)] else {
            return context.settings.publicAddress + address
        }
        return up + file + fragment
    }

    private static func path(of address: String) -> String {
        String(address.prefix { $0 != "?" && $0 != "#" }.drop { $0 == "/" }).trimmingCharacters(in: ["/"])
    }

    private static func file(of address: String, in edition: Edition) -> String {
        let path = path(of: address).dropFirst(edition.description.count).drop { $0 == "/" }
        return path.isEmpty ? "index.html" : path + ".html"
    }
}

/// What the search of the plain site looks through: for every page its title, a sentence, its file and its words.
private struct KeptSearchIndex {
    let script: String

    init(_ pages: [any SitePage]) {
        let entries = pages.compactMap(Self.entry)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        let json = (try? encoder.encode(entries)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
        // In a script, a line separator would end the line.
        script = "const pages = \(json.replacing("\u{2028}", with: " ").replacing("\u{2029}", with: " "));\n"
    }

    /// `[title, sentence, file, words]`; nil for pages that only list others.
    private static func entry(_ page: any SitePage) -> [String]? {
        let context = page.context
        let names: [String]
        switch context.address {
        case .record(_, let id):
            guard let record = context.catalogue[id] else { return nil }
            names = record.themes.compactMap { context.catalogue[.themes][$0] }.flatMap {
                $0.names(in: context.language)
            }
        case .theme(let id):
            names =
                context.catalogue[.themes][id].map {
                    $0.names(in: context.language) + $0.hidden[context.language]
                } ?? []
        case .page, .help, .kids, .routes, .glossary, .events: names = []
        default: return nil
        }
        let path = context.address.print(in: context.edition).dropFirst(context.edition.description.count + 2)
        return [
            page.title, page.summary ?? "", path + ".html",
            names.joined(separator: " ").folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil),
        ]
    }
}

/// The search page of the plain site.
private struct KeptSearchPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.navSearch) }
    var isListed: Bool { false }

    var content: some HTML {
        h1 { title }
        form(.class("find"), .role("search"), .action(context.link(.search(SearchRequest()))), .method("get")) {
            label(.for("q")) { context.texts(.searchLabel) }
            div(.class("box")) {
                input(.type("search"), .id("q"), .name("q"), .autocomplete("off"))
                button(.type("submit")) { context.texts(.searchButton) }
            }
        }
        p(.id("found"), .role("status"), .data("data-none", context.texts(.offlineNothing))) {}
        div(.id("results"), .class("cards")) {}
        HTMLRaw("<script src=\"search-index.js\"></script><script src=\"search.js\"></script>")
    }
}
