import Catalogue
import Foundation
import Testing

@testable import Site

/// The example dashboard and the alerts (docs/watching) ask for nothing that the site does not say.
@Suite struct WatchingFilesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/watching")

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Self.folder.appendingPathComponent(name), encoding: .utf8)
    }

    private func names(in text: String) -> Set<String> {
        Set(text.matches(of: #/\b(betternet|process)_[a-z_]+/#).map { String($0.output.0) })
    }

    /// What `/metrics` says on a site that has had a backup, with all that a machine tells.
    private func said() async throws -> (names: Set<String>, labels: Set<String>) {
        let site = try TestSite(
            TestSite.shipped.snapshot, clock: TestSite.noon, logger: SiteLog(write: { _ in }).logger)
        let watchman = Watchman(site: site.site.environment)
        await watchman.probe()
        await watchman.count()
        let text = try await site.get("/metrics").body
        var names = Set(try FiguresTests.read(text).keys.map { String($0.prefix { $0 != "{" }) })
        // Only a site that was backed up and whose revision has a date says these.
        names.formUnion(["betternet_backup_timestamp_seconds", "betternet_snapshot_made_timestamp_seconds"])
        return (names, Set(text.matches(of: #/([a-z]+)="/#).map { String($0.output.1) }))
    }

    @Test(arguments: ["dashboard.json", "alerts.yaml", "README.md"])
    func everyFigureTheyNameExists(_ file: String) async throws {
        let (known, _) = try await said()
        let families = Set(known.map { $0.replacing(#/_(bucket|sum|count)$/#, with: "") })
        let named = names(in: try text(file))
        #expect(named.count >= 5)
        for name in named { #expect(known.contains(name) || families.contains(name), "\(file): \(name)") }
    }

    @Test func everyLabelTheyNameExists() async throws {
        let (_, labels) = try await said()
        for file in ["dashboard.json", "alerts.yaml"] {
            let text = try text(file).replacing("\\\"", with: "\"")
            for match in text.matches(of: #/[{,]\s*([a-z]+)(?:=~|!=|!~|=)"/#) {
                // Prometheus itself adds two.
                let known = labels.union(["instance", "job"])
                #expect(known.contains(String(match.output.1)), "\(file): \(match.output.0)")
            }
        }
    }

    @Test func everyFigureIsExplained() async throws {
        let explained = names(in: try text("README.md"))
        for name in try await said().names {
            let family = name.replacing(#/_(bucket|sum|count)$/#, with: "")
            #expect(explained.contains(name) || explained.contains(family), "README.md does not explain \(name)")
        }
    }

    @Test func theDashboardIsJSON() throws {
        let file = try JSONSerialization.jsonObject(with: Data(try text("dashboard.json").utf8)) as? [String: Any]
        #expect((file?["panels"] as? [Any])?.count ?? 0 > 10)
    }
}
