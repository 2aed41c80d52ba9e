import Catalogue

/// Languages as other people write them down.
enum ReceivedLanguage {
    /// The language of ours that a tag means, whatever its region; nil where it is another one.
    static func language(_ tag: String) -> Language? {
        self.tag(tag).flatMap { Language(rawValue: String($0.description.prefix { $0 != "-" })) }
    }

    /// From a tag (`nl-BE`, `nl_BE`), a code of three letters (`dut`), an authority of the European Union (`…/NLD`), or
    /// a name in one of the four languages. Without region: we show languages, not countries.
    static func tag(_ text: String) -> LanguageTag? {
        guard text.utf8.count <= 100 else { return nil }
        let last = text.split(separator: "/").last.map(String.init) ?? text
        let primary = last.trimmed.lowercased().prefix { $0 != "-" && $0 != "_" }
        if primary.count == 3, let short = threeLetters[String(primary)] { return LanguageTag(short) }
        if (2...3).contains(primary.count), primary != "und", let tag = LanguageTag(String(primary)) { return tag }
        return LanguageWords.language(last).map { LanguageTag($0) }
    }

    /// ISO 639-2, both forms, for languages that are spoken much in Belgium
    /// (https://www.loc.gov/standards/iso639-2/php/code_list.php).
    private static let threeLetters = [
        "dut": "nl", "nld": "nl", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "eng": "en", "ara": "ar",
        "tur": "tr", "spa": "es", "ita": "it", "por": "pt", "pol": "pl", "ron": "ro", "rum": "ro", "rus": "ru",
        "ukr": "uk", "bul": "bg", "per": "fa", "fas": "fa", "pus": "ps", "som": "so", "tir": "ti", "kur": "ku",
        "alb": "sq", "sqi": "sq", "chi": "zh", "zho": "zh",
    ]
}
