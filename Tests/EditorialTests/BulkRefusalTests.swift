import Catalogue
import Editorial
import Testing

/// Which rows of a table may become drafts, and for whom.
@Suite struct BulkRefusalTests {
    private let own: Record
    private let others: Record
    private let catalogue: Catalogue
    private let editor: Actor
    private let coordinator = Actor(account: "k", name: "k", organisation: nil, roles: [.coordinator])

    init() throws {
        let (mine, theirs) = (try Self.id("member-a"), try Self.id("member-b"))
        own = try Self.record("own", of: [mine])
        others = try Self.record("others", of: [theirs])
        let organisations = try [mine, theirs].map { id in
            var record = try Self.record(id.description, of: [], .organisation)
            record.member = true
            return record
        }
        catalogue = Catalogue(records: organisations + [own, others], vocabularies: [], pages: [])
        editor = Actor(account: "e", name: "e", organisation: mine, roles: [.editor])
    }

    private static func id(_ text: String) throws -> RecordID { try #require(RecordID(text)) }

    private static func record(_ id: String, of owners: [RecordID], _ kind: Kind = .initiative) throws -> Record {
        var record = Record(
            id: try self.id(id), kind: kind, title: LocalisedText([.nl: id]), summary: LocalisedText([.nl: "Iets."]),
            status: .active)
        record.organisations = owners
        record.sources = [
            Source(address: try #require(WebAddress("https://example.be/")), says: "It exists.", seen: nil)
        ]
        return record
    }

    private func refusals(_ records: [Record], for actor: Actor) -> [RecordID: ImportRefusal] {
        ImportRows(records, against: catalogue, revision: 1).refusals(for: actor)
    }

    @Test func recordsOfOthersAreRefused() {
        #expect(refusals([own, others], for: editor) == [others.id: .notYours])
        #expect(refusals([own, others], for: coordinator).isEmpty)
    }

    @Test func aRecordOfOthersIsNotMadeOnesOwnByNamingOneself() throws {
        var taken = others
        taken.organisations.append(try Self.id("member-a"))
        #expect(refusals([taken], for: editor) == [others.id: .notYours])
    }

    @Test func somethingNewNamesTheOrganisationOfWhoeverSendsIt() throws {
        let (mine, theirs) = (try Self.id("member-a"), try Self.id("member-b"))
        let together = try Self.record("together", of: [theirs, mine])
        let strange = try Self.record("strange", of: [theirs])
        #expect(refusals([together, strange], for: editor) == [strange.id: .notWithYou])
        #expect(refusals([together, strange], for: coordinator).isEmpty)
    }

    @Test func contributorsReadersAndHandlersImportNothing() throws {
        for role in [Role.contributor, .reader, .handler] {
            let actor = Actor(account: "x", name: "x", organisation: try Self.id("member-a"), roles: [role])
            #expect(refusals([own], for: actor) == [own.id: .notYours])
        }
    }

    @Test func whatLacksSomethingIsRefusedWithWhatItLacks() {
        var lacking = own
        lacking.sources = []
        lacking.title[.fr] = "À moi"
        #expect(refusals([lacking], for: editor) == [own.id: .faulty([.noSummary(.fr), .noSource])])
    }

    @Test func anOrganisationOfTheSameTableMayBeNamed() throws {
        let mine = try Self.id("member-a")
        let fresh = try Self.record("fresh", of: [mine], .organisation)
        let project = try Self.record("project", of: [mine, fresh.id])
        #expect(refusals([fresh, project], for: editor).isEmpty)
        #expect(refusals([project], for: editor) == [project.id: .faulty([.unknownOrganisation(fresh.id)])])
    }

    @Test func whatNamesARefusedOrganisationIsRefusedToo() throws {
        let mine = try Self.id("member-a")
        var first = try Self.record("first", of: [mine], .organisation)
        first.sources = []
        let second = try Self.record("second", of: [mine, first.id], .organisation)
        let project = try Self.record("project", of: [mine, second.id])
        #expect(
            refusals([project, second, first], for: editor) == [
                first.id: .faulty([.noSource]), second.id: .faulty([.unknownOrganisation(first.id)]),
                project.id: .faulty([.unknownOrganisation(second.id)]),
            ])
    }
}
