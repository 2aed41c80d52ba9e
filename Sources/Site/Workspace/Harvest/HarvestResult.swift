import Catalogue
import Editorial
import HTML

/// What a run did, or would do: in figures, then what wants somebody to look.
struct HarvestResult: HTML {
    let run: HarvestRun
    /// Sets the ids of its parts apart from those of another result.
    let name: String
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        if let stop = run.stop {
            div(.class("danger")) {
                p { texts(.harvestStopped, texts(stop.reason.words)) }
                if !stop.detail.isEmpty { p(.class("quiet"), .lang("en")) { stop.detail } }
                p { texts(.harvestStoppedText) }
            }
        }
        if run[.held] > 0 { p(.class("note")) { texts(.harvestHeldText) } }
        p(.class("quiet")) { texts(.harvestTook, count: Int(run.seconds.rounded())) }
        ScrollRegion(texts(.harvestNumber)) {
            table {
                thead {
                    tr {
                        th(.scope("col")) { texts(.harvestWhat) }
                        th(.scope("col"), .class("number")) { texts(.harvestNumber) }
                    }
                }
                tbody {
                    for outcome in HarvestOutcome.allCases where run[outcome] > 0 || outcome.isAlwaysTold {
                        tr {
                            th(.scope("row")) { texts(outcome.label) }
                            td(.class("number")) { "\(run[outcome])" }
                        }
                    }
                }
            }
        }
        if !run.doubles.isEmpty { doubles }
        if !run.faults.isEmpty { faults }
        if !run.lines.isEmpty { lines }
    }

    private var doubles: some HTML {
        section(.class("note"), .ariaLabelledBy("\(name)-doubles")) {
            h3(.id("\(name)-doubles")) { texts(.harvestDoubles) }
            p { texts(.harvestDoublesText) }
            ul {
                for double in run.doubles {
                    li {
                        entry(double.record, double.title)
                        ": "
                        for (place, other) in double.others.enumerated() {
                            if place > 0 { ", " }
                            a(.href(context.link(.workspace(.entry(other))))) { context.title(of: other) }
                        }
                    }
                }
            }
        }
    }

    private var faults: some HTML {
        section(.ariaLabelledBy("\(name)-faults")) {
            h3(.id("\(name)-faults")) { texts(.harvestProblems) }
            p(.class("quiet")) { texts(.harvestProblemsText) }
            ul(.lang("en")) { for fault in run.faults { li { "\(fault.place): \(fault.what)" } } }
            if run.faultCount > run.faults.count {
                p { texts(.harvestMore, "\(run.faultCount - run.faults.count)") }
            }
        }
    }

    private var lines: some HTML {
        section(.ariaLabelledBy("\(name)-lines")) {
            h3(.id("\(name)-lines")) { texts(.harvestLines) }
            ul {
                for line in run.lines {
                    li {
                        texts(line.outcome.label)
                        ": "
                        entry(line.record, line.title)
                    }
                }
            }
        }
    }

    /// A way to what is here already, and the name alone of what is not.
    @HTMLBuilder private func entry(_ id: RecordID, _ title: LocalisedText) -> HTMLFragment {
        if context.catalogue.any(id) != nil {
            a(.href(context.link(.workspace(.entry(id))))) { Localised(title, context, isName: true) }
        } else {
            Localised(title, context, isName: true)
        }
    }
}

extension HarvestOutcome {
    var label: TextKey {
        switch self {
        case .new: .harvestOutcomeNew
        case .changed: .harvestOutcomeChanged
        case .same: .harvestOutcomeSame
        case .back: .harvestOutcomeBack
        case .vanished: .harvestOutcomeVanished
        case .held: .harvestOutcomeHeld
        case .ours: .harvestOutcomeOurs
        case .elsewhere: .harvestOutcomeElsewhere
        case .away: .harvestOutcomeAway
        case .faulty: .harvestOutcomeFaulty
        }
    }

    /// Whether a nought is worth a line.
    fileprivate var isAlwaysTold: Bool {
        switch self {
        case .new, .changed, .same, .vanished: true
        default: false
        }
    }
}

extension HarvestStop.Reason {
    var words: TextKey {
        switch self {
        case .unreachable: .harvestStopUnreachable
        case .refused: .harvestStopRefused
        case .later: .harvestStopLater
        case .tooLarge: .harvestStopTooLarge
        case .tooSlow: .harvestStopTooSlow
        case .tooMuch: .harvestStopTooMuch
        case .endless: .harvestStopEndless
        case .unreadable: .harvestStopUnreadable
        case .cutOff: .harvestStopCutOff
        }
    }
}
