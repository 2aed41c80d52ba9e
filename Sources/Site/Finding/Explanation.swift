import Foundation
import Search

/// Every part of a score, a line each, for editors and for those who tune the search.
struct Explanation {
    let lines: [String]

    init(_ hit: Hit) {
        let sum = hit.contributions.reduce(0) { $0 + $1.score }
        lines =
            hit.contributions.map { part in
                "\(Self.number(part.score))  ‘\(part.word)’ \(Self.cause(part.cause)) ‘\(part.term)’ [\(part.language)]"
                    + " in \(part.fields.joined(separator: ", "))"
            } + ["\(Self.number(sum))  sum"]
            + hit.factors.map { factor in
                factor.cause == .pinned
                    ? "= \(Self.number(factor.value))  channel for what was asked"
                    : "× \(Self.number(factor.value))  \(Self.names[factor.cause] ?? "")"
            }
    }

    private static func number(_ value: Double) -> String { String(format: "%.3f", value) }

    private static func cause(_ cause: Contribution.Cause) -> String {
        switch cause {
        case .word: "is"
        case .beginning: "begins"
        case .parts: "is made of"
        case .error(let word): "is taken for ‘\(word)’:"
        case .concept(_, let value): "means \(value):"
        }
    }

    private static let names: [Factor.Cause: String] = [
        .wordsFound: "share of the words that are found, squared", .document: "state of the record",
        .preference: "language or audience", .span: "age", .name: "is its name, or part of it",
    ]
}
