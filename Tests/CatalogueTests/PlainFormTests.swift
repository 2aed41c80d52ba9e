import Foundation
import Testing

@testable import Catalogue

/// Values that are read in a fast way are those that are read by all rules.
@Suite struct PlainFormTests {
    @Test func whatIsTakenFastIsAnAddressByAllRules() throws {
        let parts = [
            "http://", "https://", "HTTPS://", "www.", "child", "-focus", ".be", ".", "..", "/", "?", "#", "%", "%2",
            "%C3%A9",
            "a=b&c", ":80", "@", "é", "~", "|", " ", "\\", "[", "]", "'", "(x)", "*", "+", ",", ";", "!", "$", "_", "A",
        ]
        var taken = 0
        for _ in 0..<20_000 {
            let text = "https://" + (0..<Int.random(in: 1...7)).compactMap { _ in parts.randomElement() }.joined()
            guard let address = WebAddress(text) else { continue }
            taken += 1
            let components = try #require(URLComponents(string: text), "\(text)")
            let host = try #require(components.host?.lowercased(), "\(text)")
            #expect(address.site == (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host), "\(text)")
            #expect(host.contains(".") && !host.hasPrefix(".") && !host.hasSuffix("."), "\(text)")
            #expect(components.user == nil && components.password == nil, "\(text)")
        }
        #expect(taken > 100)
    }

    @Test func datesAreInOrderAndPrintAsTheyWereRead() throws {
        let texts = [
            "1900", "2023-12-31", "2024", "2024-01", "2024-01-01", "2024-02-29", "2024-11", "2024-11-27", "2100-12-31",
        ]
        let dates = try texts.map { try #require(PartialDate($0)) }
        #expect(dates.map(\.description) == texts)
        #expect(dates.sorted() == dates && dates.shuffled().sorted() == dates)
        for text in [
            "", "24", "2024-", "2024-1", "2024-13", "2024-02-30", "2023-02-29", "2024-00", "2024-01-00", "1899", "2101",
            "２０２４", "2024/01", "2024-01-1x",
        ] {
            #expect(PartialDate(text) == nil, "\(text)")
        }
    }

    @Test func textsAreInTheOrderOfTheirEditions() throws {
        var text = LocalisedText([.en: "en", .nl: "nl"])
        text[Edition(.fr, isSimple: true)] = "simple"
        text[.de] = "de"
        #expect(text.all.map(\.edition.description) == ["nl", "de", "en", "fr-simple"])
        text[.de] = nil
        text[.nl] = "anders"
        #expect(text.all.map(\.text) == ["anders", "en", "simple"])
        #expect(text.text(for: Edition(.fr, isSimple: true))?.text == "simple")
        #expect(text.text(for: .fr)?.text == "en")
        #expect(
            text == LocalisedText([Edition(.fr, isSimple: true): "simple", Edition(.en): "en", Edition(.nl): "anders"]))
        let data = try JSONEncoder().encode(text)
        #expect(try JSONDecoder().decode(LocalisedText.self, from: data) == text)
    }
}
