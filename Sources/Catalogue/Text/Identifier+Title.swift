import Foundation

extension Identifier {
    /// The name that follows from a title: `Première fois en ligne!` becomes `premiere-fois-en-ligne`. At most 60
    /// characters; nil where nothing of the title can stand in an address.
    package init?(title: String) {
        let plain = title.applyingTransform(.toLatin, reverse: false) ?? title
        let folded = plain.folding(
            options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en")
        )
        .lowercased().replacing("ß", with: "ss").replacing("œ", with: "oe").replacing("æ", with: "ae")
        let words = folded.replacing("'", with: "-").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var name = ""
        for word in words {
            let next = name.isEmpty ? String(word) : name + "-" + word
            if next.count > 60 { break }
            name = next
        }
        self.init(name.isEmpty ? String((words.first ?? "").prefix(60)) : name)
    }

    /// The same name, or with the first number behind it that nobody has yet.
    package func made(unique isTaken: (Identifier) -> Bool) -> Identifier {
        guard isTaken(self) else { return self }
        for number in 2... {
            if let next = Identifier("\(description.prefix(90))-\(number)"), !isTaken(next) { return next }
        }
        return self
    }
}
