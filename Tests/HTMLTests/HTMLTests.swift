import Testing

@testable import HTML

@Suite struct HTMLTests {
    @Test func writesElementsAndAttributes() {
        let markup = div(.class("a"), .id("b")) {
            p { "one" }
            input(.type("checkbox"), .name("n"), .value("v")).attributes(.checked, when: true).attributes(
                .required, when: false)
        }
        #expect(
            markup.render()
                == #"<div class="a" id="b"><p>one</p><input type="checkbox" name="n" value="v" checked></div>"#)
    }

    @Test func escapesText() {
        #expect(p { "<script>&\"'" }.render() == "<p>&lt;script&gt;&amp;\"'</p>")
        #expect(p { "a\u{0}b" }.render() == "<p>ab</p>")
    }

    @Test func escapesAttributes() {
        #expect(p(.title("\"><script>&")) { "" }.render() == "<p title=\"&quot;&gt;&lt;script&gt;&amp;\"></p>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example",
        "/\\evil.example",
        " https://a.be", "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "evil", "",
    ])
    func linksOnlyToSafeAddresses(_ address: String) {
        #expect(a(.href(address)) { "x" }.render() == "<a href=\"#\">x</a>")
    }

    @Test(arguments: ["/nl/", "#main", "?keep=a", "https://a.be/x?y=z", "mailto:a@b.be", "tel:116000"])
    func linksToSafeAddresses(_ address: String) {
        #expect(a(.href(address)) { "x" }.render() == "<a href=\"\(address)\">x</a>")
    }

    @Test func choosesAndRepeats() {
        struct List: HTML {
            let names: [String]
            var body: some HTML {
                if names.isEmpty { p { "none" } } else { ul { for name in names { li { name } } } }
            }
        }
        #expect(List(names: []).render() == "<p>none</p>")
        #expect(List(names: ["a", "<b>"]).render() == "<ul><li>a</li><li>&lt;b&gt;</li></ul>")
    }

    @Test func makesADocument() {
        struct Page: HTMLDocument {
            var language: String { "nl" }
            var title: String { "T<" }
            var headContent: some HTML { "" }
            var bodyContent: some HTML { main { "x" } }
        }
        #expect(
            Page().render()
                == "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>T&lt;</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"></head><body><main>x</main></body></html>"
        )
    }
}
