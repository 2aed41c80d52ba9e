import Foundation
import Testing

/// What is promised about safety names the tests that show it. They exist.
@Suite struct ThreatModelTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func everyNamedTestIsThere() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("docs/threat-model.md"), encoding: .utf8)
        let names = Set(
            text.matches(of: #/`([A-Za-z]+Tests|[a-z_]+_tests\.py|Tests\/[A-Za-z\/_.]+|Fuzzing\/[a-z.]+)`/#).map {
                String($0.1)
            })
        try #require(names.count > 40)
        let files = try #require(
            FileManager.default.enumerator(atPath: Self.root.appendingPathComponent("Tests").path)?.allObjects
                as? [String])
        let known = Set(files.map { ($0 as NSString).lastPathComponent })
        let rooms = Set(files.compactMap { $0.split(separator: "/").first.map(String.init) })
        for name in names.sorted() {
            if name.contains("/") {
                let path = Self.root.appendingPathComponent(name).path
                #expect(FileManager.default.fileExists(atPath: path), "\(name) is not there")
            } else {
                let isThere = known.contains(name) || known.contains("\(name).swift") || rooms.contains(name)
                #expect(isThere, "there is no \(name)")
            }
        }
    }
}
