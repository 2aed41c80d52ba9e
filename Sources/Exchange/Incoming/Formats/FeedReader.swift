import Catalogue
import Foundation

/// Atom (RFC 4287, with tombstones of RFC 6721 and paging of RFC 5005), RSS 2.0 and RSS 1.0.
struct FeedReader {
    let reader: IncomingReader

    private static let atom = "http://www.w3.org/2005/Atom"

    func read(_ data: Data, _ mediaType: String?, from address: String) throws(IncomingFault) -> IncomingPage {
        let root = try ReceivedXML.read(data, mediaType: mediaType)
        let source = SourceAddress(address)
        var page = PageBuilder()
        switch root.name {
        case "feed":
            for entry in root.children {
                page.add { () throws(IncomingFault) in
                    switch entry.name {
                    case "entry": try self.entry(entry, source)
                    case "deleted-entry": try gone(entry)
                    default: nil
                    }
                }
            }
            return page.page(next: next(root, source, address))
        case "rss", "RDF":
            let channel = root.first("channel")
            let language = channel?.word("language")
            for item in (channel?.all("item") ?? []) + root.all("item") {
                page.add { () throws(IncomingFault) in try self.item(item, source, language) }
            }
            return page.page(next: channel.flatMap { next($0, source, address) })
        default:
            throw IncomingFault(place: "the file", what: "it begins with ‘\(root.name.prefix(40))’: this is no feed")
        }
    }

    /// On the same host only: a feed doesn't send us elsewhere.
    private func next(_ feed: XMLPiece, _ source: SourceAddress?, _ address: String) -> String? {
        guard let link = feed.children.first(where: { $0.name == "link" && $0["rel"] == "next" })?["href"],
            let source, let next = source.resolve(link), next != address, SourceAddress(next)?.host == source.host
        else { return nil }
        return next
    }

    private func gone(_ entry: XMLPiece) throws(IncomingFault) -> Incoming {
        try Incoming(key: IncomingDraft(key: entry["ref"] ?? "", reader: reader).key, record: nil)
    }

    // MARK: Atom

    private func entry(_ entry: XMLPiece, _ source: SourceAddress?) throws(IncomingFault) -> Incoming {
        var draft = try IncomingDraft(key: entry.word("id") ?? "", reader: reader)
        draft.add(title: entry.first("title")?.text, entry.first("title")?.language, form(entry.first("title")))
        // The summary is the shorter one; what can't be read in place (`src`) is no text.
        for element in [entry.first("summary"), entry.first("content")] {
            guard let element, element["src"] == nil else { continue }
            draft.add(summary: element.text, element.language, form(element))
        }
        for link in entry.all("link") where link["rel"] == nil || link["rel"] == "alternate" {
            add(link["href"] ?? "", link["hreflang"], source, to: &draft)
        }
        for category in entry.all("category") { add(category, to: &draft) }
        for author in entry.all("author") + entry.all("contributor") {
            let names = [author.word("uri"), author.word("name")].compactMap { $0 }
            draft.add(organisation: names.first { reader.names.organisation($0) != nil } ?? "")
        }
        date(entry.word("published") ?? entry.word("updated"), to: &draft)
        return try finished(draft)
    }

    /// Another Betternet says with the scheme of which vocabulary the term is.
    private func add(_ category: XMLPiece, to draft: inout IncomingDraft) {
        let term = category["term"] ?? ""
        let whole = category["scheme"].map { $0 + "/" + term }
        let names = [whole, term, category["label"]].compactMap { $0 }
        if let kind = names.first.flatMap({ $0.contains("/vocabularies/kinds/") ? reader.names.kind($0) : nil }) {
            draft.say(kind: kind)
        } else {
            draft.add(words: names, in: IncomingNames.subjects)
        }
    }

    /// The tags of `xhtml` are elements here already.
    private func form(_ element: XMLPiece?) -> PlainText.Form {
        ["html", "text/html"].contains(element?["type"] ?? "") ? .html : .plain
    }

    // MARK: RSS

    private func item(
        _ item: XMLPiece, _ source: SourceAddress?, _ language: String?
    ) throws(IncomingFault) -> Incoming {
        let link = item.children.first { $0.name == "link" && $0.space != Self.atom }?.text.trimmed
        let guid = item.first("guid")
        let key = [guid?.text.trimmed, item["rdf:about"], link].lazy.compactMap { $0 }.first { !$0.isEmpty } ?? ""
        var draft = try IncomingDraft(key: key, reader: reader)
        let own = item.word("language") ?? item.language ?? language
        // RSS never said whether these are HTML; nearly all are.
        draft.add(title: item.word("title"), own, .html)
        let texts = item.all("description") + item.all("encoded")
        for text in texts { draft.add(summary: text.text, own, .html) }
        if let link { add(link, nil, source, to: &draft) }
        // A guid is an address unless it says otherwise, and then a whole one.
        if draft.page == nil, guid?["isPermaLink"] != "false", let guid { add(guid.text, nil, nil, to: &draft) }
        let words = item.all("category") + item.all("subject")
        for word in words { draft.add(word: word.text) }
        let authors = item.all("creator") + item.all("publisher") + item.all("author")
        for author in authors { draft.add(organisation: author.text.trimmed) }
        date(item.word("pubDate") ?? item.word("date"), to: &draft)
        return try finished(draft)
    }

    // MARK: Both

    private func add(_ address: String, _ language: String?, _ source: SourceAddress?, to draft: inout IncomingDraft) {
        guard let whole = source?.resolve(address.trimmed) ?? WebAddress(address.trimmed)?.description,
            WebAddress(whole) != nil
        else { return }
        if draft.page == nil { draft.page = whole }
        draft.add(link: whole, language: language)
    }

    private func date(_ text: String?, to draft: inout IncomingDraft) {
        guard draft.kind == .publication, let day = text.flatMap({ ReceivedDate.day($0) }) else { return }
        draft.set(\.founded, "founded", day.year)
    }

    private func finished(_ start: IncomingDraft) throws(IncomingFault) -> Incoming {
        var draft = start
        if RecordID(ofAddress: draft.key) != nil { draft.home = draft.key }
        return try draft.finished()
    }
}
