/// How the shop is read: a language, in ordinary words or in easy ones. Printed as a BCP 47 tag: `nl`, `nl-simple`
/// (`simple` is a registered variant: https://www.iana.org/assignments/language-subtag-registry).
///
/// An easy edition has texts of its own, after the European easy-to-read rules (Inclusion Europe, "Information for all").
/// What has none falls back to the ordinary text of the same language, and says so.
package struct Edition: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    package let language: Language
    package let isSimple: Bool

    package init(_ language: Language, isSimple: Bool = false) {
        self.language = language
        self.isSimple = isSimple
    }

    /// Nil unless `tag` is one of the shop's.
    package init?(_ tag: some StringProtocol) {
        let isSimple = tag.hasSuffix(Self.suffix)
        guard let language = Language(rawValue: String(isSimple ? tag.dropLast(Self.suffix.count) : tag[...])) else {
            return nil
        }
        self.init(language, isSimple: isSimple)
    }

    /// All ordinary ones, then all easy ones.
    package static let allCases: [Edition] =
        Language.allCases.map { Edition($0) } + Language.allCases.map { Edition($0, isSimple: true) }

    /// Its place among all of them.
    var place: Int { language.place + (isSimple ? Language.allCases.count : 0) }

    package var description: String { language.rawValue + (isSimple ? Self.suffix : "") }

    /// The same language in easy words, or in ordinary ones.
    package func inWords(simple: Bool) -> Edition { Edition(language, isSimple: simple) }

    private static let suffix = "-simple"
}
