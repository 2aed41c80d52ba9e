import Catalogue
import Foundation

/// schema.org in JSON-LD (https://www.w3.org/TR/json-ld11/): a file, or the blocks of data in an HTML page. Contexts
/// are not fetched; the names of schema.org are known with its prefixes.
struct SchemaReader {
    let reader: IncomingReader

    func read(_ data: Data, _ mediaType: String?, from address: String) throws(IncomingFault) -> IncomingPage {
        let text = try ReceivedText.decode(data, mediaType: mediaType)
        let source = SourceAddress(address)
        let isPage = text.first { !$0.isWhitespace } == "<"
        let blocks = isPage ? DataBlocks.all(in: text) : [text]
        guard !blocks.isEmpty else {
            throw IncomingFault(place: "the file", what: "the page holds no block of JSON-LD")
        }
        var page = PageBuilder()
        var read = 0
        for (number, block) in blocks.enumerated() {
            let json: JSON
            do { json = try JSON(reading: Data(block.utf8)) } catch {
                page.add(IncomingFault(place: "block \(number + 1)", what: error.description))
                continue
            }
            read += 1
            for thing in SchemaGraph(json, from: source).things {
                page.add { () throws(IncomingFault) in
                    try SchemaItem(node: thing, reader: reader).incoming(page: isPage ? source?.text : nil)
                }
            }
        }
        guard read > 0 else { throw IncomingFault(place: "the file", what: "it is no JSON-LD that can be read") }
        return page.page()
    }
}

/// One thing of schema.org as a record.
struct SchemaItem {
    let node: SchemaNode
    let reader: IncomingReader

    /// - Parameters:
    ///   - key: what the source calls it, where that is said elsewhere.
    ///   - page: the page in which it stands, for things that say none of their own.
    func incoming(key: String? = nil, page: String? = nil) throws(IncomingFault) -> Incoming {
        let address = link(node.word("url")) ?? link(node.word("mainEntityOfPage"))
        let name = node.texts("name").first?.text ?? node.texts("headline").first?.text
        // Several things without names may stand in one page.
        let made = page.map { $0 + "#" + (name.flatMap { Identifier(title: $0)?.description } ?? "") }
        var draft = try IncomingDraft(key: key ?? node.id ?? address ?? made ?? "", reader: reader)
        switch SchemaKind(types: node.types) {
        case .kind(let kind): draft.say(kind: ownKind ?? kind)
        case .any, nil: if let ownKind { draft.say(kind: ownKind) }
        }
        addTexts(to: &draft)
        addSubjects(to: &draft)
        addActors(to: &draft)
        addTimes(to: &draft)
        SchemaContact(node: node).add(to: &draft)
        let names = node["sameAs"].compactMap(\.text) + [node.id].compactMap { $0 }
        draft.home = names.first { RecordID(ofAddress: $0) != nil }
        draft.page = address ?? draft.home ?? node.id.flatMap { WebAddress($0)?.description } ?? page
        let links = node["url"].compactMap { $0.text ?? $0["@id"]?.text }.compactMap { link($0) }
        for one in links { draft.add(link: one, language: links.count == 1 ? onlyLanguage : nil) }
        return try draft.finished()
    }

    private func link(_ text: String?) -> String? {
        guard let text else { return nil }
        return (node.graph.address?.resolve(text) ?? text).nonEmptyAddress
    }

    /// A kind that another Betternet says beside the type (`…/vocabularies/kinds/initiative`).
    private var ownKind: Kind? {
        node["additionalType"].lazy.compactMap { value -> Kind? in
            let text = value.text ?? value["@id"]?.text ?? ""
            guard text.contains("/vocabularies/kinds/") else { return nil }
            return text.split(separator: "/").last.flatMap { Kind(rawValue: String($0)) }
        }.first
    }

    private var onlyLanguage: String? {
        let languages = node["inLanguage"].compactMap { $0.text ?? $0["name"]?.text }
        return languages.count == 1 ? languages.first : nil
    }

    // MARK: Parts

    private func addTexts(to draft: inout IncomingDraft) {
        let usual = node.graph.language ?? onlyLanguage.flatMap { ReceivedLanguage.language($0)?.rawValue }
        for name in ["name", "headline"] {
            for (text, language) in node.texts(name) { draft.add(title: text, language ?? usual) }
        }
        for name in ["description", "abstract"] {
            for (text, language) in node.texts(name) { draft.add(summary: text, language ?? usual) }
        }
        for name in ["inLanguage", "availableLanguage", "knowsLanguage"] {
            for value in node[name] {
                draft.add(language: value.text ?? value["alternateName"]?.text ?? value["name"]?.text ?? "")
            }
        }
    }

