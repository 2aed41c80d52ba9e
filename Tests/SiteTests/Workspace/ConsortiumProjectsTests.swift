import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Joint projects and what they look for.
@Suite struct ConsortiumProjectsTests {
    private static let new = "/nl/workspace/projects/new/edit"
    private static let fields = [
        ("title", "Samen spelen"), ("language", "nl"), ("summary", "Een spel voor de klas."), ("state", "preparing"),
        ("need-1", "partner"), ("need-1-language", "de"), ("need-1-words", "Duitstalige partner gezocht"),
        ("partner-1", "Child Focus"), ("partner-1-role", "test het spel"), ("record-1", "/nl/channels/awel-102"),
    ]

    private func only(_ work: WorkSite) async throws -> Project {
        let projects = try await work.store.all(Project.self).map(\.value)
        #expect(projects.count == 1)
        return try #require(projects.first)
    }

    private func edit(_ work: WorkSite, _ project: Project, as person: WorkSite.Person) async throws -> FilledForm {
        try FilledForm(
            try await work.get("/nl/workspace/projects/\(project.id)/edit", as: person).body, style: "work")
    }

    /// Adds a second account of the organisation that keeps the project.
    private func keep(_ work: WorkSite, as person: WorkSite.Person = .editor) async throws -> Project {
        #expect(try await work.post(Self.new, Self.fields, as: person).status == .seeOther)
        return try await only(work)
    }

    @Test func isKeptAndShown() async throws {
        let work = try await WorkSite()
        let project = try await keep(work)
        #expect(project.organisation == WorkSite.mediawijs && project.state == .preparing)
        #expect(project.partners == [.init(organisation: WorkSite.childFocus, role: "test het spel")])
        #expect(project.records == [Identifier.of("awel-102")])
        #expect(project.needs == [.init(what: .partner, language: .de, words: "Duitstalige partner gezocht")])
        for path in ["projects/\(project.id)", "projects", "members/child-focus", "members/mediawijs", "consortium"] {
            let page = try await work.get("/de/workspace/\(path)", as: .otherEditor)
            #expect(page.status == .ok && page.body.contains("Samen spelen"), "\(path)")
        }
        let trail = try await work.store.trail(TrailSelection(object: project.id))
        #expect(trail.map(\.deed) == [.changedProject])
    }

    @Test(arguments: [
        ("?need=partner", true), ("?need=partner&language=de", true), ("?language=de", true), ("?need=money", false),
        ("?language=fr", false), ("?need=nope&language=x", true),
    ])
    func isFoundByWhatItLooksFor(_ query: String, _ isFound: Bool) async throws {
        let work = try await WorkSite()
        _ = try await keep(work)
        let page = try await work.get("/nl/workspace/projects" + query, as: .otherEditor).body
        #expect(page.contains("Samen spelen") == isFound)
    }

    @Test func onlyItsOwnOrganisationAndTheCoordinatorChangeIt() async throws {
        let work = try await WorkSite()
        let project = try await keep(work, as: .contributor)
        let path = "/nl/workspace/projects/\(project.id)/edit"
        for person: WorkSite.Person in [.otherEditor, .outsider, .reader, .handler] {
            #expect(try await work.get(path, as: person).status == .forbidden, "\(person)")
            #expect(try await work.post(path, Self.fields, as: person).status == .forbidden, "\(person)")
        }
        for person: WorkSite.Person in [.outsider, .reader, .handler] {
            #expect(try await work.post(Self.new, Self.fields, as: person).status == .forbidden, "\(person)")
        }
        #expect(try await work.get("/nl/workspace/projects/nope", as: .editor).status == .notFound)
        #expect(try await work.get("/nl/workspace/projects/nope/edit", as: .editor).status == .notFound)
        for person: WorkSite.Person in [.editor, .contributor, .coordinator] {
            var form = try await edit(work, project, as: person)
            form.write("title", "Van \(person)")
            #expect(try await work.post(path, form.fields, as: person).status == .seeOther, "\(person)")
            #expect(try await only(work).title == "Van \(person)")
        }
    }

    @Test func theCoordinatorKeepsProjectsToo() async throws {
        let work = try await WorkSite()
        let project = try await keep(work, as: .coordinator)
        #expect(project.organisation == nil)
        #expect(try await work.get("/nl/workspace/projects/\(project.id)/edit", as: .editor).status == .forbidden)
    }

