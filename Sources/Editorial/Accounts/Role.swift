/// What an account is there for. An account may have several. The raw value is kept: never change one.
package enum Role: String, CaseIterable, Codable, Sendable {
    /// Writes drafts for one organisation.
    case contributor
    /// Writes, verifies, and reviews what other organisations wrote.
    case editor
    /// Keeps the whole consortium going.
    case coordinator
    /// Opens the reports that an organisation receives.
    case handler
    /// Reads the figures.
    case reader

    /// Whether it may only be used with a second factor.
    package var needsSecondFactor: Bool { self == .coordinator || self == .handler }

    /// Whether it means nothing without an organisation.
    package var needsOrganisation: Bool { self == .contributor || self == .editor || self == .handler }
}
