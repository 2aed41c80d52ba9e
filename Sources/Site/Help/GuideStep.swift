import Catalogue
import HTTPTypes
import Hummingbird

/// A page of a help guide that somebody opened, as far as it is counted: a first page, or an end.
struct GuideStep: Hashable, Sendable {
    let guide: RecordID
    let language: Language
    let begins: Bool
    let ends: Bool

    /// Nil unless the path leads to the first page or to an end of a guide, or to the one page that children get of it,
    /// which is both.
    init?(path: String, in catalogue: Catalogue) {
        let steps = path.split(separator: "/")
        guard (3...4).contains(steps.count), let edition = Edition(steps[0]), let id = RecordID(steps[2]),
            let tree = catalogue[id]?.guide
        else { return nil }
        guide = id
        language = edition.language
        switch (steps[1], steps.count) {
        case ("kids", 3):
            guard tree.childDoor != nil else { return nil }
            (begins, ends) = (true, true)
        case ("help", 3):
            (begins, ends) = (true, tree.ends.contains { $0.id == tree.start })
        case ("help", 4):
            guard let node = Identifier(steps[3]), tree.ends.contains(where: { $0.id == node }) else { return nil }
            (begins, ends) = (false, true)
        default: return nil
        }
    }

    /// Whether an address may be one of a page of a guide. Every request is asked this, so it looks at a few bytes only.
    static func mayBeStep(_ address: String) -> Bool {
        var bytes = address.utf8.dropFirst()
        // Past the edition: `nl`, or `nl-simple`.
        guard let end = bytes.firstIndex(of: UInt8(ascii: "/")), bytes.distance(from: bytes.startIndex, to: end) < 12
        else { return false }
        bytes = bytes[end...]
        return bytes.starts(with: "/help/".utf8) || bytes.starts(with: "/kids/".utf8)
    }
}

extension Request {
    /// Whether it may be for a page of a guide.
    var mayBeGuideStep: Bool { GuideStep.mayBeStep(uri.path) }

    /// Whether it is a program that looks for pages, as far as it says so.
    var isOfRobot: Bool {
        guard let name = headers[.userAgent]?.lowercased() else { return false }
        return ["bot", "crawl", "spider"].contains { name.contains($0) }
    }
}
