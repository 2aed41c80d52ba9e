/// Text, escaped when it is written.
package struct HTMLText: HTMLPrimitive {
    let text: String

    package init(_ text: String) { self.text = text }

    package func _render(into output: inout HTMLOutput) { output.write(text: text) }
}

/// Markup that is trusted as it is: the one road past escaping.
///
/// Only for markup that comes with the program (icons), never for anything out of a catalogue or a request.
package struct HTMLRaw: HTMLPrimitive {
    let markup: String

    package init(_ markup: String) { self.markup = markup }

    package func _render(into output: inout HTMLOutput) { output.write(raw: markup) }
}
