import Catalogue
import Foundation

/// HSDS 3 (https://docs.openreferral.org/en/3.1/): first the organisations, then the services, page by page. What
/// another Betternet adds to the standard is read too.
struct HSDSReader {
    static let pageSize = "100"

    let reader: IncomingReader

    private enum Shelf: String {
        case organizations, services
    }

    static func first(_ source: SourceAddress, since: Date?) -> String {
        var source = source
        if shelf(of: source) == nil { source.append("/organizations") }
        source["full"] = source["full"] ?? "true"
        source["per_page"] = source["per_page"] ?? pageSize
        source["page"] = source["page"] ?? "1"
        if let since, source["modified_after"] == nil { source["modified_after"] = since.formatted(.iso8601) }
        return source.text
    }

    private static func shelf(of source: SourceAddress) -> Shelf? {
        source.path.split(separator: "/").suffix(2).lazy.compactMap { Shelf(rawValue: String($0)) }.first
    }

    func read(_ data: Data, _ mediaType: String?, from address: String) throws(IncomingFault) -> IncomingPage {
        let text = try ReceivedText.decode(data, mediaType: mediaType)
        let json: JSON
        do { json = try JSON(reading: Data(text.utf8)) } catch {
            throw IncomingFault(place: "the file", what: "it \(error.description)")
        }
        let source = SourceAddress(address)
        let shelf = source.flatMap { Self.shelf(of: $0) }
        let single = json["id"] == nil ? nil : [json]
        guard let list = json["contents"]?.elements ?? json.elements ?? single else {
            throw IncomingFault(place: "the file", what: "it has no ‘contents’: this is no page of HSDS")
        }
        var page = PageBuilder()
        for element in list {
            let isService = shelf.map { $0 == .services } ?? Self.looksLikeService(element)
            page.add { () throws(IncomingFault) in
                try HSDSItem(json: element, isService: isService, reader: reader, source: source).incoming()
            }
        }
        return page.page(next: single == nil ? next(json, list.count, source, shelf) : nil)
    }

    private static func looksLikeService(_ json: JSON) -> Bool {
        ["organization", "organization_id", "service_at_locations", "schedules"].contains { json[$0] != nil }
    }

    /// Counted by ourselves, so that no page leads back; behind the last organisation come the services.
    private func next(_ json: JSON, _ count: Int, _ source: SourceAddress?, _ shelf: Shelf?) -> String? {
        guard var source, let shelf else { return nil }
        let number = source["page"].flatMap { Int($0) } ?? json["page_number"]?.whole ?? 1
        let pages = json["total_pages"]?.whole ?? 1
        if count > 0, json["last_page"] != true, number < pages, number < 1_000_000 {
            source["page"] = String(number + 1)
            return source.text
        }
        guard shelf == .organizations else { return nil }
        let steps = source.path.split(separator: "/").map(String.init)
        guard steps.last == Shelf.organizations.rawValue else { return nil }
        source.path = "/" + (steps.dropLast() + [Shelf.services.rawValue]).joined(separator: "/")
        source["page"] = "1"
        return source.text
    }
}

/// A service or an organisation as a record.
struct HSDSItem {
    let json: JSON
    let isService: Bool
    let reader: IncomingReader
    let source: SourceAddress?

    func incoming() throws(IncomingFault) -> Incoming {
        let key = (json["id"]?.text ?? json["id"]?.whole.map { String($0) } ?? "").lowercased()
        var draft = try IncomingDraft(key: key, reader: reader)
        if json["withdrawn"]?.text != nil || json["set_aside"]?.text != nil {
            return Incoming(key: draft.key, record: nil)
        }
        draft.say(kind: kind)
        addTexts(to: &draft)
        addSubjects(to: &draft)
        addContact(to: &draft)
        addStatus(to: &draft)
        let uri = json["uri"]?.text
        draft.home = [json["same_as"]?.text, uri].lazy.compactMap { $0 }.first { RecordID(ofAddress: $0) != nil }
        let pages = [uri, json["url"]?.text, json["website"]?.text, json["organization"]?["website"]?.text]
        draft.page = pages.lazy.compactMap { $0 }.first { WebAddress($0) != nil }
        // Many services have no page of their own.
        return try draft.finished(needsPage: false)
    }

    private var kind: Kind {
        guard isService else { return .organisation }
        if let own = json["kind"]?.text.flatMap({ Kind(rawValue: $0) }) { return own }
        return reader.mapping.kind == .organisation ? .channel : reader.mapping.kind
    }

    // MARK: Parts

