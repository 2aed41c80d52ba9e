import Catalogue
import Editorial
import Intake
import Logging

extension Housekeeping {
    /// Once a day: the weekly letters of those whose week is over.
    func writeDigests() async {
        do {
            guard try await site.workspace.take(.digest, every: 1) else { return }
            try await site.workspace.sendDigests { try await site.openReports(of: $0) }
        } catch {
            site.logger.failed("weekly letters could not be written", error, level: .error)
        }
    }
}

extension SiteEnvironment {
    /// How many reports of an inbox wait; what they say stays sealed.
    func openReports(of organisation: RecordID) async throws -> Int {
        try await reporting?.vault.reports(of: organisation).count { $0.status == .new || $0.status == .open } ?? 0
    }
}
