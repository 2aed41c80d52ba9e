import Foundation

/// An absolute `http` or `https` address. Holding one means that it was checked.
package struct WebAddress: Hashable, Codable, Sendable, CustomStringConvertible {
    package let description: String

    /// Nil unless `text` is an absolute web address with a host and without spaces or control characters.
    package init?(_ text: String) {
        guard text.utf8.count <= 2_000,
            text.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7F && !"<>\"`{}\\^|".unicodeScalars.contains($0)
            }),
            let components = URLComponents(string: text),
            let scheme = components.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = components.host, host.contains("."), !host.hasPrefix("."), !host.hasSuffix("."),
            components.user == nil, components.password == nil
        else { return nil }
        description = text
    }

    /// The host without `www.`, as people say it: `childfocus.be`.
    package var site: String {
        let host = URLComponents(string: description)?.host?.lowercased() ?? description
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// Whether the address is that of a document to download rather than of a page.
    package var isDownload: Bool {
        let path = URLComponents(string: description)?.path.lowercased() ?? ""
        return [".pdf", ".zip", ".docx", ".pptx", ".odt"].contains { path.hasSuffix($0) }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let address = WebAddress(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a web address")
        }
        self = address
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