    private func addTexts(to draft: inout IncomingDraft) {
        for translation in json["translations"]?.elements ?? [] {
            // Easy texts are another edition of the same language.
            guard let tag = translation["language"]?.text, Edition(tag)?.isSimple != true else { continue }
            draft.add(title: translation["name"]?.text, tag)
            draft.add(summary: translation["description"]?.text, tag)
        }
        if draft.record.title.isEmpty { draft.add(title: json["name"]?.text, nil) }
        if draft.record.summary.isEmpty { draft.add(summary: json["description"]?.text, nil) }
        for language in json["languages"]?.elements ?? [] {
            draft.add(language: language["note"]?.text ?? language["code"]?.text ?? language["name"]?.text ?? "")
        }
        let texts = [json["url"]?.text, json["website"]?.text]
        for text in texts.compactMap({ $0 }) { draft.add(link: text) }
        for name in ["additional_urls", "additional_websites"] {
            for element in json[name]?.elements ?? [] { addLink(element, to: &draft) }
        }
    }

    private func addLink(_ element: JSON, to draft: inout IncomingDraft) {
        guard let text = element["url"]?.text else { return }
        let label = element["label"]?.text ?? ""
        switch label.lowercased() {
        case "chat": draft.change { $0.chat = WebAddress(text) }
        case "form": draft.change { $0.form = WebAddress(text) }
        default: draft.add(link: text, language: Language.allCases.first { $0.ownName == label }?.rawValue)
        }
    }

    private func addSubjects(to draft: inout IncomingDraft) {
        for attribute in json["attributes"]?.elements ?? [] {
            guard let term = attribute["taxonomy_term"] else { continue }
            let names = ["term_uri", "uri", "code", "name"].compactMap { term[$0]?.text }
            let kept = attribute["link_type"]?.text.flatMap { VocabularyName(rawValue: $0) }
            draft.add(words: names, in: kept.map { [$0] } ?? IncomingNames.subjects)
        }
        for area in json["service_areas"]?.elements ?? [] {
            draft.add(words: ["uri", "name"].compactMap { area[$0]?.text }, in: [.territories])
        }
        if let from = json["minimum_age"]?.whole, let to = json["maximum_age"]?.whole ?? oldest,
            let ages = AgeRange(from: from, to: to)
        {
            draft.set(\.ages, "ages", ages)
        }
        let organisation = json["organization"]
        for text in ["uri", "name"].compactMap({ organisation?[$0]?.text }) where draft.record.organisations.isEmpty {
            draft.add(organisation: text)
        }
        for other in json["other_organizations"]?.elements ?? [] {
            draft.add(organisation: other["uri"]?.text ?? other["name"]?.text ?? "")
        }
        let costs = json["cost_options"]?.elements ?? []
        for cost in costs { draft.add(word: cost["option"]?.text ?? "", in: [.costs]) }
    }

    /// Only where the source says that there is no upper end by leaving it out beside a lower one.
    private var oldest: Int? { json["minimum_age"] == nil ? nil : Population.oldest }

    private func addContact(to draft: inout IncomingDraft) {
        if let email = json["email"]?.text { draft.add(email: email) }
        for contact in json["contacts"]?.elements ?? [] { draft.add(email: contact["email"]?.text ?? "") }
        for phone in json["phones"]?.elements ?? [] { draft.add(phone: phone["number"]?.text ?? "") }
        guard draft.kind == .channel || draft.kind == .organisation else { return addDates(to: &draft) }
        var hours = WeeklyHours()
        for schedule in json["schedules"]?.elements ?? [] { add(schedule, to: &hours) }
        if let hours = hours.hours { draft.change { $0.hours = hours } }
    }

    private func add(_ schedule: JSON, to hours: inout WeeklyHours) {
        if let words = schedule["description"]?.text { hours.add(words: words) }
        let days = schedule["byday"]?.text?.split(separator: ",").map(String.init) ?? []
        let isWeekly = schedule["freq"]?.text == "WEEKLY" && (schedule["interval"]?.whole ?? 1) == 1
        let isLimited = ["valid_from", "valid_to", "until", "bymonthday", "byweekno", "count"].contains {
            schedule[$0].map { $0 != .null } ?? false
        }
        guard isWeekly, !isLimited, !days.isEmpty else { return hours.giveUp() }
        hours.add(days: days, opens: schedule["opens_at"]?.text, closes: schedule["closes_at"]?.text)
    }

    private func addDates(to draft: inout IncomingDraft) {
        guard draft.kind == .event else { return }
        for schedule in json["schedules"]?.elements ?? [] {
            let start = (schedule["dtstart"]?.text ?? schedule["valid_from"]?.text).flatMap { ReceivedDate.day($0) }
            guard let start else { continue }
            let end = (schedule["until"]?.text ?? schedule["valid_to"]?.text).flatMap { ReceivedDate.day($0) }
            draft.append(EventDate(start: start, end: end.flatMap { $0 > start ? $0 : nil }), to: \.dates, "dates")
        }
    }

    private func addStatus(to draft: inout IncomingDraft) {
        switch json["status"]?.text {
        case "active": draft.set(\.status, "status", .active)
        case "defunct": draft.set(\.status, "status", .ended)
        case "inactive", "temporarily closed": draft.set(\.status, "status", .unknown)
        default: break
        }
    }
}

extension JSON {
    /// A whole number, also where it came as a text.
    var whole: Int? {
        switch self {
        case .number(let number): number
        case .text(let text): Int(text)
        default: nil
        }
    }
}
