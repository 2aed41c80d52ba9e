import Catalogue
import Foundation
import FoundationXML
import Testing

@testable import Exchange

/// Lists of OAI-PMH: whole, in parts, narrowed, and while the catalogue changes.
@Suite struct OAIListTests {
    @Test(arguments: ["ListRecords", "ListIdentifiers"])
    func aHarvestBringsEveryRecordOnce(_ verb: String) throws {
        var shop = try OAIShop()
        let answers = try shop.harvest("verb=\(verb)&metadataPrefix=oai_dc")
        #expect(answers.map(\.headers.count) == [100, 100, 54])
        #expect(answers.flatMap(\.names) == shop.log.changes.map(\.record.description))
        #expect(answers.compactMap { $0.mark?.value(of: "cursor") } == ["0", "100", "200"])
        #expect(answers.allSatisfy { $0.mark?.value(of: "completeListSize") == "254" })
        #expect(answers.last?.token == "")
    }

    @Test func aListInOnePartHasNoToken() throws {
        let answer = try OAIShop().ask("verb=ListRecords&metadataPrefix=oai_dc&set=kind:channel")
        #expect(answer.names == ["helpline", "gone", "merged", "aside"] && answer.mark == nil)
    }

    @Test func whatIsGoneStaysAsDeleted() throws {
        let answer = try OAIShop().ask("verb=ListRecords&metadataPrefix=oai_dc&set=kind:channel")
        #expect(
            answer.headers.map { $0.value(of: "status") } == [nil]
                + Array(repeating: "deleted", count: 3))
        let records = answer.body?.elements(forName: "record") ?? []
        #expect(records.map { $0.elements(forName: "metadata").count } == [1, 0, 0, 0])
        let one = try OAIShop().ask("verb=GetRecord&identifier=oai:shop.example:merged&metadataPrefix=oai_dc")
        #expect(one.headers.first?.value(of: "status") == "deleted")
    }

    @Test func publishingInTheMiddleLosesNothing() throws {
        var shop = try OAIShop()
        let answers = try shop.harvest("verb=ListIdentifiers&metadataPrefix=oai_dc") { shop, done in
            // One that was sent, one that was not, and one that goes.
            guard done == 1 else { return }
            try shop.publish("thing-3")
            try shop.publish("thing-150")
            try shop.publish("thing-151") { $0.withdrawn = PartialDate("2026-11-27") }
        }
        let names = answers.flatMap(\.names)
        #expect(Set(names).count == 254 && names.count == 255)
        #expect(names.suffix(3) == ["thing-3", "thing-150", "thing-151"])
        #expect(answers.last?.headers.last?.value(of: "status") == "deleted")
    }

    @Test func aListWhoseRestWentAwaySendsItsLastAgain() throws {
        var shop = try OAIShop()
        let until = OAIDate.print(shop.log.changes[110].last)
        let answers = try shop.harvest("verb=ListRecords&metadataPrefix=oai_dc&until=\(until)") { shop, _ in
            for number in 101...111 { try shop.publish("thing-\(number)") }
        }
        #expect(answers.map(\.names.last) == ["thing-100", "thing-100"])
        #expect(answers.allSatisfy { $0.error == nil } && answers.last?.token == "")
    }

    @Test func fromAndUntilAreWithinTheList() throws {
        let shop = try OAIShop()
        let dates = shop.log.changes.map { OAIDate.print($0.last) }
        let part = try shop.ask("verb=ListIdentifiers&metadataPrefix=oai_dc&from=\(dates[9])&until=\(dates[11])")
        #expect(part.names == ["thing-10", "thing-11", "thing-12"])
        let day = String(dates[0].prefix(10))
        let today = shop.log.changes.count { OAIDate.print($0.last).hasPrefix(day) }
        let whole = try shop.ask("verb=ListIdentifiers&metadataPrefix=oai_dc&from=\(day)&until=\(day)")
        #expect(whole.mark?.value(of: "completeListSize") ?? "\(whole.names.count)" == "\(today)")
        #expect(try shop.ask("verb=ListRecords&metadataPrefix=oai_dc&from=2030-01-01").error == "noRecordsMatch")
    }

    @Test func setsFollowTheTreeOfThemes() throws {
        var shop = try OAIShop()
        let all = try shop.ask("verb=ListSets").texts("set", "setSpec")
        #expect(
            all.suffix(4) == ["theme:together", "theme:together:bullying", "theme:privacy", "theme:privacy:circle"])
        #expect(all.contains("kind:channel") && all.prefix(1) == ["kind"] && all.contains("theme"))
        for (set, count) in [
            ("theme:together", 125), ("theme:together:bullying", 125), ("theme:privacy", 25), ("theme", 150),
            ("kind", 254), ("kind:resource", 250),
        ] {
            let answers = try shop.harvest("verb=ListIdentifiers&metadataPrefix=oai_dc&set=\(set)")
            #expect(answers.flatMap(\.names).count == count, "\(set)")
        }
        let one = try shop.ask("verb=GetRecord&identifier=oai:shop.example:thing-5&metadataPrefix=oai_dc")
        let specs = one.headers.first?.elements(forName: "setSpec").compactMap(\.stringValue)
        #expect(specs == ["kind:resource", "theme:privacy", "theme:privacy:circle"])
    }

    @Test func everyHeaderNamesTheSetThatItWasFoundIn() throws {
        var shop = try OAIShop()
        for set in try shop.ask("verb=ListSets").texts("set", "setSpec") {
            let answers = try shop.harvest("verb=ListIdentifiers&metadataPrefix=oai_dc&set=\(set)")
            guard answers.first?.error == nil else { continue }
            for header in answers.flatMap(\.headers) {
                let specs = header.elements(forName: "setSpec").compactMap(\.stringValue)
                #expect(specs.contains { $0 == set || $0.hasPrefix(set + ":") }, "\(set): \(specs)")
            }
        }
    }

    @Test func tokensThatNobodyWroteAreRefused() throws {
        let shop = try OAIShop()
        let good = try #require(try shop.ask("verb=ListRecords&metadataPrefix=oai_dc").token)
        let parts = good.split(separator: ".", omittingEmptySubsequences: false)
        let later = OAIToken(
            selection: OAISelection(format: .dublinCore), revision: 9_999, cursor: 100, size: 254)
        let unknown = OAIToken(
            selection: OAISelection(format: .dublinCore, set: "theme:none"), revision: 1, cursor: 100, size: 254)
        for token in [
            "junk", "", "0" + good.dropFirst(), good + "x", String(good.dropLast()),
            good.replacing(".100.", with: ".101."), parts.dropLast().joined(separator: "."), good + "." + good,
            String(repeating: "1.", count: 900), later.text, unknown.text, "1.oai_dc....-1.100.254.x",
        ] {
            #expect(try shop.ask("verb=ListRecords&resumptionToken=\(token)").error == "badResumptionToken", "\(token)")
        }
        #expect(try shop.ask("verb=ListRecords&resumptionToken=\(good)").error == nil)
        #expect(try shop.ask("verb=ListSets&resumptionToken=\(good)").error == "badResumptionToken")
        #expect(good.utf8.allSatisfy { "0123456789abcdefghijklmnopqrstuvwxyz._-:TZ".utf8.contains($0) })
    }

    @Test func aTokenIsReadAsItWasWritten() throws {
        let selection = OAISelection(
            format: .lom, set: "theme:a:b-c", from: OAIDate("2026-01-01"), until: OAIDate("2026-02-01"))
        let token = OAIToken(selection: selection, revision: 17, cursor: 200, size: 300)
        #expect(OAIToken(token.text) == token)
    }
}
