@testable import Catalogue

/// Numbers from a seed (SplitMix64), so that a failure comes back.
struct SeededDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

extension Record {
    /// A record with some of everything that its kind may have. The names in it stand for nothing.
    static func random(kind: Kind? = nil, using dice: inout some RandomNumberGenerator) -> Record {
        let kind = kind ?? dice.pick(Kind.allCases, otherwise: .resource)
        var record = Record(
            id: dice.id(), kind: kind, title: dice.text(), summary: dice.text(),
            status: dice.pick(Status.allCases, otherwise: .unknown))
        record.fillIn(using: &dice)
        record.fillInOfKind(using: &dice)
        return record
    }

    /// The same after one change to one of its fields, as somebody makes it in a form.
    func edited(using dice: inout some RandomNumberGenerator) -> Record {
        var record = self
        let edition = dice.pick(Edition.allCases, otherwise: Edition(.nl))
        switch Int.random(in: 0..<12, using: &dice) {
        case 0: record.title[edition] = dice.sentence()
        case 1: record.summary[edition] = dice.chance(0.8) ? dice.sentence() : nil
        case 2: record.summary[edition]?.append(" " + dice.sentence())
        case 3: record.themes.removeAll { $0 == dice.id() }
        case 4: record.themes += [dice.id()].filter { !record.themes.contains($0) }
        case 5: record.languages = record.languages.reversed()
        case 6: record.ages = dice.ages()
        case 7: record.links = Array(record.links.dropFirst())
        case 8: record.contact = dice.chance(0.2) ? nil : dice.contact()
        case 9: record.contact?.phones.append(contentsOf: dice.several { $0.phone() })
        case 10: record.service?.contact[edition] = dice.sentence()
        default: record.editParts(using: &dice)
        }
        return record
    }

    private mutating func editParts(using dice: inout some RandomNumberGenerator) {
        if var tree = guide, let place = tree.questions.indices.randomElement(using: &dice) {
            tree.questions[place].text[.fr] = dice.sentence()
            if let end = tree.ends.indices.randomElement(using: &dice) { tree.ends[end].isUrgent.toggle() }
            guide = tree
        } else if var path = route, let place = path.stops.indices.randomElement(using: &dice) {
            path.stops[place].minutes += 5
            if dice.chance(0.3) { path.stops.reverse() }
            route = path
        } else {
            withdrawn = dice.date()
        }
    }

    private mutating func fillIn(using dice: inout some RandomNumberGenerator) {
        ownNames = Language.allCases.filter { _ in dice.chance(0.3) }
        organisations = dice.ids()
        languages = ["nl", "fr", "de", "en", "ar", "uk"].filter { _ in dice.chance(0.4) }.compactMap(LanguageTag.init)
        (themes, audiences, territories) = (dice.ids(), dice.ids(), dice.ids())
        (pillars, formats) = (dice.ids(), dice.ids())
        ages = dice.ages()
        cost = dice.maybe { $0.id() }
        founded = dice.maybe { Int.random(in: 1990...2026, using: &$0) }
        ended = dice.maybe { Int.random(in: 2000...2026, using: &$0) }
        links = dice.several { dice in
            dice.address().map { Link(address: $0, language: Language.allCases.randomElement(using: &dice)) }
        }
        sources = dice.several { dice in
            dice.address().map { Source(address: $0, says: dice.sentence(), seen: dice.date()) }
        }
        contact = dice.maybe { $0.contact() }
        withdrawn = dice.chance(0.1) ? dice.date() : nil
        setAside = dice.chance(0.1) ? dice.date() : nil
        verified = dice.date().map { day in
            Verification(
                on: day, organisation: dice.maybe { $0.id() },
                by: dice.pick(Verification.Means.allCases, otherwise: .workspace))
        }
        translations = dice.maybe { dice in
            Dictionary(
                uniqueKeysWithValues: Language.allCases.map {
                    ($0, dice.pick(TranslationState.allCases, otherwise: .person))
                })
        }
    }

    private mutating func fillInOfKind(using dice: inout some RandomNumberGenerator) {
        switch kind {
        case .organisation: member = dice.chance(0.5)
        case .channel:
            service = ChannelService(
                isAnonymous: dice.maybe { $0.chance(0.5) }, contact: dice.text(), can: dice.list(),
                cannot: dice.list())
        case .event:
            dates = dice.several { dice in dice.date().map { EventDate(start: $0, end: dice.date()) } }
            yearly = dice.chance(0.5)
            recurrence = yearly ? Recurrence(ordinal: 2, weekday: .tu, month: 2) : nil
            lab = dice.maybe { $0.lab() }
            campaign = dice.maybe { $0.campaign() }
        case .route: route = Route(stops: dice.several { $0.stop() })
        case .guide: guide = dice.guide()
        case .publication:
            recommendations = dice.maybe { $0.recommendations() }
            announced = dice.maybe { Int.random(in: 1...20, using: &$0) }
        case .initiative, .resource: break
        }
    }
}

// MARK: What records are made of

