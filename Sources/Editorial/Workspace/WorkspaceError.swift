import Catalogue

/// Why something in the workspace was not done. Nothing of it was.
package enum WorkspaceError: Error, Hashable, Sendable {
    case notAllowed(Action)
    /// It is not there (any more), or it is none of the actor's business: both look the same.
    case notFound
    /// Somebody was faster; look again.
    case changedMeanwhile
    /// It is not in the state in which that can be done.
    case notNow
    /// Too many passwords are being tried; in a moment it will do.
    case busy
    /// What was sent makes no sense: no form of ours sends it.
    case faulty
}
