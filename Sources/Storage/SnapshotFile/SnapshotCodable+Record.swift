import Catalogue

extension Record: SnapshotCodable {
    /// In the order of their declaration; a test counts them.
    func write(to writer: inout SnapshotWriter) throws {
        id.write(to: &writer)
        kind.write(to: &writer)
        try title.write(to: &writer)
        try ownNames.write(to: &writer)
        try summary.write(to: &writer)
        try organisations.write(to: &writer)
        try languages.write(to: &writer)
        try themes.write(to: &writer)
        try audiences.write(to: &writer)
        try ages.write(to: &writer)
        try territories.write(to: &writer)
        try pillars.write(to: &writer)
        try formats.write(to: &writer)
        try cost.write(to: &writer)
        status.write(to: &writer)
        try founded.write(to: &writer)
        try ended.write(to: &writer)
        try dates.write(to: &writer)
        yearly.write(to: &writer)
        try recurrence.map(SnapshotJSON.init).write(to: &writer)
        try lab.map(SnapshotJSON.init).write(to: &writer)
        try campaign.map(SnapshotJSON.init).write(to: &writer)
        member.write(to: &writer)
        try links.write(to: &writer)
        try contact.write(to: &writer)
        try service.write(to: &writer)
        try guide.map(SnapshotJSON.init).write(to: &writer)
        try route.map(SnapshotJSON.init).write(to: &writer)
        try recommendations.map(SnapshotJSON.init).write(to: &writer)
        try announced.write(to: &writer)
        try sources.write(to: &writer)
        try withdrawn.write(to: &writer)
        try successor.write(to: &writer)
        try isMerged.write(to: &writer)
        try setAside.write(to: &writer)
        try verified.write(to: &writer)
        try translations.map(SnapshotJSON.init).write(to: &writer)
        try home.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        let id = try RecordID(from: &reader)
        let kind = try Kind(from: &reader)
        let title = try LocalisedText(from: &reader)
        let ownNames = try [Language](from: &reader)
        self.init(id: id, kind: kind, title: title, summary: try .init(from: &reader), status: .unknown)
        self.ownNames = ownNames
        organisations = try reader.names()
        languages = try reader.tags()
        themes = try reader.names()
        audiences = try reader.names()
        ages = try .init(from: &reader)
        territories = try reader.names()
        pillars = try reader.names()
        formats = try reader.names()
        cost = try .init(from: &reader)
        status = try .init(from: &reader)
        founded = try .init(from: &reader)
        ended = try .init(from: &reader)
        dates = try .init(from: &reader)
        yearly = try .init(from: &reader)
        recurrence = try SnapshotJSON<Recurrence>?(from: &reader)?.value
        lab = try SnapshotJSON<Lab>?(from: &reader)?.value
        campaign = try SnapshotJSON<Campaign>?(from: &reader)?.value
        member = try .init(from: &reader)
        links = try .init(from: &reader)
        contact = try .init(from: &reader)
        service = try .init(from: &reader)
        guide = try SnapshotJSON<HelpTree>?(from: &reader)?.value
        route = try SnapshotJSON<Route>?(from: &reader)?.value
        recommendations = try SnapshotJSON<[Recommendation]>?(from: &reader)?.value
        announced = try .init(from: &reader)
        sources = try .init(from: &reader)
        withdrawn = try .init(from: &reader)
        successor = try .init(from: &reader)
        isMerged = try .init(from: &reader)
        setAside = try .init(from: &reader)
        verified = try .init(from: &reader)
        translations = try SnapshotJSON<[Language: TranslationState]>?(from: &reader)?.value
        home = try .init(from: &reader)
    }
}

extension Kind: SnapshotCodable {}
extension Status: SnapshotCodable {}
extension Verification.Means: SnapshotCodable {}

extension AgeRange: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) {
        from.write(to: &writer)
        to.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        guard let ages = AgeRange(from: try .init(from: &reader), to: try .init(from: &reader)) else {
            throw reader.fault
        }
        self = ages
    }
}

extension EventDate: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        start.write(to: &writer)
        try end.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(start: try .init(from: &reader), end: try .init(from: &reader))
    }
}

extension Link: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        address.write(to: &writer)
        try language.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(address: try .init(from: &reader), language: try .init(from: &reader))
    }
}

extension Source: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        address.write(to: &writer)
        says.write(to: &writer)
        try seen.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(address: try .init(from: &reader), says: try reader.text(), seen: try .init(from: &reader))
    }
}

extension Verification: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        on.write(to: &writer)
        try organisation.write(to: &writer)
        by.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(
            on: try .init(from: &reader), organisation: try .init(from: &reader), by: try .init(from: &reader))
    }
}
