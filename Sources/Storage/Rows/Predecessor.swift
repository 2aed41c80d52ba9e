import Editorial

extension Work.Predecessor {
    /// Whether it is the revision with this number; nil: nothing is published.
    func `is`(_ published: Int?) -> Bool {
        switch self {
        case .nothing: published == nil
        case .revision(let number): published == number
        case .anything: true
        }
    }
}
