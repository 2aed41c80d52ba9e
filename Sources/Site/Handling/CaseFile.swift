import Catalogue
import Intake

/// A case as plain text, for the police.
struct CaseFile {
    let report: ReportCase
    let lines: [OpenedCase.Line]
    let context: PageContext

    var text: String {
        var text = [
            context.texts(.dialogueTitle, report.number.shown), context.name(of: report.inbox),
            report.receivedOn.description, "",
        ]
        for line in lines {
            let author = line.author.map(context.name(of:)) ?? context.texts(report.role.label)
            text.append("— \(author), \(context.wording.moment(line.sentAt))")
            for part in line.parts {
                if let question = part.question { text.append(context.texts(question)) }
                // Set in, so that nobody's words look like a line of the file.
                text += part.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
                    "    " + $0
                }
            }
            text.append("")
        }
        return text.joined(separator: "\r\n")
    }
}
