import Catalogue
import Editorial
import Foundation

/// What a page needs to know to be written: for whom, from which snapshot, at which moment, at which address.
///
/// A class, because every part of a page holds it: handing it on costs one count.
final class PageContext: Sendable {
    let edition: Edition
    let snapshot: Snapshot
    let now: BrusselsTime
    let carried: Carried
    let address: Address
    /// Whether the reader asked for something that is no longer there, and this is the nearest to it.
    let isNearest: Bool
    /// Whether the page is for keeping: then it says nothing that is true for a moment only.
    let isKept: Bool
    let settings: SiteSettings
    let texts: Texts
    let wording: Wording

    init(
        edition: Edition, snapshot: Snapshot, now: BrusselsTime, carried: Carried = Carried(), address: Address,
        isNearest: Bool = false, settings: SiteSettings,
        isKept: Bool = false
    ) {
        self.edition = edition
        self.snapshot = snapshot
        self.now = now
        // Beside itself a page says nothing new.
        self.carried = Carried(
            shortlist: carried.shortlist, beside: carried.beside == edition ? nil : carried.beside)
        self.address = address
        self.isNearest = isNearest
        self.settings = settings
        self.isKept = isKept
        texts = Texts.of(edition)
        wording = Wording.of(edition.language)
    }

    var catalogue: Catalogue { snapshot.catalogue }
    var language: Language { edition.language }
    var shortlist: Shortlist { carried.shortlist }

    /// A link to another page in the reader's edition, with what the reader carries along.
    func link(_ address: Address) -> String { address.print(in: edition, carrying: carried) }

    /// A link to this same page, with another shortlist.
    func here(keeping shortlist: Shortlist) -> String {
        address.print(in: edition, carrying: Carried(shortlist: shortlist, beside: carried.beside))
    }

    /// The same page as it is for a reader of another edition.
    func reading(_ edition: Edition) -> PageContext {
        copy(edition: edition, carried: Carried(shortlist: shortlist, beside: self.edition), address: address)
    }

    /// Another page for the same reader.
    func at(_ address: Address) -> PageContext { copy(edition: edition, carried: carried, address: address) }

    private func copy(edition: Edition, carried: Carried, address: Address) -> PageContext {
        PageContext(
            edition: edition, snapshot: snapshot, now: now, carried: carried, address: address, isNearest: isNearest,
            settings: settings, isKept: isKept)
    }

    /// The label of a concept for the reader.
    func label(_ id: ConceptID, in vocabulary: VocabularyName) -> String {
        catalogue[vocabulary][id]?.label.text(for: edition)?.text ?? id.description
    }

    func label(_ kind: Kind) -> String {
        ConceptID(kind.rawValue).map { label($0, in: .kinds) } ?? kind.rawValue
    }

    func plural(_ kind: Kind) -> String {
        ConceptID(kind.rawValue).flatMap { catalogue[.kinds][$0]?.plural?.text(for: edition)?.text } ?? label(kind)
    }
}

/// What the operator of a site decides.
package struct SiteSettings: Sendable {
    /// Where readers reach the site, without a slash at the end: `https://www.betternet.example`.
    package var publicAddress: String

    /// Where the quick exit leads: a page about nothing in particular. `%@` becomes the language of the reader.
    package var exitAddress = "https://www.meteo.be/%@/"

    /// Shows every text as if it were in another language: for looking at the layout, never for readers.
    package var pseudo: PseudoTranslation?

    /// How many reports one source may send at once; they come back one by one within an hour. A class of thirty behind
    /// one address is served twice over.
    package var mostReports = 60
    /// Days after which closed reports are wiped.
    package var keepsClosedDays = 90
    /// The proxies in front that are believed when they say where a request comes from.
    package var proxies = TrustedProxies.none

    /// How long a check of an entry holds.
    package var freshness = FreshnessRules()
    /// How much work it is to try a password; tests make it little.
    package var passwordWork = ScryptParameters.current
    /// How much the site takes on at once.
    package var load = LoadLimits(cores: ProcessInfo.processInfo.activeProcessorCount)
    /// Who may read the figures of the site.
    package var metrics = MetricsAccess()
    /// What letters of the site are from.
    package var sender = "betternet@localhost"

    package init(publicAddress: String) { self.publicAddress = publicAddress }
}
