import Catalogue
import Readability
import Testing

@Suite("Syllables")
struct SyllableTests {
    /// Counted by hand, syllables divided by a hyphen.
    private static let words: [Language: String] = [
        .nl: """
        ik jij on-line ou-der ou-ders kin-de-ren jon-ge-ren leer-kracht school help hulp bel-len chat-ten be-richt \
        be-rich-ten fo-to fo-to’s film-pje pes-ten ge-pest be-dreigd be-drei-ging po-li-tie geld be-ta-len bank reke-ning \
        wacht-woord ac-count vei-lig vei-lig-heid vol-was-se-ne ie-mand nie-mand vriend vrien-din ver-trou-wen prat-en \
        luis-te-ren ge-hei-men schuld schaam-te a-no-niem gra-tis num-mer te-le-foon ge-sprek me-de-wer-ker \
        web-si-te in-ter-net scherm ge-bruik ge-brui-kers-naam be-wijs be-wa-ren schrijf mel-den mel-ding aan-gif-te \
        nieuws re-cla-me so-ci-a-le me-di-a spe-len game leef-tijd toe-stel smart-phone le-raar klas-ge-noot fa-mi-lie \
        groot-ou-ders ge-meen-te Bel-gi-ë pro-vin-cie Vlaan-de-ren Brus-sel dis-cri-mi-na-tie i-den-ti-teit \
        si-tu-a-tie in-for-ma-tie or-ga-ni-sa-tie ge-zond lief-de sek-su-eel beel-den naakt-fo-to eeuw mooi boei-end \
        leeuw vrij fiets rou-te vra-gen ant-woord dag week maand jaar uur mi-nuut van-daag mor-gen nooit al-tijd
        """,
        .fr: """
        je tu par-ent en-fant en-fants a-do é-cole pro-fe-sseur aide ap-pe-ler mes-sage pho-to vi-dé-o har-cè-le-ment \
        me-nace po-lice ar-gent pa-yer banque compte sé-cu-ri-té a-dulte quel-qu’un per-sonne a-mi a-mie con-fiance \
        par-ler é-cou-ter se-cret honte a-no-nyme gra-tuit nu-mé-ro té-lé-phone ligne site in-ter-net é-cran preuve \
        gar-der si-gna-ler plainte nou-velle pu-bli-ci-té ré-seau so-cial mé-dia jeu jouer âge classe fa-mille \
        com-mune Bel-gique pro-vince Wal-lo-nie Bru-xelles dis-cri-mi-na-tion i-den-ti-té si-tua-tion in-for-ma-tion \
        or-ga-ni-sa-tion san-té a-mour sex-uel i-mage route ques-tion ré-ponse jour se-maine mois heure mi-nute \
        au-jour-d’hui ja-mais tou-jours sou-vent parlent con-tent ai-ment donnent sim-ple-ment
        """,
        .de: """
        ich du El-tern Kind Kin-der Ju-gend-li-che Lehr-per-son Schu-le Hil-fe an-ru-fen Chat Nach-richt Nach-rich-ten \
        Fo-to Vi-de-o Mob-bing Dro-hung Po-li-zei Geld be-zah-len Bank Kon-to Pass-wort si-cher Si-cher-heit \
        Er-wach-se-ne je-mand nie-mand Freund Freun-din Ver-trau-en spre-chen zu-hö-ren Ge-heim-nis Schuld Scham \
        a-no-nym kos-ten-los Num-mer Te-le-fon Ge-spräch In-ter-net Bild-schirm Be-weis auf-be-wah-ren mel-den \
        Mel-dung An-zei-ge Wer-bung Me-di-en Spiel spie-len Al-ter Ge-rät Han-dy Klas-se Fa-mi-li-e Groß-el-tern \
        Ge-mein-de Bel-gi-en Brüs-sel Dis-kri-mi-nie-rung I-den-ti-tät Si-tu-a-ti-on In-for-ma-ti-on Ge-sund-heit \
        Lie-be Bil-der Weg Fra-gen Ant-wort Tag Wo-che Mo-nat Jahr Stun-de Mi-nu-te heu-te mor-gen nie im-mer neu
        """,
        .en: """
        I you pa-rent child chil-dren teen-ag-er teach-er school help call chat mes-sage pho-to vid-e-o bul-ly-ing \
        threat po-lice mon-ey pay bank ac-count pass-word safe safe-ty a-dult some-one no-bod-y friend trust talk \
        lis-ten se-cret fault shame a-non-y-mous free num-ber tel-e-phone line web-site in-ter-net screen proof keep \
        re-port news so-cial me-di-a game play-ing age phone class fam-i-ly grand-par-ents Bel-gium prov-ince \
        Brus-sels i-den-ti-ty sit-u-a-tion in-for-ma-tion or-gan-i-sa-tion health love pic-tures naked road \
        ques-tion an-swer day week month year hour min-ute to-day nev-er al-ways doesn’t wor-ried want-ed called
        """,
    ]

    @Test("At least 95 of 100 words are counted as people count them", arguments: Language.allCases)
    func counted(_ language: Language) {
        let words = (Self.words[language] ?? "").split(separator: " ").map(String.init)
        let wrong = words.filter { word in
            let spelled = word.replacing("-", with: "")
            return Syllables.count(spelled, language) != word.split(separator: "-").count
        }
        #expect(Double(wrong.count) <= 0.05 * Double(words.count), "\(wrong)")
    }
}
