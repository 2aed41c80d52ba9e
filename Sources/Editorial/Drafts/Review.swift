import Catalogue

/// What the second organisation found, criterion by criterion.
package struct Review: Hashable, Codable, Sendable {
    /// At most this many characters of one ground, and of the reasons of a decision.
    package static let longestGround = 2_000

    package struct Finding: Hashable, Codable, Sendable {
        package var criterion: Criterion
        package var isMet: Bool
        /// Why: obligatory, met or not.
        package var ground: String

        package init(criterion: Criterion, isMet: Bool, ground: String) {
            self.criterion = criterion
            self.isMet = isMet
            self.ground = ground
        }
    }

    package var findings: [Finding]

    package init(findings: [Finding]) { self.findings = findings }

    package subscript(criterion: Criterion) -> Finding? { findings.first { $0.criterion == criterion } }

    /// Whether every criterion is met, with a ground for each.
    package var isComplete: Bool { isGrounded && Criterion.allCases.allSatisfy { self[$0]?.isMet ?? false } }

    /// Whether nothing is found without a ground, or found twice.
    package var isGrounded: Bool {
        findings.allSatisfy { !$0.ground.isEmpty && $0.ground.count <= Self.longestGround }
            && Set(findings.map(\.criterion)).count == findings.count
    }
}

/// The criteria of the editorial charter. The raw value is kept: never change one.
package enum Criterion: String, CaseIterable, Codable, Sendable {
    /// It helps children and young people, or those around them, to a better internet.
    case mission
    /// The facts are on the pages that are named as sources.
    case facts
    /// It fits the ages and the people it is said to be for.
    case audience
    /// It sells nothing, and says who pays for it.
    case independence
    /// It respects privacy and does no harm.
    case safety
    /// The texts are plain and warm, and say the same in every language.
    case texts
}
