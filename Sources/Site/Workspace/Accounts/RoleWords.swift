import Editorial

extension Role {
    /// What it is called.
    var name: TextKey {
        switch self {
        case .contributor: .roleShortContributor
        case .editor: .roleShortEditor
        case .coordinator: .roleShortCoordinator
        case .handler: .roleShortHandler
        case .reader: .roleShortReader
        }
    }

    /// What it is called, and what it does.
    var explanation: TextKey {
        switch self {
        case .contributor: .roleContributor
        case .editor: .roleEditor
        case .coordinator: .roleCoordinator
        case .handler: .roleHandler
        case .reader: .roleReader
        }
    }
}
