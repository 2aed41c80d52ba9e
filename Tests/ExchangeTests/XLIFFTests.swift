import Exchange
import Foundation
import Testing

@Suite("XLIFF")
struct XLIFFTests {
    private let file = XLIFF(
        sourceLanguage: "en", targetLanguage: "fr", original: "translations/site.xcstrings",
        units: [
            .init(id: "a.b", source: "Open <now> & \"here\"", target: "Ouvert\u{A0}! \n« ici »", note: "a button"),
            .init(id: "c|==|plural.one", source: "%lld thing", target: nil),
            .init(id: "d", source: "x", target: "y", needsReview: true),
        ])

    @Test("What goes out comes back")
    func roundTrip() throws {
        #expect(try XLIFF(reading: file.written()) == file)
    }

    @Test(
        "Hostile and broken files are refused",
        arguments: [
            "", "nonsense", "<xliff", "<html/>", "<xliff version=\"1.2\"><file/></xliff>",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><xliff/>",
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><xliff/>",
            "<xliff><file source-language=\"en\" target-language=\"fr\"><body><trans-unit id=\"a\"></body></file></xliff>",
        ])
    func refuses(_ text: String) {
        #expect(throws: XLIFF.Fault.self) { try XLIFF(reading: Data(text.utf8)) }
    }
}
