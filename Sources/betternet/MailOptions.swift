import ArgumentParser
import Editorial
import Foundation

/// Where letters go, and from whom they are.
struct MailOptions: ParsableArguments {
    static let sendmail = "sendmail"

    @Option(
        help: ArgumentHelp(
            "Where letters go: ‘sendmail’ for the mail program of this machine, or a folder for files .eml; the folder mail in the data folder if you don't say.",
            valueName: "folder|sendmail"))
    var mail: String?

    @Option(help: ArgumentHelp("The address that letters are from.", valueName: "address"))
    var mailFrom: String?

    func validate() throws {
        if let mailFrom {
            do { _ = try EmailAddress(mailFrom) } catch { throw ValidationError("--mail-from \(mailFrom): \(error)") }
        }
        guard mail != Self.sendmail || mailFrom != nil else {
            throw ValidationError(
                "--mail sendmail needs an address that answers reach, such as --mail-from betternet@example.be")
        }
        guard mail?.isEmpty != true else { throw ValidationError("--mail is a folder, or the word sendmail") }
    }

    /// Who takes the letters away, and that in words.
    func postman(data: String) throws -> (postman: any Postman, place: String) {
        guard mail == Self.sendmail else {
            let folder = mail ?? data + "/mail"
            return (FolderPostman(folder: URL(fileURLWithPath: folder)), "into the folder \(folder), as files .eml")
        }
        let path = SendmailPostman.usualPath
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw Failure.other(
                "\(path): there is no mail program: install one with this interface (such as postfix or msmtp-mta), or give a folder with --mail"
            )
        }
        let sender = try EmailAddress(mailFrom ?? "")
        return (SendmailPostman(path: path, sender: sender), "out through \(path), from \(sender)")
    }
}
