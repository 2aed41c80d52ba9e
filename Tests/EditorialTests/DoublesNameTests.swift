import Catalogue
import Testing

@testable import Editorial

/// What two writers put down differently is gone before anything is compared.
@Suite struct DoublesNameTests {
    @Test(arguments: [
        ("L'École des Médias asbl", "ecole medias"),
        ("De V.Z.W. Mediawijs", "mediawijs"),
        ("MEDIAWIJS, vzw", "mediawijs"),
        ("Frauen & Männer VoG", "frauen manner"),
        ("Straße der Kinder", "strasse kinder"),
        ("Œuvre d’art", "oeuvre art"),
        ("E\u{301}cole", "ecole"),
        ("Lets-talk.be", "lets talk be"),
        ("الأمن", "الامن"),
    ])
    func namesComeDownToWhatTells(_ title: String, _ plain: String) {
        #expect(ComparableName(title)?.plain == plain)
    }

    @Test func aNameOfArticlesAloneStays() {
        #expect(ComparableName("Die")?.plain == "die")
        #expect(ComparableName(" – !") == nil)
    }

    @Test(arguments: [
        ("Awel – call 102, chat or forum", "awel"),
        ("AdLit (Advertising Literacy)", "adlit"),
        ("Youth Wiki: media literacy", "youth wiki"),
        ("Chat-advies", nil),
        ("Awel", nil),
        (": leer", nil),
    ])
    func theNameBeforeAnExplanationIsSeen(_ title: String, _ head: String?) {
        #expect(ComparableName(headOf: title)?.plain == head)
    }

    @Test func numbersTellEditionsApart() throws {
        let older = try #require(ComparableName("Apestaartjaren 2020"))
        let newer = try #require(ComparableName("Apestaartjaren 2022"))
        let any = try #require(ComparableName("Apestaartjaren"))
        #expect(older.differsInNumbers(from: newer))
        #expect(!older.differsInNumbers(from: any))
        #expect(!older.differsInNumbers(from: older))
    }

    @Test(arguments: [
        ("https://www.mediawijs.be/nl/over/?utm_source=mail", "mediawijs.be/over", "mediawijs.be"),
        ("http://fr.mediawijs.be/Over#top", "mediawijs.be/over", "mediawijs.be"),
        ("https://onbeperkt.mediawijs.be", "onbeperkt.mediawijs.be", "mediawijs.be"),
        ("https://childfocus.be/nl-be", "childfocus.be", "childfocus.be"),
        ("https://www.b-bico.be/?lang=fr", "b-bico.be", "b-bico.be"),
        ("https://example.be:8443/index.php?b=2&a=1", "example.be?a=1&b=2", "example.be"),
        ("https://ccb.belgium.be/nl", "ccb.belgium.be", "ccb.belgium.be"),
        ("https://nl.be/a", "nl.be/a", "nl.be"),
        ("https://www.facebook.com/awel", "facebook.com/awel", nil),
    ])
    func addressesComeDownToPageAndOwner(_ text: String, _ page: String, _ domain: String?) throws {
        let address = try #require(WebAddress(text))
        #expect(address.comparablePage == page)
        #expect(address.registeredDomain == domain)
    }

    @Test func mailBoxesOfProvidersTellNoOwner() {
        #expect(WebAddress.registeredDomain(ofEmail: "Info@Mail.Awel.be") == "awel.be")
        #expect(WebAddress.registeredDomain(ofEmail: "awel@gmail.com") == nil)
    }

    @Test func whatStaysTheSameInTranslationIsFound() {
        let dutch = TextWords("Bel 103 of Child Focus via sexting.be. Kinderen bellen gratis.", language: .nl)
        let french = TextWords("Appelez le 103, sexting.be ou Child Focus. Les enfants appellent.", language: .fr)
        let german = TextWords("Wählen Sie 103: Kinder fragen Child Focus.", language: .de)
        // 103, child, focus, sexting; `be` is too short to tell anything.
        #expect(Set(dutch.signs).intersection(french.signs).count == 4)
        #expect(Set(dutch.words).isDisjoint(with: french.words))
        // All nouns of German have a capital: only what others know as names may count.
        #expect(Set(german.signs).intersection(dutch.signs).count == 1)
        #expect(Set(german.nouns).intersection(dutch.signs).count == 2)
    }
}
