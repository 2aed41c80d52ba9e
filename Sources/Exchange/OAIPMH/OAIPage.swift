import Catalogue

/// A record with the dates of it.
struct OAIItem: Sendable {
    let change: ChangeLog.Change
    let record: Record

    var isDeleted: Bool { !record.isShown }
}

/// A part of a list.
struct OAIPage: Sendable {
    let items: [OAIItem]
    let format: OAIFormat
    /// Nil where the list is whole.
    let mark: Mark?

    /// What is said at the end of a part.
    struct Mark: Sendable {
        /// Nil at the end of the last part.
        let token: OAIToken?
        /// How long the whole list is.
        let size: Int
        /// How many records were sent before this part.
        let cursor: Int
    }

    init(items: [OAIItem], format: OAIFormat, mark: Mark?) {
        self.items = items
        self.format = format
        self.mark = mark
    }

    /// - Parameter items: one more than a part has, if there are more.
    init(_ items: [OAIItem], of selection: OAISelection, cursor: Int, size: Int) {
        let part = Array(items.prefix(OAIRepository.pageLength))
        let sent = cursor + part.count
        let hasMore = items.count > part.count
        // What was published since makes the list longer.
        let size = max(size, hasMore ? sent + 1 : sent)
        let token = part.last.flatMap { last in
            hasMore
                ? OAIToken(selection: selection, revision: last.change.revision, cursor: sent, size: size) : nil
        }
        self.init(items: part, format: selection.format, mark: Mark(token: token, size: size, cursor: cursor))
    }
}
