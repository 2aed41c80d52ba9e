import HTTPTypes

/// The headers that every answer carries, errors included (docs/threat-model.md says what each is against).
struct SecurityHeaders: Sendable {
    private let fields: [Framing: [(HTTPField.Name, String)]]
    /// Whether readers come by `https`.
    let isSecure: Bool

    init(isSecure: Bool) {
        self.isSecure = isSecure
        fields = Dictionary(
            uniqueKeysWithValues: Framing.allCases.map { framing in
                (framing, Self.fields(for: framing, isSecure: isSecure))
            })
    }

    private static func fields(for framing: Framing, isSecure: Bool) -> [(HTTPField.Name, String)] {
        let isShown = framing == .shown
        var fields: [(String, String)] = [
            ("Content-Security-Policy", framing.policy),
            ("X-Content-Type-Options", "nosniff"),
            // A frame tells nobody on which page it stands.
            ("Referrer-Policy", isShown ? "no-referrer" : "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", isShown ? "cross-origin" : "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), interest-cohort=()"
            ),
        ]
        if !isShown { fields.append(("X-Frame-Options", "DENY")) }
        if isSecure { fields.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains")) }
        return fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    /// As they go over the wire, each with its end of line.
    func lines(for framing: Framing) -> String {
        (fields[framing] ?? []).map { "\($0.rawName): \($1)\r\n" }.joined()
    }

    /// An answer that says itself that it has to do with frames (``ReadyPage/framing``) keeps its rule.
    func add(to headers: inout HTTPFields) {
        let own = headers[.contentSecurityPolicy]
        let framing = own.flatMap { rule in Framing.allCases.first { $0.policy == rule } } ?? .none
        for (name, value) in fields[framing] ?? [] { headers[name] = value }
    }
}
