import Catalogue
import Editorial
import Foundation
import Outbound
import Site

/// Everything that `betternet serve` was told, checked.
struct ServeConfiguration: Sendable {
    var listening: Listening
    var site: SiteSettings
    let log: SiteLog
    let fill: [String]
    let mail: MailChoice
    let checksLinks: Bool
    let harvests: Bool
    /// Which machines entries may be fetched from.
    let outside: AddressRules

    init(_ configured: Configured, data: String) throws {
        listening = try Listening(configured)
        site = SiteSettings(publicAddress: try Self.publicAddress(configured))
        site.mostReports = configured.number(.mostReports) ?? site.mostReports
        site.keepsClosedDays = configured.number(.keepClosed) ?? site.keepsClosedDays
        site.proxies = try TrustedProxies(configured)
        site.load = site.load.set(by: configured)
        site.metrics = try MetricsAccess(configured)
        site.freshness = try Self.freshness(configured)
        site.sender = configured.text(.mailFrom) ?? site.sender
        log = SiteLog(configured)
        fill = configured.list(.fill) ?? []
        mail = try MailChoice(configured, data: data)
        checksLinks = configured.isOn(.checkLinks) ?? true
        harvests = configured.isOn(.harvest) ?? true
        let exempt = configured.list(.allowPrivate) ?? []
        for text in exempt where IPAddress(text) == nil {
            throw configured.refusal(.allowPrivate, "names ‘\(text)’", "each is an IP address such as 10.0.0.7")
        }
        outside = AddressRules(exempt: Set(exempt.compactMap { IPAddress($0) }))
    }

    /// Where readers reach the site: as was set, or else where it listens.
    static func publicAddress(_ configured: Configured) throws -> String {
        guard let url = configured.text(.url) else { return Listening(place: configured).address }
        guard PublicAddress.isRight(url) else {
            throw configured.refusal(.url, "is ‘\(url)’", PublicAddress.rule)
        }
        return url
    }

    private static func freshness(_ configured: Configured) throws -> FreshnessRules {
        var rules = FreshnessRules()
        rules.channelDays = configured.number(.verifyChannels) ?? rules.channelDays
        rules.otherDays = configured.number(.verifyOthers) ?? rules.otherDays
        if let text = configured.text(.hideUnverified) {
            rules.hidingDays = text == "never" ? nil : Int(text)
            guard text == "never" || rules.hidingDays != nil, rules.warnsBeforeHiding else {
                throw configured.refusal(
                    .hideUnverified, "is ‘\(text)’",
                    "it is ‘never’ or a number of days from \(rules.leastHidingDays) to 36500")
            }
        } else if !rules.warnsBeforeHiding {
            throw configured.refusal(
                .verifyChannels,
                "leaves no time to warn before a channel is set aside after \(rules.hidingDays ?? 0) days",
                "set hide-unverified to \(rules.leastHidingDays) or more, or to never")
        }
        return rules
    }
}
