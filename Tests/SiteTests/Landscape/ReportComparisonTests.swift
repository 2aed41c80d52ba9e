import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Two reports beside each other, and the ways that lead there.
@Suite struct ReportComparisonTests {
    @Test func theComparisonNamesWhatCameWentAndEnded() async throws {
        let past = try await HistorySite()
        let path = "/nl/landscape/reports/\(past.first)/\(past.second)"
        let new = try await past.get(path + "/new.csv").body
        #expect(new.split(separator: "\r\n").count == 2 && new.contains("2026"))
        let gone = try await past.get(path + "/gone.csv").body
        #expect(gone.split(separator: "\r\n").count == 2 && gone.contains("Awel"))
        let ended = try await past.get(path + "/now-ended.csv").body
        #expect(ended.split(separator: "\r\n").count == 2)
        // Gambling for librarians, of which nothing was known before.
        let covered = try await past.get("/en/landscape/reports/\(past.first)/\(past.second)/covered.csv").body
        #expect(covered.split(separator: "\r\n").count > 1)
        let formats = try await past.get("/en/landscape/reports/\(past.first)/\(past.second)/new-by-format.csv").body
        #expect(formats.contains(",1") && formats.split(separator: "\r\n").count == 2)
        let changes = try await past.get("/en/landscape/reports/\(past.first)/\(past.second)/changes.csv").body
        let records = past.site.snapshot.catalogue.records.count
        #expect(changes.contains("Entries,\(records),\(records),0"))
    }

    @Test func nonsenseLeadsToTheNearestReportWhichSaysSo() async throws {
        let past = try await HistorySite()
        for (asked, nearest) in [
            ("999999", "\(past.second)"), ("\(past.second + 1)", "\(past.second)"), ("abc", "\(past.second)"),
            ("0", "\(past.first)"), ("1", "\(past.first)"), ("\(past.first - 1)", "\(past.first)"),
            ("-4", "\(past.first)"), ("0\(past.first)", "\(past.first)"),
            ("0/\(past.second)", "\(past.first)/\(past.second)"), ("\(past.first)/x", "\(past.first)/\(past.second)"),
            ("\(past.first)/999999", "\(past.first)/\(past.second)"),
            ("999999/kinds.csv", "\(past.second)/kinds.csv"),
            ("\(past.first)/999999/new.csv", "\(past.first)/\(past.second)/new.csv"),
        ] {
            let answer = try await past.get("/en/landscape/reports/\(asked)")
            #expect(answer.status == .found, "\(asked)")
            #expect(answer.headers[.location] == "/en/landscape/reports/\(nearest)?nearest=1", "\(asked)")
        }
        let page = try await past.get("/en/landscape/reports/\(past.second)?nearest=1")
        #expect(page.body.contains(Texts.of(.en)(.nearestNote)))
        let turned = try await past.get("/en/landscape/reports/\(past.second)/\(past.first)")
        #expect(turned.headers[.location] == "/en/landscape/reports/\(past.first)/\(past.second)")
    }

    @Test func daysLeadToTheReportsThatWereTrueThen() async throws {
        let past = try await HistorySite()
        let both = "/nl/landscape/reports/\(past.first)/\(past.second)"
        let same = "/nl/landscape/reports/\(past.first)/\(past.first)"
        for (asked, expected) in [
            ("from=2026-03-03&to=2026-09-01", both), ("from=2026-08-31&to=2026-11-23", both),
            ("from=2026-09-01&to=2026-03-03", both), ("from=2026-03-03&to=2026-08-31", same),
            ("from=2026-04-01&to=2031-01-01", both), ("from=2026-04&to=", both), ("from=2026-04-01", both),
            // History begins on 3 March.
            ("", both + "?begins=1"), ("from=2025-11-23&to=2026-11-23", both + "?begins=1"),
            ("from=2026-03-02&to=2026-03-02", same + "?begins=1"), ("to=2026-09-01", both + "?begins=1"),
            // No days at all.
            ("from=2026-04-01&to=2026-02-31", both + "?nearest=1"),
        ] {
            let answer = try await past.get("/nl/landscape/reports?\(asked)")
            #expect(answer.status == .found && answer.headers[.location] == expected, "\(asked)")
        }
        let page = try Markup(try await past.get(both + "?begins=1").body)
        let note = Texts.of(.nl)(.snapshotReportBegins, "3 maart 2026")
        #expect(page.all("p").contains { $0.text == note })
        #expect(try await past.get(same).body.contains(Texts.of(.nl)(.snapshotReportSame)))
    }

    @Test func theReportLeadsToWhatChangedSinceLastYear() async throws {
        let past = try await HistorySite()
        let page = try Markup(try await past.get("/fr/landscape/report").body)
        #expect(page.localLinks.contains("/fr/landscape/reports?from=2025-11-23&to=2026-11-23"))
        // On an older one the year goes by its own day, so that the page stays as it is.
        let older = try Markup(try await past.get("/fr/landscape/reports/\(past.first)").body)
        #expect(older.localLinks.contains("/fr/landscape/reports?from=2025-03-03&to=2026-03-03"))
        let form = try #require(page.all("form").first { $0.attributes["action"] == "/fr/landscape/reports" })
        #expect(form.attributes["method"] == "get")
        let fields = page.all("input").filter { ["from", "to"].contains($0.attributes["name"]) }
        #expect(fields.compactMap { $0.attributes["value"] } == ["2025-11-23", "2026-11-23"])
    }

    @Test func aYearBeforeALeapDayIsTheDayBeforeMarch() {
        #expect(CivilDay(year: 2028, month: 2, day: 29).yearBefore == CivilDay(year: 2027, month: 2, day: 28))
        #expect(CivilDay(year: 2026, month: 11, day: 27).yearBefore == CivilDay(year: 2025, month: 11, day: 27))
    }

    /// A site whose snapshot nobody published to the store, as in a test of another part.
    @Test func withoutAPastThereIsThePresentOnly() async throws {
        let site = try TestSite(TestSite.shipped.snapshot.catalogue)
        let answer = try await site.get("/nl/landscape/reports?from=2020-01-01")
        #expect(answer.headers[.location] == "/nl/landscape/reports/1/1?begins=1")
        #expect(try await site.get("/nl/landscape/reports/1/1?begins=1").status == .ok)
    }
}
