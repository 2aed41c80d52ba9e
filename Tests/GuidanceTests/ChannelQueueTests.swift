import Catalogue
import Testing

@testable import Guidance

/// Who is shown first, to whom, when.
@Suite struct ChannelQueueTests {
    /// A Monday in November.
    private let monday = CivilDay(year: 2026, month: 11, day: 23)

    private func channel(
        _ id: String, _ languages: [Language], phone: String? = "106", form: String? = nil, always: Bool = false,
        open: (Int, Int)? = nil, place: String = "belgium"
    ) throws -> Record {
        var record = Record(
            id: try #require(RecordID(id)), kind: .channel, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        record.languages = languages.map { LanguageTag($0) }
        record.territories = [try #require(ConceptID(place))]
        var contact = Contact()
        contact.phones = try phone.map { [Contact.Phone(number: try #require(PhoneNumber($0)))] } ?? []
        contact.form = form.flatMap { WebAddress($0) }
        var hours = Hours(certainty: always || open != nil ? .stated : .conflicting)
        hours.always = always
        if let open { hours.weekly = [try #require(Hours.Span(days: Weekday.allCases, opens: open.0, closes: open.1))] }
        contact.hours = hours
        record.contact = contact
        return record
    }

    private func order(_ channels: [Record], _ language: Language, minute: Int) -> [String] {
        ChannelQueue(channels, for: language, at: BrusselsTime(day: monday, minute: minute)).entries
            .map(\.channel.id.description)
    }

    @Test func openOnesFirstThenTheGivenOrder() throws {
        let channels = [
            try channel("unsure", [.nl]), try channel("evening", [.nl], open: (1_080, 1_320)),
            try channel("night", [.nl], always: true),
            try channel("form", [.nl], phone: nil, form: "https://form.example/"),
        ]
        #expect(order(channels, .nl, minute: 600) == ["night", "form", "unsure", "evening"])
        #expect(order(channels, .nl, minute: 1_200) == ["evening", "night", "form", "unsure"])
        // Closed from the minute of closing on.
        #expect(order(channels, .nl, minute: 1_320) == ["night", "form", "unsure", "evening"])
    }

    @Test func whoAnswersNowComesBeforeOnesOwnLanguage() throws {
        let own = try channel("own", [.de], open: (540, 1_020))
        let unsure = try channel("unsure", [.de])
        let other = try channel("other", [.nl, .fr], always: true)
        #expect(order([other, unsure, own], .de, minute: 600) == ["own", "other", "unsure"])
        #expect(order([other, unsure, own], .de, minute: 1_200) == ["other", "unsure", "own"])
    }

    @Test func atAnUrgentEndPeopleComeBeforeForms() throws {
        let form = try channel("form", [.nl], phone: nil, form: "https://form.example/")
        let unsure = try channel("unsure", [.nl])
        let night = try channel("night", [.nl], always: true)
        let now = BrusselsTime(day: monday, minute: 0)
        func order(_ isUrgent: Bool) -> [String] {
            ChannelQueue([form, unsure, night], for: .nl, at: now, isUrgent: isUrgent).entries
                .map(\.channel.id.description)
        }
        #expect(order(false) == ["form", "night", "unsure"])
        #expect(order(true) == ["night", "unsure", "form"])
    }

    @Test func regionalLinesInAnotherLanguageAreElsewhere() throws {
        let channels = [
            try channel("east", [.de], always: true, place: "german-speaking-community"),
            try channel("own", [.nl], always: true, place: "flanders"),
        ]
        let now = BrusselsTime(day: monday, minute: 0)
        let dutch = ChannelQueue(channels, for: .nl, at: now)
        #expect(dutch.entries.map(\.channel.id.description) == ["own"])
        #expect(dutch.elsewhere.map(\.channel.id.description) == ["east"])
        // English readers live in every part of the country.
        #expect(ChannelQueue(channels, for: .en, at: now).entries.count == 2)
    }
}
