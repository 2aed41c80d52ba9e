import Catalogue
import HTTPTypes
import Mapping
import Testing

@testable import Site

/// What the page of the network promises, on the shipped catalogue and on ones that were made to be difficult.
@Suite struct NetworkPageTests {
    private let site = TestSite.shipped

    private func organisation(_ name: String) throws -> Record {
        Record(
            id: try #require(RecordID(name)), kind: .organisation, title: LocalisedText([.nl: "Naam \(name)"]),
            summary: LocalisedText(), status: .active)
    }

    private func shared(_ name: String, _ names: [String], kind: Kind = .initiative) throws -> Record {
        var record = Record(
            id: try #require(RecordID(name)), kind: kind, title: LocalisedText([.nl: "Samen \(name)"]),
            summary: LocalisedText(), status: .active)
        record.organisations = names.compactMap { RecordID($0) }
        return record
    }

    private func made(_ records: [Record]) throws -> TestSite {
        try TestSite(Catalogue(records: records, vocabularies: [], pages: []))
    }

    @Test(arguments: Language.allCases)
    func everyTieAndEveryOrganisationIsThere(_ language: Language) async throws {
        let network = Network(site.snapshot.catalogue)
        let answer = try await site.get("/\(language)/landscape/network")
        #expect(answer.status == .ok)
        let page = try Markup(answer.body)
        let links = page.localLinks
        for actor in network.actors { #expect(links.contains("/\(language)/organisations/\(actor.id)"), "\(actor.id)") }
        for tie in network.bridges {
            for id in tie.records { #expect(links.contains { $0.hasSuffix("/\(id)") }) }
        }
        #expect(page.all("tr").count == network.tied.count + 1)
        #expect(links.contains("/\(language)/landscape/network.csv"))
        // As many lines as ties.
        #expect(page.all("line").count == network.ties.count)
    }

    @Test func theOtherWayOfCountingIsOneClickAway() async throws {
        let page = try Markup(try await site.get("/nl/landscape/network").body)
        #expect(page.localLinks.contains("/nl/landscape/network?kinds=all"))
        let all = try await site.get("/nl/landscape/network?kinds=all")
        #expect(try Markup(all.body).localLinks.contains("/nl/landscape/network.csv?kinds=all"))
        #expect(all.body.contains("noindex"))
        let ties = Network(site.snapshot.catalogue, kinds: Network.allKinds).ties.count
        #expect(all.body.contains("Er zijn \(ties) banden."))
    }

    @Test func theTableHoldsAllOrganisations() async throws {
        for (rest, kinds) in [("", Network.usualKinds), ("?kinds=all", Network.allKinds)] {
            let answer = try await site.get("/en/landscape/network.csv" + rest)
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType]?.hasPrefix("text/csv") == true)
            let lines = answer.body.split(whereSeparator: \.isNewline)
            let network = Network(site.snapshot.catalogue, kinds: kinds)
            #expect(lines.count == network.actors.count + 1)
            let first = try #require(network.tied.first)
            #expect(lines[1].contains(",\(first.degree),\(first.strength),"))
        }
    }

    @Test func bridgesAreSaidInASentence() async throws {
        let site = try made([
            try organisation("a"), try organisation("b"), try organisation("c"), try organisation("d"),
            try organisation("alone"), try organisation("unnamed"), try shared("ab", ["a", "b"]),
            try shared("bc", ["b", "c"]), try shared("cd", ["c", "d"]), try shared("own", ["alone"]),
        ])
        let body = try await site.get("/nl/landscape/network").body
        #expect(body.contains("ligt op de kortste weg tussen 2 van de 3 andere paren"))
        #expect(body.contains("Zonder deze brug valt de groep in 2 delen uit elkaar."))
        #expect(body.contains("zonder deze band zijn 2 van hen los van de andere 2."))
        #expect(body.contains("2 organisaties hangen elk met één partner"))
        #expect(body.contains("Genoemd bij eigen werk (1)"))
        #expect(body.contains("Door geen getelde fiche genoemd (1)"))
    }

    @Test(arguments: Edition.allCases)
    func nothingAndVeryLittleAreWholePagesToo(_ edition: Edition) async throws {
        for records in [
            [], [try organisation("a")],
            [
                try organisation("a"), try organisation("b"),
                try shared("ab", ["a", "b"]),
            ],
        ] {
            let site = try made(records)
            for rest in ["network", "network?kinds=all", "network?kinds=%00", "time"] {
                let answer = try await site.get("/\(edition)/landscape/\(rest)")
                #expect(answer.status == .ok)
                _ = try Markup(answer.body)
            }
            #expect(try await site.get("/\(edition)/landscape/network.csv").status == .ok)
            #expect(try await site.get("/\(edition)/landscape/time.csv").status == .ok)
        }
    }

    @Test func namesAreTextOnly() async throws {
        var hostile = try organisation("a")
        hostile.title = LocalisedText([.nl: "<script>alert(1)</script>\" onload=\"x"])
        let site = try made([hostile, try organisation("b"), try shared("ab", ["a", "b"])])
        let page = try Markup(try await site.get("/nl/landscape/network").body)
        #expect(page.all("script").allSatisfy { $0.isData || $0.attributes["src"] != nil })
        #expect(!page.elements.contains { $0.attributes["onload"] != nil })
    }

    @Test func aLargeNetworkIsDrawnInPartAndSaysSo() async throws {
        var records = try (0..<120).map { try organisation("o\($0)") }
        for number in 1..<120 { records.append(try shared("r\(number)", ["o\(number - 1)", "o\(number)"])) }
        let page = try await made(records).get("/nl/landscape/network")
        let network = Network(Catalogue(records: records, vocabularies: [], pages: []))
        let drawn = NetworkLayout(network).nodes.count
        #expect(drawn <= 80)
        #expect(page.body.contains("Je ziet de \(drawn) die de meeste fiches delen"))
    }
}
