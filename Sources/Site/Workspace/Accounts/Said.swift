import HTML

/// What was done, as the next page says it: a closed list, so that no address makes the site say something else.
enum Said: String, Sendable {
    case passwordSet = "password-set"
    case signedOut = "signed-out"
    case codesUsedUp = "codes-used-up"
    case saved
    case passwordChanged = "password-changed"
    case sessionsEnded = "sessions-ended"
    case invitationSent = "invitation-sent"
    case tokenEnded = "token-ended"

    static let field = "said"

    init?(_ query: QueryItems) {
        guard let said = query.first(Self.field).flatMap(Said.init(rawValue:)) else { return nil }
        self = said
    }

    var item: QueryItem { QueryItem(Self.field, rawValue) }

    var words: TextKey {
        switch self {
        case .passwordSet: .signInPasswordSet
        case .signedOut: .signInSignedOut
        case .codesUsedUp: .signInCodesUsedUp
        case .saved: .accountSaved
        case .passwordChanged: .accountPasswordChanged
        case .sessionsEnded: .accountSessionsEnded
        case .invitationSent: .teamSent
        case .tokenEnded: .tokenEnded
        }
    }
}

struct SaidNote: HTML {
    let said: Said?
    let context: PageContext

    var body: some HTML {
        if let said { p(.class("note"), .role("status")) { context.texts(said.words) } }
    }
}

extension PageContext {
    /// A link to a page of the workspace, with what its address asks for.
    func link(_ address: WorkspaceAddress, asking items: [QueryItem]) -> String {
        let query = QueryItems(items).print()
        let plain = link(.workspace(address))
        return plain.contains("?") && !query.isEmpty ? plain + "&" + query.dropFirst() : plain + query
    }
}