    @Test func halfAFormComesBackFilledWithMessagesBesideTheFields() async throws {
        let work = try await WorkSite()
        let answer = try await work.post(
            Self.new,
            [
                ("title", ""), ("language", "nl"), ("summary", "<b>x</b>"), ("state", "idea"), ("need-3", "money"),
                ("need-5-words", "iets"), ("partner-2", "Chidl-Focus"), ("record-4", "bestaat niet"),
            ], as: .editor)
        #expect(answer.status == .unprocessableContent && !answer.body.contains("<b>x"))
        let page = try Markup(answer.body)
        // Rows moved up to where nothing stands.
        for field in ["title", "need-2", "partner-1", "record-1"] {
            #expect(page.all("p").contains { $0.attributes["id"] == "\(field)-fault" }, "\(field)")
        }
        #expect(page.all("p").contains { $0.attributes["id"] == "partner-1-fault" && $0.text.contains("Child Focus") })
        #expect(page.all("input").contains { $0.attributes["value"] == "Chidl-Focus" })
        #expect(try await work.store.all(Project.self).isEmpty)
    }

    @Test func moreRowsComeWithoutScriptAndNothingIsLost() async throws {
        let work = try await WorkSite()
        var form = try FilledForm(try await work.get(Self.new, as: .editor).body, style: "work")
        for (name, value) in Self.fields { form.write(name, value) }
        let before = form.names.filter { $0.hasPrefix("partner-") }.count
        let more = try await work.post(Self.new, form.fields + [("more", "partner")], as: .editor)
        #expect(more.status == .ok)
        let again = try FilledForm(more.body, style: "work")
        #expect(again.names.filter { $0.hasPrefix("partner-") }.count > before + 3)
        #expect(again["title"] == "Samen spelen" && again["partner-1"] == "Child Focus")
        #expect(try await work.store.all(Project.self).isEmpty)
        #expect(try await work.post(Self.new, again.fields, as: .editor).status == .seeOther)
    }

    // MARK: Two at once

    @Test func twoWhoChangeDifferentFieldsBothGetTheirs() async throws {
        let work = try await WorkSite()
        let project = try await keep(work)
        let path = "/nl/workspace/projects/\(project.id)/edit"
        var (mine, theirs) = (
            try await edit(work, project, as: .editor), try await edit(work, project, as: .contributor)
        )
        theirs.write("state", "running")
        #expect(try await work.post(path, theirs.fields, as: .contributor).status == .seeOther)
        mine.write("title", "Samen beter spelen")
        let merged = try await work.post(path, mine.fields, as: .editor)
        #expect(merged.status == .seeOther && merged.headers[.location]?.hasSuffix("merged=1") ?? false)
        let now = try await only(work)
        #expect(now.title == "Samen beter spelen" && now.state == .running)
    }

    @Test func whoComesSecondOnTheSameFieldChooses() async throws {
        let work = try await WorkSite()
        let project = try await keep(work)
        let path = "/nl/workspace/projects/\(project.id)/edit"
        var (mine, theirs) = (
            try await edit(work, project, as: .editor), try await edit(work, project, as: .contributor)
        )
        theirs.write("title", "Van hen & <i>zo</i>")
        theirs.write("summary", "Ook anders.")
        _ = try await work.post(path, theirs.fields, as: .contributor)
        mine.write("title", "Van mij")
        let conflict = try await work.post(path, mine.fields, as: .editor)
        #expect(conflict.status == .conflict)
        #expect(try await only(work).title == "Van hen & <i>zo</i>")
        let form = try FilledForm(conflict.body, style: "work")
        #expect(form["title"] == "Van mij" && form["summary"] == "Ook anders.")
        #expect(conflict.body.contains("Van hen &amp; &lt;i&gt;zo"))
        #expect(try await work.post(path, form.fields, as: .editor).status == .seeOther)
        let now = try await only(work)
        #expect(now.title == "Van mij" && now.summary == "Ook anders.")
    }

    @Test(arguments: ["", "{}", "[", "{\"id\":\"other\"}"])
    func whatNoFormOfOursSendsIsRefused(_ seen: String) async throws {
        let work = try await WorkSite()
        let project = try await keep(work)
        let path = "/nl/workspace/projects/\(project.id)/edit"
        let answer = try await work.post(path, Self.fields + [("seen", seen)], as: .editor)
        #expect(answer.status == .unprocessableContent)
        // What was typed is still there; what the form carried is no text of theirs.
        #expect(answer.body.contains("Een spel voor de klas.") && !answer.body.contains("seen: "))
    }

    @Test func longNamesStayOnThePage() async throws {
        let work = try await WorkSite()
        let long = String(repeating: "Donaudampfschifffahrt", count: 7)
        let fields = Self.fields.map { $0.0 == "title" ? ("title", long) : $0 }
        #expect(try await work.post(Self.new, fields, as: .editor).status == .seeOther)
        let tooLong = Self.fields.map { $0.0 == "title" ? ("title", long + long) : $0 }
        #expect(try await work.post(Self.new, tooLong, as: .editor).status == .unprocessableContent)
    }
}
