import Catalogue
import Foundation
import Testing

@testable import Site

@Suite struct DraftFormTests {
    private static let catalogue = TestSite.shipped.snapshot.catalogue

    private func form(_ record: Record, _ language: Language = .nl) -> RecordForm {
        RecordForm(for: record, in: Self.catalogue, language: language)
    }

    // MARK: There and back

    @Test func everyShippedRecordComesBackAsItWas() {
        for record in Self.catalogue.records {
            let form = form(record)
            let reading = form.read(form.values(of: record), over: record)
            #expect(reading.record == record && reading.faults.isEmpty && reading.typed.isEmpty, "\(record.id)")
        }
    }

    /// As before, but read into a record that has nothing yet: so that everything really goes through the fields.
    @Test(arguments: Language.allCases) func everythingAskedGoesThroughTheFields(_ language: Language) {
        for record in Self.catalogue.records {
            let form = form(record, language)
            let reading = form.read(form.values(of: record), over: record.emptied)
            #expect(reading.faults.isEmpty, "\(record.id): \(reading.faults)")
            #expect(reading.record.comparable == record.emptied.keeping(record).comparable, "\(record.id)")
        }
    }

    @Test func whatTheFormDoesNotAskStaysAsItIs() throws {
        var record = try #require(Self.catalogue[Identifier.of("awel-102")])
        record.member = true
        record.withdrawn = PartialDate("2026-01-02")
        record.title[.nl] = "  Awel met spaties  "
        let page = try #require(WebAddress("https://awel.be/a"))
        record.links = [Link(address: page, language: .nl), Link(address: page, language: .nl)]
        var hours = Hours(certainty: .stated)
        hours.weekly = [(60, 120), (180, 240), (300, 360)].compactMap {
            Hours.Span(days: [.mo, .we], opens: $0, closes: $1)
        }
        hours.exceptions = [
            Hours.Exception(day: try #require(PartialDate("2026-12-24")), spans: []),
            Hours.Exception(
                day: try #require(PartialDate("2026-12-31")),
                spans: [try #require(Hours.Span(days: [.th], opens: 0, closes: 1_440))]),
        ]
        hours.remark = "a remark"
        record.contact?.hours = hours
        record.contact?.phones[0].remark = "since 2019"
        let form = form(record)
        var values = form.values(of: record)
        #expect(form.read(values, over: record).record == record)
        // One field is changed: nothing else is.
        values = values.with("founded", "1999")
        var wanted = record
        wanted.founded = 1999
        #expect(form.read(values, over: record).record == wanted)
    }

    @Test func aWeekIsReadAsItIsWritten() throws {
        let record = try channel()
        let values = form(record).values(of: record)
            .with("hours-certainty", "stated").with("hours-mo-1-opens", "9u30").with("hours-mo-1-closes", "12.00")
            .with("hours-mo-2-opens", "13:00").with("hours-mo-2-closes", "00:00").with("hours-tu-1-opens", "9:30")
            .with("hours-tu-1-closes", "12 h").with("hours-exception-1-day", "24/12/2026")
            .with("hours-exception-1-closed", "yes")
        let reading = form(record).read(values, over: record)
        #expect(reading.faults.isEmpty)
        let hours = try #require(reading.record.contact?.hours)
        #expect(
            hours.weekly
                == [
                    Hours.Span(days: [.mo, .tu], opens: 570, closes: 720),
                    Hours.Span(days: [.mo], opens: 780, closes: 1_440),
                ].compactMap { $0 })
        #expect(hours.exceptions == [Hours.Exception(day: try #require(PartialDate("2026-12-24")), spans: [])])
    }

    // MARK: What can't be read

    @Test(arguments: [
        ("founded", "lang geleden", FormFault.Reason.year), ("ages-from", "klein", .ages),
        ("chat", "praat met ons", .webAddress),
        ("web-form", "javascript:alert(1)", .webAddress), ("link-nl", "geen adres", .webAddress),
        ("phone-1", "bel ons", .phone),
        ("email-1", "naam at site", .email), ("source-9", "een boek", .webAddress),
        ("hours-mo-1-opens", "vroeg", .halfSpan), ("languages-other", "Vlaamse Gebarentaal", .languageTag),
        ("organisations-5", "Bestaat Niet vzw", .organisation(nearest: nil)),
    ])
    func whatCantBeReadIsKept(_ field: String, _ text: String, _ reason: FormFault.Reason) throws {
        let record = try channel()
        let form = form(record)
        let certain = field.hasPrefix("hours") ? "stated" : ""
        let reading = form.read(
            form.values(of: record).with(field, text).with("hours-certainty", certain), over: record)
        #expect(reading.faults.contains { $0.reason == reason }, "\(reading.faults)")
        #expect(reading.typed[field] == text)
        // And stands in its field again, and is wrong again.
        let again = form.values(of: reading.record, typed: reading.typed)
        #expect(again[field] == text)
        #expect(form.read(again, over: reading.record).typed == reading.typed)
    }

    @Test func aRowThatCantBeReadTakesNothingFromItsNeighbours() throws {
        var record = try channel()
        record.contact = Contact()
        record.contact?.phones = ["101", "102", "103"].compactMap { PhoneNumber($0) }.map { Contact.Phone(number: $0) }
        let form = form(record)
        let values = form.values(of: record).with("phone-2", "honderd en twee").with("phone-2-remark", "old")
        let reading = form.read(values, over: record)
        #expect(reading.record.contact?.phones.map(\.number.description) == ["101", "103"])
        let again = form.values(of: reading.record, typed: reading.typed)
        #expect(
            ["phone-1", "phone-2", "phone-3", "phone-2-remark"].map { again[$0] } == [
                "101", "honderd en twee", "103", "old",
            ])
        // Mended, it is in its place again.
        let mended = form.read(again.with("phone-2", "102"), over: reading.record)
        #expect(mended.record.contact?.phones.map(\.number.description) == ["101", "102", "103"])
    }

    @Test func organisationsAreFoundByNameInAnyLanguage() throws {
        let record = try channel()
        let form = form(record, .de)
        for name in ["child-focus", "Child Focus", "child focus"] {
            let reading = form.read(form.values(of: record).with("organisations-7", name), over: record)
            #expect(reading.record.organisations.contains(Identifier.of("child-focus")), "\(name)")
        }
        let near = form.read(form.values(of: record).with("organisations-7", "child-focos"), over: record)
        #expect(near.faults.map(\.reason) == [.organisation(nearest: "Child Focus")])
    }

    @Test func frenchTextsGetTheirFixedSpaces() throws {
        let record = try channel()
        let reading = form(record).read(form(record).values(of: record).with("title-fr", "Pourquoi ?"), over: record)
        #expect(reading.record.title[.fr] == "Pourquoi\u{A0}?")
    }

    private func channel() throws -> Record {
        var record = try #require(Self.catalogue[Identifier.of("awel-102")])
        record.contact?.hours = nil
        return record
    }
}

extension FormValues {
    /// The same with something else in one field.
    fileprivate func with(_ name: String, _ value: String) -> FormValues {
        FormValues(QueryItems(items.filter { $0.name != name } + [QueryItem(name, value)]))
    }
}

extension Record {
    /// A record of the same kind and structure that says nothing yet.
    fileprivate var emptied: Record {
        var empty = Record(id: id, kind: kind, title: LocalisedText(), summary: LocalisedText(), status: .unknown)
        empty.guide = guide
        for place in (guide?.questions ?? []).indices {
            empty.guide?.questions[place].text = LocalisedText()
            for answer in (guide?.questions[place].answers ?? []).indices {
                empty.guide?.questions[place].answers[answer].label = LocalisedText()
            }
        }
        for place in (guide?.ends ?? []).indices {
            empty.guide?.ends[place].title = LocalisedText()
            empty.guide?.ends[place].lead = LocalisedText()
            empty.guide?.ends[place].first = LocalisedList()
            empty.guide?.ends[place].keep = LocalisedList()
            empty.guide?.ends[place].never = LocalisedList()
            empty.guide?.ends[place].next = LocalisedList()
        }
        empty.guide?.childDoor = nil
        empty.lab = lab
        empty.campaign = campaign
        empty.route = route
        for place in (route?.stops ?? []).indices {
            empty.route?.stops[place].title = LocalisedText()
            empty.route?.stops[place].text = LocalisedText()
            empty.route?.stops[place].together = LocalisedText()
        }
        return empty
    }

    /// What `record` says, with what the form never asks as this one has it.
    fileprivate func keeping(_ record: Record) -> Record {
        var all = record
        all.member = member
        all.withdrawn = withdrawn
        all.successor = successor
        all.verified = verified
        all.setAside = setAside
        all.recommendations = recommendations
        all.announced = announced
        if kind == .guide || kind == .route {
            // Our own texts have no years, links or sources of their own.
            all.status = status
        }
        return all
    }

    /// Without what has no order.
    fileprivate var comparable: Record {
        var copy = self
        copy.ownNames.sort()
        copy.languages.sort { $0.description < $1.description }
        return copy
    }
}
