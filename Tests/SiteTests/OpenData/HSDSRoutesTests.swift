import Catalogue
import Editorial
import Exchange
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite struct HSDSRoutesTests {
    private let site = TestSite.shipped

    private func json(_ path: String, at site: TestSite? = nil) async throws -> JSON {
        let answer = try await (site ?? self.site).get("/hsds" + path)
        #expect(answer.status == .ok, "\(path)")
        #expect(answer.headers[.contentType] == "application/json")
        #expect(answer.headers[.accessControlAllowOrigin] == "*")
        return try JSON(reading: Data(answer.body.utf8))
    }

    private func contents(_ path: String, at site: TestSite? = nil) async throws -> [JSON] {
        try #require(try await json(path, at: site)["contents"]?.elements)
    }

    @Test func theRootSaysWhatItIs() async throws {
        let root = try await json("")
        #expect(root["version"] == "3.1")
        #expect(root["openapi_url"] == "https://shop.example/hsds/openapi.json")
        #expect(root["profile"]?.text?.hasPrefix("https://docs.openreferral.org/") ?? false)
    }

    @Test func pagesAddUpToTheWhole() async throws {
        let whole = try await contents("/services?per_page=500").compactMap { $0["id"]?.text }
        var paged: [String] = []
        for page in 1...((whole.count + 29) / 30) {
            let json = try await json("/services?per_page=30&page=\(page)")
            #expect(json["total_items"] == .number(whole.count))
            #expect(json["first_page"] == .bool(page == 1))
            paged += json["contents"]?.elements?.compactMap { $0["id"]?.text } ?? []
        }
        #expect(paged == whole && Set(whole).count == whole.count && whole.count > 60)
        let beyond = try await json("/services?page=1000")
        #expect(beyond["empty"] == true && beyond["last_page"] == true)
    }

    @Test func nextLeadsThroughEverything() async throws {
        let whole = try await contents("/services?per_page=500").compactMap { $0["id"]?.text }
        var walked: [String] = []
        var address: String? = "/services?per_page=70"
        while let path = address {
            let json = try await json(path)
            walked += json["contents"]?.elements?.compactMap { $0["id"]?.text } ?? []
            address = json["next"]?.text.map { $0.replacing("https://shop.example/hsds", with: "") }
        }
        #expect(walked == whole)
    }

    @Test func filtersAreCumulative() async throws {
        let owner = try #require(try await contents("/organizations?search=Child%20Focus").first?["id"]?.text)
        let ofOwner = try await contents("/services?organization_id=\(owner)&full=true")
        #expect(!ofOwner.isEmpty)
        let term = try #require(ofOwner.first?["attributes"]?.elements?.first?["taxonomy_term_id"]?.text)
        let both = try await contents("/services?organization_id=\(owner)&taxonomy_term_id=\(term)&full=true")
        #expect(!both.isEmpty && both.count <= ofOwner.count)
        for service in both {
            let terms = service["attributes"]?.elements?.compactMap { $0["taxonomy_term_id"]?.text } ?? []
            #expect(terms.contains(term))
        }
        #expect(try await contents("/services?taxonomy_term_id=\(owner)").isEmpty)
    }

    @Test func searchFindsInEveryLanguage() async throws {
        for text in ["cyberpesten", "cyberharc%C3%A8lement", "Cybermobbing"] {
            #expect(try await contents("/services?search=\(text)").count > 3, "\(text)")
        }
    }

    @Test func linesAreTheSameAsPages() async throws {
        let answer = try await site.get("/hsds/services?format=ndjson&full=true")
        #expect(answer.headers[.contentType] == "application/x-ndjson")
        let lines = try answer.body.split(separator: "\n").map { try JSON(reading: Data($0.utf8)) }
        #expect(lines == (try await contents("/services?per_page=500&full=true")))
        let tag = try #require(answer.headers[.eTag])
        let again = try await site.get("/hsds/services?format=ndjson&full=true", headers: [.ifNoneMatch: tag])
        #expect(again.status == .notModified && again.body.isEmpty)
    }

    @Test(arguments: [
        "services?page=0", "services?per_page=501", "services?per_page=x", "services?format=xml", "services?full=1",
        "services?taxonomy_term_id=7", "services?modified_after=yesterday", "services?colour=red",
        "services?page=1&page=2", "service_at_locations?proximity=500&postcode=1000",
        "service_at_locations?postcode=999", "services?postcode=1000", "taxonomies?top_only=true",
        "services?after=00000000-0000-5000-8000-000000000000",
    ])
    func foolishRequestsAreToldWhatIsWrong(_ rest: String) async throws {
        let answer = try await site.get("/hsds/\(rest)&lang=de")
        #expect(answer.status == .badRequest)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.headers[.contentLanguage] == "de")
        #expect(try JSON(reading: Data(answer.body.utf8))["detail"]?.text?.isEmpty == false)
    }

    @Test func distanceIsRefusedWithItsReason() async throws {
        let answer = try await site.get("/hsds/service_at_locations?postcode=1000&proximity=500&lang=en")
        #expect(answer.body.contains("coordinates"))
    }

    @Test(arguments: ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"])
    func whatIsInAListIsThereAlone(_ list: String) async throws {
        let id = try #require(try await contents("/\(list)").first?["id"]?.text)
        #expect(try await json("/\(list)/\(id)")["id"]?.text == id)
        #expect(try await json("/\(list)/\(id.uppercased())")["id"]?.text == id)
        for name in ["00000000-0000-5000-8000-000000000000", "nonsense"] {
            let answer = try await site.get("/hsds/\(list)/\(name)")
            #expect(answer.status == .notFound && answer.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func copiesHearOfWhatWasWithdrawn() async throws {
        let shipped = site.snapshot.catalogue
        var gone = try #require(RecordID("awel-102").flatMap { shipped[$0] })
        gone.withdrawn = PartialDate("2026-11-01")
        let changed = try TestSite(shipped.replacing([gone]))
        let before = try await contents("/services?per_page=500")
        let id = try #require(before.first { $0["uri"]?.text?.hasSuffix("/awel-102") ?? false }?["id"]?.text)
        #expect(!(try await contents("/services?per_page=500", at: changed)).contains { $0["id"]?.text == id })
        let since = try await contents("/services?per_page=500&modified_after=1970-01-01", at: changed)
        let told = try #require(since.first { $0["id"]?.text == id })
        #expect(told["status"] == "defunct")
        #expect(try await json("/services/\(id)", at: changed)["status"] == "defunct")
        #expect(try await contents("/services?modified_after=2100-01-01T00:00:00Z", at: changed).isEmpty)
    }

    @Test func thePackageIsAnArchiveAndIsKept() async throws {
        let answer = try await site.get("/hsds/datapackage.zip")
        #expect(answer.status == .ok && answer.body.hasPrefix("PK"))
        #expect(answer.headers[.contentType] == "application/zip")
        let tag = try #require(answer.headers[.eTag])
        #expect(try await site.get("/hsds/datapackage.zip", headers: [.ifNoneMatch: tag]).status == .notModified)
    }

    @Test func everyListIsDescribed() async throws {
        let paths = try #require(try await json("/openapi.json")["paths"])
        for (list, parameters) in HSDSRoutes.parameters {
            let described = paths["/\(list)"]?["get"]?["parameters"]?.elements?.compactMap { $0["name"]?.text } ?? []
            for parameter in parameters where parameter != .proximity {
                #expect(described.contains(parameter.rawValue), "\(list) \(parameter)")
            }
            #expect(paths["/\(list)/{id}"] != nil)
        }
    }
}
