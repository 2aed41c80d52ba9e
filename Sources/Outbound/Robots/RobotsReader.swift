extension Robots {
    /// Reads a `robots.txt`; never fails: what can't be read says nothing (RFC 9309, section 2.2).
    package init(reading file: some Collection<UInt8>) {
        var reader = RobotsReader()
        for line in Self.lines(of: file) { reader.take(line) }
        self = reader.result
    }

    /// Lines end with CR, LF or both. One that the limit cuts is left out: half a rule says something else.
    private static func lines(of file: some Collection<UInt8>) -> [Substring] {
        let isCut = file.count > longest
        var bytes = Array(file.prefix(longest))
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        return isCut ? Array(lines.dropLast()) : lines
    }
}

/// Gathers what the groups of a `robots.txt` say to us.
private struct RobotsReader {
    private struct Group {
        var rules: [Robots.Rule] = []
        var delay: Double?
    }

    /// What stands under our name, and what stands under `*` for all who aren't named.
    private var ours: Group?
    private var others = Group()
    /// Whom the lines that follow are for.
    private var isForUs = false
    private var isForOthers = false
    /// A rule ends the list of names at the head of a group.
    private var isAtHead = false

    var result: Robots {
        let group = ours ?? others
        return Robots(rules: group.rules, delay: group.delay)
    }

    mutating func take(_ line: Substring) {
        let line = line.prefix { $0 != "#" }
        guard let colon = line.firstIndex(of: ":") else { return }
        let value = line[line.index(after: colon)...].trimmed
        switch line[..<colon].trimmed.lowercased() {
        case "user-agent": begin(value)
        case "allow": add(value, allows: true)
        case "disallow": add(value, allows: false)
        case "crawl-delay": wait(value)
        // Other lines, such as `Sitemap`, belong to no group and end none.
        default: break
        }
    }

    private mutating func begin(_ agent: Substring) {
        if !isAtHead { (isForUs, isForOthers) = (false, false) }
        isAtHead = true
        // Whoever writes `Betternet/1` means us too.
        let name = agent.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
        if agent == "*" {
            isForOthers = true
        } else if name.lowercased() == Robots.name.lowercased() {
            isForUs = true
            if ours == nil { ours = Group() }
        }
    }

    private mutating func add(_ path: Substring, allows: Bool) {
        isAtHead = false
        guard path.utf8.count <= Robots.longestPattern, let pattern = RobotsPattern(path) else { return }
        let rule = Robots.Rule(allows: allows, pattern: pattern)
        if isForUs { ours?.rules.append(rule) }
        if isForOthers { others.rules.append(rule) }
    }

    private mutating func wait(_ text: Substring) {
        guard let seconds = Double(text), seconds.isFinite, seconds >= 0 else { return }
        if isForUs { ours?.delay = seconds }
        if isForOthers { others.delay = seconds }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        return start[..<(start.lastIndex { $0 != " " && $0 != "\t" }.map(start.index(after:)) ?? start.startIndex)]
    }
}
