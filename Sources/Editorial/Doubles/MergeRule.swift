import Catalogue

/// How a field is read, taken over from another record, and joined with what another record says.
struct MergeRule {
    let value: (Record) -> MergeValue
    /// Puts what the first says in the place of what the second says.
    let take: (Record, inout Record) -> Void
    /// Adds what the first says to what the second says; nil where only one can be true.
    var join: ((Record, inout Record) -> Void)?

    /// A field of which one side is true.
    static func one<Value>(
        _ path: WritableKeyPath<Record, Value>, _ shown: @escaping (Value) -> MergeValue
    ) -> MergeRule {
        MergeRule(
            value: { shown($0[keyPath: path]) }, take: { other, kept in kept[keyPath: path] = other[keyPath: path] })
    }

    /// A list, where what has the same `key` is the same entry, which `fill` may complete from its second argument.
    static func list<Entry>(
        _ path: WritableKeyPath<Record, [Entry]>, by key: @escaping (Entry) -> some Hashable,
        fill: @escaping (Entry, Entry) -> Entry = { entry, _ in entry }, _ shown: @escaping ([Entry]) -> MergeValue
    ) -> MergeRule {
        var rule = one(path, shown)
        rule.join = { other, kept in
            for entry in other[keyPath: path] {
                if let place = kept[keyPath: path].firstIndex(where: { key($0) == key(entry) }) {
                    kept[keyPath: path][place] = fill(kept[keyPath: path][place], entry)
                } else {
                    kept[keyPath: path].append(entry)
                }
            }
        }
        return rule
    }

    static func list<Entry: Hashable>(
        _ path: WritableKeyPath<Record, [Entry]>, _ shown: @escaping ([Entry]) -> MergeValue
    ) -> MergeRule {
        list(path, by: { $0 }, shown)
    }
}

extension MergeField {
    var rule: MergeRule {
        switch self {
        case .title: .title
        case .summary:
            MergeRule(
                value: { .text($0.summary) }, take: { other, kept in kept.summary = other.summary },
                join: { other, kept in kept.summary = kept.summary.filled(from: other.summary) })
        case .organisations: .list(\.organisations) { .records($0) }
        case .languages: .list(\.languages) { .languages($0) }
        case .themes: .list(\.themes) { .concepts($0, of: .themes) }
        case .audiences: .list(\.audiences) { .concepts($0, of: .audiences) }
        case .ages: .one(\.ages) { .ages($0) }
        case .territories: .list(\.territories) { .concepts($0, of: .territories) }
        case .pillars: .list(\.pillars) { .concepts($0, of: .pillars) }
        case .formats: .list(\.formats) { .concepts($0, of: .formats) }
        case .cost: .one(\.cost) { .concepts($0.map { [$0] } ?? [], of: .costs) }
        case .status: .one(\.status) { .status($0) }
        case .founded: .one(\.founded) { .number($0) }
        case .ended: .one(\.ended) { .number($0) }
        case .dates: .list(\.dates) { .dates($0) }
        case .yearly: .one(\.yearly) { .flag($0) }
        case .recurrence: .one(\.recurrence) { .recurrence($0) }
        case .member: .one(\.member) { .flag($0) }
        case .links: .list(\.links) { .links($0) }
        case .phones:
            .list(\.reach.phones, by: \.number.dialled, fill: { $0.filled(from: $1) }) { .phones($0) }
        case .emails:
            .list(\.reach.emails, by: { $0.address.lowercased() }, fill: { $0.filled(from: $1) }) { .emails($0) }
        case .chat: .one(\.reach.chat) { .address($0) }
        case .form: .one(\.reach.form) { .address($0) }
        case .address: .one(\.reach.address) { .words($0) }
        case .addressRemark: .one(\.reach.addressRemark) { .words($0) }
        case .hours: .one(\.reach.hours) { .hours($0) }
        case .service: .service
        case .guide: .one(\.guide) { .guide($0) }
        case .route: .one(\.route) { .route($0) }
        case .recommendations: .list(\.asks, by: \.id) { .recommendations($0) }
        case .announced: .one(\.announced) { .number($0) }
        case .lab: .one(\.lab) { .lab($0) }
        case .campaign: .one(\.campaign) { .campaign($0) }
        case .sources:
            .list(\.sources, by: { [$0.address.description, $0.says] }, fill: { $0.newer($1) }) { .sources($0) }
        }
    }
}

extension MergeRule {
    fileprivate static var title: MergeRule {
        MergeRule(
            value: { .title($0.title, own: Set($0.ownNames)) },
            take: { other, kept in
                kept.title = other.title
                kept.ownNames = other.ownNames
            },
            join: { other, kept in
                // The name is the owner's own in a language if that side says so whose name is taken in it.
                let taken = other.ownNames.filter { kept.title[$0] == nil || kept.title[$0] == other.title[$0] }
                kept.title = kept.title.filled(from: other.title)
                kept.ownNames += taken.filter { !kept.ownNames.contains($0) }
            })
    }

    fileprivate static var service: MergeRule {
        MergeRule(
            value: { .service($0.service) }, take: { other, kept in kept.service = other.service },
            join: { other, kept in
                guard let theirs = other.service else { return }
                guard var service = kept.service else { return kept.service = theirs }
                service.isAnonymous = service.isAnonymous ?? theirs.isAnonymous
                service.contact = service.contact.filled(from: theirs.contact)
                service.can = service.can.joined(with: theirs.can)
                service.cannot = service.cannot.joined(with: theirs.cannot)
                kept.service = service
            })
    }
}
