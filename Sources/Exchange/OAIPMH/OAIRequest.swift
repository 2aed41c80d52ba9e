/// The six things that a harvester can ask (OAI-PMH 2.0, section 4).
enum OAIVerb: String, CaseIterable, Sendable {
    case identify = "Identify"
    case listMetadataFormats = "ListMetadataFormats"
    case listSets = "ListSets"
    case listIdentifiers = "ListIdentifiers"
    case listRecords = "ListRecords"
    case getRecord = "GetRecord"

    fileprivate var required: [OAIArgument] {
        switch self {
        case .identify, .listMetadataFormats, .listSets: []
        case .listIdentifiers, .listRecords: [.metadataPrefix]
        case .getRecord: [.identifier, .metadataPrefix]
        }
    }

    fileprivate var allowed: [OAIArgument] {
        switch self {
        case .identify: []
        case .listMetadataFormats: [.identifier]
        case .listSets: [.resumptionToken]
        case .listIdentifiers, .listRecords: [.metadataPrefix, .from, .until, .set, .resumptionToken]
        case .getRecord: [.identifier, .metadataPrefix]
        }
    }
}

enum OAIArgument: String, CaseIterable, Sendable {
    case identifier, metadataPrefix, from, until, set, resumptionToken
}

/// A request that makes sense: it has what its verb needs, nothing else, nothing twice, all well written.
struct OAIRequest: Hashable, Sendable {
    let verb: OAIVerb
    let from: OAIDate?
    let until: OAIDate?
    private let arguments: [OAIArgument: String]

    subscript(argument: OAIArgument) -> String? { arguments[argument] }

    init(_ items: [(name: String, value: String)]) throws(OAIFault) {
        verb = try Self.verb(in: items)
        var arguments: [OAIArgument: String] = [:]
        for (name, value) in items where name != "verb" {
            guard let argument = OAIArgument(rawValue: name), verb.allowed.contains(argument) else {
                throw OAIFault(.badArgument, "\(verb.rawValue) takes no argument ‘\(name.prefix(60))’: leave it out")
            }
            guard arguments.updateValue(value, forKey: argument) == nil else {
                throw OAIFault(.badArgument, "‘\(name)’ is given more than once: give it once")
            }
        }
        guard arguments[.resumptionToken] == nil || arguments.count == 1 else {
            throw OAIFault(
                .badArgument,
                "resumptionToken goes with nothing but the verb: it holds what the list was asked for with")
        }
        for argument in verb.required where arguments[argument] == nil && arguments[.resumptionToken] == nil {
            throw OAIFault(.badArgument, "\(verb.rawValue) needs ‘\(argument.rawValue)’")
        }
        from = try Self.date(.from, in: arguments)
        until = try Self.date(.until, in: arguments)
        if let from, let until {
            guard from.isWholeDay == until.isWholeDay else {
                throw OAIFault(.badArgument, "from and until must be equally exact: both days, or both to the second")
            }
            guard from.first <= until.first else { throw OAIFault(.badArgument, "from is later than until") }
        }
        self.arguments = arguments
        try checkNames()
    }

    private static func verb(in items: [(name: String, value: String)]) throws(OAIFault) -> OAIVerb {
        let known = "one of " + OAIVerb.allCases.map(\.rawValue).joined(separator: ", ")
        let verbs = items.filter { $0.name == "verb" }
        guard let name = verbs.first?.value else { throw OAIFault(.badVerb, "verb is missing: give \(known)") }
        guard verbs.count == 1 else { throw OAIFault(.badVerb, "verb is given more than once: give it once") }
        guard let verb = OAIVerb(rawValue: name) else {
            throw OAIFault(.badVerb, "there is no verb ‘\(name.prefix(60))’: give \(known)")
        }
        return verb
    }

    private static func date(
        _ argument: OAIArgument, in arguments: [OAIArgument: String]
    ) throws(OAIFault) -> OAIDate? {
        guard let text = arguments[argument] else { return nil }
        guard let date = OAIDate(text) else {
            throw OAIFault(
                .badArgument,
                "\(argument.rawValue) must be a day (2026-11-27) or a moment in UTC (2026-11-27T10:00:00Z)")
        }
        return date
    }

    /// Names of formats and sets are made of few letters; others may not even stand in the answer.
    private func checkNames() throws(OAIFault) {
        if let prefix = self[.metadataPrefix], prefix.isEmpty || !prefix.utf8.allSatisfy(Self.isPlain) {
            throw OAIFault(.badArgument, "metadataPrefix can't be the name of a format: ask ListMetadataFormats")
        }
        if let set = self[.set] {
            let steps = set.split(separator: ":", omittingEmptySubsequences: false)
            guard steps.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isPlain) }) else {
                throw OAIFault(.badArgument, "set can't be the name of a set: ask ListSets")
            }
        }
    }

    /// The unreserved characters of RFC 2396.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-_.!~*'()".utf8.contains(byte)
        }
    }
}
