/// A `mailto:` address with subject and text (RFC 6068: spaces as %20, not as plus signs).
struct MailLink {
    let subject: String
    let body: String

    var address: String { "mailto:?subject=\(encode(subject))&body=\(encode(body))" }

    private func encode(_ text: String) -> String { QueryItems.encode(text).replacing("+", with: "%20") }
}
