import Catalogue
import Foundation

/// OAI-PMH 2.0 (http://www.openarchives.org/OAI/openarchivesprotocol.html): `ListRecords` in Dublin Core, or in a
/// format that carries schema.org as JSON.
struct OAIReader {
    /// Longer tokens are refused: they would no longer fit into an address.
    static let longestToken = 4_000

    let reader: IncomingReader

    static func first(_ source: SourceAddress, since: Date?) -> String {
        var source = source
        source["verb"] = "ListRecords"
        source["metadataPrefix"] = source["metadataPrefix"] ?? "oai_dc"
        // A day is the granularity that every repository has (section 3.3).
        if let since, source["from"] == nil { source["from"] = BrusselsTime(since).day.adding(days: -1).description }
        return source.text
    }

    func read(_ data: Data, _ mediaType: String?, from address: String) throws(IncomingFault) -> IncomingPage {
        let root = try ReceivedXML.read(data, mediaType: mediaType)
        guard root.name == "OAI-PMH" else {
            throw IncomingFault(place: "the file", what: "it begins with ‘\(root.name.prefix(40))’, not with ‘OAI-PMH’")
        }
        if let error = root.first("error") { return try page(of: error) }
        guard let list = root.first("ListRecords") ?? root.first("GetRecord") else {
            throw IncomingFault(place: "the file", what: "it holds no list of records")
        }
        var page = PageBuilder()
        for record in list.all("record") { page.add { () throws(IncomingFault) in try item(record) } }
        do throws(IncomingFault) { return page.page(next: try next(list, address)) } catch {
            page.add(error)
            return page.page()
        }
    }

    private func page(of error: XMLPiece) throws(IncomingFault) -> IncomingPage {
        switch error["code"] {
        case "noRecordsMatch": return IncomingPage(items: [])
        case "badResumptionToken": return IncomingPage(items: [], isRestart: true)
        default:
            let words = PlainText.title(error.text, .plain)
            throw IncomingFault(place: "the file", what: "the source answers \(error["code"] ?? "an error"): \(words)")
        }
    }

    private func next(_ list: XMLPiece, _ address: String) throws(IncomingFault) -> String? {
        guard let token = list.word("resumptionToken") else { return nil }
        guard token.utf8.count <= Self.longestToken else {
            throw IncomingFault(place: "resumptionToken", what: "it is longer than \(Self.longestToken) bytes")
        }
        guard var source = SourceAddress(address) else { return nil }
        guard source["resumptionToken"] != token else {
            throw IncomingFault(place: "resumptionToken", what: "it leads to the same page again")
        }
        // The token is exclusive (section 3.5); what else is in the address, such as a key, stays.
        for name in ["metadataPrefix", "from", "until", "set"] { source[name] = nil }
        source["verb"] = "ListRecords"
        source["resumptionToken"] = token
        return source.text
    }

    // MARK: Records

    private func item(_ record: XMLPiece) throws(IncomingFault) -> Incoming? {
        let header = record.first("header")
        let draft = try IncomingDraft(key: header?.word("identifier") ?? "", reader: reader)
        if header?["status"] == "deleted" { return Incoming(key: draft.key, record: nil) }
        guard let metadata = record.first("metadata")?.children.first else {
            throw IncomingFault(place: draft.key, what: "it has no metadata")
        }
        return switch metadata.name {
        case "lom": try ofLearningObject(metadata, draft)
        case _ where metadata.children.isEmpty && metadata.text.trimmed.hasPrefix("{"):
            try ofJSON(metadata.text, draft.key)
        default: try ofDublinCore(metadata, draft)
        }
    }

