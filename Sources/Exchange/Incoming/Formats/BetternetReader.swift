import Catalogue
import Foundation

/// The records of another Betternet (`/api/v1/records`), as pages of JSON or as lines of it. All fields come as they
/// are kept there.
struct BetternetReader {
    static let path = "/api/v1/records"
    /// Letters of one text; more is no text for a record.
    static let longestText = 50_000

    let reader: IncomingReader

    static func first(_ source: SourceAddress, since: Date?) -> String {
        var source = source
        if !source.path.contains(path) { source.append(path) }
        source["deleted"] = source["deleted"] ?? "include"
        if let since, source["modified_after"] == nil { source["modified_after"] = since.formatted(.iso8601) }
        return source.text
    }

    func read(_ data: Data, _ mediaType: String?, from address: String) throws(IncomingFault) -> IncomingPage {
        let source = SourceAddress(address)
        let data = Data(try ReceivedText.decode(data, mediaType: mediaType).utf8)
        var page = PageBuilder()
        let isLines =
            mediaType?.contains("ndjson") ?? false || address.hasSuffix(".ndjson") || address.hasSuffix(".jsonl")
        if !isLines, let json = try? JSON(reading: data) {
            guard let list = json.elements ?? json["records"]?.elements ?? json["results"]?.elements else {
                throw IncomingFault(place: "the file", what: "it holds no list of records")
            }
            for element in list { page.add { () throws(IncomingFault) in try item(element, source) } }
            return page.page(next: next(json, source))
        }
        var read = 0
        for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let json = try? JSON(reading: Data(line)) else {
                page.add(IncomingFault(place: "line \(number + 1)", what: "is no JSON"))
                continue
            }
            read += 1
            page.add { () throws(IncomingFault) in try item(json, source) }
        }
        guard read > 0 || data.isEmpty else { throw IncomingFault(place: "the file", what: "it is no JSON") }
        return page.page()
    }

    /// The cursor of the next page, put into the address from which this one came: a site may not know its own.
    private func next(_ json: JSON, _ source: SourceAddress?) -> String? {
        guard let text = json["next"]?.text, !text.isEmpty, var source else { return nil }
        let before = source.text
        if let query = SourceAddress(source.resolve(text) ?? text)?.parameters, !query.isEmpty {
            source.replaceParameters(query)
        } else {
            source["cursor"] = text
        }
        return source.text == before ? nil : source.text
    }

    // MARK: Records

    /// - Parameter key: what the source calls it, where that is said elsewhere.
    func item(_ json: JSON, _ source: SourceAddress?, key: String? = nil) throws(IncomingFault) -> Incoming {
        guard let id = json["id"]?.text, RecordID(id) != nil else {
            throw IncomingFault(
                place: key ?? String((json["id"]?.text ?? "a record").prefix(100)),
                what: "it has no id that can be one here")
        }
        let name = [json["uri"]?.text, source?.resolve("/records/\(id)")].lazy.compactMap { $0 }
            .first { SourceAddress($0) != nil }
        let isGone = json["deleted"] == true || ["withdrawn", "setAside"].contains { json[$0]?.text != nil }
        if isGone { return Incoming(key: key ?? id, record: nil) }
        var record = try decoded(json, id)
        if let fault = record.unsoundPart { throw IncomingFault(place: id, what: fault) }
        guard !record.title.languages.isEmpty else { throw IncomingFault(place: id, what: "it has no title") }
        let home = record.home.flatMap { WebAddress($0)?.description } ?? name
        for field in [\Record.withdrawn, \.setAside] { record[keyPath: field] = nil }
        (record.member, record.verified, record.successor, record.isMerged, record.home) = (false, nil, nil, nil, nil)
        let page = [json["url"]?.text, name].lazy.compactMap { $0 }.first { SourceAddress($0) != nil }
        return Incoming(key: key ?? id, record: record, fields: Self.fields, page: page, home: home)
    }

    private func decoded(_ json: JSON, _ id: String) throws(IncomingFault) -> Record {
        guard case .object(let sent) = try Self.cleaned(json, id), case .object(let usual) = Self.blank else {
            throw IncomingFault(place: id, what: "it is no object")
        }
        let names = Set(sent.map(\.name))
        let whole = JSON.object(sent + usual.filter { !names.contains($0.name) })
        do { return try JSONDecoder().decode(Record.self, from: Data(whole.bytes)) } catch {
            throw IncomingFault(place: id, what: "‘\(Self.place(of: error))’ is not as a record has it")
        }
    }

    private static func place(of error: any Error) -> String {
        let path: [any CodingKey] =
            switch error as? DecodingError {
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            case .keyNotFound(let key, let context): context.codingPath + [key]
            default: []
            }
        return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "/")
    }

    /// Without letters that nobody sees; line breaks stay.
    private static func cleaned(_ json: JSON, _ id: String) throws(IncomingFault) -> JSON {
        switch json {
        case .text(let text):
            guard text.utf8.count <= longestText else {
                throw IncomingFault(place: id, what: "a text of it is longer than \(longestText) bytes")
            }
            return .text(PlainText.visible(text))
        case .list(let elements):
            var list: [JSON] = []
            for element in elements { list.append(try cleaned(element, id)) }
            return .list(list)
        case .object(let fields):
            var object: [JSON.Field] = []
            for field in fields { object.append(JSON.Field(field.name, try cleaned(field.value, id))) }
            return .object(object)
        default: return json
        }
    }

    /// What is not sent is as in a record of which nothing is known: an older site doesn't know newer fields.
    private static let blank: JSON =
        RecordID("incoming").map { id in
            Record(id: id, kind: .resource, title: LocalisedText(), summary: LocalisedText(), status: .active).keptJSON
        } ?? .null

    /// All but what only one site can decide: membership, verification, withdrawal.
    static let fields: Set<String> = [
        "kind", "title", "ownNames", "summary", "organisations", "languages", "themes", "audiences", "ages",
        "territories", "pillars", "formats", "cost", "status", "founded", "ended", "dates", "yearly", "recurrence",
        "lab", "campaign", "links", "contact", "service", "guide", "route", "recommendations", "announced", "sources",
        "translations",
    ]
}

