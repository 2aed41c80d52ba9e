import Catalogue
import Foundation
import Mapping

/// A parameter of the API: what it is for, and which values it takes. Questions are checked by it, and the description
/// and the page for people are written from it.
struct APIParameter: Sendable {
    enum Values: Sendable {
        case text
        case id
        case choice([String])
        case number(ClosedRange<Int>)
        case concept(VocabularyName)
        /// An organisation of the catalogue.
        case organisation
        /// `14` or `12-16`.
        case ages
        case languageTag
        /// A day, or a moment of RFC 3339.
        case moment
        case cursor
        /// Some of these, with commas between.
        case list([String])
        /// A value on an axis of the landscape.
        case axis(Axis)
    }

    let name: String
    let says: TextKey
    let values: Values
    /// Whether several values may be given; any of them will do.
    var isRepeatable = false
    var isInPath = false
    /// What it is where it isn't given.
    var usual: String?
    var example: String?

    /// The same in the path rather than behind the question mark.
    func inPath(example: String) -> APIParameter {
        var copy = self
        copy.isInPath = true
        copy.example = example
        return copy
    }
}

extension APIParameter {
    /// Throws where the value makes no sense.
    func check(_ value: String, in snapshot: Snapshot) throws(APIFault) {
        switch values {
        case .text: break
        case .id: if Identifier(value) == nil { throw fault(.problemIdentifier) }
        case .choice(let choices):
            if !choices.contains(value) { throw fault(.problemChoice, choices.joined(separator: ", ")) }
        case .number(let range):
            guard let number = Int(value), range.contains(number), value == String(number) else {
                throw fault(.problemNumber, "\(range.lowerBound)", "\(range.upperBound)")
            }
        case .concept(let name):
            let vocabulary = snapshot.catalogue[name]
            guard ConceptID(value).flatMap({ vocabulary[$0] }) == nil else { return }
            throw unknown(
                value, among: vocabulary.concepts.lazy.map(\.id.description),
                at: "/api/v1/vocabularies/\(name.rawValue)")
        case .organisation:
            guard RecordID(value).flatMap({ snapshot.catalogue[$0] })?.kind != .organisation else { return }
            throw unknown(
                value, among: snapshot.catalogue.records.lazy.filter { $0.kind == .organisation }.map(\.id.description),
                at: "/api/v1/records?kind=organisation")
        case .ages: if SearchRequest.ages(value) == nil { throw fault(.problemAges) }
        case .languageTag: if LanguageTag(value) == nil { throw fault(.problemLanguageTag) }
        case .moment: if AskedMoment(value) == nil { throw fault(.problemMoment) }
        case .cursor: if RecordCursor(value) == nil { throw fault(.problemCursor) }
        case .list(let choices):
            for part in value.split(separator: ",") where !choices.contains(String(part)) {
                throw fault(.problemChoice, choices.joined(separator: ", "))
            }
        case .axis(let axis):
            let known = snapshot.landscape.census.values(of: axis)
            if !known.contains(value) { throw unknown(value, among: known, at: "/api/v1/landscape") }
        }
    }

    private func fault(_ key: TextKey, _ values: String...) -> APIFault {
        APIFault(key: key, values: [name] + values, parameter: name)
    }

    private func unknown(_ value: String, among known: some Sequence<String>, at address: String) -> APIFault {
        // What is typed may be long: nobody needs to read all of it again.
        let shown = String(value.prefix(60))
        if shown == value, let meant = nearest(to: value, among: known) {
            return fault(.problemNearest, shown, meant)
        }
        return fault(.problemNoValue, shown, address)
    }
}
