/// Recognises what somebody is in need of by groups of words, whatever stands between them and however it is spelt.
///
/// A cue is a group of words that must all be typed, in any order; short words exactly, others in any form and with the
/// typing errors that ``Spelling`` allows. A cue of one word counts only where nothing else was typed, and without
/// errors: beside other words it is what somebody looks for pages about.
package struct Cues: Sendable {
    /// One thing to recognise.
    package struct Subject: Sendable {
        package let id: String
        /// Language → cues.
        package let cues: [String: [String]]

        package init(id: String, cues: [String: [String]]) {
            self.id = id
            self.cues = cues
        }
    }

    private struct Cue: Sendable {
        let subject: Int
        /// Numbers of its words in their language.
        let words: [Int]
    }

    /// The words of the cues of one language.
    private struct Wordlist: Sendable {
        var numbers: [String: Int] = [:]
        /// Stem → words.
        var stems: [String: [Int]] = [:]
        var spelling = Spelling()
        var cues: [Cue] = []
    }

    private let subjects: [Subject]
    private var lists: [String: Wordlist] = [:]

    package init(_ subjects: [Subject]) {
        self.subjects = subjects
        for language in Set(subjects.lazy.flatMap(\.cues.keys)).sorted() {
            let analyser = Analyser(language)
            var list = Wordlist()
            for (number, subject) in subjects.enumerated() {
                for cue in subject.cues[language] ?? [] {
                    let words = Self.words(cue).map { Self.note($0, in: &list, analyser) }
                    if !words.isEmpty { list.cues.append(Cue(subject: number, words: words)) }
                }
            }
            list.spelling.finish()
            lists[language] = list
        }
    }

    /// The ids of what the text gives away, in the order of the subjects.
    ///
    /// Words for which `isKnown` says yes are spelt right, whatever cue they come near to.
    package func subjects(of text: String, isKnown: (String) -> Bool = { _ in false }) -> [String] {
        let typed = Self.words(String(text.prefix(1_000))).prefix(60)
        guard !typed.isEmpty else { return [] }
        let analysers = lists.keys.map { Analyser($0) }
        // For each language, which of its words were typed.
        var present = lists.mapValues { [Bool](repeating: false, count: $0.numbers.count) }
        var unclear: [String] = []
        for word in typed {
            var isClear = word.utf8.count < 5
            for analyser in analysers {
                guard let list = lists[analyser.language] else { continue }
                let meant = Self.meant(word, list, analyser)
                for number in meant { present[analyser.language]?[number] = true }
                if !meant.isEmpty || analyser.isCommon(word) { isClear = true }
            }
            if !isClear { unclear.append(word) }
        }
        let alone = typed.count == 1 ? present : [:]
        // An error only in what is no word of its own: "leren" is not a mistyped "leven".
        for word in unclear where !isKnown(word) {
            for (language, list) in lists {
                let near = list.spelling.near(word, limit: 3)
                let meant = near.isEmpty ? list.spelling.far(word, limit: 3) : near
                for number in meant.compactMap({ list.numbers[$0.word] }) { present[language]?[number] = true }
            }
        }
        var found: Set<Int> = []
        for (language, list) in lists {
            guard let words = present[language] else { continue }
            for cue in list.cues {
                let present = cue.words.count > 1 ? words : alone[language]
                if let present, cue.words.allSatisfy({ present[$0] }) { found.insert(cue.subject) }
            }
        }
        return found.sorted().map { subjects[$0].id }
    }

    /// Folded words; apostrophes are left out, as many people leave them out.
    private static func words(_ text: String) -> [String] {
        text.words.map { $0.folded.filter { $0 != "'" } }
    }

    private static func note(_ word: String, in list: inout Wordlist, _ analyser: Analyser) -> Int {
        if let known = list.numbers[word] { return known }
        let number = list.numbers.count
        list.numbers[word] = number
        if word.utf8.count >= 4, !analyser.isCommon(word) {
            if let stem = analyser.word(word).terms.first?.term { list.stems[stem, default: []].append(number) }
            list.spelling.add(word, count: 1)
        }
        return number
    }

    /// The words of the list that a typed word is, in any form.
    private static func meant(_ word: String, _ list: Wordlist, _ analyser: Analyser) -> [Int] {
        var found: [Int] = []
        if let exact = list.numbers[word] { found.append(exact) }
        guard word.utf8.count >= 4 else { return found }
        for term in analyser.word(word).terms { found += list.stems[term.term] ?? [] }
        return found
    }
}
