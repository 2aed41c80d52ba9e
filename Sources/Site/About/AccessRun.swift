import Catalogue
import Foundation
import HTML
import Hummingbird

/// What the last full run of the accessibility tests found, as `Tests/Browser/access.py --record` wrote it down.
struct AccessRun: Decodable, Sendable {
    /// ISO 8601.
    let date: String
    /// The release of axe-core.
    let axe: String
    /// Pages looked at, in all languages.
    let pages: Int
    /// How often axe-core looked, in all colours and sizes.
    let runs: Int
    /// Documents read by the Nu validator.
    let documents: Int
    /// Stops of the keyboard that were looked at.
    let stops: Int
    let checks: Int
    let failures: Int

    /// The run that comes with the program; nil where none was recorded.
    static let last = try? JSONDecoder().decode(AccessRun.self, from: Data(Embedded.accessRunJson.utf8))
}

/// The last run, for the accessibility statement, and the way to say what is wrong.
struct AccessRunSection: HTML {
    let context: PageContext

    var body: some HTML {
        if let run = AccessRun.last, let date = PartialDate(run.date) {
            section(.ariaLabelledBy("run")) {
                h2(.id("run")) { context.texts(.accessRunTitle) }
                p { context.texts(.accessRunDate, context.wording.date(date)) }
                ul {
                    li { context.texts(.accessRunPages, count: run.pages) }
                    li { context.texts(.accessRunAxe, count: run.runs, run.axe) }
                    li { context.texts(.accessRunDocuments, count: run.documents) }
                    li { context.texts(.accessRunStops, count: run.stops) }
                    li { context.texts(.accessRunFailures, "\(run.failures)", "\(run.checks)") }
                }
                p { a(.href("/accessibility.json")) { context.texts(.accessRunFile) } }
            }
        }
        p {
            a(.class("button"), .href(context.link(.accessProblem)), .rel("nofollow")) {
                Icon("form")
                context.texts(.accessProblem)
            }
        }
    }
}
