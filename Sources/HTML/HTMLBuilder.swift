/// Joins the statements of a `body`.
///
/// Each statement is written as soon as it is made, so that a body of any depth has one small type: the compiler and
/// the running program both have less to carry than with nested generic types.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression<Content: HTML>(_ content: Content) -> Content { content }
    package static func buildExpression(_ text: String) -> HTMLText { HTMLText(text) }

    package static func buildBlock() -> HTMLFragment { HTMLFragment() }

    package static func buildPartialBlock<Content: HTML>(first: Content) -> HTMLFragment {
        var fragment = HTMLFragment()
        first._render(into: &fragment.output)
        return fragment
    }

    package static func buildPartialBlock(first: HTMLFragment) -> HTMLFragment { first }

    package static func buildPartialBlock<Content: HTML>(
        accumulated: consuming HTMLFragment, next: Content
    ) -> HTMLFragment {
        var fragment = consume accumulated
        next._render(into: &fragment.output)
        return fragment
    }

    package static func buildOptional(_ content: HTMLFragment?) -> HTMLFragment { content ?? HTMLFragment() }
    package static func buildEither(first: HTMLFragment) -> HTMLFragment { first }
    package static func buildEither(second: HTMLFragment) -> HTMLFragment { second }

    package static func buildArray(_ content: [HTMLFragment]) -> HTMLFragment {
        var fragment = HTMLFragment()
        for part in content { fragment.output.write(part.output) }
        return fragment
    }
}

/// Markup that has been written.
package struct HTMLFragment: HTMLPrimitive {
    var output = HTMLOutput()

    package init() {}

    package func _render(into output: inout HTMLOutput) { output.write(self.output) }
}
