import Catalogue

extension WebAddress {
    /// The domain that somebody registered, without what stands before it: `mediawijs.be` of
    /// `https://onbeperkt.mediawijs.be/over`. Nil on platforms, where a domain says nothing about who is behind a page.
    var registeredDomain: String? { Self.registered(host: comparableHost) }

    /// The page without what may differ between two ways to write it down: scheme, `www.`, language, the last slash and
    /// what counts visits. `mediawijs.be/over` of `https://www.mediawijs.be/nl/over/?utm_source=mail`.
    var comparablePage: String {
        var labels = comparableHost.split(separator: ".")
        if labels.count > 2, Self.isLanguage(labels[0]) { labels.removeFirst() }
        let address = afterScheme.prefix { $0 != "#" }
        let beforeQuery = address.prefix { $0 != "?" }
        var steps = beforeQuery.split(separator: "/").dropFirst().map { $0.lowercased() }
        if let first = steps.first, Self.isLanguage(first) { steps.removeFirst() }
        if let last = steps.last, last.hasPrefix("index.") { steps.removeLast() }
        let query = address.dropFirst(beforeQuery.count + 1).split(separator: "&").filter { part in
            let name = part.prefix { $0 != "=" }
            return !name.hasPrefix("utm_") && !["lang", "language", "langue", "taal"].contains(name)
        }.sorted()
        let page = labels.joined(separator: ".") + steps.map { "/" + $0 }.joined()
        return query.isEmpty ? page : page + "?" + query.joined(separator: "&")
    }

    /// In small letters, without `www.` and the number of a port.
    private var comparableHost: String {
        let host = afterScheme.prefix { !"/?#:".contains($0) }.lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// A checked address has a scheme and no account before its host. Taken apart here, because this is done for
    /// thousands of addresses while somebody waits, and `URLComponents` takes its time.
    private var afterScheme: Substring {
        description.firstIndex(of: ":").map { description[$0...].drop { $0 == ":" || $0 == "/" } } ?? description[...]
    }

    /// The domain of the organisation behind an e-mail address; nil for providers of mail boxes.
    static func registeredDomain(ofEmail address: String) -> String? {
        guard let host = address.lowercased().split(separator: "@").last.map(String.init),
            !mailProviders.contains(host)
        else { return nil }
        return registered(host: host)
    }

    private static func registered(host: String) -> String? {
        let labels = host.split(separator: ".")
        let short = labels.suffix(2).joined(separator: ".")
        let domain = sharedHomes.contains(short) ? labels.suffix(3).joined(separator: ".") : short
        return platforms.contains(domain) ? nil : domain
    }

    /// `nl`, `fr-be`, `de_DE`.
    private static func isLanguage(_ step: some StringProtocol) -> Bool {
        let parts = step.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let first = parts.first, Language(rawValue: String(first)) != nil else { return false }
        return parts.count == 1 || (parts.count == 2 && parts[1].count == 2)
    }

    /// Domains below which others have theirs: those of authorities, of countries' second levels and of makers of sites.
    /// The whole list that browsers use (https://publicsuffix.org) changes weekly; these are the ones that matter here.
    private static let sharedHomes: Set<String> = [
        "belgium.be", "fgov.be", "cfwb.be", "vlaanderen.be", "wallonie.be", "irisnet.be", "europa.eu", "ac.be", "co.uk",
        "org.uk", "ac.uk", "gov.uk", "wordpress.com", "blogspot.com", "blogspot.be", "github.io", "wixsite.com",
        "weebly.com", "webnode.be", "netlify.app", "over-blog.com",
    ]

    private static let platforms: Set<String> = [
        "facebook.com", "instagram.com", "youtube.com", "youtu.be", "tiktok.com", "linkedin.com", "twitter.com",
        "x.com",
        "vimeo.com", "issuu.com", "google.com", "apple.com", "ec.europa.eu", "forms.gle", "office.com",
        "sharepoint.com",
        "docplayer.nl",
        "docplayer.fr", "archive.org", "bit.ly", "whatsapp.com", "discord.gg", "twitch.tv", "spotify.com",
        "calameo.com",
    ]

    private static let mailProviders: Set<String> = [
        "gmail.com", "hotmail.com", "hotmail.be", "outlook.com", "outlook.be", "live.be", "yahoo.com", "icloud.com",
        "telenet.be", "skynet.be", "proximus.be", "scarlet.be", "voo.be", "pandora.be", "belgacom.net",
        "protonmail.com",
    ]
}
