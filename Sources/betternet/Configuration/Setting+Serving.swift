import Editorial
import Site

// What `betternet serve` asks. What is usual comes from where it is decided.
extension Setting {
    private static let site = SiteSettings(publicAddress: "")
    private static let days = 1...3_650

    // What readers meet.
    static let url = Setting(
        name: "url", kind: .text("an address such as https://www.example.be"), usual: "http://HOST:PORT",
        meaning: "where readers reach the site; links in letters and for search engines are made of it")
    static let fill = Setting(
        name: "fill", kind: .list("a path to catalogue files"), usual: "none",
        meaning: "catalogue files that are loaded at the start if nothing is published yet")
    static let mostReports = Setting(
        name: "most-reports", kind: .number(3...1_000_000), usual: "\(site.mostReports)",
        meaning: "reports that one source may send at once; they come back one by one within an hour")

    static let readers = [url, fill, mostReports]

    // How long things are kept, and hold.
    static let keepClosed = Setting(
        name: "keep-closed", kind: .number(days), usual: "\(site.keepsClosedDays)",
        meaning: "days after which closed reports are wiped")
    static let verifyChannels = Setting(
        name: "verify-channels", kind: .number(days), usual: "\(FreshnessRules().channelDays)",
        meaning: "days after which a channel is to be checked again")
    static let verifyOthers = Setting(
        name: "verify-others", kind: .number(days), usual: "\(FreshnessRules().otherDays)",
        meaning: "days after which other entries are to be checked again")
    static let hideUnverified = Setting(
        name: "hide-unverified",
        kind: .text("never, or a number of days from \(FreshnessRules().leastHidingDays) to 36500"),
        usual: FreshnessRules().hidingDays.map { "\($0)" } ?? "never",
        meaning: "days without a check after which a channel is set aside")

    static let keeping = [keepClosed, verifyChannels, verifyOthers, hideUnverified]

    // Letters.
    static let mail = Setting(
        name: "mail", kind: .text("sendmail, or a folder"), usual: "the folder mail in the data folder",
        meaning: "where letters go: out through the mail program of this machine, or as files .eml into a folder")
    static let mailFrom = Setting(
        name: "mail-from", kind: .text("an e-mail address"), usual: site.sender,
        meaning: "the address that letters are from")

    static let letters = [mail, mailFrom]

    // What it does beside answering.
    static let checkLinks = Setting(
        name: "check-links", kind: .yesNo, usual: "true",
        meaning: "check the outgoing links that are due, once a day")
    static let harvest = Setting(
        name: "harvest", kind: .yesNo, usual: "true",
        meaning: "fetch entries from other sites when their day has come, or somebody asks")
    static let allowPrivate = Setting(
        name: "allow-private", kind: .list("an IP address"), usual: "none",
        meaning: "machines of private networks that entries may be fetched from")

    static let duties = [checkLinks, harvest, allowPrivate]
}
