import ArgumentParser
import Catalogue
import Editorial
import Foundation
import Intake

/// Inboxes for reports: where an organisation receives what only it can open.
struct InboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Make, list, change and switch the inboxes in which organisations receive reports.",
        subcommands: [Add.self, List.self, Change.self, Switch.self, Rescue.self])
}

extension InboxCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an inbox and its first handler; prints the recovery words once.",
            discussion: """
                The passphrase of the handler (at least 15 characters) is read from the terminal, or from standard input. The \
                server keeps the public key only. Write the recovery words down on paper: they open the inbox when every \
                handler has forgotten the passphrase, and nothing else does.
                """)

        @Argument(help: "The organisation, by its id in the catalogue.")
        var organisation: String

        @Option(help: "A theme on which it takes reports; may be repeated.")
        var theme: [String]

        @Option(help: "A language in which it takes them: nl, fr, de or en; may be repeated.")
        var language: [Language]

        @Option(help: "The name of the first handler.")
        var handler: String

        @Option(help: "Within how many working days somebody answers, from 1 to 60.")
        var answersWithin: Int?

        @OptionGroup var options: DataOptions

        func validate() throws {
            guard !theme.isEmpty, !language.isEmpty else {
                throw ValidationError("name at least one --theme and one --language")
            }
            try AnswersWithin.check(answersWithin)
            _ = try HandlerName.of(handler)
        }

        func run() async throws {
            let stores = try Composition.existingStores(options)
            let catalogue = try await stores.store.published().catalogue
            let id = try organisation(in: catalogue)
            let themes = try Themes.of(theme, in: catalogue)
            guard try await !stores.reports.inboxes().contains(where: { $0.organisation == id }) else {
                throw Failure.other("\(id): has an inbox already: use betternet inbox switch, or inbox rescue")
            }
            let name = try HandlerName.of(handler)
            let passphrase = try Passphrase.read()
            let key = SealingKey()
            let inbox = Inbox(
                organisation: id, publicKey: key.publicKey, themes: themes, languages: language,
                answersWithin: answersWithin)
            let today = BrusselsTime(Date()).day
            try await stores.reports.add(
                inbox,
                handler: Handler(
                    inbox: id, name: name,
                    wrapped: try WrappedKey(key, passphrase: passphrase, owner: Handler.owner(name, of: id)),
                    addedOn: today, addedBy: nil))
            print("The inbox of \(id) is on. Its recovery words, once and never again:\n")
            RecoverySheet.show(key, in: language.first ?? .en)
        }

        private func organisation(in catalogue: Catalogue) throws -> RecordID {
            guard let id = RecordID(organisation), let record = catalogue[id], record.kind == .organisation else {
                throw Failure.badData([
                    "\(organisation): no such organisation: give an id such as those in catalogue/organisations"
                ])
            }
            guard record.member else {
                throw Failure.badData(["\(id): not a member of the consortium: only members receive reports"])
            }
            return id
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the inboxes and who can open them.")

        @OptionGroup var options: DataOptions

        func run() async throws {
            let vault = try Composition.existingStores(options).reports
            for inbox in try await vault.inboxes() {
                let names = try await vault.handlers(of: inbox.organisation).map(\.name)
                print(
                    "\(inbox.organisation)  \(inbox.isOn ? "on" : "off")  \(inbox.languages.map(\.rawValue).joined(separator: ","))"
                        + "  \(inbox.themes.map(\.description).joined(separator: ","))  handlers: \(names.joined(separator: ", "))"
                )
            }
        }
    }

    struct Change: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change on what and in which languages an inbox takes reports; what is not named stays.")

        @Argument(help: "The organisation.")
        var organisation: String

        @Option(help: "A theme on which it takes reports, instead of those it has; may be repeated.")
        var theme: [String] = []

        @Option(help: "A language in which it takes them, instead of those it has; may be repeated.")
        var language: [Language] = []

        @Option(help: "Within how many working days somebody answers, from 1 to 60.")
        var answersWithin: Int?

        @OptionGroup var options: DataOptions

        func validate() throws {
            guard !theme.isEmpty || !language.isEmpty || answersWithin != nil else {
                throw ValidationError("nothing to change: name --theme, --language or --answers-within")
            }
            try AnswersWithin.check(answersWithin)
        }

        func run() async throws {
            let stores = try Composition.existingStores(options)
            var inbox = try await Inbox.of(organisation, in: stores.reports)
            if !theme.isEmpty { inbox.themes = try Themes.of(theme, in: try await stores.store.published().catalogue) }
            if !language.isEmpty { inbox.languages = language }
            if let answersWithin { inbox.answersWithin = answersWithin }
            try await stores.reports.update(
                inbox,
                noting: HandlerAction(operator: .changedInbox, by: "betternet inbox change", in: inbox.organisation))
            print("The inbox of \(organisation) is changed.")
        }
    }

    struct Switch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Switch an inbox on or off; what it holds stays.")

        @Argument(help: "The organisation.")
        var organisation: String

        @Flag(inversion: .prefixedNo, help: "Whether it takes reports.")
        var on = true

        @OptionGroup var options: DataOptions

        func run() async throws {
            let vault = try Composition.existingStores(options).reports
            var inbox = try await Inbox.of(organisation, in: vault)
            inbox.isOn = on
            try await vault.update(
                inbox,
                noting: HandlerAction(
                    operator: on ? .switchedOn : .switchedOff, by: "betternet inbox switch", in: inbox.organisation))
            print("The inbox of \(organisation) is \(on ? "on" : "off").")
        }
    }

    struct Rescue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a handler with the recovery words, where nobody can sign in any more.",
            discussion: "Reads the 24 words in one line from standard input, then the new passphrase.")

        @Argument(help: "The organisation.")
        var organisation: String

        @Option(help: "The name of the handler.")
        var handler: String

        @OptionGroup var options: DataOptions

        func validate() throws { _ = try HandlerName.of(handler) }

        func run() async throws {
            let vault = try Composition.existingStores(options).reports
            let name = try HandlerName.of(handler)
            let inbox = try await Inbox.of(organisation, in: vault)
            FileHandle.standardError.write(Data("Recovery words: ".utf8))
            guard let key = RecoveryWords.key(readLine() ?? ""), key.publicKey == inbox.publicKey else {
                throw Failure.badData(["the words are not those of this inbox: look for a wrong or missing word"])
            }
            let passphrase = try Passphrase.read()
            try await vault.put(
                Handler(
                    inbox: inbox.organisation, name: name,
                    wrapped: try WrappedKey(
                        key, passphrase: passphrase, owner: Handler.owner(name, of: inbox.organisation)),
                    addedOn: BrusselsTime(Date()).day, addedBy: nil),
                noting: HandlerAction(operator: .rescued, by: name, in: inbox.organisation))
            print("\(name) can open the reports of \(organisation).")
        }
    }
}

