import Catalogue
import Foundation
import Testing

@testable import Exchange

/// Good documents with a few bytes changed at random: whatever comes out, the program goes on.
@Suite(.timeLimit(.minutes(5))) struct MutatedSourceTests {
    /// The same on every machine (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let splinters: [[UInt8]] =
        [
            "<", ">", "\"", "&", "{", "}", "[", "]", ":", ";", ",", "\\", "\n", "\r\n ", "]]>", "<![CDATA[", "<!--",
            "&#0;", "&#xD800;",
            "null", "-1", "1e999", "99999999999999999999", "<a>", "</record>", "\u{202E}", "\u{0}", "END:VEVENT\n", "é",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE]]

    private static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &dice) {
            guard !bytes.isEmpty else { break }
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            let end = min(bytes.count, place + Int.random(in: 0...40, using: &dice))
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &dice))
            case 3: bytes.insert(contentsOf: splinters.randomElement(using: &dice) ?? [], at: place)
            case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            default: bytes.removeLast(Int.random(in: 0...min(bytes.count, 200), using: &dice))
            }
        }
        return bytes
    }

    /// What holds of every page that is read, whatever it was read from.
    private static func check(_ page: IncomingPage, _ bytes: [UInt8]) {
        let source = String(decoding: bytes, as: UTF8.self)
        #expect(Set(page.items.map(\.key)).count == page.items.count, "\(source)")
        for item in page.items {
            guard let record = item.record else { continue }
            #expect(!item.key.isEmpty && !record.title.languages.isEmpty, "\(source)")
            #expect(record.unsoundPart == nil, "\(source)")
            for text in Language.allCases.flatMap({ [record.title[$0], record.summary[$0]] }).compactMap({ $0 }) {
                #expect(PlainText.visible(text) == text, "\(source)")
            }
        }
        if let next = page.next { #expect(SourceAddress(next)?.host == "source.example:", "\(source)") }
    }

    @Test(arguments: GoodSource.all.indices)
    func twoThousandOfEachHarmNothing(_ place: Int) throws {
        let (format, text) = GoodSource.all[place]
        let reader = try IncomingShop().reader(format)
        var dice = Dice(state: UInt64(place + 1))
        let good = Array(text.utf8)
        var read = 0
        for _ in 0..<2_000 {
            let bytes = Self.mutated(good, &dice)
            do {
                let page = try reader.read(Data(bytes), mediaType: nil, from: "https://source.example/services?page=1")
                read += 1
                Self.check(page, bytes)
            } catch is IncomingFault {}
        }
        // Some must get through, or nothing was tried.
        #expect(read > 20)
    }
}
