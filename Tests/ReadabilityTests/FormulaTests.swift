import Catalogue
import Readability
import Testing

@Suite("Formulas of readability")
struct FormulaTests {
    /// Sentences whose counts and score are printed in the literature on Flesch's formula
    /// (https://en.wikipedia.org/wiki/Flesch–Kincaid_readability_tests).
    @Test(
        "The published examples come out as published",
        arguments: [
            ("The cat sat on the mat.", 6, 6, 116.0),
            ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 24, 37.5),
            ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 16, 23, 69.0),
        ])
    func published(_ text: String, _ words: Int, _ syllables: Int, _ score: Double) throws {
        let assessment = try #require(Assessment(text, in: Edition(.en)))
        #expect(assessment.figures.words == words)
        #expect(assessment.figures.syllables == syllables)
        #expect(abs(assessment.score - score) < 0.5)
    }

    /// 100 words in 10 sentences with 150 syllables, 20 long words, 25 of many letters and 60 short ones: the terms are
    /// worked out by hand from the formulas as they are printed.
    private static let terms: [(Formula, [Double])] = [
        (.fleschReadingEase, [206.835, -10.15, -126.9]), (.fleschDouma, [206.835, -9.3, -115.5]),
        (.leesindexA, [195, -20, -100]), (.kandelMoles, [207, -10.15, -110.4]), (.amstad, [180, -10, -87.75]),
        (.wienerSachtext1, [3.87, 1.672, 3.2425, -1.962, -0.875]), (.wienerSachtext2, [4.014, 1.682, 3.4325, -2.779]),
        (.wienerSachtext3, [5.926, 1.905, -1.1144]), (.wienerSachtext4, [5.488, 2.656, -1.693]),
    ]

    @Test("Every formula is as printed", arguments: terms)
    func asPrinted(_ formula: Formula, _ terms: [Double]) {
        let figures = Figures(
            sentences: 10, words: 100, syllables: 150, longWords: 20, manyLetters: 25, shortWords: 60)
        #expect(abs(formula.score(figures) - terms.reduce(0, +)) < 0.001)
    }

    @Test("Sentences end where readers think they do")
    func sentences() {
        #expect(Sentences.split("Bel 101. Of ga naar de politie! Kan dat? Ja.").count == 4)
        #expect(Sentences.split("Appelle le 116 000. C’est gratuit\u{202F}! Tu peux\u{A0}? Oui.").count == 4)
        #expect(Sentences.split("Ruf z. B. die Polizei an.").count == 1)
        #expect(Sentences.split("Seit dem 23. November 2026. Davor nicht.").count == 2)
        #expect(Sentences.split("“Stop.” Zeg het luid.") == ["“Stop.”", "Zeg het luid."])
        #expect(Sentences.of("Een punt\nNog een punt") == ["Een punt", "Nog een punt"])
        #expect(Sentences.of(" \n ").isEmpty)
    }

    @Test("What belongs together is one word")
    func words() {
        #expect(Sentences.words(of: "Bel 116 000, e-mail of l’ami.") == ["Bel", "116 000", "e-mail", "of", "l’ami"])
        #expect(Sentences.words(of: "… – !").isEmpty)
    }

    @Test("A hard text stays hard, however many short sentences are put around it", arguments: Language.allCases)
    func padding(_ language: Language) throws {
        let hard = [
            Language.nl:
                "De gegevensbeschermingsautoriteit behandelt klachten over persoonsgegevens nadat de verwerkingsverantwoordelijke onvoldoende gereageerd heeft op een schriftelijke verwijderingsaanvraag.",
            .fr:
                "L'autorité de protection des données examine les réclamations relatives aux informations personnelles lorsque le responsable du traitement a insuffisamment répondu à une demande d'effacement.",
            .de:
                "Die Datenschutzbehörde bearbeitet Beschwerden über personenbezogene Informationen, nachdem die verantwortliche Einrichtung auf einen schriftlichen Löschungsantrag unzureichend reagiert hat.",
            .en:
                "The data protection authority investigates complaints concerning personal information whenever the responsible organisation insufficiently answered a written application for erasure.",
        ][language]!
        let short = [Language.nl: "Dat is zo. ", .fr: "C'est bien. ", .de: "Das ist gut. ", .en: "That is so. "][
            language]!
        let padded = try #require(Assessment(hard + " " + String(repeating: short, count: 5), in: Edition(language)))
        #expect(!padded.isMet)
        #expect(padded.sentences.first?.text == hard)
        let alone = try #require(Assessment(hard, in: Edition(language)))
        #expect(abs(padded.harderHalf - alone.score) < abs(padded.score - alone.score))
    }

    @Test("What costs most stands first")
    func costs() throws {
        let text = "Ga weg. De minderjarige gebruiker verwijdert de gebruikersnaam. De gebruikersnaam is weg."
        let assessment = try #require(Assessment(text, in: Edition(.nl, isSimple: true)))
        #expect(assessment.words.first?.text == "gebruikersnaam")
        #expect(assessment.words.first?.times == 2)
        #expect(assessment.sentences.first?.text.hasPrefix("De minderjarige") == true)
        #expect(Assessment("…", in: Edition(.nl)) == nil)
    }
}