extension Inbox {
    fileprivate static func of(_ organisation: String, in vault: any ReportVault) async throws -> Inbox {
        guard let inbox = try await vault.inboxes().first(where: { $0.organisation.description == organisation })
        else { throw Failure.other("\(organisation): has no inbox: make one with betternet inbox add") }
        return inbox
    }
}

private enum Themes {
    static func of(_ names: [String], in catalogue: Catalogue) throws -> [ConceptID] {
        try names.map { name in
            guard let id = ConceptID(name), catalogue[.themes][id] != nil else {
                throw Failure.badData(["\(name): no such theme: choose one of vocabularies/themes.yaml"])
            }
            guard id != Inbox.abuseImages else {
                throw Failure.badData([
                    "\(name): reports of abuse images go to the competent hotline's own form only"
                ])
            }
            return id
        }
    }
}

private enum AnswersWithin {
    static func check(_ days: Int?) throws {
        if let days, !(1...60).contains(days) { throw ValidationError("--answers-within is a number from 1 to 60") }
    }
}

private enum HandlerName {
    static func of(_ typed: String) throws -> String {
        guard let name = Handler.name(typed) else {
            throw ValidationError("--handler is a name of 1 to \(Handler.longestName) letters")
        }
        return name
    }
}

extension HandlerAction {
    /// What happened on the command line, for the log that the handlers see.
    fileprivate init(operator what: What, by name: String, in inbox: RecordID) {
        let now = BrusselsTime(Date())
        self.init(inbox: inbox, handler: name, what: what, number: nil, on: now.day, minute: now.minute)
    }
}

/// Reads a passphrase without showing it, or from standard input where that is no terminal.
private enum Passphrase {
    static func read() throws -> String {
        let typed = isatty(STDIN_FILENO) == 1 ? getpass("Passphrase: ").map { String(cString: $0) } : readLine()
        guard let typed, WrappedKey.isAcceptable(typed) else {
            throw Failure.badData(["the passphrase has fewer than 15 characters, or more than 200: choose another"])
        }
        return typed
    }
}

/// The recovery words, numbered, to write down.
private enum RecoverySheet {
    static func show(_ key: SealingKey, in language: Language) {
        for (place, word) in RecoveryWords.words(of: key, in: language).enumerated() {
            print(String(repeating: " ", count: place < 9 ? 1 : 0) + "\(place + 1). \(word)")
        }
        print("\nKeep them on paper, in a safe place. Whoever has them can open every report.")
    }
}
