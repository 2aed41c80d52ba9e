/// Ways to reach a channel or an organisation.
package struct Contact: Hashable, Codable, Sendable {
    package var phones: [Phone] = []
    package var emails: [Email] = []
    package var chat: WebAddress?
    package var form: WebAddress?
    package var address: String?
    /// What an editor should know about the address, in English.
    package var addressRemark: String?
    package var hours: Hours?

    package init() {}

    package var isEmpty: Bool { self == Contact() }

    package struct Phone: Hashable, Codable, Sendable {
        package var number: PhoneNumber
        /// What a caller should know: "from abroad", "Liège centre".
        package var note: LocalisedText?
        /// What an editor should know: the age or the doubt of this value, in English.
        package var remark: String?

        package init(number: PhoneNumber, note: LocalisedText? = nil, remark: String? = nil) {
            self.number = number
            self.note = note
            self.remark = remark
        }
    }

    package struct Email: Hashable, Codable, Sendable {
        package var address: String
        package var note: LocalisedText?
        package var remark: String?

        /// Nil unless `address` has one `@` with a plain name before it and a host with a dot after it.
        package init?(address: String, note: LocalisedText? = nil, remark: String? = nil) {
            let parts = address.split(separator: "@", omittingEmptySubsequences: false)
            let plain: (Substring) -> Bool = { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._+-".contains($0)) }
            }
            guard parts.count == 2, parts.allSatisfy(plain), parts[1].contains("."), parts[1].first != ".",
                parts[1].last != "."
            else { return nil }
            self.address = address
            self.note = note
            self.remark = remark
        }
    }
}
