import Editorial
import Foundation

/// Where letters go, and from whom they are.
enum MailChoice: Sendable {
    case sendmail(from: EmailAddress)
    case folder(String)

    private static let sendmailWord = "sendmail"

    init(_ configured: Configured, data: String) throws {
        let sender: EmailAddress?
        do { sender = try configured.text(.mailFrom).map { try EmailAddress($0) } } catch {
            throw configured.refusal(.mailFrom, "is ‘\(configured.text(.mailFrom) ?? "")’", "\(error)")
        }
        guard configured.text(.mail) == Self.sendmailWord else {
            self = .folder(configured.text(.mail) ?? data + "/mail")
            return
        }
        guard let sender else {
            throw configured.refusal(
                .mail, "is sendmail, and nobody says from whom letters are",
                "add an address that answers reach, such as --mail-from betternet@example.be")
        }
        self = .sendmail(from: sender)
    }

    /// Who takes the letters away, and that in words.
    func postman() throws -> (postman: any Postman, place: String) {
        switch self {
        case .folder(let folder):
            return (FolderPostman(folder: URL(fileURLWithPath: folder)), "into the folder \(folder), as files .eml")
        case .sendmail(let sender):
            let path = SendmailPostman.usualPath
            guard FileManager.default.isExecutableFile(atPath: path) else {
                throw Failure.other(
                    "\(path): there is no mail program: install one with this interface (such as postfix or msmtp-mta), or give a folder with --mail"
                )
            }
            return (SendmailPostman(path: path, sender: sender), "out through \(path), from \(sender)")
        }
    }
}
