import Catalogue

/// Makes texts out of the words of others, each as often as there.
struct SyntheticWords {
    private let pools: [Language: [String]]
    /// One word of so many is made of two, so that there are ever more different words, as there are in real texts:
    /// shipped texts have some eight thousand in a language, a hundred thousand times forty words some two hundred thousand.
    private static let usualWordsPerJoined = 25

    init(of records: [Record]) {
        var pools: [Language: [String]] = [:]
        for language in Language.allCases {
            pools[language] = records.flatMap { record in
                [record.title[language], record.summary[language]].compactMap { $0 }
                    .flatMap { $0.split(separator: " ").map(String.init) }
            }
        }
        self.pools = pools
    }

    /// As long as `model`, in the same languages.
    func text(after model: LocalisedText, by chance: inout Chance) -> LocalisedText {
        LocalisedText(
            Dictionary(
                uniqueKeysWithValues: model.languages.map { language in
                    let count = model[language]?.split(separator: " ").count ?? 0
                    return (language, (0..<count).map { _ in word(language, by: &chance) }.joined(separator: " "))
                }))
    }

    /// The same with every third word, on average, another.
    func text(varying text: LocalisedText, by chance: inout Chance) -> LocalisedText {
        LocalisedText(
            Dictionary(
                uniqueKeysWithValues: text.languages.map { language in
                    let words = (text[language] ?? "").split(separator: " ").map { old in
                        chance.happens(1, in: 3) ? word(language, by: &chance) : String(old)
                    }
                    return (language, words.joined(separator: " "))
                }))
    }

    private func word(_ language: Language, by chance: inout Chance) -> String {
        let pool = pools[language] ?? []
        let word = pool.randomElement(using: &chance) ?? ""
        guard chance.happens(1, in: Self.usualWordsPerJoined) else { return word }
        return word + (pool.randomElement(using: &chance) ?? "").lowercased()
    }
}
