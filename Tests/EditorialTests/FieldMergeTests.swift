import Testing

@testable import Catalogue
@testable import Editorial

@Suite struct FieldMergeTests {
    // MARK: Whatever two people do

    @Test func whoeverChangesAloneIsTaken() throws {
        for (base, mine, _) in try edits(seed: 81) {
            for merge in [
                FieldMerge(base: base, mine: mine, theirs: base), FieldMerge(base: base, mine: base, theirs: mine),
                FieldMerge(base: base, mine: mine, theirs: mine),
            ] {
                #expect(merge.merged == mine)
                #expect(merge.conflicts == [])
            }
        }
    }

    @Test func nothingThatEitherWroteIsLost() throws {
        for (base, mine, theirs) in try edits(seed: 82) {
            let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
            let disputed = merge.conflicts.map(\.path)
            for (side, tree) in [(FieldMerge.Side.mine, mine), (.theirs, theirs)] {
                for change in Difference(from: base, to: tree).changes {
                    let isKept = merge.merged[change.path] == change.after
                    let isAsked = disputed.contains { $0.isWithin(change.path) || change.path.isWithin($0) }
                    let isUnion = Set(change.added).isSubset(of: merge.merged[change.path]?.elements ?? [])
                    #expect(isKept || isAsked || isUnion && change.after?.elements != nil, "\(side) \(change.path)")
                }
            }
            for conflict in merge.conflicts {
                #expect(conflict[.mine] == mine[conflict.path] && conflict[.theirs] == theirs[conflict.path])
                #expect(conflict.base == base[conflict.path] || base[conflict.path] == nil)
                #expect(conflict.mine != conflict.theirs)
            }
        }
    }

    @Test func nothingAppearsThatNobodyWrote() throws {
        for (base, mine, theirs) in try edits(seed: 83) {
            let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
            let changes = Difference(from: base, to: merge.merged).changes.flatMap(\.parts)
            for change in changes where change.after?.elements == nil {
                #expect(change.after == mine[change.path] || change.after == theirs[change.path], "\(change.path)")
            }
        }
    }

    @Test func bothSeeTheSameConflicts() throws {
        for (base, mine, theirs) in try edits(seed: 84) {
            let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
            let mirrored = FieldMerge(base: base, mine: theirs, theirs: mine)
            #expect(merge.conflicts.map(\.path) == mirrored.conflicts.map(\.path))
            #expect(merge.conflicts.map(\.mine) == mirrored.conflicts.map(\.theirs))
        }
    }

    @Test func everyChoiceMakesARecord() throws {
        var dice = SeededDice(seed: 85)
        var conflicts = 0
        for (base, mine, theirs) in try edits(seed: 86, count: 300) {
            let merge = FieldMerge(base: base, mine: mine, theirs: theirs)
            conflicts += merge.conflicts.count
            var choices: [FieldPath: FieldMerge.Side] = [:]
            for conflict in merge.conflicts {
                choices[conflict.path] = FieldMerge.Side.allCases.randomElement(using: &dice)
            }
            let resolved = merge.resolved(choices)
            #expect(throws: Never.self) { try resolved.decoded(as: Record.self) }
            for (path, side) in choices {
                #expect(resolved[path] == (side == .mine ? mine : theirs)[path])
            }
            #expect(merge.resolved([:]) == merge.merged)
        }
        #expect(conflicts > 30)
    }

    // MARK: What two people do

    @Test func textsOfTwoLanguagesMerge() throws {
        let merge = try merging {
            $0.title[.fr] = "Surfer ensemble"
            $0.summary[.nl] = nil
        } theirs: {
            $0.title[.nl] = "Samen op het net"
            $0.title[Edition(.nl, isSimple: true)] = "Samen surfen"
            $0.summary[.fr] = "À deux."
        }
        #expect(merge.conflicts == [])
        let record = try merge.merged.decoded(as: Record.self)
        #expect(record.title[.fr] == "Surfer ensemble" && record.title[.nl] == "Samen op het net")
        #expect(record.title[Edition(.nl, isSimple: true)] == "Samen surfen")
        #expect(record.summary == LocalisedText([Language.fr: "À deux."]))
    }

