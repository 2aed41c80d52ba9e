import HTTPTypes

/// The headers that every answer carries, errors included (docs/threat-model.md says what each is against).
struct SecurityHeaders: Sendable {
    private let fields: [(HTTPField.Name, String)]
    /// Whether readers come by `https`.
    let isSecure: Bool

    init(isSecure: Bool) {
        var fields: [(String, String)] = [
            (
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; manifest-src 'self'; worker-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            (
                "Permissions-Policy",
                "camera=(), geolocation=(), microphone=(), payment=(), usb=(), serial=(), interest-cohort=()"
            ),
        ]
        if isSecure { fields.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains")) }
        self.isSecure = isSecure
        self.fields = fields.compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
    }

    func add(to headers: inout HTTPFields) {
        for (name, value) in fields { headers[name] = value }
    }
}
