import Catalogue
import Editorial
import Foundation
import Intake
import Testing

@testable import Storage

/// A small shop with something in every table, and all that can be read of it.
enum KeepingShop {
    static let day = CivilDay(year: 2026, month: 11, day: 20)
    static let today = Date(timeIntervalSince1970: 1_795_000_000)
    static let records = 12

    static func entry(_ place: Int, _ title: String = "Titel") throws -> Entry {
        .record(
            Record(
                id: try #require(RecordID("record-\(place)")), kind: .resource,
                title: LocalisedText([.nl: "\(title) \(place)", .fr: "Titre"]),
                summary: LocalisedText([.nl: "Een tekst van een paar woorden."]), status: .active))
    }

    static func fill(_ store: any Store, _ vault: any ReportVault) async throws {
        _ = try await store.publish(try (0..<records).map { try entry($0) }, by: "test", at: today)
        _ = try await store.publish([try entry(7, "Anders")], by: "test", at: today.addingTimeInterval(60))
        var work = Work(by: "Anna", at: today)
        for name in Duty.Name.allCases { try work.put(Duty(name, lastOn: day)) }
        work.note(
            TrailLine(
                account: "a1", name: "Anna", organisation: nil, deed: .published, object: "record-7", detail: "woord",
                at: today))
        try await store.commit(work)
        try await store.add([
            SearchCount(day: day, language: .nl, words: "gamen", searches: 9, withoutResult: 2)
        ])
        let key = SealingKey()
        let organisation = try #require(RecordID("child-focus"))
        let inbox = Inbox(organisation: organisation, publicKey: key.publicKey, themes: [], languages: [.nl])
        try await vault.add(
            inbox,
            handler: Handler(
                inbox: organisation, name: "Anna",
                wrapped: WrappedKey(rounds: 16, salt: .random(16), sealed: .random(60)), addedOn: day, addedBy: nil))
        for _ in 0..<3 {
            let report = ReportCase(
                number: .random(), inbox: organisation, guide: try #require(RecordID("threats")), language: .nl,
                role: .teenager, receivedOn: day, salt: .random(16), verifier: .random(32), reporterKey: key.publicKey)
            let message = try SealedMessage(
                DialogueMessage(text: "Wat er gebeurde.", sentAt: ""), number: report.number, place: 0,
                author: .reporter, writtenOn: day, inbox: key.publicKey, reporter: key.publicKey)
            try await vault.accept(report, message, ticket: .random(16))
            try await vault.note(
                HandlerAction(
                    inbox: organisation, handler: "Anna", what: .opened, number: report.number, on: day, minute: 9))
        }
        try await vault.countHandovers(3, on: day)
    }
}

/// All that a program reads, to be compared.
struct KeptReading: Equatable {
    var records: [Record] = []
    var revision = 0
    var history: [String] = []
    var trail: [TrailLine] = []
    var duties: [Duty] = []
    var inboxes: [Inbox] = []
    var handlers: [Handler] = []
    var reports: [ReportCase] = []
    var messages: [SealedMessage] = []
    var actions: [HandlerAction] = []

    init(_ store: any Store, _ vault: any ReportVault) async throws {
        let published = try await store.published()
        records = published.catalogue.records.sorted { $0.id.description < $1.id.description }
        revision = published.revision
        for record in records {
            for each in try await store.revisions(of: record.id) {
                let title = each.record.title[.nl] ?? ""
                history.append("\(each.id) \(title) \(each.author) \(each.madeAt) \(each.why) \(each.isPublished)")
            }
        }
        trail = try await store.trail(TrailSelection())
        duties = try await store.all(Duty.self).map(\.value)
        inboxes = try await vault.inboxes()
        for inbox in inboxes {
            handlers += try await vault.handlers(of: inbox.organisation)
            reports += try await vault.reports(of: inbox.organisation)
            actions += try await vault.actions(of: inbox.organisation, limit: 100)
        }
        for report in reports { messages += try await vault.messages(of: report.number) }
    }
}
