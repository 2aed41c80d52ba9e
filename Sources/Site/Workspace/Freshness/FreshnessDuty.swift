import Catalogue
import Editorial
import Guidance
import Logging
import NIOPosix

extension Housekeeping {
    /// Once a day: asks owners, tells coordinators, sets aside channels that nobody verified for too long.
    func tendFreshness() async {
        do {
            guard try await site.workspace.take(.freshness, every: 1) else { return }
            let today = site.workspace.today
            try await site.workspace.tendFreshness { channel, catalogue in
                // Every minute of two years is gone through: not on a thread that answers readers.
                try await NIOThreadPool.singleton.runIfActive {
                    HelpWithout(channel, catalogue, on: today).goesOn
                }
            }
            await refresh()
        } catch {
            site.logger.failed("entries could not be tended", error, level: .error)
        }
    }
}

/// What help would be without one channel.
struct HelpWithout: Sendable {
    private let channel: Record
    private let before: Catalogue
    private let day: CivilDay

    init(_ channel: Record, _ catalogue: Catalogue, on day: CivilDay) {
        self.channel = channel
        before = catalogue
        self.day = day
    }

    /// Whether the guides keep all that they promise, this year and the next: somebody at each end, and at each urgent end
    /// at every minute. What they did not keep before is no reason.
    var goesOn: Bool {
        let guides = before.records.filter { guide in
            guide.guide?.ends.contains { $0.channels.contains(channel.id) } ?? false
        }
        guard !guides.isEmpty else { return true }
        var aside = channel
        aside.setAside = PartialDate(day)
        let after = before.replacing([aside])
        return [day.year, day.year + 1].allSatisfy { year in
            let known = Set(GuideCheck(before, year: year).findings(for: guides).filter(\.isFault))
            return GuideCheck(after, year: year).findings(for: guides).filter(\.isFault).allSatisfy(known.contains)
        }
    }
}
