import Catalogue
import Editorial
import Foundation

/// Makes letters of notices: plain text, in the language of whoever receives it.
struct LetterWriter: Sendable {
    let settings: SiteSettings
    let snapshots: SnapshotHolder

    /// Throws a ``LetterError`` or an ``EmailAddress/Fault`` where the letter can't be written.
    func letter(for notice: Notice) throws -> Letter {
        let addressee = Addressee(notice: notice, settings: settings, catalogue: snapshots.current.catalogue)
        let text = addressee.text(of: notice.matter)
        let sender = try EmailAddress(settings.sender)
        return try Letter(
            from: Letter.Mailbox(sender, name: addressee.texts(.siteName)),
            to: Letter.Mailbox(
                try EmailAddress(notice.email), name: notice.name.isEmpty ? nil : notice.name.inOneLine),
            subject: text.subject.inOneLine, body: text.body(for: addressee), language: notice.language,
            date: notice.at, host: host)
    }

    /// That of the site, where it has a name; letters are called after it.
    private var host: String? {
        guard let host = URL(string: settings.publicAddress)?.host(), host.contains(where: \.isLetter),
            host.contains(".")
        else { return nil }
        return host.lowercased()
    }
}

/// Somebody who gets a letter, and what it may be made of.
struct Addressee: Sendable {
    let name: String
    let language: Language
    let texts: Texts
    let wording: Wording
    let catalogue: Catalogue
    let at: Date
    private let publicAddress: String

    init(notice: Notice, settings: SiteSettings, catalogue: Catalogue) {
        name = notice.name.inOneLine
        language = notice.language
        texts = Texts.of(notice.language)
        wording = Wording.of(notice.language)
        self.catalogue = catalogue
        at = notice.at
        publicAddress = settings.publicAddress
    }

    var site: String { texts(.siteName) }

    /// A link as it stands in a letter: never made of what a request says.
    func link(_ address: Address) -> String { publicAddress + address.print(in: language) }

    func link(_ address: WorkspaceAddress) -> String { link(.workspace(address)) }

    func title(_ title: LocalisedText, _ id: RecordID) -> String {
        (title.text(for: language)?.text ?? id.description).inOneLine
    }

    func name(of organisation: RecordID) -> String {
        catalogue.any(organisation).map { title($0.title, organisation) } ?? organisation.description
    }

    /// Where readers see a record; where it is not shown, its page in the workspace.
    func page(of id: RecordID) -> String {
        catalogue[id].map { link(.record($0.kind, id)) } ?? link(.entry(id))
    }
}

/// Subject and paragraphs of a letter.
struct LetterText: Sendable {
    let subject: String
    var paragraphs: [String]

    init(_ subject: String, _ paragraphs: String?...) {
        self.subject = subject
        self.paragraphs = paragraphs.compactMap { $0 }
    }

    func body(for addressee: Addressee) -> String {
        let texts = addressee.texts
        let opening = addressee.name.isEmpty ? texts(.letterGreetingNobody) : texts(.letterGreeting, addressee.name)
        let closing = texts(.letterClosing) + "\n" + texts(.letterTeam, addressee.site)
        return ([opening] + paragraphs + [closing, "-- \n" + texts(.letterAutomatic)]).joined(separator: "\n\n") + "\n"
    }
}

extension String {
    /// Without line breaks and other control characters, for a name or a subject.
    var inOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
