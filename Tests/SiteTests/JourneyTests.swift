import Catalogue
import Foundation
import Testing
import Yams

@testable import Site

/// Who comes with what, when, in which language, and whom they see first (Tests/Journeys/journeys.yaml).
@Suite struct JourneyTests {
    struct Journey: Decodable, Sendable, CustomTestStringConvertible {
        let language: Language
        let who: String
        let at: String
        let words: String?
        let path: [String]?
        let first: String

        var testDescription: String { "\(language) \(who) \(at): \(words ?? path?.joined(separator: " › ") ?? "")" }
    }

    static let journeys: [Journey] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Journeys/journeys.yaml")
        // Without the table no test means anything, so the run may as well end here.
        do { return try YAMLDecoder().decode([Journey].self, from: Data(contentsOf: file)) } catch {
            fatalError("\(error)")
        }
    }()

    @Test func theTableIsLongAndWide() {
        #expect(Self.journeys.count >= 80)
        for language in Language.allCases {
            #expect(Self.journeys.count { $0.language == language } >= 8, "\(language)")
        }
        for who in ["child", "teenager", "parent", "teacher", "professional", "adult", "grandparent"] {
            #expect(Self.journeys.contains { $0.who == who }, "\(who)")
        }
        let guides = Set(Self.journeys.compactMap { $0.path?.first { $0 != "kids" } })
        let all = TestSite.shipped.snapshot.catalogue.records.filter { $0.kind == .guide }.map(\.id.description)
        #expect(guides.count >= 24, "without a journey: \(Set(all).subtracting(guides).sorted())")
    }

    @Test(arguments: journeys)
    func leadsToTheRightOneFirst(_ journey: Journey) async throws {
        let site = try TestSite(TestSite.shipped.snapshot, clock: Self.moment(journey.at))
        let page =
            if let words = journey.words {
                try await site.get(Address.search(SearchRequest(text: words)).print(in: journey.language)).body
            } else {
                try await follow(journey.path ?? [], on: site, language: journey.language)
            }
        #expect(Self.firstChannel(in: page, from: journey.words == nil ? "talk" : "people") == journey.first)
    }

    /// Clicks through: every page has to have the link to the next, and the end is at most the third screen.
    private func follow(_ path: [String], on site: TestSite, language: Language) async throws -> String {
        let isForKids = path.first == "kids"
        var address = isForKids ? "/\(language)/kids" : "/\(language)/help"
        var screens = 1
        var page = try await site.get(address).body
        for step in isForKids ? Array(path.dropFirst()) : path {
            address += "/\(step)"
            #expect(try Markup(page).localLinks.contains(address), "\(address)")
            page = try await site.get(address).body
            screens += 1
        }
        #expect(screens <= HelpTree.mostScreens)
        return page
    }

    /// The first channel that a section leads to.
    static func firstChannel(in page: String, from section: String) -> String? {
        guard let start = page.range(of: "id=\"\(section)\""),
            let match = page[start.upperBound...].firstMatch(of: #/\/channels\/([a-z0-9-]+)"/#)
        else { return nil }
        return String(match.1)
    }

    static func moment(_ text: String) throws -> Date {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "Europe/Brussels")
        formatter.dateFormat = "yyyy-MM-dd'T'HH:mm"
        return try #require(formatter.date(from: text), "\(text)")
    }
}
