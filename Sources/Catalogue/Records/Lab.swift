/// A Betternet Lab, from call to result: an event at which people of different sectors look for answers to a question.
package struct Lab: Hashable, Codable, Sendable {
    /// A group that is invited.
    package struct Sector: Hashable, Codable, Sendable, Identifiable {
        /// An audience of the vocabulary, or a name of its own.
        package var id: Identifier
        /// What it is called; nil: as the audience.
        package var name: LocalisedText?

        package init(id: Identifier, name: LocalisedText? = nil) {
            self.id = id
            self.name = name
        }
    }

    /// One time at which people come together.
    package struct Session: Hashable, Codable, Sendable, Identifiable {
        /// Unique in its lab, and the same for ever: registrations name it.
        package var id: Identifier
        /// Exact to the day.
        package var day: PartialDate
        /// Minutes since midnight on the clocks of Belgium; nil where no source says so.
        package var from: Int?
        package var until: Int?
        package var place: LocalisedText?
        package var languages: [LanguageTag] = []
        /// How many people can take part; nil: as many as come.
        package var seats: Int?

        package init(id: Identifier, day: PartialDate) {
            self.id = id
            self.day = day
        }
    }

    /// What somebody told. Nobody's name stands here, ever.
    package struct Testimony: Hashable, Codable, Sendable {
        /// One of ``Lab/sectors``.
        package var sector: Identifier
        package var text: LocalisedText

        package init(sector: Identifier, text: LocalisedText) {
            self.sector = sector
            self.text = text
        }
    }

    /// Something that came out of the lab.
    package struct Finding: Hashable, Codable, Sendable, Identifiable {
        /// Unique in its lab.
        package var id: Identifier
        package var text: LocalisedText
        package var leadsTo: [Outcome]

        package init(id: Identifier, text: LocalisedText, leadsTo: [Outcome] = []) {
            self.id = id
            self.text = text
            self.leadsTo = leadsTo
        }
    }

    /// What became of a finding.
    package struct Outcome: Hashable, Codable, Sendable {
        package var publication: RecordID
        /// Nil: the publication as a whole.
        package var recommendation: Identifier?

        package init(publication: RecordID, recommendation: Identifier? = nil) {
            self.publication = publication
            self.recommendation = recommendation
        }
    }

    package var question: LocalisedText
    package var sectors: [Sector] = []
    package var sessions: [Session] = []
    /// The last day on which somebody can register, exact to the day; nil: nobody can, or could, here.
    package var registrationUntil: PartialDate?
    package var testimonies: [Testimony] = []
    package var findings: [Finding] = []

    package init(question: LocalisedText) { self.question = question }

    package subscript(session id: Identifier) -> Session? { sessions.first { $0.id == id } }
}

// MARK: How far it is

extension Lab {
    /// How far a lab is, in the order in which it goes.
    package enum Stage: String, CaseIterable, Codable, Sendable {
        /// Nobody can register yet, or no session has a day.
        case planned
        case open
        /// Sessions are still to come, but it is too late to register.
        case closed
        case held
        case findings
        case recommendations
    }

    package func stage(on today: CivilDay) -> Stage {
        if findings.contains(where: { !$0.leadsTo.isEmpty }) { return .recommendations }
        if !findings.isEmpty { return .findings }
        guard !sessions.isEmpty else { return .planned }
        if sessions.allSatisfy({ $0.day.lastDay < today }) { return .held }
        guard let last = registrationUntil?.lastDay else { return .planned }
        return last < today ? .closed : .open
    }

    /// The sessions for which somebody can register on this day, soonest first; seats are not looked at.
    package func openSessions(on today: CivilDay) -> [Session] {
        guard let last = registrationUntil?.lastDay, today <= last else { return [] }
        return sessions.filter { $0.day.lastDay >= today }.sorted { ($0.day, $0.from ?? 0) < ($1.day, $1.from ?? 0) }
    }
}

extension Catalogue {
    /// The events that are labs, newest first.
    package var labs: [(event: Record, lab: Lab)] {
        records.compactMap { record in record.lab.map { (record, $0) } }
            .sorted { ($1.0.newestDay, $0.0.id) < ($0.0.newestDay, $1.0.id) }
    }

    /// The findings of labs that led to a recommendation of a publication; where none is named, all that led to the
    /// publication or to anything in it.
    package func findings(
        leadingTo publication: RecordID, _ recommendation: Identifier? = nil
    ) -> [(event: Record, finding: Lab.Finding)] {
        records.flatMap { record in
            (record.lab?.findings ?? []).filter { finding in
                finding.leadsTo.contains {
                    $0.publication == publication && (recommendation == nil || $0.recommendation == recommendation)
                }
            }.map { (record, $0) }
        }
    }
}

extension Record {
    /// The newest date of an event as text that sorts; empty where it has none.
    fileprivate var newestDay: String {
        (dates.map(\.start) + (lab?.sessions ?? []).map(\.day)).max()?.description ?? ""
    }
}