extension RandomNumberGenerator {
    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    mutating func pick<Value>(_ values: [Value], otherwise: Value) -> Value {
        values.randomElement(using: &self) ?? otherwise
    }

    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        chance(0.6) ? make(&self) : nil
    }

    mutating func several<Value>(_ make: (inout Self) -> Value?) -> [Value] {
        (0..<Int.random(in: 0...4, using: &self)).compactMap { _ in make(&self) }
    }

    /// Few names, so that two records often share some.
    mutating func id() -> Identifier {
        pick("gaming sexting privacy news help-line a1 b2 kids c-3 hoax".split(separator: " "), otherwise: "x")
            .identifier
    }

    mutating func ids() -> [Identifier] { Set(several { $0.id() }).sorted() }

    /// Of 1 to 8 words, some in letters of other alphabets.
    mutating func sentence() -> String {
        let words = ["veilig", "école", "Straße", "game", "« oui »", "日本語", "e\u{301}", "👩‍👧", "12", "l’ami", "\"q\""]
        return (0..<Int.random(in: 1...8, using: &self)).map { _ in pick(words, otherwise: "") }.joined(separator: " ")
    }

    mutating func text() -> LocalisedText {
        LocalisedText(
            Dictionary(
                uniqueKeysWithValues: Edition.allCases.filter { _ in chance(0.6) }.map { ($0, sentence()) }))
    }

    mutating func list() -> LocalisedList {
        LocalisedList(
            Dictionary(
                uniqueKeysWithValues: Edition.allCases.filter { _ in chance(0.4) }
                    .map { ($0, several { $0.sentence() }) }))
    }

    mutating func address() -> WebAddress? { WebAddress("https://\(id()).example.be/\(id())") }

    mutating func date() -> PartialDate? {
        PartialDate(pick(["2024", "2025-02", "2026-11-27", "2026-12-24", ""], otherwise: ""))
    }

    mutating func ages() -> AgeRange? {
        let from = Int.random(in: 0...17, using: &self)
        return chance(0.7) ? AgeRange(from: from, to: from + Int.random(in: 0...8, using: &self)) : nil
    }

    mutating func phone() -> Contact.Phone? {
        PhoneNumber(pick(["116 000", "02 274 48 00", "+32 78 170 170", "103"], otherwise: "")).map {
            Contact.Phone(number: $0, note: maybe { $0.text() }, remark: maybe { $0.sentence() })
        }
    }

    mutating func contact() -> Contact {
        var contact = Contact()
        contact.phones = several { $0.phone() }
        contact.emails = several { Contact.Email(address: "info@\($0.id()).be", note: $0.maybe { $0.text() }) }
        contact.chat = chance(0.5) ? address() : nil
        contact.form = chance(0.5) ? address() : nil
        contact.address = maybe { $0.sentence() }
        contact.addressRemark = maybe { $0.sentence() }
        contact.hours = maybe { $0.hours() }
        return contact
    }

    mutating func hours() -> Hours {
        var hours = Hours(certainty: pick(Hours.Certainty.allCases, otherwise: .unknown))
        hours.seen = date()
        hours.applies = Hours.Applies.allCases.randomElement(using: &self)
        hours.always = chance(0.2)
        let opens = Int.random(in: 0...720, using: &self)
        hours.weekly = several { dice in
            Hours.Span(days: Weekday.allCases.filter { _ in dice.chance(0.5) }, opens: opens, closes: opens + 300)
        }
        hours.holidays = pick(Hours.OnHolidays.allCases, otherwise: .unverified)
        hours.exceptions = date().map { [Hours.Exception(day: $0, spans: hours.weekly)] } ?? []
        hours.asFound = maybe { $0.sentence() }
        return hours
    }

    mutating func stop() -> Route.Stop {
        Route.Stop(
            title: text(), text: text(), together: text(), records: ids(),
            minutes: Int.random(in: 1...24, using: &self) * 5)
    }

    mutating func lab() -> Lab {
        var lab = Lab(question: text())
        lab.sectors = ids().map { Lab.Sector(id: $0, name: maybe { $0.text() }) }
        lab.sessions = ids().compactMap { id in
            guard let day = date() else { return nil }
            var session = Lab.Session(id: id, day: day)
            session.from = maybe { Int.random(in: 0...1_439, using: &$0) }
            session.place = maybe { $0.text() }
            session.languages = ["nl", "fr"].filter { _ in chance(0.4) }.compactMap(LanguageTag.init)
            session.seats = maybe { Int.random(in: 1...30, using: &$0) }
            return session
        }
        lab.registrationUntil = date()
        lab.testimonies = several { Lab.Testimony(sector: $0.id(), text: $0.text()) }
        lab.findings = ids().map { id in
            Lab.Finding(
                id: id, text: text(),
                leadsTo: ids().map { Lab.Outcome(publication: $0, recommendation: maybe { $0.id() }) })
        }
        return lab
    }

    mutating func campaign() -> Campaign {
        Campaign(
            goals: list(),
            actions: ids().compactMap { id in
                ages().map { ages in
                    Campaign.Action(
                        id: id, setting: pick(Campaign.Setting.allCases, otherwise: .home), title: text(),
                        minutes: Int.random(in: 1...24, using: &self) * 5, ages: ages, needs: list(), steps: list(),
                        material: ids())
                }
            })
    }

    mutating func guide() -> HelpTree {
        HelpTree(
            start: "q0".identifier,
            questions: (0..<Int.random(in: 1...3, using: &self)).map { place in
                HelpTree.Question(
                    id: "q\(place)".identifier, text: text(),
                    answers: (0..<2).map { HelpTree.Answer(label: text(), leadsTo: "e\($0)".identifier) })
            },
            ends: (0..<2).map { place in
                HelpTree.End(
                    id: "e\(place)".identifier, audience: id(), isUrgent: chance(0.5), title: text(), lead: text(),
                    channels: ids(), first: list(), keep: list(), never: list(), next: list(), records: ids())
            },
            childDoor: maybe { $0.text() })
    }
}

extension StringProtocol {
    /// For names that are written in a test.
    var identifier: Identifier { Identifier(self) ?? .unreadable }
}
