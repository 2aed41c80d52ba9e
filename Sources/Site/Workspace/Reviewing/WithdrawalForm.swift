import Catalogue
import Editorial
import Foundation

/// What somebody says who takes an entry out of the shop.
struct WithdrawalForm: Sendable {
    /// At most this many characters of why.
    static let longestWhy = 1_000

    private(set) var why = ""
    /// As it was typed: an id, a title or an address.
    private(set) var successor = ""
    private(set) var isConfirmed = false

    init() {}

    init(_ fields: QueryItems) {
        why = (fields.first("why") ?? "").tidied
        successor = (fields.first("successor") ?? "").tidied
        isConfirmed = fields.first("confirm") == "yes"
    }

    enum Fault: Hashable, Sendable {
        case noWhy, tooLong, notConfirmed, sameRecord
        case unknown(String)
        case several([RecordID])

        /// The field beside which it is said.
        var field: String {
            switch self {
            case .noWhy, .tooLong: "why"
            case .notConfirmed: "confirm"
            case .sameRecord, .unknown, .several: "successor"
            }
        }

        func words(in context: PageContext) -> String {
            switch self {
            case .noWhy: context.texts(.withdrawFaultWhy)
            case .tooLong: context.texts(.reviewFaultLong, "\(WithdrawalForm.longestWhy)")
            case .notConfirmed: context.texts(.withdrawFaultConfirm)
            case .sameRecord: context.texts(.withdrawFaultSame)
            case .unknown(let text): context.texts(.withdrawFaultNone, text)
            case .several(let ids):
                context.texts(.withdrawFaultSeveral, ids.map(\.description).joined(separator: ", "))
            }
        }
    }

    func faults(of id: RecordID, in catalogue: Catalogue) -> [Fault] {
        var faults: [Fault] = []
        if why.isEmpty { faults.append(.noWhy) }
        if why.count > Self.longestWhy { faults.append(.tooLong) }
        if !successor.isEmpty {
            let found = catalogue.records(called: successor)
            switch found.count {
            case 0: faults.append(.unknown(successor))
            case 1: if found.first == id { faults.append(.sameRecord) }
            default: faults.append(.several(found))
            }
        }
        if !isConfirmed { faults.append(.notConfirmed) }
        return faults
    }

    func successor(in catalogue: Catalogue) -> RecordID? { catalogue.records(called: successor).first }
}

extension Catalogue {
    /// The records that somebody means who writes an id, the address of a page, or a title in any language.
    func records(called text: String) -> [RecordID] {
        let end = text.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last.map(String.init) ?? text
        if let id = RecordID(end), self[id] != nil { return [id] }
        let wanted = Self.compared(text)
        guard !wanted.isEmpty else { return [] }
        return records.filter { record in
            Language.allCases.contains { language in record.title[language].map(Self.compared) == wanted }
        }.map(\.id)
    }

    /// Whether letters are large or carry accents makes no difference.
    private static func compared(_ title: String) -> String {
        title.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
