/// Something of the workspace that is kept under a name of its own: an account, a draft, a meeting.
///
/// What readers see never comes from here: that is the business of revisions.
package protocol Item: Codable, Sendable, Identifiable where ID == String {
    static var shelf: Shelf { get }
    /// What it is also looked up by, together with others that have the same: the address of an account, the record of a
    /// draft.
    var key: String? { get }
}

extension Item {
    package var key: String? { nil }
}

/// Where items of one kind stand. The raw value is kept: never change one.
package enum Shelf: String, CaseIterable, Sendable {
    case account, session, invitation, token
    case draft, save
    case suggestion, claim, follow, feed, digest
    case reminder, escalation, letter
    case link, distinct
    /// Other sites that records are fetched from, and what each brought.
    case source, harvested
    case importing, table, mapping
    case application, contact, project, meeting
    /// Who wants to take part in a lab, and what groups do in a campaign.
    case registration, signUp = "sign-up"
    /// What the site did by itself, and when it did so last.
    case duty
    /// How often help guides were walked.
    case walks
    /// The last backup that was proved.
    case backup
    /// Keys that all programs of a site share.
    case secret
}

/// An item as it was read, with the count of its changes.
package struct Kept<Value: Item>: Sendable {
    package var value: Value
    /// From 1; ``Work/put(_:over:)`` wants it back, so that nobody writes over what somebody else wrote meanwhile.
    package let version: Int

    package init(_ value: Value, version: Int) {
        self.value = value
        self.version = version
    }
}
