import Catalogue
import Editorial

/// What a reviewer found of each criterion, and decided.
struct ReviewForm: Sendable {
    enum Choice: String, CaseIterable, Sendable {
        case publish, `return`, decline

        var label: TextKey {
            switch self {
            case .publish: .reviewPublish
            case .return: .reviewReturn
            case .decline: .reviewDecline
            }
        }
    }

    private(set) var met: [Criterion: Bool] = [:]
    private(set) var grounds: [Criterion: String] = [:]
    private(set) var choice: Choice?
    private(set) var reasons = ""

    init() {}

    init(_ fields: QueryItems) {
        for criterion in Criterion.allCases {
            met[criterion] = fields.first(Self.met(criterion)).flatMap { ["yes": true, "no": false][$0] }
            grounds[criterion] = (fields.first(Self.ground(criterion)) ?? "").tidied
        }
        choice = fields.first("decision").flatMap(Choice.init)
        reasons = (fields.first("reasons") ?? "").tidied
    }

    static func met(_ criterion: Criterion) -> String { "met-\(criterion.rawValue)" }
    static func ground(_ criterion: Criterion) -> String { "ground-\(criterion.rawValue)" }

    /// Nil while something is wrong or missing.
    var decision: Workspace.Decision? {
        guard let choice, faults(mayBePublished: true).isEmpty else { return nil }
        let review = Review(
            findings: Criterion.allCases.compactMap { criterion in
                met[criterion].map { Review.Finding(criterion: criterion, isMet: $0, ground: ground(criterion)) }
            })
        switch choice {
        case .publish: return .publish(review)
        case .return: return .return(review, reasons: reasons)
        case .decline: return .decline(review, reasons: reasons)
        }
    }

    func ground(_ criterion: Criterion) -> String { grounds[criterion] ?? "" }

    // MARK: Faults

    struct Fault: Hashable, Sendable {
        enum Reason: Hashable, Sendable {
            case noAnswer, noGround, notMet
            case noDecision, noReasons, cannotBePublished, tooLong
        }

        let field: String
        let reason: Reason
        var criterion: Criterion?

        func words(in context: PageContext) -> String {
            let name = criterion.map { context.texts($0.label) } ?? ""
            switch reason {
            case .noAnswer: return context.texts(.reviewFaultMet, name)
            case .noGround: return context.texts(.reviewFaultGround, name)
            case .notMet: return context.texts(.reviewFaultNotMet, name)
            case .noDecision: return context.texts(.reviewFaultDecision)
            case .noReasons: return context.texts(.reviewFaultReasons)
            case .cannotBePublished: return context.texts(.reviewFaultCannot)
            case .tooLong: return context.texts(.reviewFaultLong, "\(Review.longestGround)")
            }
        }
    }

    /// Publishing wants every criterion met, with a ground for each. Anything else wants reasons, and a ground for every
    /// criterion that was answered.
    func faults(mayBePublished: Bool) -> [Fault] {
        var faults = Criterion.allCases.flatMap(faults)
        if choice == nil { faults.append(Fault(field: "decision", reason: .noDecision)) }
        if choice == .publish, !mayBePublished { faults.append(Fault(field: "decision", reason: .cannotBePublished)) }
        if choice == .return || choice == .decline, reasons.isEmpty {
            faults.append(Fault(field: "reasons", reason: .noReasons))
        }
        if reasons.count > Review.longestGround { faults.append(Fault(field: "reasons", reason: .tooLong)) }
        return faults
    }

    private func faults(of criterion: Criterion) -> [Fault] {
        func fault(_ field: String, _ reason: Fault.Reason) -> Fault {
            Fault(field: field, reason: reason, criterion: criterion)
        }
        var faults: [Fault] = []
        switch met[criterion] {
        case nil:
            if choice == .publish || !ground(criterion).isEmpty { faults.append(fault(Self.met(criterion), .noAnswer)) }
        case false? where choice == .publish: faults.append(fault(Self.met(criterion), .notMet))
        default: break
        }
        if met[criterion] != nil, ground(criterion).isEmpty {
            faults.append(fault(Self.ground(criterion), .noGround))
        }
        if ground(criterion).count > Review.longestGround { faults.append(fault(Self.ground(criterion), .tooLong)) }
        return faults
    }
}

extension Criterion {
    var label: TextKey {
        switch self {
        case .mission: .criterionMission
        case .facts: .criterionFacts
        case .audience: .criterionAudience
        case .independence: .criterionIndependence
        case .safety: .criterionSafety
        case .texts: .criterionTexts
        }
    }

    /// One sentence: what it asks.
    var explanation: TextKey {
        switch self {
        case .mission: .criterionMissionText
        case .facts: .criterionFactsText
        case .audience: .criterionAudienceText
        case .independence: .criterionIndependenceText
        case .safety: .criterionSafetyText
        case .texts: .criterionTextsText
        }
    }
}
