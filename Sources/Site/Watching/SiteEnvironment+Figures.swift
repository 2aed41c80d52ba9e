import Catalogue
import Editorial
import Foundation
import Logging

extension SiteEnvironment {
    /// All figures as they are now. What the store would have to be asked is as the watchman saw it last.
    var figures: Figures {
        var figures = Figures()
        addTraffic(to: &figures)
        addLoad(to: &figures)
        addSnapshot(to: &figures)
        addStore(to: &figures)
        addMachine(to: &figures)
        return figures
    }

    private func addTraffic(to figures: inout Figures) {
        let kinds = RequestKind.allCases.compactMap { kind in traffic.kinds[kind].map { (kind.rawValue, $0) } }
        var name = "betternet_requests_total"
        figures.begin(name, .counter, "Answers since the start, by what was asked for and the class of the answer.")
        for (kind, counts) in kinds {
            // From the beginning, so that the first failure is seen as a change; nobody answers with 1xx.
            for (place, tally) in counts.answers.enumerated().dropFirst() {
                figures.add(name, ["kind": kind, "status": "\(place + Traffic.classes.lowerBound)xx"], tally.value)
            }
        }
        name = "betternet_request_duration_seconds"
        figures.begin(name, .histogram, "From the arrival of a request until its answer was ready to be sent.")
        for (kind, counts) in kinds {
            var all = 0
            for (place, tally) in counts.times.enumerated() {
                all += tally.value
                let end = place < Traffic.steps.count ? "\(Traffic.steps[place])" : "+Inf"
                figures.add(name + "_bucket", ["kind": kind, "le": end], all)
            }
            figures.add(name + "_sum", ["kind": kind], Double(counts.microseconds.value) / 1_000_000)
            figures.add(name + "_count", ["kind": kind], all)
        }
        figures.single(
            "betternet_ready_answers_total", .counter, "Answers that were made before somebody asked.",
            traffic.ready.value)
        let pages = ready.held
        figures.single("betternet_ready_pages", .gauge, "Pages that are held ready.", pages.count)
        figures.single("betternet_ready_bytes", .gauge, "Bytes of the pages that are held ready.", pages.bytes)
    }

    private func addLoad(to figures: inout Figures) {
        let rooms = Room.allCases.map { ($0.rawValue, admission.state(of: $0)) }
        figures.begin("betternet_requests_in_flight", .gauge, "Requests that are worked for now.")
        for (room, state) in rooms { figures.add("betternet_requests_in_flight", ["room": room], state.inside) }
        figures.begin("betternet_requests_waiting", .gauge, "Requests that wait for their turn.")
        for (room, state) in rooms { figures.add("betternet_requests_waiting", ["room": room], state.waiting) }
        let name = "betternet_requests_shed_total"
        figures.begin(
            name, .counter,
            "Requests that were turned away: the room was full, the turn came too late, or one source asked too much.")
        for (room, state) in rooms {
            for why in Turns.Refusal.allCases {
                figures.add(name, ["room": room, "reason": why.rawValue], state.refused[why] ?? 0)
            }
        }
        figures.single(
            "betternet_searches_limited_total", .counter,
            "Searches and the like that were turned away because one source asked for too many.",
            admission.limited.value)
        figures.single("betternet_connections", .gauge, "Connections that are open.", connections.count)
        figures.single(
            "betternet_connections_refused_total", .counter,
            "Connections that were closed at once because one source had too many.", connections.refused)
        figures.single(
            "betternet_derivations_waiting", .gauge, "Passwords and passphrases that wait to be turned into keys.",
            derivations.waitingCount)
    }

    private func addSnapshot(to figures: inout Figures) {
        let snapshot = snapshots.current
        figures.single(
            "betternet_snapshot_revision", .gauge, "The newest revision that readers see.", snapshot.revision)
        figures.single(
            "betternet_snapshot_records", .gauge, "Records that readers see.", snapshot.catalogue.records.count)
        figures.single(
            "betternet_snapshot_made_timestamp_seconds", .gauge, "When the newest revision that readers see was made.",
            snapshot.madeAt?.timeIntervalSince1970)
    }

    private func addStore(to figures: inout Figures) {
        let sight = watched.sight
        figures.single(
            "betternet_store_readable", .gauge, "1 while the store can be read, 0 while only reading goes on.",
            sight.isStoreReadable.map { $0 && !standing.isAway ? 1 : 0 })
        figures.single(
            "betternet_store_probe_seconds", .gauge, "How long the last look into the store took.",
            sight.probe.map { $0 / .seconds(1) })
        figures.single(
            "betternet_on_duty", .gauge, "1 where this program does what only one may do: letters, digests, harvests.",
            sight.isOnDuty.map { $0 ? 1 : 0 })
        figures.single("betternet_letters_waiting", .gauge, "Letters that wait for the postman.", sight.letters)
        figures.single(
            "betternet_letters_oldest_seconds", .gauge, "How long the oldest letter waits.", sight.oldestLetter)
        figures.single("betternet_reviews_waiting", .gauge, "Drafts that wait for a review.", sight.reviews)
        figures.single(
            "betternet_suggestions_open", .gauge, "Suggestions that nobody answered yet.", sight.suggestions)
        figures.single(
            "betternet_backup_timestamp_seconds", .gauge, "When the last backup was proved.",
            lookout.sight?.backup?.at.timeIntervalSince1970)
    }

    private func addMachine(to figures: inout Figures) {
        if let counts = (logger.handler as? LogWriter)?.counts {
            figures.begin("betternet_log_events_total", .counter, "Events of the log, by level.")
            for level in [Logger.Level.warning, .error, .critical] {
                figures.add("betternet_log_events_total", ["level": level.rawValue], counts[level])
            }
        }
        let machine = Machine.now
        figures.single("process_resident_memory_bytes", .gauge, "Bytes in memory.", machine.memory)
        figures.single("process_cpu_seconds_total", .counter, "Seconds of work, of all cores together.", machine.work)
        figures.single("process_open_fds", .gauge, "Files and connections that are open.", machine.open)
        figures.single("process_max_fds", .gauge, "How many files and connections may be open.", machine.mostOpen)
        figures.single(
            "process_start_time_seconds", .gauge, "When the program began.", times.since.timeIntervalSince1970)
    }
}
