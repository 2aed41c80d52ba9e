import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// The pages about other sites that entries are fetched from.
@Suite struct HarvestPagesTests {
    private static let new = "/nl/workspace/sources/new/edit"
    private static let fields = [
        ("name", "Buren"), ("address", "https://buren.example/oai"), ("format", "oai"), ("interval", "3"),
        ("kind", "resource"), ("language", "nl"), ("behind", "mediawijs"),
        ("words", "pesten = themes/cyberbullying\n\nOuders=audiences/parents"), ("on", "yes"),
    ]

    private func only(_ work: WorkSite) async throws -> HarvestSource {
        let all = try await work.store.all(HarvestSource.self).map(\.value)
        #expect(all.count == 1)
        return try #require(all.first)
    }

    private func keep(_ work: WorkSite, as person: WorkSite.Person = .editor) async throws -> HarvestSource {
        #expect(try await work.post(Self.new, Self.fields, as: person).status == .seeOther)
        return try await only(work)
    }

    private func incoming(_ record: Record) -> Incoming {
        Incoming(
            key: "oai:buren:\(record.id)", record: record, fields: ["title", "summary", "organisations", "sources"],
            page: "https://buren.example/\(record.id)")
    }

    private func record(_ name: String) throws -> Record {
        Record(
            id: try #require(RecordID(name)), kind: .resource, title: LocalisedText([.nl: "Spel \(name)"]),
            summary: LocalisedText([.nl: "Een spel."]), status: .active)
    }

