import Testing

@testable import Catalogue
@testable import Editorial

@Suite struct DifferenceTests {
    @Test func appliedToTheOldItMakesTheNew() throws {
        var dice = SeededDice(seed: 71)
        for number in 0..<480 {
            let kind = Kind.allCases[number % Kind.allCases.count]
            let first = Record.random(kind: kind, using: &dice)
            var second = number % 3 == 0 ? Record.random(kind: kind, using: &dice) : first
            for _ in 0..<(number % 5) { second = second.edited(using: &dice) }
            let (before, after) = (try Tree(first), try Tree(second))
            let difference = Difference(from: before, to: after)
            #expect(before.applying(difference.changes) == after, "case \(number)")
            #expect(after.applying(Difference(from: after, to: before).changes) == before, "case \(number)")
            #expect(difference.isEmpty == (first == second), "case \(number)")
            #expect(difference.changes.allSatisfy { $0.before != $0.after && $0.before == before[$0.path] })
        }
    }

    @Test func noChangeLiesWithinAnother() throws {
        var dice = SeededDice(seed: 72)
        for _ in 0..<160 {
            let kind = Kind.allCases.randomElement(using: &dice)
            let before = try Tree(Record.random(kind: kind, using: &dice))
            let after = try Tree(Record.random(kind: kind, using: &dice))
            let paths = Difference(from: before, to: after).changes.map(\.path)
            #expect(Set(paths).count == paths.count)
            let starts = Set(paths.flatMap { path in path.steps.indices.map { FieldPath(Array(path.steps[..<$0])) } })
            #expect(starts.isDisjoint(with: paths))
        }
    }

