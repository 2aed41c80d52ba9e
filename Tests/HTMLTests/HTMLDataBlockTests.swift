import Foundation
import Testing

@testable import HTML

@Suite struct HTMLDataBlockTests {
    @Test func writesJSONAsItIs() {
        let block = HTMLDataBlock("application/ld+json", json: Array(#"{"name":"Awel ‘102’"}"#.utf8))
        #expect(block.render() == #"<script type="application/ld+json">{"name":"Awel ‘102’"}</script>"#)
    }

    @Test(arguments: ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;/script&gt;", "<>&<>&"])
    func nothingInItEndsItOrBeginsAnother(_ text: String) throws {
        let json = try JSONEncoder().encode([text])
        let markup = HTMLDataBlock("application/ld+json", json: Array(json)).render()
        let inside = markup.dropFirst(#"<script type="application/ld+json">"#.count).dropLast("</script>".count)
        #expect(!inside.contains { "<>&".contains($0) })
        #expect(try JSONDecoder().decode([String].self, from: Data(inside.utf8)) == [text])
    }

    @Test func aTreeKeepsIt() {
        let block = HTMLDataBlock("application/ld+json", json: Array(#"{"a":"1 < 2"}"#.utf8))
        let markup = p { block }.render()
        #expect(HTMLTree(p { block }).render() == markup)
    }
}
