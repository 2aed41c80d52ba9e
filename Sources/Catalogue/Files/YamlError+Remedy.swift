import Yams

extension YamlError {
    package var line: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }

    package var problem: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _):
            "the field \(keys.map { "‘\($0)’" }.joined(separator: ", ")) stands twice"
        default: "it can't be read"
        }
    }

    package var remedy: String {
        if case .duplicatedKeysInMapping = self { return "keep the field once" }
        return "look at the indents and colons of this line and the one before; put texts with a colon in quotes"
    }
}