    private func addSubjects(to draft: inout IncomingDraft) {
        for name in ["about", "knowsAbout", "genre", "teaches", "category", "serviceType"] {
            for value in node[name] { draft.add(words: words(of: value), in: IncomingNames.subjects) }
        }
        for value in node["keywords"] {
            guard let text = value.text else {
                draft.add(words: words(of: value), in: IncomingNames.subjects)
                continue
            }
            for word in text.split(separator: ",").prefix(IncomingDraft.mostParts) { draft.add(word: String(word)) }
        }
        for value in node["learningResourceType"] + node["additionalType"] {
            draft.add(words: words(of: value), in: [.formats])
        }
        for value in node["areaServed"] + node["spatialCoverage"] + node["contentLocation"] + node["location"] {
            draft.add(words: words(of: value), in: [.territories])
        }
        for audience in node.nodes("audience") {
            let named = ["audienceType", "educationalRole"].flatMap { audience[$0] }
            for value in [audience.json] + named { draft.add(words: words(of: value), in: [.audiences]) }
        }
        addAges(to: &draft)
        let isFree = node.word("isAccessibleForFree") ?? ""
        let prices = node.nodes("offers").compactMap { $0.word("price") }
        if ["true", "True", "https://schema.org/True"].contains(isFree) || prices.contains(where: { Double($0) == 0 }) {
            draft.add(word: "free", in: [.costs])
        } else if ["false", "False"].contains(isFree) {
            draft.add(word: "paid", in: [.costs])
        }
    }

    private func addAges(to draft: inout IncomingDraft) {
        let audiences = node.nodes("audience").compactMap { audience -> AgeRange? in
            guard let from = audience.word("suggestedMinAge").flatMap({ Int($0) }) else { return nil }
            return AgeRange(from: from, to: audience.word("suggestedMaxAge").flatMap { Int($0) } ?? Population.oldest)
        }
        if let ages = node.word("typicalAgeRange").flatMap({ SchemaAges.range($0) }) ?? audiences.first {
            draft.set(\.ages, "ages", ages)
        }
    }

    /// What a value calls itself, the surest first.
    private func words(of value: JSON) -> [String] {
        if let text = value.text { return [text] }
        let node = SchemaNode(value, in: self.node.graph)
        let ids = ["@id", "termCode", "url"].compactMap { value[$0]?.text }
        return ids + node.texts("name").map(\.text) + node.texts("prefLabel").map(\.text)
    }

    private func addActors(to draft: inout IncomingDraft) {
        for name in ["publisher", "provider", "organizer", "creator", "author", "sourceOrganization"] {
            for value in node[name] {
                guard let found = words(of: value).first(where: { reader.names.organisation($0) != nil }) else {
                    continue
                }
                draft.add(organisation: found)
            }
        }
    }

    private func addTimes(to draft: inout IncomingDraft) {
        let year = { (name: String) in node.word(name).flatMap { ReceivedDate.day($0)?.year } }
        switch draft.kind {
        case .event:
            let starts = node.word("startDate").flatMap { ReceivedDate.day($0) }
            let ends = node.word("endDate").flatMap { ReceivedDate.day($0) }
            if let starts {
                let end = ends.flatMap { $0 > starts ? $0 : nil }
                draft.append(EventDate(start: starts, end: end), to: \.dates, "dates")
            }
            if let yearly = node.nodes("eventSchedule").first(where: { $0.word("repeatFrequency") == "P1Y" }) {
                draft.set(\.yearly, "yearly", true)
                if let recurrence = recurrence(yearly) { draft.set(\.recurrence, "recurrence", recurrence) }
            }
        case .publication:
            if let year = year("datePublished") { draft.set(\.founded, "founded", year) }
        default:
            if let year = year("foundingDate") { draft.set(\.founded, "founded", year) }
            if let year = year("dissolutionDate") { draft.set(\.ended, "ended", year) }
        }
    }

    /// `byDay: 2TU`, `byMonth: 2`.
    private func recurrence(_ schedule: SchemaNode) -> Recurrence? {
        guard let day = schedule.word("byDay"), let ordinal = Int(day.dropLast(2)),
            let weekday = Weekday(rawValue: day.suffix(2).lowercased()),
            let month = schedule.word("byMonth").flatMap({ Int($0) })
        else { return nil }
        return Recurrence(ordinal: ordinal, weekday: weekday, month: month)
    }
}

/// `6-12`, `12-` and `12+` (and older). Nil for anything else.
enum SchemaAges {
    static func range(_ text: String) -> AgeRange? {
        let text = text.prefix(20).filter { !$0.isWhitespace }
        let parts = text.split(omittingEmptySubsequences: false) { "-–/+".contains($0) }
        guard parts.count == 2, let from = Int(parts[0]) else { return nil }
        if parts[1].isEmpty { return AgeRange(from: from, to: Population.oldest) }
        return Int(parts[1]).flatMap { AgeRange(from: from, to: $0) }
    }
}

extension String {
    /// Nil unless it is an absolute web address.
    fileprivate var nonEmptyAddress: String? { WebAddress(self)?.description }
}
