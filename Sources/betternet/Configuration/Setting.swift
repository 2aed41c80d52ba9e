import Configuration

/// One thing that whoever runs the shop may set: by a flag, in the environment, or in the configuration file.
struct Setting: Hashable, Sendable {
    /// What may stand there.
    enum Kind: Hashable, Sendable {
        /// Words, and what they are: `folder`.
        case text(String)
        /// Words that nobody else may read.
        case secret(String)
        case number(ClosedRange<Int>)
        case yesNo
        case choice([String])
        /// Several words, and what each is.
        case list(String)
    }

    /// As it stands in the file: `mail-from`.
    let name: String
    let kind: Kind
    /// What holds where nobody says anything.
    let usual: String
    let meaning: String

    static let variablePrefix = "BETTERNET_"

    /// `--mail-from`
    var flag: String { "--" + name }
    /// `BETTERNET_MAIL_FROM`
    var variable: String { Self.variablePrefix + name.uppercased().replacing("-", with: "_") }
}

extension Setting.Kind {
    /// What may stand there, in words that fit behind “it is”.
    var rule: String {
        switch self {
        case .text(let what), .secret(let what): what
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .yesNo: "true or false"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .list(let what): "a list; each \(what)"
        }
    }

    var isSecret: Bool {
        if case .secret = self { true } else { false }
    }

    /// As what the library of configuration hands it out.
    var type: ConfigType {
        switch self {
        case .text, .secret, .choice: .string
        case .number: .int
        case .yesNo: .bool
        case .list: .stringArray
        }
    }

    func allows(_ content: ConfigContent) -> Bool {
        switch (self, content) {
        case (.number(let range), .int(let number)): range.contains(number)
        case (.choice(let words), .string(let word)): words.contains(word)
        case (.text, .string(let text)), (.secret, .string(let text)): !text.isEmpty
        case (.list, .stringArray(let texts)): !texts.contains("")
        case (.yesNo, .bool): true
        default: false
        }
    }
}

extension ConfigContent {
    /// As people write it.
    var shown: String {
        switch self {
        case .string(let text): text
        case .int(let number): "\(number)"
        case .bool(let isOn): "\(isOn)"
        case .stringArray(let texts): texts.joined(separator: ", ")
        default: "…"
        }
    }
}
