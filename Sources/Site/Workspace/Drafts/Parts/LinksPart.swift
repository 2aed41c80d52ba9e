import Catalogue
import HTML

/// The pages of a record, one for each language and one for all; what an import brought beyond that has fields too.
struct LinksPart: FormPart {
    private static let name = "link"

    /// A page: for which language, and the how manyth of that language, from 1.
    private struct Place: Hashable {
        let language: Language?
        let number: Int

        var field: String {
            let base = "\(LinksPart.name)-\(language?.rawValue ?? "any")"
            return number == 1 ? base : "\(base)-\(number)"
        }
    }

    var names: [String] { [Self.name] }

    func write(_ record: Record, to values: inout FormValues) {
        for (place, link) in Self.places(of: record) { values.fill(place.field, link.address.description) }
    }

    func read(_ reading: inout FormReading) {
        var links: [Link] = []
        let known = Self.places(of: reading.record)
        let others = Self.usual.filter { place in !known.contains { $0.place == place } }
        for (place, link) in known.map({ ($0.place, Optional($0.link)) }) + others.map({ ($0, nil) }) {
            let text = reading.values[place.field]
            if text.isEmpty { continue }
            if let address = WebAddress(written: text) {
                links.append(Link(address: address, language: place.language))
            } else {
                reading.refuse(place.field, .webAddress)
                // What stood there stays until the new one can be read.
                if let link { links.append(link) }
            }
        }
        reading.record.links = links
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        fieldset(.class("rows"), .id(Self.name)) {
            legend { form.words(.fieldLinks) }
            p(.class("quiet")) { form.context.texts(.draftLinksHint) }
            for place in places(in: form) {
                FormField(
                    name: place.field, words: words(for: place, in: form.context), value: form[place.field],
                    fault: form.fault(place.field), longest: 2_000, inputmode: "url")
            }
        }
    }

    private func places(in form: FormState) -> [Place] {
        Self.usual + Self.places(of: form.record).map(\.place).filter { $0.number > 1 }
    }

    private func words(for place: Place, in context: PageContext) -> String {
        let base =
            place.language.map { context.texts(.draftLinkIn, context.wording.name(of: LanguageTag($0))) }
            ?? context.texts(.draftLinkAny)
        return place.number == 1 ? base : "\(base) (\(place.number))"
    }

    private static let usual =
        Language.allCases.map { Place(language: $0, number: 1) } + [Place(language: nil, number: 1)]

    private static func places(of record: Record) -> [(place: Place, link: Link)] {
        var counts: [Language?: Int] = [:]
        return record.links.map { link in
            counts[link.language, default: 0] += 1
            return (Place(language: link.language, number: counts[link.language] ?? 1), link)
        }
    }
}

extension WebAddress {
    /// Also without what a browser adds by itself: `www.awel.be`.
    init?(written text: String) {
        if let address = WebAddress(text) {
            self = address
        } else if !text.contains("://"), text.contains("."), !text.contains("@") {
            self.init("https://" + text)
        } else {
            return nil
        }
    }
}
