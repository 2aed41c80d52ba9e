import ArgumentParser
import Catalogue
import Editorial
import Exchange
import Foundation
import Outbound

/// Which machines sources may be fetched from.
struct PrivateNetworkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Let sources be fetched from this machine of a private network; may be repeated. For sites that fetch from each other inside one network, and for trials.",
            valueName: "IP address"))
    var allowPrivate: [String] = []

    func validate() throws {
        for text in allowPrivate where IPAddress(text) == nil {
            throw ValidationError("--allow-private is an IP address such as 10.0.0.7, not ‘\(text)’")
        }
    }

    var rules: AddressRules { AddressRules(exempt: Set(allowPrivate.compactMap { IPAddress($0) })) }
}

/// The way to other sites.
struct HarvestOutside: Sendable {
    /// Where readers reach our site, so that whoever is asked can see by whom.
    let publicAddress: String
    let rules: AddressRules

    /// For one run: what it learns about hosts is worth nothing a day later.
    func runner() -> HarvestRunner {
        HarvestRunner(fetcher: Fetcher(publicAddress: publicAddress, rules: rules))
    }
}

extension HarvestFault {
    init(_ fault: IncomingFault) {
        self.init(place: fault.place, what: fault.what, isPartial: fault.isPartial)
    }
}

extension HarvestStop {
    /// Why an address could not be fetched.
    init(_ error: any Error) {
        let reason: Reason =
            switch error as? FetchFault {
            case .refused, .forbiddenByRobots: .refused
            case .later: .later
            case .tooLarge: .tooLarge
            case .packed: .unreadable
            case .failed(.timeout): .tooSlow
            case .failed, nil: .unreachable
            }
        self.init(reason, "\(error)")
    }

    /// In English, for the command line.
    var words: String {
        let words =
            switch reason {
            case .unreachable: "the site gave no answer"
            case .refused: "the address may not be asked"
            case .later: "the site wants to be left alone for a while"
            case .tooLarge: "an answer was larger than allowed"
            case .tooSlow: "it took too long"
            case .tooMuch: "there was more than one run may bring"
            case .endless: "the list does not come to an end"
            case .unreadable: "an answer is nothing that the format knows"
            case .cutOff: "the run was cut off"
            }
        return detail.isEmpty ? words : "\(words) (\(detail))"
    }
}

extension IncomingFormat: ExpressibleByArgument {}

extension FieldFault {
    /// In English, for the command line: what is wrong with what was given, and what to do.
    var line: String {
        let words =
            switch reason {
            case .missing where field == "interval":
                "this can't be: give with --every a number of days from \(HarvestSource.intervals.lowerBound) to \(HarvestSource.intervals.upperBound)"
            case .missing: "this is empty: fill it in"
            case .tooLong(let most): "this is too long: use at most \(most) characters"
            case .tooMany(let most): "these are too many: use at most \(most)"
            case .webAddress: "this is no web address: write it as https://www.example.be"
            case .email: "this is no e-mail address: write it as name@example.be"
            case .phone: "this is no phone number: write it as +32 2 123 45 67"
            case .time: "this is no time: write it as 14:30"
            case .unreachable: "this is neither an e-mail address nor a phone number: give one of them"
            case .endsBeforeBegins: "this ends before it begins: correct one of both"
            }
        return "\(field): \(words)"
    }
}

extension HarvestRun {
    /// The counts, on one line.
    var summary: String {
        HarvestOutcome.allCases.filter { $0 == .new || $0 == .changed || $0 == .same || self[$0] > 0 }
            .map { "\(self[$0]) \($0.rawValue)" }.joined(separator: ", ")
    }

    /// What changed, and what looks like something else, line by line.
    var report: [String] {
        lines.map { line in
            "  \(line.outcome.rawValue): \(line.record) (\(line.title.text(for: .en)?.text ?? ""))"
        }
            + doubles.map { double in
                "  may be a double: \(double.record) of \(double.others.map(\.description).joined(separator: ", "))"
            }
    }

    /// What went wrong, as it goes to standard error.
    func troubles(of source: String) -> [String] {
        faults.map { "\(source): \($0)" }
            + (faultCount > faults.count ? ["\(source): and \(faultCount - faults.count) more"] : [])
            + (stop.map { ["\(source): broke off: \($0.words)"] } ?? [])
            + (self[.held] > 0
                ? [
                    "\(source): \(self[.held]) seem to be gone, too many at once or in a list that was not whole: nothing was withdrawn; look, and run it with --believe"
                ] : [])
    }
}
