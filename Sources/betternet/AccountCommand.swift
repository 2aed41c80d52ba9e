import ArgumentParser
import Catalogue
import Editorial
import Foundation
import Site

/// Accounts of the workspace, for whoever keeps the machine: the first coordinator is made here.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Make, list and change the accounts of the workspace.",
        subcommands: [Add.self, List.self, ChangeRole.self, Reset.self, Disable.self])
}

extension AccountCommand {
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Invite somebody; prints the link of the invitation once.",
            discussion: """
                Whoever opens the link chooses a password. It works once, for a week. The same link goes out by letter when \
                the site runs.
                """)

        @Argument(help: "The e-mail address.")
        var email: String

        @Option(help: "The name.")
        var name: String

        @OptionGroup var role: RoleOptions

        @Option(help: "The language of letters: nl, fr, de or en.")
        var language: Language = .nl

        @OptionGroup var options: AccountOptions

        func run() async throws {
            let workspace = try await options.workspace()
            do { _ = try EmailAddress(email) } catch { throw Failure.badData(["\(email): \(error)"]) }
            guard Account.isName(name) else {
                throw Failure.badData(["\(name): no name: give one of at most \(Account.longestName) characters"])
            }
            if let known = try await workspace.account(email: email), known.password != nil || known.isDisabled {
                throw Failure.other("\(email): has an account already: use betternet account reset, role or disable")
            }
            let invitee = Workspace.Invitee(
                email: email, name: name, language: language,
                organisation: try role.organisation(in: workspace.catalogue), roles: role.roles)
            guard let token = try await workspace.invite(invitee, by: ShellCommand("betternet account add")) else {
                throw Failure.other("\(email): somebody made this account meanwhile: see betternet account list")
            }
            print("\(name) is invited as \(role.roles.shown). The link, once and never again, for a week:\n")
            print(options.link(token, in: language))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")

        @OptionGroup var options: AccountOptions

        func run() async throws {
            let store = try await options.workspace().store
            let accounts = try await store.all(Account.self).map(\.value)
            for account in accounts.sorted(by: { $0.email < $1.email }) {
                let state = account.isDisabled ? "disabled" : account.password == nil ? "invited" : "in use"
                let factor = account.secondFactor == nil ? "no second factor" : "second factor"
                print(
                    [
                        account.email, account.name, account.roles.shown, account.organisation?.description ?? "-",
                        account.language.rawValue, state, factor,
                    ].joined(separator: "  "))
            }
        }
    }

    struct ChangeRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Give somebody other roles, or another organisation.")

        @Argument(help: "The e-mail address.")
        var email: String

        @OptionGroup var role: RoleOptions

        @OptionGroup var options: AccountOptions

        func run() async throws {
            let workspace = try await options.workspace()
            let account = try await workspace.known(email)
            let organisation = try role.organisation(in: workspace.catalogue)
            try await workspace.change(
                account.id, roles: role.roles, organisation: organisation, by: ShellCommand("betternet account role"))
            print("\(account.name) is \(role.roles.shown) from the next sign-in on.")
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a link with which somebody chooses another password.",
            discussion:
                "The link works once, for an hour; an invitation that was not taken up is made anew, for a week.")

        @Argument(help: "The e-mail address.")
        var email: String

        @Flag(help: "Take the second factor away as well: for somebody who lost both device and recovery codes.")
        var secondFactor = false

        @OptionGroup var options: AccountOptions

        func run() async throws {
            let workspace = try await options.workspace()
            let account = try await workspace.known(email)
            let command = ShellCommand("betternet account reset")
            if secondFactor {
                guard account.secondFactor != nil else {
                    throw Failure.other("\(email): has no second factor: leave --second-factor out")
                }
                try await workspace.takeSecondFactor(from: account.id, by: command)
                print("The second factor of \(account.name) is gone: the next sign-in sets up a new one.")
            }
            guard !account.isDisabled else {
                throw Failure.other("\(email): is disabled: use betternet account disable --enable first")
            }
            let token = try await workspace.makeLink(for: account.id, by: command)
            print("The link for \(account.name), once and never again:\n")
            print(options.link(token, in: account.language))
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shut somebody out at once, or let them in again.")

        @Argument(help: "The e-mail address.")
        var email: String

        @Flag(help: "Let them in again.")
        var enable = false

        @OptionGroup var options: AccountOptions

        func run() async throws {
            let workspace = try await options.workspace()
            let account = try await workspace.known(email)
            try await workspace.disable(account.id, !enable, by: ShellCommand("betternet account disable"))
            print("\(account.name) can \(enable ? "sign in again" : "no longer sign in").")
        }
    }
}
