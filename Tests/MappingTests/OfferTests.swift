import Catalogue
import Mapping
import Testing

@Suite struct OfferTests {
    private func record(_ change: (inout Record) -> Void) throws -> Record {
        var record = Record(
            id: try #require(RecordID("one")), kind: .resource, title: LocalisedText(), summary: LocalisedText(),
            status: .active)
        change(&record)
        return record
    }

    @Test func whatPeopleUseAndGoesOnIsAnOffer() throws {
        for kind in Kind.allCases {
            let counts = [.initiative, .resource, .channel, .event].contains(kind)
            #expect(try record { $0.kind = kind }.isActiveOffer == counts)
        }
    }

    @Test func whatEndedOrIsAwayIsNone() throws {
        #expect(try !record { $0.status = .ended }.isActiveOffer)
        #expect(try !record { $0.status = .unknown }.isActiveOffer)
        #expect(try !record { $0.withdrawn = PartialDate("2026") }.isActiveOffer)
        #expect(try !record { $0.setAside = PartialDate("2026") }.isActiveOffer)
    }
}
