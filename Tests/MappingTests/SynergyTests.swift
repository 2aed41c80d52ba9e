import Catalogue
import Testing

@testable import Mapping

@Suite struct SynergyTests {
    /// A lesson on sexting for parents, made by one organisation in Dutch for the whole country.
    private func lesson(_ name: String, _ change: (inout Record) -> Void = { _ in }) throws -> Record {
        var record = Record(
            id: try #require(RecordID(name)), kind: .resource,
            title: LocalisedText([.nl: "Naaktfoto’s doorsturen", .fr: "Photos dénudées"]),
            summary: LocalisedText([
                .nl: "Lespakket met kaartjes over foto’s en vertrouwen.",
                .fr: "Dossier avec des cartes sur les photos et la confiance.",
            ]),
            status: .active)
        record.themes = [try #require(ConceptID("sexting"))]
        record.audiences = [try #require(ConceptID("parents"))]
        record.formats = [try #require(ConceptID("lesson"))]
        record.territories = [try #require(ConceptID("belgium"))]
        record.organisations = [try #require(RecordID("maker-\(name)"))]
        record.languages = [LanguageTag(.nl)]
        change(&record)
        return record
    }

    private func groups(_ records: [Record]) -> [SynergyGroup] {
        Synergies(Catalogue(records: records, vocabularies: [], pages: [])).groups
    }

    @Test func sameThingInTwoLanguagesIsToTranslate() throws {
        let found = groups([try lesson("one"), try lesson("two") { $0.languages = [LanguageTag(.fr)] }])
        let group = try #require(found.first)
        #expect(group.advice.map(\.suggestion) == [.translate])
        #expect(group.missing == [.de, .en])
        #expect(group.partly == [.nl, .fr])
    }

    @Test func translatingAsksForNoPlaceInCommon() throws {
        let found = groups([
            try lesson("one") { $0.territories = [ConceptID("flanders")].compactMap { $0 } },
            try lesson("two") {
                $0.languages = [LanguageTag(.fr)]
                $0.territories = [ConceptID("wallonia")].compactMap { $0 }
            },
        ])
        #expect(found.first?.advice.map(\.suggestion) == [.translate])
    }

    @Test func nobodyTranslatesAHelpline() throws {
        let found = groups([
            try lesson("one") { $0.kind = .channel },
            try lesson("two") {
                $0.kind = .channel
                $0.languages = [LanguageTag(.fr)]
            },
        ])
        #expect(found.first?.advice.map(\.suggestion) == [.together])
    }

    @Test func nearlyTheSameTextIsToMergeWhoeverMadeIt() throws {
        let found = groups([try lesson("one"), try lesson("two")])
        #expect(found.first?.advice.map(\.suggestion) == [.merge])
        #expect(found.first?.likeness == 1)
    }

    /// Half of its words are its own.
    private func own(_ record: inout Record, _ words: String) {
        record.summary = LocalisedText([.nl: "Kaartjes over vertrouwen: \(words)."])
        record.title = LocalisedText([.nl: "Naaktfoto’s"])
    }

    @Test func differentOrganisationsCouldDoItTogether() throws {
        let found = groups([
            try lesson("one") { own(&$0, "raam deur stoel") }, try lesson("two") { own(&$0, "boom struik gras") },
        ])
        #expect(found.first?.advice.map(\.suggestion) == [.together])
    }

    @Test func oneOrganisationCouldMerge() throws {
        let maker = try #require(RecordID("maker"))
        let found = groups([
            try lesson("one") {
                own(&$0, "raam deur stoel")
                $0.organisations = [maker]
            },
            try lesson("two") {
                own(&$0, "boom struik gras")
                $0.organisations.append(maker)
            },
        ])
        #expect(found.first?.advice.map(\.suggestion) == [.merge])
        #expect(found.first?.reasons.contains(.organisations([maker])) == true)
    }

    @Test func inTheSameLanguageButElsewhereThereIsNothingToDo() throws {
        let found = groups([
            try lesson("one") { $0.territories = [ConceptID("halle")].compactMap { $0 } },
            try lesson("two") { $0.territories = [ConceptID("ypres")].compactMap { $0 } },
        ])
        #expect(found.isEmpty)
    }

    @Test func withoutKnownLanguagesNothingIsSuggested() throws {
        #expect(groups([try lesson("one"), try lesson("two") { $0.languages = [] }]).isEmpty)
    }

    @Test func textsAreComparedInOneLanguageOnly() throws {
        let words = "kaartjes over vertrouwen en respect"
        let dutch = try lesson("one") {
            $0.title = LocalisedText([.nl: words])
            $0.summary = LocalisedText()
        }
        let french = try lesson("two") {
            $0.title = LocalisedText([.fr: words])
            $0.summary = LocalisedText()
        }
        #expect(groups([dutch, french]).isEmpty, "the same letters are other words in another language")
        let both = try lesson("two") {
            $0.title = LocalisedText([.fr: "autre chose", .nl: words])
            $0.summary = LocalisedText()
        }
        #expect(groups([dutch, both]).count == 1, "the language where they are most alike counts")
    }

    @Test func kindThemeAudienceAndFormMustBeAlike() throws {
        let other = try #require(ConceptID("other"))
        #expect(groups([try lesson("one"), try lesson("two") { $0.kind = .event }]).isEmpty)
        #expect(groups([try lesson("one"), try lesson("two") { $0.themes = [other] }]).isEmpty)
        #expect(groups([try lesson("one"), try lesson("two") { $0.audiences = [other] }]).isEmpty)
        #expect(groups([try lesson("one"), try lesson("two") { $0.formats = [other] }]).isEmpty)
    }

    @Test func whatEndedIsNotCompared() throws {
        #expect(groups([try lesson("one"), try lesson("two") { $0.status = .ended }]).isEmpty)
        #expect(Synergies(.empty).groups.isEmpty)
    }

    @Test func twentyOfAKindComeApartIntoGroupsOfEight() throws {
        // What is in the texts of all would be everyday words.
        let others = try (0..<200).map { number in
            try lesson("other-\(number)") {
                $0.title = LocalisedText([.nl: "Iets\(number)", .fr: "Chose\(number)"])
                $0.summary = LocalisedText()
            }
        }
        let found = groups(try (10..<30).map { try lesson("lesson-\($0)") } + others)
        #expect(found.map(\.members.count).sorted() == [4, 8, 8])
    }

    @Test func theOrderOfTheRecordsChangesNothing() throws {
        var random = RandomOffers(seed: 7)
        let catalogue = random.catalogue(of: 200)
        let turned = Catalogue(
            records: catalogue.records.reversed(), vocabularies: [catalogue[.territories]], pages: [])
        #expect(Synergies(catalogue).groups == Synergies(turned).groups)
    }

    @Test func saysWhy() throws {
        let reasons = try #require(
            groups([try lesson("one"), try lesson("two") { $0.languages = [LanguageTag(.fr)] }]).first?.reasons)
        let theme = try #require(ConceptID("sexting"))
        let place = try #require(ConceptID("belgium"))
        #expect(reasons.first == .themes([theme]))
        #expect(reasons.contains(.places([place])))
        let words = reasons.compactMap { if case .words(let words) = $0 { words } else { nil } }.first
        #expect(words?[.nl]?.contains("Naaktfoto") == true)
        #expect(words?[.fr]?.contains("dénudées") == true)
        #expect(words?[.de] == nil)
        #expect(words?.values.allSatisfy { $0.count <= SynergyReason.mostWords } == true)
    }

    @Test func onlySomeMayBeConcerned() throws {
        let found = groups([
            try lesson("one") { own(&$0, "raam deur stoel") }, try lesson("two") { own(&$0, "boom struik gras") },
            try lesson("three") {
                own(&$0, "zee duin zand")
                $0.languages = [LanguageTag(.fr)]
            },
        ])
        let group = try #require(found.first)
        #expect(group.members.count == 3)
        #expect(group.advice.map(\.suggestion) == [.translate, .together])
        #expect(group.advice.map(\.members.count) == [3, 2])
        #expect(group.fits(theme: ConceptID("sexting"), suggestion: .together))
        #expect(!group.fits(theme: ConceptID("gaming"), suggestion: nil))
        #expect(!group.fits(theme: nil, suggestion: .merge))
    }

    @Test func theWeightsAddUpToOne() {
        typealias Weight = SynergyLikeness.Weight
        #expect(
            Weight.themes + Weight.audiences + Weight.formats + Weight.places + Weight.languages + Weight.text == 100)
    }
}
