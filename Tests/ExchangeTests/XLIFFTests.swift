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

    /// Found by the fuzzer: Foundation stopped the program at such a name.
    @Test("A name that is no text harms nothing")
    func readsNamesThatAreNoText() throws {
        let file =
            Data("<xliff xl".utf8) + [0xFF]
            + Data("f=\"1\"><file source-language=\"en\" target-language=\"fr\"/></xliff>".utf8)
        #expect(try XLIFF(reading: file).units.isEmpty)
    }

    @Test("A document type can't hide in another encoding")
    func refusesHiddenDocumentTypes() throws {
        let text =
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]>"
            + "<xliff><file source-language=\"en\" target-language=\"fr\" original=\"&a;\"/></xliff>"
        let file = try #require(text.data(using: .utf16))
        #expect(throws: XLIFF.Fault.self) { try XLIFF(reading: file) }
    }
}