    /// Records of another Betternet as they are kept there, or schema.org.
    private func ofJSON(_ text: String, _ key: String) throws(IncomingFault) -> Incoming {
        let json: JSON
        do { json = try JSON(reading: Data(text.utf8)) } catch {
            throw IncomingFault(place: key, what: "its metadata \(error.description)")
        }
        if json["kind"] != nil { return try BetternetReader(reader: reader).item(json, nil, key: key) }
        guard let node = SchemaGraph(json, from: nil).things.first else {
            throw IncomingFault(place: key, what: "its metadata holds nothing of schema.org that is read here")
        }
        return try SchemaItem(node: node, reader: reader).incoming(key: key)
    }

    private func ofLearningObject(_ lom: XMLPiece, _ start: IncomingDraft) throws(IncomingFault) -> Incoming {
        var draft = start
        LearningObjectReader(lom: lom).add(to: &draft)
        return try draft.finished()
    }

    /// Dublin Core (https://www.dublincore.org/specifications/dublin-core/dces/), also with terms of DCMI beside it.
    private func ofDublinCore(_ metadata: XMLPiece, _ start: IncomingDraft) throws(IncomingFault) -> Incoming {
        var draft = start
        let types = metadata.all("type").map(\.text.trimmed)
        let kinds = types.lazy.compactMap { reader.names.kind($0) }
        if let kind = kinds.first ?? types.lazy.compactMap({ DublinCoreTypes.kind($0) }).first { draft.say(kind: kind) }
        for type in types where reader.names.kind(type) == nil { draft.add(word: type, in: [.formats]) }
        for element in metadata.children.prefix(1_000) {
            let text = element.text.trimmed
            switch element.name {
            case "title", "alternative": draft.add(title: text, element.language)
            case "description", "abstract": draft.add(summary: text, element.language)
            case "subject": draft.add(word: text)
            case "audience": draft.add(word: text, in: [.audiences])
            case "creator", "publisher", "contributor": draft.add(organisation: text)
            case "language": draft.add(language: text)
            case "coverage", "spatial": draft.add(word: text, in: [.territories])
            case "format", "medium": draft.add(word: text, in: [.formats])
            case "identifier": addAddress(element, to: &draft)
            case "source": if RecordID(ofAddress: text) != nil { draft.home = text }
            // Another Betternet names those behind it once more, by their addresses.
            case "relation": if RecordID(ofAddress: text) != nil { draft.add(organisation: text) }
            case "date", "issued", "created": addDate(text, to: &draft)
            default: break
            }
        }
        if draft.page == nil, draft.key.hasPrefix("http"), WebAddress(draft.key) != nil { draft.page = draft.key }
        return try draft.finished()
    }

    private func addAddress(_ element: XMLPiece, to draft: inout IncomingDraft) {
        let text = element.text.trimmed
        guard WebAddress(text) != nil else { return }
        if RecordID(ofAddress: text) != nil {
            // A name that another Betternet gave it, not the page that it is about.
            draft.home = draft.home ?? text
        } else {
            draft.add(link: text, language: element.language)
        }
        draft.page = draft.page ?? text
    }

    private func addDate(_ text: String, to draft: inout IncomingDraft) {
        let ends = text.split(separator: "/").prefix(2).map { ReceivedDate.day(String($0)) }
        guard let start = ends.first ?? nil else { return }
        if draft.kind == .event, start.month != nil {
            let end = ends.count == 2 ? ends[1].flatMap { $0 > start ? $0 : nil } : nil
            draft.append(EventDate(start: start, end: end), to: \.dates, "dates")
        } else if draft.kind != .resource || start.month == nil {
            draft.set(\.founded, "founded", start.year)
        }
    }
}

/// The types of the DCMI vocabulary that tell a kind of ours.
enum DublinCoreTypes {
    static func kind(_ type: String) -> Kind? {
        kinds[(type.split(separator: "/").last.map(String.init) ?? type).lowercased()]
    }

    private static let kinds: [String: Kind] = [
        "event": .event, "service": .channel, "interactiveresource": .resource, "movingimage": .resource,
        "software": .resource, "sound": .resource, "image": .resource, "report": .publication, "article": .publication,
    ]
}
