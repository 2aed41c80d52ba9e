import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct OpenAnswersTests {
    private let moment = Date(timeIntervalSince1970: 784_111_777)

    @Test func datesOfHeadersAreThoseOfTheStandard() {
        // The example of RFC 9110, section 5.6.7.
        #expect(moment.httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Date(httpDate: "Sun, 06 Nov 1994 08:49:37 GMT") == moment)
        for text in ["", "yesterday", "Sunday, 06-Nov-94 08:49:37 GMT", "06 Nov 1994"] {
            #expect(Date(httpDate: text) == nil, "\(text)")
        }
    }

    /// Writing by hand and reading by Foundation agree.
    @Test(arguments: [-86_401, -1, 0, 951_782_399, 951_782_400, 1_709_164_800, 1_795_431_600, 4_102_444_799])
    func whatIsWrittenReadsBack(_ seconds: Int) {
        let date = Date(timeIntervalSince1970: Double(seconds))
        #expect(Date(httpDate: date.httpDate) == date, "\(date.httpDate)")
    }

    @Test func snapshotsKnowWhatChangedLast() throws {
        let shipped = TestSite.shipped.snapshot
        #expect(shipped.log.changes.count == shipped.catalogue.records.count + shipped.catalogue.away.count)
        let record = try #require(shipped.catalogue.records.last)
        let next = shipped.taking(
            PublishedChanges(entries: [.record(record)], revision: shipped.log.changes.count + 5, madeAt: moment))
        #expect(next.log.changes.last?.record == record.id)
        #expect(next.log.changes.last?.last == moment)
        #expect(next.log.changes.count == shipped.log.changes.count)
    }

    @Test(arguments: ["", "/conformance"]) func pagesOfTheOpenDataAreWhole(_ path: String) async throws {
        for language in Language.allCases {
            let answer = try await TestSite.shipped.get("/\(language)/open-data\(path)")
            #expect(answer.status == .ok)
            #expect(answer.body.contains("<h1>"))
        }
    }
}
