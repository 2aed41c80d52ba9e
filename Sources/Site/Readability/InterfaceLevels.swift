import Catalogue
import Readability

/// The texts of the interface that are harder than their edition should be.
package enum InterfaceLevels {
    /// Parts of the site that only those see who work there, the landscape, which is for policy makers and
    /// researchers, and the open data, which is for whoever writes programs: they have no easy texts of their own.
    private static let staff: Set<Substring> = [
        "handling", "people", "did", "level", "work", "bulk", "csv", "column", "rowFault", "signIn", "sendAgain",
        "refused",
        "review", "criterion", "step", "difference", "revision", "withdraw", "verifying", "stillRight", "field",
        "draft", "entry",
        "links", "link", "domain", "doubles", "merge", "tasks", "dashboard", "figures",
        "account", "password", "token", "trail", "deed", "letter", "suggesting", "claims", "consortium", "follows",
        "labDesk",
        "landscape", "coverage", "gap", "synergy", "network", "time", "promise", "state", "snapshotReport",
        "openData", "api", "problem", "vocabulary", "conformance", "harvest", "embedding", "oai", "hsds", "dictionary",
    ]

    /// All sentences of a part of the site (`help.*`, `plan.*`) are judged together; labels are no sentences.
    package static func warnings() -> [LevelWarning] {
        guard let catalogue = try? StringCatalogue.embedded else { return [] }
        let parts = Dictionary(grouping: catalogue.strings.keys.sorted()) { $0.prefix { $0 != "." } }
        return Edition.allCases.flatMap { edition in
            parts.sorted { $0.key < $1.key }.compactMap { part, keys in
                guard !edition.isSimple || !staff.contains(part) else { return nil }
                let texts = keys.compactMap { catalogue.strings[$0]?.text(in: edition) }
                    .filter { text in text.last.map { ".!?".contains($0) } ?? false }
                return LevelCheck.warning(
                    texts.joined(separator: "\n"), in: edition, place: "interface texts \(part).*")
            }
        }
    }
}

extension StringCatalogue.Entry {
    /// What readers of an edition see, the placeholders as a short word; nil where nothing is written.
    fileprivate func text(in edition: Edition) -> String? {
        let found = localizations?[edition.description] ?? localizations?[edition.language.rawValue]
        let text = found?.stringUnit?.value ?? found?.variations?.plural?["other"]?.stringUnit.value
        return text?.replacing(#/%(\d\$)?(@|lld)/#, with: "1")
    }
}
