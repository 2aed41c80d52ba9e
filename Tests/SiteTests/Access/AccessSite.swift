import Catalogue
import Editorial
import Exchange
import Foundation
import Testing

@testable import Site

/// A site in which two organisations have one of each thing.
struct AccessSite: Sendable {
    static let owners = [WorkSite.mediawijs, WorkSite.childFocus]

    /// Whose things a route is tried on: where it is about none, one is enough.
    static func owners(of rule: AccessRule) -> [RecordID] { rule.thing == .none ? [WorkSite.mediawijs] : owners }

    let work: WorkSite
    private var ids: [AccessRule.Thing: [RecordID: [String]]] = [:]
    /// The revision of the entry of each owner.
    private var revisions: [RecordID: Int] = [:]

    init() async throws {
        work = try await WorkSite()
        for (owner, editor) in zip(Self.owners, [WorkSite.Person.editor, .otherEditor]) {
            try await fill(owner, editor.actor)
        }
    }

    private mutating func fill(_ owner: RecordID, _ editor: Actor) async throws {
        let (workspace, other) = (work.workspace, owner == WorkSite.mediawijs ? "mediawijs" : "child-focus")
        func add(_ thing: AccessRule.Thing, _ id: String...) { ids[thing, default: [:]][owner] = id }
        let records = TestSite.shipped.snapshot.catalogue.records.filter {
            $0.kind == .resource && $0.owners == [owner]
        }
        try #require(records.count >= 4, "\(owner) has too few entries to try this")
        add(.entry, records[0].id.description)
        revisions[owner] = try await work.store.revisions(of: records[0].id).first?.id
        add(.entries, records[0].id.description, records[1].id.description)
        add(.draft, try await workspace.edit(records[2].id, by: editor).value.id)
        var sent = try await workspace.edit(records[3].id, by: editor)
        sent.value.state = .submitted
        try await put { try $0.put(sent) }
        add(.submitted, sent.value.id)

        let suggestion = Suggestion(
            code: owner == WorkSite.mediawijs ? "AAAA-AAAA" : "BBBB-BBBB", record: records[0].id, language: .nl,
            message: "Het nummer klopt niet.", contact: nil, receivedOn: workspace.today)
        try await workspace.receive(suggestion)
        add(.suggestion, suggestion.code)
        add(.person, owner == WorkSite.mediawijs ? "contributor" : "otherEditor")
        add(.member, owner.description)

        var project = try workspace.newProject(in: .nl, by: editor)
        project.title = "Project"
        var meeting = try workspace.newMeeting(in: .nl, by: editor)
        meeting.title = "Meeting"
        meeting.decisions = [.init(words: "Done", organisation: owner, by: nil)]
        var source = try workspace.newSource(for: owner, in: .nl, by: editor)
        source.name = "Source"
        source.address = "https://source.example/\(other)"
        var importing = Importing(
            id: "import-\(other)", name: "list.csv", author: editor, madeOn: workspace.today, columns: [:])
        importing.state = .previewed
        let table = ImportTable(id: importing.id, bytes: Data("id;title nl\n;Een\n".utf8))
        let items: [any Item] = [project, meeting, source, importing, table]
        try await put { work in for item in items { try work.put(item) } }
        add(.project, project.id)
        add(.meeting, meeting.id)
        add(.source, source.id)
        add(.importing, importing.id)

        let lab = try #require(TestSite.shipped.snapshot.catalogue.records.first { $0.lab != nil })
        add(.lab, lab.id.description)
        add(.application, try await work.apply().id)
        let territory = try #require(TestSite.shipped.snapshot.catalogue[.territories].concepts.first).id
        let setting = try #require(Campaign.Setting.allCases.first)
        let signUp = CampaignSignUp(
            code: owner == WorkSite.mediawijs ? "CCCC-CCCC" : "DDDD-DDDD", campaign: lab.id, language: .nl, group: "6A",
            mayBeNamed: false, setting: setting, territory: territory, what: "Een spel", day: workspace.today,
            receivedOn: workspace.today)
        try await put { try $0.put(signUp) }
        add(.signUp, signUp.code)
    }

    private func put(_ change: (inout Work) throws -> Void) async throws {
        var work = Work(by: "test", at: TestSite.noon)
        try change(&work)
        try await self.work.store.commit(work)
    }

    /// The address of a route, with the thing of an owner in it.
    func path(_ route: String, _ rule: AccessRule, of owner: RecordID) -> String {
        var path = route.replacing("{lang}", with: "nl")
        for id in ids[rule.thing]?[owner] ?? [] {
            guard let place = path.firstRange(of: #/\{[a-z]+\}/#) else { break }
            path.replaceSubrange(place, with: id)
        }
        return path.replacing("{number}", with: "\(revisions[owner] ?? 1)").replacing(#/\{[a-z]+\}/#, with: "nothing")
    }

    /// What a form holds; where the thing is named in a field and not in the address, its id too.
    func fields(_ rule: AccessRule, of owner: RecordID) -> [(String, String)] {
        let id = ids[rule.thing]?[owner]?.first ?? ""
        return rule.fields + [("record", id), ("lab", id), ("what-\(id)", "finding"), ("words-\(id)", "Words")]
    }

    /// Everything that is kept, but for when sessions were last used.
    func kept() async throws -> [String] {
        var all: [String] = []
        for type in Shelf.types.values where type.shelf != AccountSession.shelf {
            all += try await versions(of: type)
        }
        let trail = try await work.store.trail(TrailSelection(limit: 10_000)).count
        return all.sorted() + ["trail \(trail)", "revision \(try await work.store.published().revision)"]
    }

    private func versions<Value: Item>(of type: Value.Type) async throws -> [String] {
        try await work.store.all(type).map { "\(type) \($0.value.id) \($0.version)" }
    }
}
