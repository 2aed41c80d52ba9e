/// An attribute that element `Tag` may have. A nil value writes the name alone, as in `checked`.
package struct HTMLAttribute<Tag>: Sendable {
    let name: StaticString
    let value: String?

    package init(_ name: StaticString, _ value: String?) {
        self.name = name
        self.value = value
    }
}

// MARK: Every element

extension HTMLAttribute {
    package static func `class`(_ value: String) -> Self { Self("class", value) }
    package static func id(_ value: String) -> Self { Self("id", value) }
    package static func lang(_ value: String) -> Self { Self("lang", value) }
    /// `no`: the same in every language.
    package static func translate(_ value: String) -> Self { Self("translate", value) }
    package static func dir(_ value: String) -> Self { Self("dir", value) }
    package static func title(_ value: String) -> Self { Self("title", value) }
    package static func role(_ value: String) -> Self { Self("role", value) }
    package static var hidden: Self { Self("hidden", nil) }
    package static func ariaLabel(_ value: String) -> Self { Self("aria-label", value) }
    package static func ariaLabelledBy(_ value: String) -> Self { Self("aria-labelledby", value) }
    package static func ariaDescribedBy(_ value: String) -> Self { Self("aria-describedby", value) }
    package static var ariaInvalid: Self { Self("aria-invalid", "true") }
    package static func ariaCurrent(_ value: String) -> Self { Self("aria-current", value) }
    package static var ariaHidden: Self { Self("aria-hidden", "true") }
}

// MARK: Scripts

extension HTMLAttribute {
    /// A value for a script; `name` begins with `data-`.
    package static func data(_ name: StaticString, _ value: String) -> Self { Self(name, value) }
}

extension HTMLAttribute where Tag == HTMLTag.script {
    /// Only addresses on this site are written.
    package static func src(_ address: String) -> Self {
        Self("src", address.hasPrefix("/") && !address.hasPrefix("//") ? address : "#")
    }
    package static var `defer`: Self { Self("defer", nil) }
}

// MARK: Addresses

/// Elements whose `href` a person follows.
package protocol HTMLLinking: HTMLTagDefinition {}

extension HTMLAttribute where Tag: HTMLLinking {
    /// Only addresses on this site and `http`, `https`, `mailto`, `tel` are written; anything else becomes `#`.
    package static func href(_ address: String) -> Self { Self("href", safeAddress(address)) }
    package static func hreflang(_ value: String) -> Self { Self("hreflang", value) }
    package static func rel(_ value: String) -> Self { Self("rel", value) }
}

func safeAddress(_ address: String) -> String {
    let isLocal =
        address.hasPrefix("#") || address.hasPrefix("?") || (address.hasPrefix("/") && !address.hasPrefix("//"))
    let schemes = ["https://", "http://", "mailto:", "tel:"]
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }
    return isPlain && (isLocal || schemes.contains { address.lowercased().hasPrefix($0) }) ? address : "#"
}

extension HTMLAttribute where Tag == HTMLTag.link {
    package static func type(_ value: String) -> Self { Self("type", value) }
}

// MARK: Forms

extension HTMLAttribute where Tag == HTMLTag.form {
    package static func action(_ address: String) -> Self { Self("action", safeAddress(address)) }
    package static func method(_ value: String) -> Self { Self("method", value) }
    package static func enctype(_ value: String) -> Self { Self("enctype", value) }
}

/// Elements that are part of what a form sends.
package protocol HTMLControl: HTMLTagDefinition {}

extension HTMLAttribute where Tag: HTMLControl {
    package static func name(_ value: String) -> Self { Self("name", value) }
    package static var required: Self { Self("required", nil) }
    package static func autocomplete(_ value: String) -> Self { Self("autocomplete", value) }
    package static func maxlength(_ value: Int) -> Self { Self("maxlength", String(value)) }
}

extension HTMLAttribute where Tag == HTMLTag.input {
    package static func type(_ value: String) -> Self { Self("type", value) }
    package static func value(_ value: String) -> Self { Self("value", value) }
    package static func min(_ value: Int) -> Self { Self("min", String(value)) }
    package static func max(_ value: Int) -> Self { Self("max", String(value)) }
    /// The id of a `datalist`.
    package static func list(_ id: String) -> Self { Self("list", id) }
    package static func inputmode(_ value: String) -> Self { Self("inputmode", value) }
    /// Of a file: what may be chosen.
    package static func accept(_ value: String) -> Self { Self("accept", value) }
    package static var checked: Self { Self("checked", nil) }
    package static func tabindex(_ value: Int) -> Self { Self("tabindex", String(value)) }
}

extension HTMLAttribute where Tag == HTMLTag.option {
    package static func value(_ value: String) -> Self { Self("value", value) }
    package static var selected: Self { Self("selected", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.optgroup {
    package static func label(_ value: String) -> Self { Self("label", value) }
}

extension HTMLAttribute where Tag == HTMLTag.textarea {
    package static func rows(_ value: Int) -> Self { Self("rows", String(value)) }
    package static var readonly: Self { Self("readonly", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.button {
    package static func type(_ value: String) -> Self { Self("type", value) }
    package static func value(_ value: String) -> Self { Self("value", value) }
}

extension HTMLAttribute where Tag == HTMLTag.label {
    package static func `for`(_ value: String) -> Self { Self("for", value) }
}

// MARK: Drawings

extension HTMLAttribute where Tag == HTMLTag.img {
    /// Only addresses on this site are written.
    package static func src(_ address: String) -> Self {
        Self("src", address.hasPrefix("/") && !address.hasPrefix("//") ? address : "#")
    }
    package static func alt(_ value: String) -> Self { Self("alt", value) }
    package static func width(_ value: Int) -> Self { Self("width", String(value)) }
    package static func height(_ value: Int) -> Self { Self("height", String(value)) }
    package static func loading(_ value: String) -> Self { Self("loading", value) }
}

extension HTMLAttribute where Tag == HTMLTag.svg {
    package static func viewBox(_ value: String) -> Self { Self("viewBox", value) }
}

extension HTMLAttribute where Tag == HTMLTag.path {
    package static func d(_ value: String) -> Self { Self("d", value) }
}

// MARK: Others

extension HTMLAttribute where Tag == HTMLTag.meta {
    package static func name(_ value: String) -> Self { Self("name", value) }
    package static func content(_ value: String) -> Self { Self("content", value) }
    package static func charset(_ value: String) -> Self { Self("charset", value) }
}

extension HTMLAttribute where Tag == HTMLTag.time {
    package static func datetime(_ value: String) -> Self { Self("datetime", value) }
}

extension HTMLAttribute where Tag == HTMLTag.details {
    package static var open: Self { Self("open", nil) }
}

extension HTMLAttribute where Tag == HTMLTag.div {
    package static func tabindex(_ value: Int) -> Self { Self("tabindex", String(value)) }
}

extension HTMLAttribute where Tag == HTMLTag.main {
    package static func tabindex(_ value: Int) -> Self { Self("tabindex", String(value)) }
}

extension HTMLAttribute where Tag == HTMLTag.th {
    package static func scope(_ value: String) -> Self { Self("scope", value) }
}
