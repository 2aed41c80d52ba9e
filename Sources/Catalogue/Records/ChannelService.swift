/// What a person wants to know of a channel before getting in touch.
package struct ChannelService: Hashable, Codable, Sendable {
    /// Whether one may stay anonymous; nil where no source says so.
    package var isAnonymous: Bool?
    /// What happens when one calls, chats, writes or sends the form.
    package var contact: LocalisedText
    package var can: LocalisedList
    package var cannot: LocalisedList

    package init(
        isAnonymous: Bool? = nil, contact: LocalisedText = LocalisedText(), can: LocalisedList = LocalisedList(),
        cannot: LocalisedList = LocalisedList()
    ) {
        self.isAnonymous = isAnonymous
        self.contact = contact
        self.can = can
        self.cannot = cannot
    }
}