    @Test func aSourceIsKeptAndShown() async throws {
        let work = try await WorkSite()
        let source = try await keep(work)
        #expect(source.organisation == WorkSite.mediawijs && source.interval == 3 && source.isOn && !source.isTrusted)
        #expect(
            source.mapping.words == ["pesten": ["themes/cyberbullying"], "ouders": ["audiences/parents"]])
        for path in ["sources", "sources/\(source.id)", "sources/\(source.id)/edit"] {
            let page = try await work.get("/fr/workspace/\(path)", as: .editor)
            #expect(page.status == .ok && page.body.contains("Buren"), "\(path)")
        }
        #expect(try await work.store.trail(TrailSelection(object: source.id)).map(\.deed) == [.changedSource])
    }

    @Test func onlyItsOrganisationAndTheCoordinatorLookAfterIt() async throws {
        let work = try await WorkSite()
        let source = try await keep(work)
        for person: WorkSite.Person in [.contributor, .reader, .handler] {
            #expect(try await work.get("/nl/workspace/sources", as: person).status == .forbidden, "\(person)")
            #expect(try await work.post(Self.new, Self.fields, as: person).status == .forbidden, "\(person)")
        }
        let path = "/nl/workspace/sources/\(source.id)"
        #expect(try await work.get(path, as: .otherEditor).status == .notFound)
        #expect(try await work.post(path, [("deed", "run")], as: .otherEditor).status == .notFound)
        #expect(try await work.post(path + "/edit", Self.fields, as: .otherEditor).status == .notFound)
        #expect(try await work.get(path, as: .coordinator).status == .ok)
    }

    @Test func onlyTheCoordinatorTrustsASource() async throws {
        let work = try await WorkSite()
        let source = try await keep(work)
        let path = "/nl/workspace/sources/\(source.id)/edit"
        let trusting = Self.fields + [("trusted", "yes"), ("owner", "mediawijs")]
        _ = try await work.post(path, trusting, as: .editor)
        #expect(try await !only(work).isTrusted)
        #expect(try await work.post(path, trusting, as: .coordinator).status == .seeOther)
        #expect(try await only(work).isTrusted)
        // An editor changes the rest of it, and it stays trusted.
        #expect(try await work.post(path, Self.fields, as: .editor).status == .seeOther)
        #expect(try await only(work).isTrusted)
    }

    @Test(arguments: [
        ("name", ""), ("address", "nergens"), ("address", "javascript:alert(1)"), ("interval", "0"),
        ("interval", "veel"), ("words", "pesten = themes/nope"), ("words", "pesten"),
    ])
    func whatMakesNoSenseIsSaidBesideItsField(_ name: String, _ value: String) async throws {
        let work = try await WorkSite()
        let fields = Self.fields.map { $0.0 == name ? (name, value) : $0 }
        let answer = try await work.post(Self.new, fields, as: .editor)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.body.contains("id=\"\(name)-fault\""))
        #expect(try await work.store.all(HarvestSource.self).isEmpty)
    }

    @Test func aRunIsAskedForAndTakenUpOnce() async throws {
        let work = try await WorkSite()
        let source = try await keep(work)
        let path = "/nl/workspace/sources/\(source.id)"
        #expect(try await work.post(path, [("deed", "nope")], as: .editor).status == .unprocessableContent)
        #expect(try await work.post(path, [("deed", "trial")], as: .editor).status == .seeOther)
        #expect(try await only(work).wish?.isTrial == true)
        let task = try #require(try await work.workspace.takeHarvest())
        #expect(task.isTrial && task.source.id == source.id)
        #expect(try await work.workspace.takeHarvest() == nil)
        let run = try await work.workspace.harvest(
            HarvestDelivery(items: [incoming(try record("spel-a"))], faults: [HarvestFault(place: "x", what: "<b>y")]),
            of: task.source, isTrial: true)
        try await work.workspace.note(run, of: source.id, isTrial: true)
        let page = try await work.get(path, as: .editor)
        #expect(page.body.contains("Spel spel-a") && page.body.contains("x: &lt;b&gt;y") && !page.body.contains("<b>y"))
        #expect(try await work.store.all(Draft.self).isEmpty)
    }

    @Test func whatComesInIsReviewedAndItsFieldsSayWhereTheyComeFrom() async throws {
        let work = try await WorkSite()
        let source = try await keep(work)
        let items = try ["spel-a", "spel-b", "spel-c"].map { incoming(try record($0)) }
        _ = try await work.workspace.harvest(HarvestDelivery(items: items), of: source)
        let drafts = try await work.store.all(Draft.self).map(\.value)
        #expect(drafts.count == 3 && drafts.allSatisfy { $0.state == .submitted })
        let draft = try #require(drafts.first { $0.record.id.description == "spel-a" })
        // Not by the organisation whose source it is.
        #expect(try await work.get("/nl/workspace/drafts/\(draft.id)/review", as: .editor).status == .forbidden)
        let page = try await work.get("/nl/workspace/drafts/\(draft.id)/review", as: .otherEditor)
        #expect(page.status == .ok && page.body.contains("harvest: Buren"))
        for draft in drafts {
            try await work.workspace.decide(
                .publish(.passed), on: draft.id, by: WorkSite.Person.otherEditor.actor)
        }
        try await work.refresh()
        let entry = try await work.get("/nl/workspace/entries/spel-a", as: .editor)
        #expect(entry.body.contains("id=\"provenance\"") && entry.body.contains("Buren"))
        let history = try await work.store.revisions(of: draft.record.id)
        #expect(history.map(\.author) == ["harvest: Buren"])

        // One of three is gone: it is proposed, and another organisation decides.
        _ = try await work.workspace.harvest(HarvestDelivery(items: Array(items.dropFirst())), of: source)
        let proposal = try #require(
            try await work.store.all(Draft.self, key: "spel-a").map(\.value).first(where: \.state.isOpen))
        #expect(proposal.proposesWithdrawal)
        #expect(
            try await work.get("/nl/workspace/drafts/\(proposal.id)/review", as: .otherEditor).status == .ok)
        try await work.workspace.decide(
            .publish(.passed), on: proposal.id, by: WorkSite.Person.otherEditor.actor)
        #expect(try await work.store.revisions(of: draft.record.id).first?.record.withdrawn != nil)
        // It is there again: it is brought back the same way.
        let back = try await work.workspace.harvest(HarvestDelivery(items: items), of: source)
        #expect(back[.back] == 1)
    }
}

extension Review {
    /// Every criterion is met.
    fileprivate static let passed = Review(
        findings: Criterion.allCases.map { Finding(criterion: $0, isMet: true, ground: "nagekeken") })
}
