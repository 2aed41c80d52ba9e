/// Whether a page may stand in a frame of another site, and may hold frames itself. Almost no page may either.
enum Framing: Int, CaseIterable, Sendable {
    case none
    /// It is made for frames of whatever site. It has neither scripts nor cookies, and nothing on it changes anything.
    case shown
    /// It shows pages of this site in frames.
    case holding

    /// The rule for browsers (https://www.w3.org/TR/CSP3/).
    var policy: String {
        switch self {
        case .none: Self.usual + "frame-ancestors 'none'"
        case .holding: Self.usual + "frame-src 'self'; frame-ancestors 'none'"
        case .shown:
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                + "frame-ancestors *"
        }
    }

    private static let usual =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
}
