import Editorial

extension FieldFault.Reason {
    func words(_ texts: Texts) -> String {
        switch self {
        case .missing: texts(.joinFaultMissing)
        case .tooLong(let most): texts(.joinFaultLong, "\(most)")
        case .tooMany(let most): texts(.consortiumFaultMany, "\(most)")
        case .webAddress: texts(.joinFaultWebsite)
        case .email: texts(.joinFaultEmail)
        case .phone: texts(.consortiumFaultPhone)
        case .time: texts(.consortiumFaultTime)
        case .unreachable: texts(.consortiumFaultReach)
        case .endsBeforeBegins: texts(.consortiumFaultUntil)
        }
    }
}

extension FormFaults {
    init(_ faults: [FieldFault], _ texts: Texts) {
        self.init()
        for fault in faults { add(fault.field, fault.reason.words(texts)) }
    }

    /// For the top of a form, where each needs the name of its field.
    func named(_ name: (String) -> String?) -> [(field: String, words: String)] {
        all.map { fault in
            (fault.field, [name(fault.field), fault.words].compactMap { $0 }.joined(separator: " – "))
        }
    }
}
