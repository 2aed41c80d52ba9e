import Catalogue
import Foundation

extension Date {
    /// A moment as it is kept: `2026-11-27T12:00:00Z`. By hand, because a catalogue has two for each record and the
    /// strategies of Foundation take many times longer; other forms of ISO 8601 are left to those.
    init?(stamp: String) {
        let letters = Array(stamp.utf8)
        let isUsual =
            letters.count == 20
            && letters.indices.allSatisfy { place in
                switch place {
                case 4, 7: letters[place] == UInt8(ascii: "-")
                case 10: letters[place] == UInt8(ascii: "T")
                case 13, 16: letters[place] == UInt8(ascii: ":")
                case 19: letters[place] == UInt8(ascii: "Z")
                default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letters[place])
                }
            }
        func number(_ places: Range<Int>) -> Int {
            letters[places].reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
        }
        guard isUsual, (1...12).contains(number(5..<7)), (1...28).contains(number(8..<10)), number(11..<13) < 24,
            number(14..<16) < 60, number(17..<19) < 60
        else {
            guard let date = try? Date(stamp, strategy: .iso8601) else { return nil }
            self = date
            return
        }
        let day = CivilDay(year: number(0..<4), month: number(5..<7), day: number(8..<10)).daysSinceEpoch
        let seconds = (number(11..<13) * 60 + number(14..<16)) * 60 + number(17..<19)
        self.init(timeIntervalSince1970: Double(day * 86_400 + seconds))
    }
}