    @Test func theSameTextChangedByBothIsAConflict() throws {
        let merge = try merging {
            $0.title[.nl] = "Mijn titel"
        } theirs: {
            $0.title[.nl] = "Hun titel"
            $0.founded = 2020
        }
        #expect(
            merge.conflicts == [
                FieldMerge.Conflict(
                    path: "title/nl", base: .text("Samen surfen"), mine: .text("Mijn titel"),
                    theirs: .text("Hun titel"))
            ])
        #expect(merge.merged["title/nl"]?.text == "Hun titel")
        #expect(merge.resolved(["title/nl": .mine])["title/nl"]?.text == "Mijn titel")
        #expect(merge.resolved(["title/nl": .mine])["founded"] == .number(2020))
    }

    @Test func aTextTakenAwayByOneAndChangedByAnotherIsAConflict() throws {
        let merge = try merging {
            $0.title[.fr] = nil
        } theirs: {
            $0.title[.fr] = "Autre"
        }
        #expect(merge.conflicts.map(\.path) == ["title/fr"])
        #expect(merge.resolved(["title/fr": .mine])["title/fr"] == nil)
    }

    @Test func conceptsThatBothChangedMergeAsSets() throws {
        let merge = try merging {
            $0.themes = ["gaming", "news", "sexting", "hoax"].map(\.identifier)
        } theirs: {
            $0.themes = ["kids", "privacy", "gaming", "hoax"].map(\.identifier)
        }
        // Base: gaming, privacy, news.
        #expect(merge.conflicts == [])
        #expect(
            try merge.merged.decoded(as: Record.self).themes.map(\.description) == [
                "kids", "gaming", "hoax", "sexting",
            ])
    }

    @Test func listsInAChosenOrderAreAConflict() throws {
        var dice = SeededDice(seed: 87)
        let base = Record.random(kind: .guide, using: &dice)
        var (mine, theirs) = (base, base)
        mine.guide?.ends[0].channels.insert("first-of-all".identifier, at: 0)
        theirs.guide?.ends[0].channels.append("last".identifier)
        let merge = FieldMerge(base: try Tree(base), mine: try Tree(mine), theirs: try Tree(theirs))
        #expect(merge.conflicts.map(\.path) == ["guide/ends/e0/channels"])
    }

    @Test func phonesThatBothChangedAreAConflictButTheRestOfTheContactIsNot() throws {
        let merge = try merging {
            $0.contact?.phones = PhoneNumber("103").map { [Contact.Phone(number: $0)] } ?? []
            $0.contact?.address = "Hoogstraat 1"
        } theirs: {
            $0.contact?.phones = []
            $0.contact?.chat = WebAddress("https://awel.be/chat")
        }
        #expect(merge.conflicts.map(\.path) == ["contact/phones"])
        #expect(merge.merged["contact/address"]?.text == "Hoogstraat 1")
        #expect(merge.merged["contact/chat"]?.text == "https://awel.be/chat")
    }

    @Test func halfOfTwoPeoplesHoursIsNeverPutTogether() throws {
        let merge = try merging {
            $0.contact?.hours = Hours(certainty: .old)
            $0.ages = AgeRange(from: 12, to: 18)
        } theirs: {
            $0.contact?.hours = Hours(certainty: .stated)
            $0.ages = AgeRange(from: 3, to: 6)
        }
        #expect(merge.conflicts.map(\.path) == ["ages", "contact/hours"])
    }

    @Test func whatBothAddedMergesWithin() throws {
        let merge = try merging {
            $0.translations = [.fr: .machine]
        } theirs: {
            $0.translations = [.nl: .original]
        }
        #expect(merge.conflicts == [])
        #expect(try merge.merged.decoded(as: Record.self).translations == [.fr: .machine, .nl: .original])
    }

    @Test func aGroupThatBothAddedMergesWithin() throws {
        let merge = try merging {
            $0.service = self.service(says: [.nl: "Bel ons."])
        } theirs: {
            $0.service = self.service(says: [.fr: "Appelle-nous."])
        }
        #expect(merge.conflicts == [])
        let both = service(says: [.nl: "Bel ons.", .fr: "Appelle-nous."])
        #expect(try merge.merged.decoded(as: Record.self).service == both)
    }

    @Test func anEmptyListBesideANewOneIsNoConflict() throws {
        let bare = Record(
            id: "awel".identifier, kind: .channel, title: LocalisedText(), summary: LocalisedText(), status: .active)
        var (mine, theirs) = (bare, bare)
        mine.contact = Contact()
        mine.contact?.emails = [Contact.Email(address: "info@awel.be")].compactMap { $0 }
        theirs.contact = Contact()
        theirs.contact?.phones = PhoneNumber("102").map { [Contact.Phone(number: $0)] } ?? []
        let merge = FieldMerge(base: try Tree(bare), mine: try Tree(mine), theirs: try Tree(theirs))
        #expect(merge.conflicts == [])
        let contact = try merge.merged.decoded(as: Record.self).contact
        #expect(contact?.emails == mine.contact?.emails && contact?.phones == theirs.contact?.phones)
    }

    @Test func aGroupTakenAwayByOneAndChangedByAnotherIsAskedWhole() throws {
        let merge = try merging {
            $0.contact = nil
        } theirs: {
            $0.contact?.address = "Hoogstraat 1"
        }
        #expect(merge.conflicts.map(\.path) == ["contact"])
        #expect(try merge.resolved(["contact": .mine]).decoded(as: Record.self).contact == nil)
    }

    @Test func aStopThatMovedNeverGetsTheChangesOfAnother() throws {
        var dice = SeededDice(seed: 88)
        var base = Record.random(kind: .route, using: &dice)
        base.route = Route(
            stops: ["een", "twee"].map { word in
                Route.Stop(
                    title: LocalisedText([Language.nl: word]), text: LocalisedText([Language.nl: "Over \(word)."]),
                    together: LocalisedText(), records: [], minutes: 10)
            })
        var (mine, theirs) = (base, base)
        mine.route?.stops.swapAt(0, 1)
        theirs.route?.stops[0].minutes = 30
        let merge = FieldMerge(base: try Tree(base), mine: try Tree(mine), theirs: try Tree(theirs))
        #expect(merge.conflicts.map(\.path) == ["route/stops"])
    }

    // MARK: Made for these tests

    private func merging(
        _ mine: (inout Record) -> Void, theirs: (inout Record) -> Void
    ) throws -> FieldMerge {
        var base = Record(
            id: "surf".identifier, kind: .resource, title: LocalisedText([Language.nl: "Samen surfen", .fr: "Surfer"]),
            summary: LocalisedText([Language.nl: "Met twee."]), status: .active)
        base.themes = ["gaming", "privacy", "news"].map(\.identifier)
        base.contact = Contact()
        base.contact?.phones = PhoneNumber("102").map { [Contact.Phone(number: $0)] } ?? []
        var (left, right) = (base, base)
        mine(&left)
        theirs(&right)
        return FieldMerge(base: try Tree(base), mine: try Tree(left), theirs: try Tree(right))
    }

    private func service(says texts: [Language: String]) -> ChannelService {
        ChannelService(
            isAnonymous: nil, contact: LocalisedText(texts), can: LocalisedList(), cannot: LocalisedList())
    }

    /// Records of all kinds, each edited by two people apart.
    private func edits(seed: UInt64, count: Int = 200) throws -> [(base: Tree, mine: Tree, theirs: Tree)] {
        var dice = SeededDice(seed: seed)
        return try (0..<count).map { number in
            let base = Record.random(kind: Kind.allCases[number % Kind.allCases.count], using: &dice)
            var (mine, theirs) = (base, base)
            for _ in 0..<Int.random(in: 0...5, using: &dice) { mine = mine.edited(using: &dice) }
            for _ in 0..<Int.random(in: 0...5, using: &dice) { theirs = theirs.edited(using: &dice) }
            return (try Tree(base), try Tree(mine), try Tree(theirs))
        }
    }
}

extension FieldPath {
    fileprivate func isWithin(_ other: FieldPath) -> Bool { steps.starts(with: other.steps) }
}
