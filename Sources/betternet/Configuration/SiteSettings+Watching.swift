import Logging
import Site

extension LoadLimits {
    /// As much as was set; for the rest what this has.
    func set(by configured: Configured) -> LoadLimits {
        var limits = self
        limits.reading.waiting = configured.number(.mostWaiting) ?? limits.reading.waiting
        limits.reading.patience = configured.number(.longestWait).map { .seconds($0) } ?? limits.reading.patience
        limits.mostSearches = configured.number(.mostSearches) ?? limits.mostSearches
        return limits
    }
}

extension MetricsAccess {
    init(_ configured: Configured) throws {
        self.init()
        let setting: Setting = configured.said(.metricsToken) == nil ? .metricsTokenFile : .metricsToken
        token = try configured.text(.metricsToken) ?? SecretFile.text(.metricsTokenFile, in: configured)
        if let token, token.count < Self.shortestToken {
            throw configured.refusal(
                setting, "is too short",
                "take \(Self.shortestToken) characters or more, such as of openssl rand -hex 16")
        }
        let names = configured.list(.metricsFrom) ?? []
        do throws(TrustedProxies.Fault) { networks = try TrustedProxies(names) } catch {
            throw configured.refusal(.metricsFrom, "names what can't be understood", error.description)
        }
    }
}

extension SiteLog {
    init(_ configured: Configured) {
        let usual = SiteLog()
        self.init(
            format: configured.text(.logFormat).flatMap { Format(rawValue: $0) } ?? usual.format,
            level: configured.text(.logLevel).flatMap { Logger.Level(rawValue: $0) } ?? usual.level)
    }
}
