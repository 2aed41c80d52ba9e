import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct RecordsAPITests {
    private let site = TestSite.shipped

    private func json(_ path: String, of site: TestSite? = nil) async throws -> JSON {
        let answer = try await (site ?? self.site).get(path)
        #expect(answer.status == .ok, "\(path): \(answer.body.prefix(300))")
        return try JSON(reading: Data(answer.body.utf8))
    }

    private func ids(_ json: JSON) -> [String] { (json["records"]?.elements ?? []).compactMap { $0["id"]?.text } }

    /// The path of an address of the site.
    private func path(_ address: String?) throws -> String {
        let address = try #require(address)
        #expect(address.hasPrefix("https://shop.example/api/v1/records?"))
        return String(address.dropFirst("https://shop.example".count))
    }

    @Test func pagesTogetherAreEverythingOnce() async throws {
        var found: [String] = []
        var next: String? = "/api/v1/records?limit=200"
        while let place = next {
            let answer = try await json(place)
            found += ids(answer)
            next = try answer["next"]?.text.map { try path($0) }
        }
        #expect(found.count == Set(found).count)
        #expect(Set(found) == Set(site.snapshot.catalogue.records.map(\.id.description)))
    }

    @Test func publishingWhileSomebodyPagesLosesNothing() async throws {
        let first = try await json("/api/v1/records?limit=300")
        let seen = ids(first)
        // One that was seen and one that wasn't change; one that wasn't is withdrawn.
        var changed = try #require(site.snapshot.catalogue.records.first { $0.id.description == seen[10] })
        changed.summary[.nl] = "Veranderd"
        let unseen = site.snapshot.catalogue.records.filter { !seen.contains($0.id.description) }
        var other = try #require(unseen.first)
        other.summary[.nl] = "Ook veranderd"
        var gone = try #require(unseen.last)
        gone.withdrawn = PartialDate("2026-11-27")
        gone.successor = other.id
        let newest = site.snapshot.log.changes.last?.revision ?? 0
        let later = try TestSite(
            site.snapshot.taking(
                PublishedChanges(
                    entries: [.record(changed), .record(other), .record(gone)], revision: newest + 3,
                    madeAt: TestSite.noon)), clock: TestSite.noon)
        var found: [JSON] = []
        var next = try first["next"]?.text.map { try path($0) + "&deleted=include" }
        while let place = next {
            let answer = try await json(place, of: later)
            found += answer["records"]?.elements ?? []
            next = try answer["next"]?.text.map { try path($0) }
        }
        let names = found.compactMap { $0["id"]?.text }
        #expect(Set(seen + names) == Set(site.snapshot.catalogue.records.map(\.id.description)))
        #expect(names.contains(changed.id.description), "what changed comes once more")
        #expect(names.filter { $0 == other.id.description }.count == 1)
        let trace = try #require(found.first { $0["id"]?.text == gone.id.description })
        #expect(trace["deleted"] == true)
        #expect(trace["on"]?.text == "2026-11-27")
        #expect(trace["successor"]?.text == other.id.description)

        let since = try await json("/api/v1/records?modified_after=2026-11-23T12:00:00%2B01:00", of: later)
        #expect(Set(ids(since)) == Set([changed, other, gone].map(\.id.description)))
        let without = try await json("/api/v1/records?modified_after=2026-11-23&deleted=exclude", of: later)
        #expect(Set(ids(without)) == Set([changed, other].map(\.id.description)))
        let problem = try await later.get("/api/v1/records/\(gone.id)?lang=de")
        #expect(problem.status == .gone)
        let members = try JSON(reading: Data(problem.body.utf8))
        #expect(members["deleted"] == true && members["successor"]?.text == other.id.description)
        #expect(members["detail"]?.text?.contains("entfernt") ?? false)
    }

    @Test func theLastPageSaysWhereToAskLater() async throws {
        let last = try await json("/api/v1/records?limit=500&kind=event")
        #expect(last["next"] == .null)
        let later = try await json(try path(last["changes"]?.text))
        #expect(ids(later).isEmpty)
    }

    @Test func linesAreTheSameAsPages() async throws {
        let page = try await json("/api/v1/records?limit=500&kind=channel")
        let lines = try await site.get("/api/v1/records?kind=channel&format=ndjson")
        #expect(lines.headers[.contentType] == "application/x-ndjson")
        let read = try lines.body.split(separator: "\n").map { try JSON(reading: Data($0.utf8)) }
        #expect(read == page["records"]?.elements)
        let accepted = try await site.get(
            "/api/v1/records?kind=channel", headers: [.accept: "application/x-ndjson"])
        #expect(accepted.body == lines.body)
        // The page at the same address is kept ready; it must not come in the place of lines.
        #expect(try await site.get("/api/v1/records?kind=channel").body.hasPrefix("{\"records\""))
        let tag = try #require(lines.headers[.eTag])
        let again = try await site.get(
            "/api/v1/records?kind=channel&format=ndjson", headers: [.ifNoneMatch: tag])
        #expect(again.status == .notModified && again.body.isEmpty)
    }

    @Test func filtersTakeWhatLiesBelow() async throws {
        let catalogue = site.snapshot.catalogue
        let themes = catalogue[.themes]
        let wide = try #require(themes.top.first { !themes.descendants(of: $0.id).isEmpty })
        let found = Set(ids(try await json("/api/v1/records?limit=500&theme=\(wide.id)")))
        let wanted = Set([wide.id] + themes.descendants(of: wide.id))
        #expect(
            found
                == Set(
                    catalogue.records.filter { !wanted.isDisjoint(with: $0.themes) }.prefix(500).map(
                        \.id.description)))
        let both = Set(ids(try await json("/api/v1/records?limit=500&theme=\(wide.id)&kind=resource")))
        #expect(both == found.filter { RecordID($0).flatMap { catalogue[$0] }?.kind == .resource })
    }

    @Test func agesAreThoseOfSearch() async throws {
        let found = ids(try await json("/api/v1/records?limit=500&age=12-14&kind=resource"))
        let search = try await json("/api/v1/search?age=12-14&kind=resource&limit=0")
        #expect(search["total"] == .number(found.count))
    }

    @Test func aRecordSaysWhereItIsAndHowOld() async throws {
        let record = try await json("/api/v1/records/jac?lang=fr")
        #expect(record["uri"]?.text == "https://shop.example/records/jac")
        #expect(record["url"]?.text == "https://shop.example/fr/channels/jac")
        #expect(record["licence"]?.text == Licence.data.address)
        #expect(record["modified"]?.text.flatMap { AskedMoment($0) } != nil)
        #expect(record["revision"] != nil)
    }
}
