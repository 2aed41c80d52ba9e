import Catalogue
import Foundation

/// Counts syllables by the spelling of a language: what its vowels and their groups usually stand for. For the words
/// that borrowing or history made exceptions there is a short list. After Flesch, numbers count as one syllable, and of
/// two ways to say a word the shorter one counts.
package enum Syllables {
    package static func count(_ word: String, _ language: Language) -> Int {
        let word = word.lowercased().precomposedStringWithCanonicalMapping
        if word.first?.isNumber ?? true { return 1 }
        let parts = word.split { "-'’".contains($0) }.filter { language != .fr || $0.count > 1 }
        return max(1, parts.reduce(0) { $0 + one(String($1), language) } + (silentEndings(word, language)))
    }

    private static func one(_ word: String, _ language: Language) -> Int {
        if let known = exceptions[language]?[word] { return known }
        switch language {
        case .nl: return max(1, nuclei(of: word, vowels: dutchVowels, groups: dutchGroups))
        case .de: return max(1, nuclei(of: word, vowels: germanVowels, groups: germanGroups))
        case .fr:
            let word = word.replacing("qu", with: "k").replacing(Pattern.softG, with: "g")
                .replacing(Pattern.glide) { "\($0.output.1)i-\($0.output.2)" }
            var stem = word
            let groups = word.matches(of: Pattern.frenchVowels).count
            if groups > 1 {
                if word.hasSuffix("aient") {
                    stem = String(word.dropLast(3))
                } else if word.hasSuffix("ent"), !word.hasSuffix("ment"), !frenchNouns.contains(word) {
                    stem = String(word.dropLast(3))
                } else if word.wholeMatch(of: Pattern.silentE) != nil {
                    stem = word.replacing(Pattern.finalE, with: "")
                } else if word.wholeMatch(of: Pattern.silentFeminine) != nil {
                    stem = word.replacing(Pattern.finalE, with: "")
                }
            }
            // Two sounds where an accent stands before or after another vowel: ré-action, na-ïf.
            let split = stem.replacing(Pattern.openE, with: "é-")
                .replacing(Pattern.diaeresis) { "\($0.output.1)-\($0.output.2)" }
            return max(1, split.matches(of: Pattern.frenchVowels).count)
        case .en:
            var count = word.matches(of: Pattern.englishVowels).count
            if count > 1,
                word.wholeMatch(of: Pattern.silentEnglish) != nil
            {
                count -= 1
            }
            if word.contains(Pattern.twoSounds) { count += 1 }
            return max(1, count)
        }
    }

    /// Vowels, those that make one sound together counted once; `qu` is a consonant.
    private static func nuclei(of word: String, vowels: Set<Character>, groups: [String]) -> Int {
        var rest = Substring(word.replacing("qu", with: "k"))
        var count = 0
        while let letter = rest.first {
            if let group = groups.first(where: { rest.hasPrefix($0) }) {
                count += 1
                rest = rest.dropFirst(group.count)
            } else {
                if vowels.contains(letter) { count += 1 }
                rest = rest.dropFirst()
            }
        }
        return count
    }

    private static let dutchVowels = Set("aeiouyàáâäèéêëìíîïòóôöùúûü")
    private static let germanVowels = Set("aeiouyäöüéèà")
    private static let dutchGroups = [
        "aai", "ooi", "oei", "ieu", "eeu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou",
    ]
    private static let germanGroups = ["aa", "ee", "oo", "ie", "eu", "ei", "ey", "ai", "au", "äu"]

    /// English spells `isn’t` with one vowel and says two.
    private static func silentEndings(_ word: String, _ language: Language) -> Int {
        language == .en && word.wholeMatch(of: Pattern.contraction) != nil ? 1 : 0
    }

    /// Words in -ent whose ending is spoken, other than those in -ment.
    private static let frenchNouns: Set<String> = [
        "content", "souvent", "argent", "client", "patient", "parent", "accident", "urgent", "absent", "présent",
        "récent",
        "évident", "agent", "différent", "violent", "prudent", "talent", "vent", "dent", "cent", "lent",
    ]

    private static let exceptions: [Language: [String: Int]] = [
        .nl: [
            "online": 2, "offline": 2, "game": 1, "games": 1, "site": 1, "sites": 1, "website": 2, "websites": 2,
            "nude": 1,
            "nudes": 1, "smartphone": 2, "smartphones": 2, "youtube": 2, "facebook": 2, "fake": 1, "like": 1,
            "likes": 1,
            "helpline": 2, "update": 2, "updates": 2, "life": 1, "safe": 1, "mobile": 2, "house": 1, "police": 2,
            "ieder": 2,
        ],
        .de: [
            "online": 2, "offline": 2, "smartphone": 2, "smartphones": 2, "site": 1, "youtube": 2, "facebook": 2,
            "fake": 1,
            "like": 1, "likes": 1, "game": 1, "games": 1, "update": 2, "updates": 2, "team": 1, "teams": 1,
            "familie": 4,
            "familien": 4, "medien": 3, "ferien": 3, "linie": 3, "screenshot": 2, "screenshots": 2, "nude": 1,
            "nudes": 1,
        ],
        .fr: [
            "internet": 3, "smartphone": 2, "smartphones": 2, "online": 2, "screenshot": 2, "nude": 1, "nudes": 1,
            "pays": 2,
            "les": 1, "des": 1, "ces": 1, "mes": 1, "tes": 1, "ses": 1, "et": 1, "est": 1, "es": 1, "harcèlement": 4,
        ],
        .en: [
            "people": 2, "phone": 1, "online": 2, "something": 2, "someone": 2, "everyone": 3, "everything": 3,
            "sometimes": 2, "somewhere": 2, "police": 2, "are": 1, "were": 1, "there": 1, "where": 1, "here": 1,
            "they're": 1, "being": 2, "idea": 3, "area": 3, "video": 3, "videos": 3, "account": 2, "safe": 1,
            "lonely": 2,
            "website": 2, "websites": 2, "screenshot": 2, "helpline": 2, "helplines": 2, "female": 2, "because": 2,
            "does": 1, "goes": 1, "themselves": 2, "yourself": 2, "yourselves": 2, "ones": 1, "used": 1, "ask": 1,
            "eye": 1,
            "every": 2, "evening": 2, "created": 3, "create": 2, "quiet": 2, "science": 2, "homework": 2, "safely": 2,
            "closed": 1, "times": 1, "names": 1, "images": 3, "messages": 3, "pages": 2, "sites": 1, "games": 1,
            "likes": 1,
            "lies": 1, "reliable": 4, "australian": 3, "reptilian": 3,
        ],
    ]
}

