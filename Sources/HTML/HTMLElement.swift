/// The name of an element and which attributes it may have.
package protocol HTMLTagDefinition: Sendable {
    static var name: StaticString { get }
}

package enum HTMLTag {}

/// An element with content.
package struct HTMLElement<Tag: HTMLTagDefinition>: HTMLPrimitive {
    private var attributes: [HTMLAttribute<Tag>]
    private let content: HTMLFragment

    package init(_ attributes: HTMLAttribute<Tag>..., @HTMLBuilder content: () -> HTMLFragment) {
        self.attributes = attributes
        self.content = content()
    }

    package func _render(into output: inout HTMLOutput) {
        output.writeStart(Tag.name, attributes)
        output.write(content.output)
        output.write(markup: "</")
        output.write(markup: Tag.name)
        output.write(markup: ">")
    }

    /// The same element with further attributes, if `condition` holds.
    package func attributes(_ more: HTMLAttribute<Tag>..., when condition: Bool = true) -> Self {
        guard condition else { return self }
        var copy = self
        copy.attributes += more
        return copy
    }
}

/// An element that can't have content, such as `input`.
package struct HTMLVoidElement<Tag: HTMLTagDefinition>: HTMLPrimitive {
    private var attributes: [HTMLAttribute<Tag>]

    package init(_ attributes: HTMLAttribute<Tag>...) { self.attributes = attributes }

    package func _render(into output: inout HTMLOutput) { output.writeStart(Tag.name, attributes) }

    package func attributes(_ more: HTMLAttribute<Tag>..., when condition: Bool = true) -> Self {
        guard condition else { return self }
        var copy = self
        copy.attributes += more
        return copy
    }
}

extension HTMLOutput {
    /// `isClosed`: `<rect/>`, which only drawings have.
    mutating func writeStart<Tag>(
        _ name: StaticString, _ attributes: [HTMLAttribute<Tag>], isClosed: Bool = false
    ) {
        write(markup: "<")
        write(markup: name)
        for attribute in attributes {
            write(markup: " ")
            write(markup: attribute.name)
            if let value = attribute.value {
                write(markup: "=\"")
                write(attribute: value)
                write(markup: "\"")
            }
        }
        write(markup: isClosed ? "/>" : ">")
    }
}
