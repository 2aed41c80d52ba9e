/// Data for programs in the head of a page: a script element that no browser runs
/// (https://html.spec.whatwg.org/multipage/scripting.html#data-block).
///
/// `json` is a JSON text out of a writer of JSON. Whatever stands in it, it can't end the element or begin another one:
/// outside of strings JSON has no `<`, `>` or `&`, and within them they are written as escapes that mean the same.
package struct HTMLDataBlock: HTMLPrimitive {
    private let mediaType: StaticString
    private let json: [UInt8]

    package init(_ mediaType: StaticString, json: [UInt8]) {
        self.mediaType = mediaType
        self.json = json
    }

    package func _render(into output: inout HTMLOutput) {
        output.write(markup: "<script type=\"")
        output.write(markup: mediaType)
        output.write(markup: "\">")
        output.write(json: json)
        output.write(markup: "</script>")
    }
}