/// Made once: a text has thousands of words. `nonisolated(unsafe)`, because `Regex` is not `Sendable` and nothing changes
/// these after they are made.
private enum Pattern {
    nonisolated(unsafe) static let frenchVowels = #/[aeiouyàâäéèêëîïôöùûüœæ]+/#
    nonisolated(unsafe) static let softG = #/gu(?=[eiéè])/#
    nonisolated(unsafe) static let glide = #/([aeou])y([aeiou])/#
    nonisolated(unsafe) static let silentE = #/.*[^aeiouyàâäéèêëîïôöùûüœæ](e|es)/#
    nonisolated(unsafe) static let silentFeminine = #/.*[éuiy]es?/#
    nonisolated(unsafe) static let finalE = #/es?$/#
    nonisolated(unsafe) static let openE = #/é(?=[aeiouyâàèêôœ])/#
    nonisolated(unsafe) static let diaeresis = #/([aou])([ïéèë])/#
    nonisolated(unsafe) static let englishVowels = #/[aeiouy]+/#
    nonisolated(unsafe) static let silentEnglish =
        #/.*([^aeiouyl]e|[aeiouy]le|[^aeiouydt]ed|[^aeiouyscxzgh]es|[^s]shes?e)/#
    nonisolated(unsafe) static let twoSounds = #/[^ctsg]i[ao]|eo(?!u|p)|[^q]ua(?!r|n)|[aeiouy]ing|iet/#
    nonisolated(unsafe) static let contraction = #/.*[sdn]n['’]t/#
}
