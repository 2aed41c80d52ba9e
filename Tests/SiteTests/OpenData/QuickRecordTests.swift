import Catalogue
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Site

/// A record that is made where the question comes in is the one that the router would have made.
@Suite struct QuickRecordTests {
    private let site = TestSite.shipped

    @Test func isTheSameAsByTheLongWay() async throws {
        let fresh = try TestSite(site.snapshot, clock: TestSite.noon)
        let beginnings = ReadyDesk(site: fresh.site.environment).beginnings
        for record in site.snapshot.catalogue.records.shuffled().prefix(40) {
            let path = "/api/v1/records/\(record.id)"
            let quick = try #require(fresh.site.environment.quickRecord(at: path, accepting: nil))
            let long = try await site.get(path)
            #expect(String(buffer: quick.body) == long.body, "\(record.id)")
            let bytes = try #require(quick.bytes(accepting: nil))
            let first = beginnings.beginning(.ok, .usual, bytes.framing)
            let head = (String(buffer: first) + String(buffer: bytes.head)).lowercased()
            for field in long.headers {
                #expect(head.contains("\(field.name): \(field.value)".lowercased()), "\(field)")
            }
        }
    }

    @Test(arguments: ["?lang=fr", "?x=1", "/", "x y", ""]) func nothingElseIsMadeThere(_ rest: String) throws {
        let id = rest.isEmpty ? "no-such-record" : try #require(site.snapshot.catalogue.records.first).id.description
        #expect(site.site.environment.quickRecord(at: "/api/v1/records/\(id)\(rest)", accepting: nil) == nil)
    }
}
