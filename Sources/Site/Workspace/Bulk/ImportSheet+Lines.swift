import Catalogue
import Exchange
import Foundation

extension ImportSheet {
    /// What is wrong with each row and what to do, in English, for the command line.
    package func lines(in snapshot: Snapshot) -> [(row: Int, words: String)] {
        rows.flatMap { row in row.problems.map { (row.number, words(of: $0, in: snapshot)) } }
    }

    package func words(of problem: Problem, in snapshot: Snapshot) -> String {
        if case .cell(let fault) = problem { return fault.description }
        let context = PageContext(
            edition: Edition(.en), snapshot: snapshot, now: BrusselsTime(Date()), address: .home,
            settings: SiteSettings(publicAddress: ""))
        return "this row: " + problem.line(in: context)
    }
}