    @Test func eachEditionAndEachSubfieldIsAChangeOfItsOwn() throws {
        let before = try Tree(channel())
        var changed = channel()
        changed.title[.fr] = "Awel, le téléphone"
        changed.title[Edition(.nl, isSimple: true)] = "Awel"
        changed.summary[.nl] = nil
        changed.themes = ["privacy", "gaming"].map(\.identifier)
        changed.contact?.emails = [Contact.Email(address: "info@awel.be")].compactMap { $0 }
        changed.contact?.hours?.always = true
        changed.service?.contact[.de] = "Jemand hört zu."
        changed.service?.can = LocalisedList([Language.nl: ["luisteren", "raad geven"]])
        changed.founded = 1981
        let paths = Difference(from: before, to: try Tree(changed)).changes.map(\.path.description)
        #expect(
            paths == [
                "title/fr", "title/nl-simple", "summary/nl", "themes", "founded", "contact/emails", "contact/hours",
                "service/contact/de", "service/can/lists/nl",
            ])
    }

    @Test func aTextSaysWhichWordsChanged() {
        func words(_ before: String?, _ after: String?) -> [WordChange] {
            FieldChange(path: "title/nl", before: before.map(Tree.text), after: after.map(Tree.text)).words
        }
        #expect(
            words("Praat met je kind over games.", "Praat vaak met je kind over apps.")
                == [.same("Praat "), .added("vaak "), .same("met je kind over "), .removed("games."), .added("apps.")])
        #expect(
            words("Een twee drie vier", "Een deux trois vier")
                == [.same("Een "), .removed("twee drie"), .added("deux trois"), .same(" vier")])
        #expect(words("Een twee drie", "Deux drie") == [.removed("Een twee"), .added("Deux"), .same(" drie")])
        #expect(words(nil, "Nieuw.") == [.added("Nieuw.")])
        #expect(words("Oud.", nil) == [.removed("Oud.")])
        #expect(words("", "") == [])
        #expect(FieldChange(path: "founded", before: .number(1), after: .text("1")).words == [.added("1")])
        #expect(FieldChange(path: "founded", before: .number(1), after: .number(2)).words == [])
    }

    @Test func theWordsMakeUpBothTexts() {
        var dice = SeededDice(seed: 73)
        for number in 0..<1_000 {
            let before = number % 9 == 0 ? "" : dice.sentence()
            let after = number % 4 == 0 ? before + "\n " + dice.sentence() : dice.sentence()
            let changes = WordChange.between(before, after)
            #expect(changes.map(\.old).joined() == before)
            #expect(changes.map(\.new).joined() == after)
            // No space alone stands between two changes.
            #expect(changes.dropFirst().dropLast().allSatisfy { !$0.isSame || $0.old.contains { !$0.isWhitespace } })
            #expect(zip(changes, changes.dropFirst()).allSatisfy { $0.kind != $1.kind })
        }
    }

    @Test func textsOfAnyLengthAreCompared() {
        let before = (0..<20_000).map { "w\($0)" }.joined(separator: " ")
        let changes = WordChange.between("a " + before + " z", "a " + before.replacing("w", with: "v") + " z")
        #expect(changes.count == 4)
        #expect(changes.first == .same("a ") && changes.last == .same(" z"))
        let onlyEnd = WordChange.between(before, before + " more")
        #expect(onlyEnd == [.same(before), .added(" more")])
    }

    @Test func aListSaysWhatCameAndWhatWent() {
        func change(_ before: [String], _ after: [String]) -> FieldChange {
            FieldChange(path: "themes", before: .list(before.map(Tree.text)), after: .list(after.map(Tree.text)))
        }
        let both = change(["a", "b", "b"], ["c", "b", "a"])
        #expect(both.added == [.text("c")] && both.removed == [.text("b")])
        let order = change(["a", "b"], ["b", "a"])
        #expect(order.added == [] && order.removed == [])
        let fresh = FieldChange(path: "themes", before: nil, after: .list([.text("a")]))
        #expect(fresh.added == [.text("a")] && fresh.removed == [])
    }

    @Test func aGuideChangesQuestionByQuestion() throws {
        var dice = SeededDice(seed: 74)
        let record = Record.random(kind: .guide, using: &dice)
        var changed = record
        changed.guide?.questions[0].answers[1].label[.en] = "Somebody else"
        changed.guide?.ends[1].isUrgent.toggle()
        changed.guide?.ends[0].title[.nl] = "Praat erover"
        let paths = Difference(from: try Tree(record), to: try Tree(changed)).changes.map(\.path.description)
        #expect(
            paths == [
                "guide/questions/q0/answers/1/label/en", "guide/ends/e0/title/nl", "guide/ends/e1/isUrgent",
            ])
        changed.guide?.ends.swapAt(0, 1)
        let moved = Difference(from: try Tree(record), to: try Tree(changed)).changes.map(\.path.description)
        #expect(moved == ["guide/questions/q0/answers/1/label/en", "guide/ends"])
    }

    @Test func stopsAreComparedOneByOneUnlessTheyMoved() throws {
        let record = route()
        func paths(_ change: (inout [Route.Stop]) -> Void) throws -> [String] {
            var changed = record
            var stops = record.route?.stops ?? []
            change(&stops)
            changed.route = Route(stops: stops)
            return Difference(from: try Tree(record), to: try Tree(changed)).changes.map(\.path.description)
        }
        #expect(try paths { $0[1].text[.nl] = "Anders." } == ["route/stops/1/text/nl"])
        #expect(try paths { $0.swapAt(0, 2) } == ["route/stops"])
        #expect(
            try paths {
                $0.swapAt(0, 2)
                $0[0].title[.nl] = "Anders"
                $0[2].minutes = 60
            } == ["route/stops"])
        #expect(try paths { $0.removeLast() } == ["route/stops"])
    }

    @Test func veryLongListsAreComparedInBoundedTime() throws {
        var before = route()
        let stops = before.route?.stops ?? []
        before.route = Route(stops: (0..<3_000).map { stops[$0 % 3] })
        var after = before
        for place in 0..<3_000 { after.route?.stops[place].minutes = 15 }
        let paths = Difference(from: try Tree(before), to: try Tree(after)).changes.map(\.path)
        #expect(paths == ["route/stops"])
    }

    @Test func aGroupThatCameIsSpelledOutForShowing() throws {
        var bare = channel()
        bare.contact = nil
        let changes = Difference(from: try Tree(bare), to: try Tree(channel())).changes
        #expect(changes.map(\.path) == ["contact"])
        #expect(changes.flatMap(\.parts).map(\.path) == ["contact/phones", "contact/emails", "contact/hours"])
        #expect(changes.flatMap(\.parts).allSatisfy { $0.before == nil && $0.after != nil })
        let gone = Difference(from: try Tree(channel()), to: try Tree(bare)).changes.flatMap(\.parts)
        #expect(gone.map(\.path) == ["contact/phones", "contact/emails", "contact/hours"])
        #expect(gone.allSatisfy { $0.before != nil && $0.after == nil })
    }

    private func channel() -> Record {
        var record = Record(
            id: "awel".identifier, kind: .channel, title: LocalisedText([Language.nl: "Awel", .fr: "Awel"]),
            summary: LocalisedText([Language.nl: "Voor kinderen.", .fr: "Pour les enfants."]), status: .active)
        record.themes = ["privacy".identifier]
        var contact = Contact()
        contact.phones = PhoneNumber("102").map { [Contact.Phone(number: $0)] } ?? []
        contact.hours = Hours(certainty: .stated)
        record.contact = contact
        record.service = ChannelService(
            isAnonymous: true, contact: LocalisedText([Language.nl: "Iemand luistert."]),
            can: LocalisedList([Language.nl: ["luisteren"]]), cannot: LocalisedList())
        return record
    }

    private func route() -> Record {
        var record = Record(
            id: "first".identifier, kind: .route, title: LocalisedText(), summary: LocalisedText(), status: .active)
        record.route = Route(
            stops: ["een", "twee", "drie"].map { word in
                Route.Stop(
                    title: LocalisedText([Language.nl: word, .fr: word + "-fr"]),
                    text: LocalisedText([Language.nl: "Over \(word)."]), together: LocalisedText(), records: [],
                    minutes: 10)
            })
        return record
    }
}

extension WordChange {
    fileprivate var old: String {
        switch self {
        case .same(let text), .removed(let text): text
        case .added: ""
        }
    }

    fileprivate var new: String {
        switch self {
        case .same(let text), .added(let text): text
        case .removed: ""
        }
    }

    fileprivate var isSame: Bool { old == new }

    fileprivate var kind: Int {
        switch self {
        case .same: 0
        case .removed: 1
        case .added: 2
        }
    }
}
