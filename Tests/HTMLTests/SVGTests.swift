import Testing

@testable import HTML

@Suite struct SVGTests {
    @Test func writesShapesThatCloseThemselves() {
        let drawing = svg(.viewBox(width: 100, height: 62.5), .role("img")) {
            SVG.g(.class("marks"), .transform(.translate(2, -3.456))) {
                SVG.rect(.x(1), .y(.percent(12.5)), .width(.rem(2)), .height(3), .rx(2)).attributes(
                    .fill(.none), when: true)
                SVG.circle(.cx(.percent(1.0 / 3)), .cy(4), .r(0.5))
            }
            SVG.path(.d("M0 0h3"))
        }
        #expect(
            drawing.render()
                == "<svg viewBox=\"0 0 100 62.5\" role=\"img\"><g class=\"marks\" transform=\"translate(2 -3.46)\">"
                + "<rect x=\"1\" y=\"12.5%\" width=\"2rem\" height=\"3\" rx=\"2\" fill=\"none\"/>"
                + "<circle cx=\"0.33%\" cy=\"4\" r=\"0.5\"/></g><path d=\"M0 0h3\"/></svg>")
    }

    @Test(
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (0.004, "0"), (0.005, "0.01"), (-0.004, "0"),
            (2.30, "2.3"),
            (99.999, "100"), (1.05, "1.05"), (-0.25, "-0.25"), (1e30, "0"), (.nan, "0"), (.infinity, "0"),
        ] as [(Double, String)])
    func roundsNumbersToTwoDecimals(_ value: Double, _ text: String) {
        #expect(SVGNumber(value).description == text)
    }

    @Test func escapesWordsInDrawings() {
        let hostile = "</title><script>\"&"
        #expect(SVG.title { hostile }.render() == "<title>&lt;/title&gt;&lt;script&gt;\"&amp;</title>")
        #expect(
            SVG.text(.x(1), .y(2), .textAnchor(.end)) { SVG.tspan(.dy(.em(1.2))) { hostile } }.render()
                == "<text x=\"1\" y=\"2\" text-anchor=\"end\"><tspan dy=\"1.2em\">&lt;/title&gt;&lt;script&gt;\"&amp;</tspan></text>"
        )
        #expect(SVG.g(.ariaLabel("\"><x")) { "" }.render() == "<g aria-label=\"&quot;&gt;&lt;x\"></g>")
    }

    @Test(arguments: ["javascript:alert(1)", "data:text/html,x", "//evil.example", ""])
    func linksInDrawingsLeadOnlyToSafeAddresses(_ address: String) {
        #expect(SVG.a(.href(address)) { SVG.circle(.r(1)) }.render() == "<a href=\"#\"><circle r=\"1\"/></a>")
    }

    @Test func refersOnlyToThePageItself() {
        #expect(SVG.use(.reference("thin")).render() == "<use href=\"#thin\"/>")
        #expect(SVG.use(.reference("x\"//evil.example/y")).render() == "<use href=\"#xevilexampley\"/>")
        #expect(SVG.rect(.fill(.pattern("a) url(//evil.example"))).render() == "<rect fill=\"url(#aurlevilexample)\"/>")
    }

    @Test func patternsAndPointsAreWritten() {
        let pattern = SVG.pattern(
            .id("p"), .inUserSpace, .width(6), .height(6), .patternTransform(.rotate(45))
        ) { SVG.line(.x1(0), .y1(0), .x2(0), .y2(6), .strokeWidth(1.25)) }
        #expect(
            SVG.defs { pattern }.render()
                == "<defs><pattern id=\"p\" patternUnits=\"userSpaceOnUse\" width=\"6\" height=\"6\" "
                + "patternTransform=\"rotate(45)\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" stroke-width=\"1.25\"/>"
                + "</pattern></defs>")
        #expect(
            SVG.polygon(.points([(0, 0), (1.005, 2), (-3, 4.5)]), .nonScalingStroke).render()
                == "<polygon points=\"0,0 1,2 -3,4.5\" vector-effect=\"non-scaling-stroke\"/>")
    }

    @Test func aTreeReadsDrawingsBack() {
        let drawing = svg(.width(.percent(100)), .height(12)) {
            SVG.title { "T & <t>" }
            SVG.rect(.width(.percent(50)), .height(12))
            SVG.text(.x(3)) { "5" }
        }
        let tree = HTMLTree(drawing)
        #expect(tree.nodes.first?.element?.children.compactMap(\.element?.name) == ["title", "rect", "text"])
        #expect(HTMLTree(tree).render() == tree.render())
    }
}
