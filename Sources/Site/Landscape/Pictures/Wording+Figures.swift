import Catalogue
import Foundation

extension Wording {
    /// A number in groups of three digits from 10 000 on: `12 345`, in English `12,345`.
    func number(_ value: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "−" : "") + (digits.count > 4 ? grouped(digits) : digits)
    }

    /// `1,25`, in English `1.25`; `digits`: how many after the sign, 0 to 6. What is no number is a dash.
    /// Without groups: as a spreadsheet reads it, with its own minus.
    func decimal(_ value: Double, digits: Int, isGrouped: Bool = true) -> String {
        guard value.isFinite else { return "–" }
        let parts = String(format: "%.\(min(max(digits, 0), 6))f", abs(value)).split(separator: ".").map(String.init)
        let whole = isGrouped && parts[0].count > 4 ? grouped(parts[0]) : parts[0]
        let isNought = parts.allSatisfy { $0.allSatisfy { $0 == "0" } }
        let sign = value < 0 && !isNought ? (isGrouped ? "−" : "-") : ""
        return sign + ([whole] + parts.dropFirst()).joined(separator: language == .en ? "." : ",")
    }

    /// The space between groups doesn't break: it is the narrow one.
    private func grouped(_ digits: String) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while !rest.isEmpty {
            groups.insert(rest.suffix(3), at: 0)
            rest = rest.dropLast(3)
        }
        return groups.joined(separator: language == .en ? "," : "\u{202F}")
    }
}
