// Frames, and links that leave one.

extension HTMLTag {
    package enum iframe: HTMLTagDefinition { package static let name: StaticString = "iframe" }
}

package typealias iframe = HTMLElement<HTMLTag.iframe>

extension HTMLAttribute where Tag == HTMLTag.iframe {
    /// Only addresses on this site are written.
    package static func src(_ address: String) -> Self {
        Self("src", address.hasPrefix("/") && !address.hasPrefix("//") ? address : "#")
    }
    /// Pixels of CSS.
    package static func width(_ value: Int) -> Self { Self("width", String(value)) }
    package static func height(_ value: Int) -> Self { Self("height", String(value)) }
}

extension HTMLAttribute where Tag == HTMLTag.a {
    /// Opens in a new tab.
    package static var newTab: Self { Self("target", "_blank") }
}

extension HTMLAttribute where Tag == HTMLTag.form {
    /// Its answer opens in a new tab.
    package static var newTab: Self { Self("target", "_blank") }
}
