import Catalogue
import Foundation
import Testing

@testable import Exchange

/// Statements are written so that every reader of Turtle and of JSON-LD reads the same.
@Suite struct RDFTests {
    @Test(arguments: [
        (#"say "yes" \ no"#, #""say \"yes\" \\ no""#),
        ("one\ntwo\r\tthree", #""one\ntwo\r\tthree""#),
        ("\u{0}\u{1B}\u{7F}", #""\u0000\u001B\u007F""#),
        ("é 🚲 <a> 'b'", "\"é 🚲 <a> 'b'\""),
    ])
    func textsAreEscaped(_ text: String, _ written: String) {
        #expect(TurtleWriter.quoted(text) == written)
    }

    @Test func addressesCanNotBreakOut() {
        #expect(TurtleWriter.reference("https://a.be/> <x") == "<https://a.be/%3E%20%3Cx>")
        #expect(TurtleWriter.reference("https://a.be/é\n\"{}") == "<https://a.be/é%0A%22%7B%7D>")
    }

    @Test func onlyThePrefixesThatAreUsedAreThere() {
        var thing = RDFThing("https://a.be/x", .skos("Concept"))
        thing.say(.dct("issued"), .value("2026", of: .xsd("gYear")))
        let graph = RDFGraph([thing])
        #expect(graph.vocabularies == [.dct, .skos, .xsd])
        #expect(
            String(decoding: TurtleWriter.bytes(of: graph), as: UTF8.self) == """
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                <https://a.be/x> a skos:Concept ;
                    dct:issued "2026"^^xsd:gYear .

                """)
    }

    @Test func aThingWithoutANameStandsWhereItIsSpokenOf() {
        var inner = RDFThing(nil, .vcard("Kind"))
        inner.say(.vcard("fn"), [.text("Hulp", language: "nl"), .plain("Help")])
        var thing = RDFThing("https://a.be/x")
        thing.say(.dcat("contactPoint"), .thing(inner))
        thing.say(.dcat("contactPoint"), .address("https://a.be/y"))
        let graph = RDFGraph([thing])
        let turtle = String(decoding: TurtleWriter.bytes(of: graph), as: UTF8.self)
        #expect(turtle.contains("<https://a.be/x> dcat:contactPoint [ a vcard:Kind ;"))
        #expect(turtle.contains("<https://a.be/y> ."))
        let points = graph.json["@graph"]?.elements?.first?["dcat:contactPoint"]?.elements
        #expect(points?.count == 2)
        #expect(points?.first?["vcard:fn"]?.elements?.first?["@language"]?.text == "nl")
    }

    @Test func nothingIsSaidOfNothing() {
        var thing = RDFThing("https://a.be/x", .skos("Concept"))
        thing.say(.skos("broader"), [])
        #expect(thing.statements.isEmpty)
    }
}