extension Record {
    /// What JSON can hold though no record can; nil: nothing.
    var unsoundPart: String? {
        if let ages, AgeRange(from: ages.from, to: ages.to) == nil { return "ages: from 0 to 120, and not reversed" }
        if let recurrence,
            Recurrence(ordinal: recurrence.ordinal, weekday: recurrence.weekday, month: recurrence.month) == nil
        {
            return "recurrence: no such day in every year"
        }
        let tags = languages + (lab?.sessions.flatMap(\.languages) ?? [])
        if tags.contains(where: { LanguageTag($0.description) == nil }) { return "languages: one is no tag" }
        if [founded, ended].compactMap({ $0 }).contains(where: { !(1900...2100).contains($0) }) {
            return "founded, ended: years from 1900 to 2100"
        }
        if let contact, !contact.isSound { return "contact: an e-mail address or the hours can't be" }
        let minutes = lab?.sessions.flatMap { [$0.from, $0.until].compactMap { $0 } } ?? []
        if minutes.contains(where: { !(0...1_440).contains($0) }) { return "lab: minutes from 0 to 1,440" }
        let stops = route?.stops.map(\.minutes) ?? []
        if stops.contains(where: { !(0...100_000).contains($0) }) { return "route: minutes from 0" }
        if dates.contains(where: { date in date.end.map { $0 < date.start } ?? false }) {
            return "dates: the end comes before the beginning"
        }
        return nil
    }
}

extension Contact {
    fileprivate var isSound: Bool {
        guard emails.allSatisfy({ Email(address: $0.address) != nil }) else { return false }
        let spans = (hours?.weekly ?? []) + (hours?.exceptions.flatMap(\.spans) ?? [])
        return spans.allSatisfy { Hours.Span(days: $0.days, opens: $0.opens, closes: $0.closes) != nil }
    }
}
