import Catalogue

extension HSDS {
    /// Where a service is to be had.
    package enum Place: Hashable, Sendable {
        /// Somewhere to go to, as a source says it.
        case somewhere(String)
        /// By phone, chat, e-mail or form.
        case afar

        /// The same for ever: part of what UUIDs are made of.
        var name: String {
            switch self {
            case .somewhere: "place"
            case .afar: "afar"
            }
        }

        static func places(of record: Record) -> [Place] {
            guard let contact = record.contact else { return [] }
            var places: [Place] = []
            // An address with a remark is one that editors doubt.
            if let address = contact.address, contact.addressRemark == nil { places.append(.somewhere(address)) }
            if !contact.waysFromAfar.isEmpty { places.append(.afar) }
            return places
        }
    }
}

extension Contact {
    /// In English.
    var waysFromAfar: [String] {
        [
            phones.isEmpty ? nil : "phone", chat == nil ? nil : "chat", emails.isEmpty ? nil : "e-mail",
            form == nil ? nil : "web form",
        ].compactMap { $0 }
    }
}

/// A Belgian postal address in its parts, where a text says each of them: nothing is guessed.
struct PostalAddress: Hashable, Sendable {
    let street: String
    let postcode: Postcode
    let city: String

    /// Nil unless `text` is like `Rue du Progrès 50, 1210 Brussels`, with nothing before, between or behind.
    init?(_ text: String) {
        guard let comma = text.lastIndex(of: ",") else { return nil }
        let street = text[..<comma]
        var rest = text[text.index(after: comma)...].drop { $0 == " " }
        if rest.hasPrefix("B-") { rest = rest.dropFirst(2) }
        let parts = rest.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let postcode = Postcode(String(parts[0])),
            parts[1].allSatisfy({ $0.isLetter || " -'’.".contains($0) }),
            street.contains(where: \.isNumber), !street.contains(where: { ":;()".contains($0) })
        else { return nil }
        self.street = String(street)
        self.postcode = postcode
        city = String(parts[1])
    }
}

/// A Belgian postcode.
package struct Postcode: Hashable, Sendable, CustomStringConvertible {
    package let number: Int
    package var description: String { String(number) }

    /// Nil unless `text` is a number from 1000 to 9999.
    package init?(_ text: String) {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
            number >= 1_000
        else { return nil }
        self.number = number
    }

    /// The province (or Brussels, which is in none) in which it lies, as a concept of the territories. The ranges are those
    /// of bpost, which gives each province its own.
    var province: String {
        switch number {
        case ..<1_300: "brussels"
        case ..<1_500: "walloon-brabant"
        case ..<2_000: "flemish-brabant"
        case ..<3_000: "antwerp"
        case ..<3_500: "flemish-brabant"
        case ..<4_000: "limburg"
        case ..<5_000: "liege"
        case ..<6_000: "namur"
        case ..<6_600: "hainaut"
        case ..<7_000: "luxembourg"
        case ..<8_000: "hainaut"
        case ..<9_000: "west-flanders"
        default: "east-flanders"
        }
    }

    /// The smallest territory that is known to hold it. The nine municipalities of the German-speaking Community have the
    /// postcodes that begin with 47, and nobody else does.
    var territory: String { (4_700..<4_800).contains(number) ? "german-speaking-community" : province }
}
