import Catalogue
import Foundation

/// What services and organisations have alike: names, texts, ways to reach them.
extension HSDS {
    /// The owner's own name, where one is known.
    func name(of record: Record) -> String {
        record.ownNames.lazy.compactMap { record.title[$0] }.first ?? english(record.title) ?? record.id.description
    }

    /// The name in English, where the owner has another.
    func alternateName(of record: Record) -> String? {
        english(record.title).flatMap { $0 == name(of: record) ? nil : $0 }
    }

    func phones(of record: Record, owner: String) -> [JSON] {
        (record.contact?.phones ?? []).map { phone in
            JSON.fields([
                "id": .text(uuid(record.id, "phone=\(phone.number.dialled)")), "\(owner)_id": .text(uuid(record.id)),
                "number": .text(phone.number.description), "type": "voice",
                "description": .text(phone.note.flatMap(english)),
            ])
        }
    }

    /// Every e-mail address but the first, which stands in a field of its own, unless somebody said something of it.
    func contacts(of record: Record, owner: String) -> [JSON] {
        (record.contact?.emails ?? []).enumerated().filter { $0 > 0 || $1.note != nil }.map { _, email in
            JSON.fields([
                "id": .text(uuid(record.id, "email=\(email.address)")), "\(owner)_id": .text(uuid(record.id)),
                "title": .text(email.note.flatMap(english)), "email": .text(email.address),
            ])
        }
    }

    /// Every web address but the main one.
    func urls(of record: Record, owner: String) -> [JSON] {
        let main = record.mainLink
        var urls = record.links.filter { $0.address != main }.map { ($0.address, $0.language?.ownName) }
        if let chat = record.contact?.chat { urls.append((chat, "Chat")) }
        if let form = record.contact?.form { urls.append((form, "Form")) }
        var seen: Set<String> = []
        return urls.compactMap { address, label in
            guard let uri = address.uri, seen.insert(uri + (label ?? "")).inserted else { return nil }
            return .fields([
                "id": .text(uuid(record.id, "url=\(label ?? "")=\(uri)")), "label": .text(label), "url": .text(uri),
                "\(owner)_id": .text(uuid(record.id)),
            ])
        }
    }

    /// The texts in every language: HSDS has a field for one, and lets others add what it lacks
    /// (https://github.com/openreferral/specification/issues/63).
    func translations(of record: Record) -> [JSON] {
        Edition.allCases.compactMap { edition -> JSON? in
            let service = record.service
            let fields = JSON.fields([
                "name": .text(record.title[edition]), "description": .text(record.summary[edition]),
                "application_process": .text(service?.contact[edition]),
                "can": service.flatMap { $0.can.has(edition) ? .texts($0.can[edition]) : nil },
                "cannot": service.flatMap { $0.cannot.has(edition) ? .texts($0.cannot[edition]) : nil },
            ])
            guard case .object(let found) = fields, !found.isEmpty else { return nil }
            return .object([JSON.Field("language", .text(edition.description))] + found)
        }
    }

    func sources(of record: Record) -> [JSON] {
        record.sources.map { source in
            .fields([
                "url": .text(source.address.uri), "says": .text(source.says),
                "seen": .text(source.seen?.description),
            ])
        }
    }
}

extension Record {
    /// In English, for everybody, or else the first.
    var mainLink: WebAddress? {
        (links.first { $0.language == .en } ?? links.first { $0.language == nil } ?? links.first)?.address
    }
}

extension WebAddress {
    /// In the signs that a URI may have (RFC 3986, appendix A); nil where that can't be.
    var uri: String? {
        var result = ""
        result.reserveCapacity(description.utf8.count)
        for byte in description.utf8 {
            switch byte {
            // Behind the host, where alone they occur: an address of the newer kind is no host of the catalogue.
            case UInt8(ascii: "["), UInt8(ascii: "]"), 0x80...: result += "%" + String(byte, radix: 16, uppercase: true)
            default: result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        guard result != description else { return result }
        // A host with other letters has a form of its own, which only a parser of addresses knows.
        return URLComponents(string: description)?.host?.allSatisfy(\.isASCII) ?? false ? result : nil
    }
}
