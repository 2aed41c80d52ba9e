import Catalogue
import Exchange
import Foundation

/// The string catalogue as a file that translators' work goes out of and comes back into.
///
/// It is kept as the JSON that it is, so that what this program doesn't know of the format stays in it.
package struct TranslationFile {
    package enum Fault: Error {
        case unreadable(String)
        /// One line a fault: what is wrong and what to do.
        case refused([String])
    }

    /// How far a language is.
    package struct Progress: Equatable, Sendable {
        package let edition: Edition
        package let texts: Int
        /// How many have a text of their own; an easy edition needs one only where the ordinary text is hard.
        package let own: Int
        /// Keys without a text.
        package let missing: [String]
        /// Keys whose source changed since.
        package let stale: [String]
    }

    private var root: [String: Any]
    private var strings: [String: [String: Any]]

    package init(_ data: Data) throws {
        guard let root = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
            let strings = root["strings"] as? [String: [String: Any]]
        else { throw Fault.unreadable("this is not a string catalogue: JSON with ‘strings’ was expected") }
        self.root = root
        self.strings = strings
    }

    /// As Xcode writes it.
    package func written() throws -> Data {
        var root = root
        root["strings"] = strings
        return try JSONSerialization.data(
            withJSONObject: root, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + Data("\n".utf8)
    }

    package var sourceLanguage: String { root["sourceLanguage"] as? String ?? Language.en.rawValue }

    // MARK: Progress

    /// An easy text may be missing: the ordinary one is easy already, or will do.
    package func progress(of edition: Edition) -> Progress {
        var missing: [String] = []
        var stale: [String] = []
        var own = 0
        for (key, forms) in strings.keys.sorted().map({ ($0, forms(of: $0, in: edition.description)) }) {
            if forms.isEmpty {
                if !edition.isSimple { missing.append(key) }
            } else {
                own += 1
                if forms.contains(where: { $0.state != "translated" }) { stale.append(key) }
            }
        }
        return Progress(edition: edition, texts: strings.count, own: own, missing: missing, stale: stale)
    }

    // MARK: Out

    package func exported(for edition: Edition) -> XLIFF {
        let source = edition.isSimple ? edition.language.rawValue : sourceLanguage
        var units: [XLIFF.Unit] = []
        for key in strings.keys.sorted() {
            let written = Dictionary(
                forms(of: key, in: edition.description).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            for form in forms(of: key, in: source) {
                let target = written[form.name]
                units.append(
                    XLIFF.Unit(
                        id: Self.id(key, form.name), source: form.value, target: target?.value,
                        needsReview: target.map { $0.state != "translated" } ?? false,
                        note: strings[key]?["comment"] as? String))
            }
        }
        return XLIFF(
            sourceLanguage: source, targetLanguage: edition.description, original: "translations/site.xcstrings",
            units: units)
    }

    // MARK: In

    /// Takes what a translator wrote, all or nothing. Returns the keys that changed. Where ordinary texts of the source
    /// language change, the other languages become stale.
    package mutating func take(_ file: XLIFF) throws -> [String] {
        guard let edition = Edition(file.targetLanguage) else {
            throw Fault.refused([
                "‘\(file.targetLanguage)’ is not an edition of the shop: one of \(Self.tags) was expected"
            ])
        }
        var faults: [String] = []
        var changed: Set<String> = []
        var next = strings
        for unit in file.units {
            guard let target = unit.target, !unit.needsReview else { continue }
            let (key, form) = Self.parts(unit.id)
            let sources = forms(of: key, in: sourceLanguage)
            guard let source = sources.first(where: { $0.name == form }) else {
                faults.append("\(unit.id): there is no such text: take it out of the file")
                continue
            }
            guard Self.hasItsPlaceholders(target, of: source) else {
                faults.append(
                    "\(unit.id): ‘\(target)’ has other placeholders than ‘\(source.value)’: use the same ones")
                continue
            }
            let before = forms(of: key, in: edition.description).first { $0.name == form }
            guard before?.value != target || before?.state != "translated" else { continue }
            changed.insert(key)
            Self.set(target, form: form, of: key, in: edition.description, &next)
            if edition.description == sourceLanguage, before?.value != target {
                for other in Language.allCases where other.rawValue != sourceLanguage {
                    Self.markStale(key, in: other.rawValue, &next)
                }
            }
            // Easy texts are written from the ordinary ones of their language.
            if !edition.isSimple, before?.value != target {
                Self.markStale(key, in: edition.inWords(simple: true).description, &next)
            }
        }
        guard faults.isEmpty else { throw Fault.refused(faults) }
        strings = next
        return changed.sorted()
    }

    // MARK: The shape of the format

    private struct Form {
        /// Empty for a plain text, otherwise a plural category of CLDR.
        let name: String
        let value: String
        let state: String
    }

    private func forms(of key: String, in tag: String) -> [Form] {
        guard let localizations = strings[key]?["localizations"] as? [String: Any],
            let found = localizations[tag] as? [String: Any]
        else { return [] }
        if let form = Self.form("", found) { return [form] }
        let plural = (found["variations"] as? [String: Any])?["plural"] as? [String: [String: Any]] ?? [:]
        return plural.sorted { $0.key < $1.key }.compactMap { Self.form($0.key, $0.value) }
    }

    private static func form(_ name: String, _ holder: [String: Any]) -> Form? {
        guard let unit = holder["stringUnit"] as? [String: Any], let value = unit["value"] as? String else {
            return nil
        }
        return Form(name: name, value: value, state: unit["state"] as? String ?? "new")
    }

    private static func set(
        _ value: String, form: String, of key: String, in tag: String, _ strings: inout [String: [String: Any]]
    ) {
        let unit: [String: Any] = ["stringUnit": ["state": "translated", "value": value]]
        var localizations = strings[key]?["localizations"] as? [String: Any] ?? [:]
        if form.isEmpty {
            localizations[tag] = unit
        } else {
            var plural =
                ((localizations[tag] as? [String: Any])?["variations"] as? [String: Any])?["plural"] as? [String: Any]
                ?? [:]
            plural[form] = unit
            localizations[tag] = ["variations": ["plural": plural]]
        }
        strings[key]?["localizations"] = localizations
    }

    private static func markStale(_ key: String, in tag: String, _ strings: inout [String: [String: Any]]) {
        guard var localizations = strings[key]?["localizations"] as? [String: Any],
            var found = localizations[tag] as? [String: Any]
        else { return }
        func stale(_ holder: [String: Any]) -> [String: Any] {
            var holder = holder
            if var unit = holder["stringUnit"] as? [String: Any] {
                unit["state"] = "needs_review"
                holder["stringUnit"] = unit
            }
            return holder
        }
        if let plural = (found["variations"] as? [String: Any])?["plural"] as? [String: [String: Any]] {
            found["variations"] = ["plural": plural.mapValues(stale)]
        } else {
            found = stale(found)
        }
        localizations[tag] = found
        strings[key]?["localizations"] = localizations
    }

    /// `results.found|==|plural.one`, as Xcode names them.
    private static func id(_ key: String, _ form: String) -> String { form.isEmpty ? key : "\(key)|==|plural.\(form)" }

    private static func parts(_ id: String) -> (key: String, form: String) {
        let halves = id.split(separator: "|==|plural.", maxSplits: 1)
        return (halves.first.map(String.init) ?? id, halves.count > 1 ? String(halves[1]) : "")
    }

    private static func placeholders(_ text: String) -> [String] {
        text.matches(of: #/%(?:\d\$)?(?:@|lld)/#).map { String($0.output) }.sorted()
    }

    /// One thing may do without its number; nothing may have more than its source.
    private static func hasItsPlaceholders(_ target: String, of source: Form) -> Bool {
        let wanted = placeholders(source.value)
        let found = placeholders(target)
        return found == wanted || source.name == "one" && Set(found).isSubset(of: wanted + ["%lld"])
    }

    private static var tags: String { Edition.allCases.map(\.description).joined(separator: ", ") }
}
