import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What an address answers whose record is not in the shop any more.
@Suite struct AwayTests {
    private let shipped = TestSite.shipped.snapshot

    /// The shipped shop with some records changed.
    private func shop(_ changes: (String, (inout Record) -> Void)...) throws -> TestSite {
        let records = try changes.map { id, change in
            var record = try #require(shipped.catalogue[Identifier.of(id)])
            change(&record)
            return Entry.record(record)
        }
        return try TestSite(
            shipped.taking(PublishedChanges(entries: records, revision: shipped.revision + 1)), clock: TestSite.noon)
    }

    private static func withdraw(for successor: String?, merged: Bool = false) -> (inout Record) -> Void {
        { record in
            record.withdrawn = PartialDate("2026-11-03")
            record.successor = successor.map { Identifier.of($0) }
            record.isMerged = merged ? true : nil
        }
    }

    private static func setAside(verified: String?) -> (inout Record) -> Void {
        { record in
            record.setAside = PartialDate("2026-11-03")
            record.verified = verified.flatMap { PartialDate($0) }.map {
                Verification(on: $0, organisation: nil, by: .letter)
            }
        }
    }

    // MARK: Withdrawn

    @Test(arguments: Edition.allCases)
    func aWithdrawnRecordSaysWhatItWasAndPointsOn(_ edition: Edition) async throws {
        let site = try shop(("awel-102", Self.withdraw(for: "jac")))
        let name = try #require(shipped.catalogue[Identifier.of("awel-102")]?.title.text(for: edition)?.text)
        let successor = try #require(shipped.catalogue[Identifier.of("jac")])
        for path in ["/\(edition)/channels/awel-102", "/\(edition)/records/awel-102"] {
            let answer = try await site.get(path)
            #expect(answer.status == .gone, "\(path)")
            let page = try Markup(answer.body)
            #expect(page.all("h1").first?.text.contains(name) ?? false)
            #expect(answer.body.contains("2026"))
            #expect(
                page.localLinks.contains(Address.record(successor.kind, successor.id).print(in: edition)), "\(path)")
            // With somebody to call, as every page.
            #expect(answer.body.contains("tel:112") && answer.body.contains("tel:116000"))
            #expect(page.localLinks.contains("/\(edition)/help"))
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(answer.body.contains("noindex"))
        }
    }

    @Test func itsOtherLanguagesAreOneClickAway() async throws {
        let site = try shop(("awel-102", Self.withdraw(for: nil)))
        let page = try Markup(try await site.get("/nl/records/awel-102").body)
        #expect(page.localLinks.contains("/fr/channels/awel-102"))
    }

    @Test func aSuccessorThatIsGoneTooIsPassed() async throws {
        let site = try shop(
            ("awel-102", Self.withdraw(for: "jac")), ("jac", Self.withdraw(for: "tele-onthaal")))
        let page = try Markup(try await site.get("/nl/channels/awel-102").body)
        #expect(page.localLinks.contains("/nl/channels/tele-onthaal"))
        #expect(!page.localLinks.contains("/nl/channels/jac"))
    }

    @Test func itLeavesListsSearchAndHelp() async throws {
        let site = try shop(("awel-102", Self.withdraw(for: nil)))
        for path in ["/nl/search?q=awel", "/nl/organisations/awel", "/nl/help/bullied-online/teenager"] {
            #expect(!(try await site.get(path).body.contains("/nl/channels/awel-102")), "\(path)")
        }
    }

    @Test func aGuideOrARouteThatIsGoneSaysSoToo() async throws {
        let site = try shop(
            ("sextortion", Self.withdraw(for: nil)), ("first-smartphone", Self.withdraw(for: nil)))
        for path in ["/fr/help/sextortion", "/fr/help/sextortion/teenager", "/fr/routes/first-smartphone"] {
            #expect(try await site.get(path).status == .gone, "\(path)")
        }
    }

    // MARK: Merged

    @Test func aMergedRecordLeadsOnWithLanguageAndShortlist() async throws {
        let site = try shop(("awel-102", Self.withdraw(for: "jac", merged: true)))
        for path in ["/fr/channels/awel-102", "/fr/records/awel-102", "/fr/organisations/awel-102"] {
            let answer = try await site.get(path + "?keep=child-focus-116000&beside=nl")
            #expect(answer.status == .movedPermanently, "\(path)")
            #expect(answer.headers[.location] == "/fr/channels/jac?keep=child-focus-116000&beside=nl")
        }
    }

    @Test func mergesAreFollowedToTheirEnd() async throws {
        let site = try shop(
            ("awel-102", Self.withdraw(for: "jac", merged: true)),
            ("jac", Self.withdraw(for: "tele-onthaal", merged: true)))
        #expect(try await site.get("/nl/channels/awel-102").headers[.location] == "/nl/channels/tele-onthaal")
    }

    @Test func mergesInACircleEndOnAPage() async throws {
        let site = try shop(
            ("awel-102", Self.withdraw(for: "jac", merged: true)), ("jac", Self.withdraw(for: "awel-102", merged: true))
        )
        for path in ["/nl/channels/awel-102", "/nl/channels/jac"] {
            #expect(try await site.get(path).status == .gone, "\(path)")
        }
    }

    @Test func whatItWasMergedIntoMayBeGone() async throws {
        let site = try shop(
            ("awel-102", Self.withdraw(for: "jac", merged: true)), ("jac", Self.withdraw(for: nil)))
        #expect(try await site.get("/nl/channels/awel-102").headers[.location] == "/nl/channels/jac")
        #expect(try await site.get("/nl/channels/jac").status == .gone)
        let nowhere = try shop(("awel-102", Self.withdraw(for: "nope", merged: true)))
        #expect(try await nowhere.get("/nl/channels/awel-102").status == .gone)
    }

    // MARK: Set aside

    @Test(arguments: Edition.allCases)
    func aChannelThatWasSetAsideSaysWhyAndWhereElse(_ edition: Edition) async throws {
        let site = try shop(("awel-102", Self.setAside(verified: "2025-10-31")))
        let answer = try await site.get("/\(edition)/channels/awel-102")
        #expect(answer.status == .gone)
        let page = try Markup(answer.body)
        #expect(answer.body.contains(Wording.of(edition.language).date(CivilDay(year: 2025, month: 10, day: 31))))
        let own = try #require(shipped.catalogue[Identifier.of("awel-102")]?.links.first?.address.description)
        #expect(page.all("a").contains { $0.attributes["href"] == own })
        #expect(page.localLinks.contains("/\(edition)/help"))
        // Its numbers may be wrong: they are not here.
        #expect(!page.all("main").contains { $0.text.contains("102") && !$0.text.contains("Awel") })
        #expect(!answer.body.contains("class=\"contact\""))
    }

    @Test func nothingIsInventedAboutWhatNobodyVerified() async throws {
        let site = try shop(("awel-102", Self.setAside(verified: nil)))
        let answer = try await site.get("/en/channels/awel-102")
        #expect(answer.body.contains("Nobody has confirmed these facts yet. Since 3 November 2026"))
    }

    @Test func itLeavesSearchAndHelpAndComesBack() async throws {
        let site = try shop(("awel-102", Self.setAside(verified: nil)))
        #expect(!(try await site.get("/nl/help/bullied-online/teenager").body.contains("/nl/channels/awel-102")))
        #expect(!(try await site.get("/nl/search?q=awel+102").body.contains("/nl/channels/awel-102")))
        let back = site.snapshot.taking(
            PublishedChanges(
                entries: [.record(try #require(shipped.catalogue[Identifier.of("awel-102")]))],
                revision: site.snapshot.revision + 1))
        let again = try TestSite(back, clock: TestSite.noon)
        #expect(try await again.get("/nl/channels/awel-102").status == .ok)
        #expect(try await again.get("/nl/search?q=awel+102").body.contains("/nl/channels/awel-102"))
    }

    // MARK: The API

    @Test func programsAreToldTheSame() async throws {
        let site = try shop(
            ("awel-102", Self.withdraw(for: "jac")), ("tele-onthaal", Self.withdraw(for: "jac", merged: true)),
            ("unia-report", Self.setAside(verified: "2025-10-31")))
        let gone = try await site.get("/api/v1/records/awel-102")
        #expect(gone.status == .gone)
        #expect(gone.headers[.contentType] == "application/problem+json")
        #expect(gone.body.contains("2026-11-03"))
        #expect(gone.body.contains("/api/v1/records/jac"))
        let moved = try await site.get("/api/v1/records/tele-onthaal")
        #expect(moved.status == .movedPermanently)
        #expect(moved.headers[.location] == "/api/v1/records/jac")
        #expect(moved.headers[.contentType] == "application/problem+json")
        let aside = try await site.get("/api/v1/records/unia-report")
        #expect(aside.status == .gone)
        #expect(aside.body.contains("2025-10-31"))
        #expect(try await site.get("/api/v1/records/nope").status == .notFound)
        let here = try await site.get("/api/v1/records/jac")
        #expect(here.status == .ok)
        #expect(here.headers[.contentType] == "application/json")
        #expect(
            try JSONDecoder().decode(Record.self, from: Data(here.body.utf8)) == shipped.catalogue[Identifier.of("jac")]
        )
    }

    // MARK: What is still here says how true it is

    private func page(verified: String?, by organisation: String? = "child-focus", _ edition: Edition) async throws
        -> String
    {
        let site = try shop(
            (
                "awel-102",
                { record in
                    record.verified = verified.flatMap { PartialDate($0) }.map {
                        Verification(on: $0, organisation: organisation.map { Identifier.of($0) }, by: .workspace)
                    }
                }
            ))
        return try await site.get("/\(edition)/channels/awel-102").body
    }

    @Test(arguments: Edition.allCases)
    func aCheckedRecordSaysWhenAndByWhom(_ edition: Edition) async throws {
        let body = try await page(verified: "2026-11-03", edition)
        let day = Wording.of(edition.language).date(CivilDay(year: 2026, month: 11, day: 3))
        #expect(body.contains(Texts.of(edition)(.checkedOn, day, "Child Focus")))
        #expect(!body.contains(Texts.of(edition)(.checkedMayHaveChanged)))
        // Nothing beside it says that nobody checked it.
        #expect(!body.contains(Texts.of(edition)(.sourcesUndated)))
    }

    @Test func anOldCheckFades() async throws {
        // 90 days before 23 November.
        #expect(try await page(verified: "2026-08-25", Edition(.en)).contains("It may have changed since."))
        #expect(!(try await page(verified: "2026-08-26", Edition(.en)).contains("It may have changed since.")))
    }

    @Test func theCoordinatorIsNamedAsSuch() async throws {
        #expect(
            try await page(verified: "2026-11-03", by: nil, Edition(.de))
                .contains("Geprüft am 3. November 2026 von der Koordination des Konsortiums"))
    }

    @Test func whatNobodyCheckedSaysNothingOfAnyCheck() async throws {
        let body = try await page(verified: nil, Edition(.en))
        #expect(!body.contains("Checked on"))
        #expect(body.contains("Not yet checked by an editor."))
    }
}
