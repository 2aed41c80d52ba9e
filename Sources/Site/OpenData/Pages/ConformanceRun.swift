import Foundation

/// What other people's tools found in the open data, as `Tests/Conformance/run.py --record` wrote it down.
struct ConformanceRun: Decodable, Sendable {
    struct Part: Decodable, Sendable {
        /// The name of the test, such as `oai`.
        let name: String
        /// With their releases.
        let tools: [String]
        let passed: Int
        let failed: Int
    }

    /// ISO 8601.
    let date: String
    let parts: [Part]

    var checks: Int { parts.reduce(0) { $0 + $1.passed + $1.failed } }
    var failures: Int { parts.reduce(0) { $0 + $1.failed } }

    /// The run that comes with the program; nil where none was recorded.
    static let last = try? JSONDecoder().decode(ConformanceRun.self, from: Data(Embedded.conformanceRunJson.utf8))
}
