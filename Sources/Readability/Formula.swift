import Catalogue

/// A published formula for how hard a text is.
///
/// Such formulas count; they don't understand. They warn of long sentences and long words and prove nothing: whether a
/// text is understood, only readers can say.
package enum Formula: String, CaseIterable, Sendable {
    /// R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948): 206.835 − 1.015·w − 84.6·y
    /// (w: words in a sentence, y: syllables in a word). 0 very hard to 100 very easy.
    case fleschReadingEase
    /// W. H. Douma, "De leesbaarheid van landbouwbladen" (Wageningen, 1960): 206.835 − 0.93·w − 77·y, as printed in
    /// dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php with its bands (80 to 90: fifth year of primary school).
    case fleschDouma
    /// R. H. M. Brouwer, "Onderzoek naar de leesmoeilijkheden van Nederlands proza", Pedagogische Studiën 40 (1963):
    /// 195 − 2·w − ⅔·Y (Y: syllables in a hundred words).
    case leesindexA
    /// L. Kandel and A. Moles, "Application de l’indice de Flesch à la langue française", Cahiers d’études de
    /// radio-télévision 19 (1958): 207 − 1.015·w − 73.6·y.
    case kandelMoles
    /// T. Amstad, "Wie verständlich sind unsere Zeitungen?" (Zürich, 1978): 180 − w − 58.5·y. Kind to hard texts.
    case amstad
    /// R. Bamberger and E. Vanecek, "Lesen – Verstehen – Lernen – Schreiben" (Wien, 1984), first formula:
    /// 0.1935·MS + 0.1672·SL + 0.1297·IW − 0.0327·ES − 0.875. The result is a year of school: 4 easy, 15 very hard.
    /// (MS: % words of three syllables or more, SL: words in a sentence, IW: % words of more than six letters, ES: % words
    /// of one syllable.)
    case wienerSachtext1
    /// The second: 0.2007·MS + 0.1682·SL + 0.1373·IW − 2.779.
    case wienerSachtext2
    /// The third: 0.2963·MS + 0.1905·SL − 1.1144.
    case wienerSachtext3
    /// The fourth: 0.2744·MS + 0.2656·SL − 1.693.
    case wienerSachtext4

    package func score(_ figures: Figures) -> Double {
        let sentence = figures.sentenceLength
        let word = figures.wordLength
        let long = figures.share(figures.longWords)
        let letters = figures.share(figures.manyLetters)
        return switch self {
        case .fleschReadingEase: 206.835 - 1.015 * sentence - 84.6 * word
        case .fleschDouma: 206.835 - 0.93 * sentence - 77 * word
        case .leesindexA: 195 - 2 * sentence - 200 / 3 * word
        case .kandelMoles: 207 - 1.015 * sentence - 73.6 * word
        case .amstad: 180 - sentence - 58.5 * word
        case .wienerSachtext1:
            0.1935 * long + 0.1672 * sentence + 0.1297 * letters - 0.0327 * figures.share(figures.shortWords) - 0.875
        case .wienerSachtext2: 0.2007 * long + 0.1682 * sentence + 0.1373 * letters - 2.779
        case .wienerSachtext3: 0.2963 * long + 0.1905 * sentence - 1.1144
        case .wienerSachtext4: 0.2744 * long + 0.2656 * sentence - 1.693
        }
    }

    /// Whether more means harder: a year of school rather than an ease.
    package var isGrade: Bool {
        switch self {
        case .wienerSachtext1, .wienerSachtext2, .wienerSachtext3, .wienerSachtext4: true
        default: false
        }
    }

    /// The one that judges the texts of a language. German is judged in years of school, since Amstad is kind to hard texts.
    package static func judging(_ language: Language) -> Formula {
        switch language {
        case .nl: .fleschDouma
        case .fr: .kandelMoles
        case .de: .wienerSachtext1
        case .en: .fleschReadingEase
        }
    }

    /// All for a language, the judging one first.
    package static func all(for language: Language) -> [Formula] {
        switch language {
        case .nl: [.fleschDouma, .leesindexA]
        case .fr: [.kandelMoles]
        case .de: [.wienerSachtext1, .wienerSachtext2, .wienerSachtext3, .wienerSachtext4, .amstad]
        case .en: [.fleschReadingEase]
        }
    }

    /// What it is called where it is at home.
    package var name: String {
        switch self {
        case .fleschReadingEase: "Flesch Reading Ease"
        case .fleschDouma: "Flesch-Douma"
        case .leesindexA: "Leesindex A (Brouwer)"
        case .kandelMoles: "Kandel-Moles"
        case .amstad: "Amstad"
        case .wienerSachtext1: "Wiener Sachtextformel 1"
        case .wienerSachtext2: "Wiener Sachtextformel 2"
        case .wienerSachtext3: "Wiener Sachtextformel 3"
        case .wienerSachtext4: "Wiener Sachtextformel 4"
        }
    }
}
