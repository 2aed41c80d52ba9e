import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Meetings and labs: agenda, participants, notes, decisions.
@Suite struct ConsortiumMeetingsTests {
    private static let new = "/nl/workspace/meetings/new/edit"
    private static let fields = [
        ("title", "Overleg; winter"), ("what", "lab"), ("language", "nl"), ("date", "2027-02-09"), ("time", "14:00"),
        ("until", "16:30"), ("place", "Brussel, zaal 2"), ("agenda", "Welkom\n\nCijfers\n"), ("members", "mediawijs"),
        ("members", "febelfin"), ("guest-1", "Febelfin"), ("notes", "Wij spraken.\n\n- een\n- twee"),
        ("decision-1", "De site vertalen"), ("decision-1-who", "Child Focus"), ("decision-1-by", "2027-03-01"),
        ("decision-2", "Een datum kiezen"),
    ]

    private func keep(_ work: WorkSite, as person: WorkSite.Person = .editor) async throws -> Meeting {
        #expect(try await work.post(Self.new, Self.fields, as: person).status == .seeOther)
        return try #require(try await work.store.all(Meeting.self).first?.value)
    }

    @Test func isKeptAndShown() async throws {
        let work = try await WorkSite()
        let meeting = try await keep(work)
        #expect(meeting.day.description == "2027-02-09" && meeting.agenda == ["Welkom", "Cijfers"])
        // Who is no member has no box to tick, whatever a form sends.
        #expect(meeting.participants == [WorkSite.mediawijs, WorkSite.stranger])
        #expect(meeting.decisions.map(\.organisation) == [WorkSite.childFocus, nil])
        let page = try await work.get("/fr/workspace/meetings/\(meeting.id)", as: .otherEditor)
        #expect(page.status == .ok)
        for words in ["Overleg; winter", "Cijfers", "De site vertalen", "1er mars 2027", "14 h – 16 h 30"] {
            #expect(page.body.contains(words), "\(words)")
        }
        for path in ["meetings", "members/mediawijs", "members/child-focus", "consortium"] {
            #expect(
                try await work.get("/nl/workspace/\(path)", as: .otherEditor).body.contains("Overleg; winter"),
                "\(path)")
        }
    }

    @Test func goesIntoACalendar() async throws {
        let work = try await WorkSite()
        let meeting = try await keep(work)
        let path = "/nl/workspace/meetings/\(meeting.id)/meeting.ics"
        let file = try await work.get(path, as: .contributor)
        #expect(file.status == .ok && file.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(file.headers[.cacheControl] == "no-store")
        #expect(file.body.contains("DTSTART:20270209T130000Z\r\nDTEND:20270209T153000Z\r\n"))
        #expect(
            file.body.contains("SUMMARY:Overleg\\; winter\r\n") && file.body.contains("LOCATION:Brussel\\, zaal 2\r\n"))
        #expect(try await work.get(path, as: .outsider).status == .forbidden)
        #expect(try await work.get("/nl/workspace/meetings/nope/meeting.ics", as: .editor).status == .notFound)
    }

    @Test func whoMayNotKeepOne() async throws {
        let work = try await WorkSite()
        for person: WorkSite.Person in [.contributor, .outsider, .reader, .handler] {
            #expect(try await work.get(Self.new, as: person).status == .forbidden, "\(person)")
            #expect(try await work.post(Self.new, Self.fields, as: person).status == .forbidden, "\(person)")
        }
        let meeting = try await keep(work)
        let path = "/nl/workspace/meetings/\(meeting.id)/edit"
        for person: WorkSite.Person in [.contributor, .otherEditor, .outsider, .reader, .handler] {
            #expect(try await work.get(path, as: person).status == .forbidden, "\(person)")
            #expect(try await work.post(path, Self.fields, as: person).status == .forbidden, "\(person)")
        }
        #expect(try await work.get(path, as: .coordinator).status == .ok)
    }

    @Test func halfAFormComesBackFilled() async throws {
        let work = try await WorkSite()
        let answer = try await work.post(
            Self.new,
            [
                ("title", "<u>x</u>"), ("date", "morgen"), ("time", "25:00"), ("until", "13:00"), ("guest-2", "nope"),
                ("decision-1-who", "nope"), ("decision-1-by", "straks"),
            ], as: .editor)
        #expect(answer.status == .unprocessableContent && !answer.body.contains("<u>x"))
        let page = try Markup(answer.body)
        for field in ["date", "time", "guest-1", "decision-1-who", "decision-1-by"] {
            #expect(page.all("p").contains { $0.attributes["id"] == "\(field)-fault" }, "\(field)")
        }
        #expect(try await work.store.all(Meeting.self).isEmpty)
    }

    @Test func savingWithoutAChangeChangesNothing() async throws {
        let work = try await WorkSite()
        let meeting = try await keep(work)
        let path = "/nl/workspace/meetings/\(meeting.id)/edit"
        let form = try FilledForm(try await work.get(path, as: .editor).body, style: "work")
        #expect(try await work.post(path, form.fields, as: .editor).status == .seeOther)
        #expect(try await work.store.all(Meeting.self).map(\.value) == [meeting])
    }

    @Test func twoAtOnceLoseNothing() async throws {
        let work = try await WorkSite()
        let meeting = try await keep(work)
        let path = "/nl/workspace/meetings/\(meeting.id)/edit"
        let opened = try FilledForm(try await work.get(path, as: .editor).body, style: "work")
        var (mine, theirs) = (opened, opened)
        theirs.write("notes", "Een ander verslag")
        theirs.write("date", "2027-02-10")
        #expect(try await work.post(path, theirs.fields, as: .coordinator).status == .seeOther)
        mine.tick("cancelled", "yes")
        #expect(try await work.post(path, mine.fields, as: .editor).headers[.location]?.hasSuffix("merged=1") ?? false)
        mine.write("date", "2027-02-11")
        let conflict = try await work.post(path, mine.fields, as: .editor)
        #expect(conflict.status == .conflict)
        #expect(try Markup(conflict.body).all("p").contains { $0.attributes["id"] == "date-fault" })
        let now = try #require(try await work.store.all(Meeting.self).first?.value)
        #expect(now.isCancelled && now.notes == "Een ander verslag" && now.day.description == "2027-02-10")
    }

    @Test func whoPromisedSomethingSaysThatItIsDone() async throws {
        let work = try await WorkSite()
        let meeting = try await keep(work)
        let path = "/nl/workspace/meetings/\(meeting.id)"
        let done = [("place", "0"), ("version", "1")]
        for person: WorkSite.Person in [.contributor, .outsider, .reader, .handler] {
            #expect(try await work.post(path, done, as: person).status == .forbidden, "\(person)")
        }
        // The other decision is nobody's of theirs.
        #expect(try await work.post(path, [("place", "1"), ("version", "1")], as: .otherEditor).status == .forbidden)
        #expect(try await work.post(path, [("place", "9"), ("version", "1")], as: .editor).status == .notFound)
        let page = try await work.get("/nl/workspace/members/child-focus", as: .otherEditor)
        #expect(page.body.contains("De site vertalen"))
        #expect(try await work.post(path, done, as: .otherEditor).status == .seeOther)
        #expect(try await work.post(path, done, as: .otherEditor).status == .conflict)
        let after = try await work.get("/nl/workspace/consortium", as: .otherEditor)
        #expect(!after.body.contains("De site vertalen"))
    }
}
