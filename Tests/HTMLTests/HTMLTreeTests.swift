import Testing

@testable import HTML

@Suite("Markup read back as a tree")
struct HTMLTreeTests {
    @Test("What was written comes out as it went in")
    func roundTrip() {
        let page = div(.class("a b"), .id("x")) {
            p { "1 < 2 & \"3\"" }
            input(.type("search"), .name("q"), .value("a \"quoted\" <value>"), .required)
            br()
            ul { for number in 1...3 { li { a(.href("/nl/?a=1&b=2")) { "\(number)" } } } }
        }
        #expect(HTMLTree(page).render() == page.render())
    }

    @Test("Elements, attributes and texts are found, and can be changed")
    func changes() {
        var tree = HTMLTree(section(.class("one two"), .ariaLabelledBy("t")) { h2(.id("t")) { "Title" } })
        guard var element = tree.nodes.first?.element else {
            Issue.record("no element")
            return
        }
        #expect(element.name == "section" && element.classes == ["one", "two"] && tree.nodes[0].text == "Title")
        element["class"] = nil
        element["lang"] = "fr"
        tree.nodes = [.element(element)]
        #expect(tree.render() == "<section aria-labelledby=\"t\" lang=\"fr\"><h2 id=\"t\">Title</h2></section>")
    }

    @Test("A whole document, with drawings that leave quotes out")
    func document() {
        let markup = HTMLRaw(
            "<!DOCTYPE html>\n<html lang=\"nl\"><body><svg class=i viewBox=\"0 0 1 1\" aria-hidden=true><path d=\"M0 0\"/></svg></body></html>"
        )
        let tree = HTMLTree(markup)
        #expect(tree.render().hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
        #expect(
            tree.render().contains(
                "<svg class=\"i\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path d=\"M0 0\"></path></svg>"))
    }
}
