import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// Help, the door for children, the quick exit, and what becomes of addresses that no longer lead anywhere.
@Suite struct HelpTests {
    private let site = TestSite.shipped
    private var guides: [Record] { site.snapshot.catalogue.records.filter { $0.kind == .guide } }

    // MARK: Guides

    @Test(arguments: Language.allCases)
    func theHelpPageLeadsToEveryGuide(_ language: Language) async throws {
        let links = try Markup(try await site.get("/\(language)/help").body).localLinks
        for guide in guides { #expect(links.contains("/\(language)/help/\(guide.id)"), "\(guide.id)") }
        #expect(links.contains("/\(language)/kids"))
        #expect(links.contains("/\(language)/plan") && links.contains("/\(language)/routes"))
    }

    /// Who says who they are gets only what is for them, straight to the end where there is one.
    @Test(arguments: HelpPage.audiences)
    func forOneAudienceOnly(_ audience: ConceptID) async throws {
        let body = try await site.get("/fr/help?who=\(audience)").body
        let links = try Markup(body).localLinks.filter { $0.hasPrefix("/fr/help/") }
        #expect(!links.isEmpty)
        for guide in guides {
            let ends = guide.guide?.ends.filter { $0.audience == audience } ?? []
            let isLinked = links.contains { $0.hasPrefix("/fr/help/\(guide.id)") }
            #expect(isLinked == !ends.isEmpty, "\(guide.id) for \(audience)")
            if ends.count == 1 { #expect(links.contains("/fr/help/\(guide.id)/\(ends[0].id)")) }
        }
    }

    /// Every end shows somebody to reach, what to do, and what comes next, in every language.
    @Test(arguments: Language.allCases)
    func everyEndHasPeopleAndSteps(_ language: Language) async throws {
        for guide in guides {
            for end in try #require(guide.guide).ends {
                let address: Address =
                    guide.guide?.start == end.id ? .record(.guide, guide.id) : .guide(guide.id, node: end.id)
                let body = try await site.get(address.print(in: language)).body
                let page = try Markup(body)
                #expect(JourneyTests.firstChannel(in: body, from: "talk") != nil, "\(guide.id) \(end.id)")
                let headings = Set(page.elements.compactMap { $0.attributes["id"] })
                #expect(headings.isSuperset(of: ["talk", "first", "next"]), "\(guide.id) \(end.id)")
                // People stand above the steps, and a number can be tapped.
                let talk = try #require(body.range(of: "id=\"talk\"")).lowerBound
                #expect(talk < (try #require(body.range(of: "id=\"first\"")).lowerBound))
                #expect(body[talk...].contains("href=\"tel:"), "\(guide.id) \(end.id)")
                if end.isUrgent { #expect(body.contains("danger-line")) }
            }
        }
    }

    @Test func abuseImagesAreNeverCopied() throws {
        let tree = try #require(RecordID("abuse-images-seen").flatMap { site.snapshot.catalogue[$0]?.guide })
        for end in tree.ends {
            // The competent hotline, and its people.
            let named = Set(end.channels.prefix(5).map(\.description))
            #expect(named.isSuperset(of: ["stopchildporno", "child-focus-116000"]), "\(end.id): \(named)")
            let never = end.never[.en].joined(separator: " ").lowercased()
            #expect(["download", "copy", "stick"].contains { never.contains($0) }, "\(end.id): \(never)")
            #expect(["forward", "pass on", "send"].contains { never.contains($0) }, "\(end.id): \(never)")
            for language in Language.allCases { #expect(end.never[language].count == end.never[.en].count) }
        }
    }

    // MARK: Bad input

    /// The nearest page, with a note: never an error page.
    @Test(arguments: [
        ("/nl/help/nope", "/nl/help"), ("/fr/help/sextortion/nope", "/fr/help/sextortion"),
        ("/de/help/child-focus/x", "/de/help"), ("/en/help?who=robots", "/en/help"),
        ("/nl/help/A%20B", "/nl/help"), ("/nl/help/sextortion/%3Cb%3E", "/nl/help/sextortion"),
        ("/fr/kids/nope", "/fr/kids"), ("/fr/kids/hate-speech", "/fr/kids"), ("/de/routes/nope", "/de/routes"),
        ("/en/plan.ics", "/en/plan"),
    ])
    func whatIsGoneLeadsToTheNearest(_ asked: String, _ nearest: String) async throws {
        let answer = try await site.get(asked)
        #expect(answer.status == .found, "\(asked)")
        let location = try #require(answer.headers[.location])
        #expect(location == nearest + "?nearest=1")
        let page = try await site.get(location)
        #expect(page.status == .ok)
        let language = try #require(Edition(path: asked)?.language)
        #expect(page.body.contains(Texts.of(language)(.nearestNote)))
        #expect(page.body.contains("noindex"))
    }

    @Test func theStartOfAGuideHasOneAddress() async throws {
        #expect(try await site.get("/nl/help/sextortion/who").headers[.location] == "/nl/help/sextortion")
        #expect(try await site.get("/nl/guides/sextortion").status == .notFound)
        #expect(try await site.get("/nl/records/sextortion").headers[.location] == "/nl/help/sextortion")
        #expect(try await site.get("/nl/guides").headers[.location] == "/nl/help")
    }

    // MARK: Quick exit

    @Test(arguments: [
        "help", "help/sextortion", "help/sextortion/teenager", "kids", "kids/play", "kids/bullied-online",
    ])
    func canBeLeftAtOnce(_ path: String) async throws {
        for language in Language.allCases {
            let page = try Markup(try await site.get("/\(language)/\(path)").body)
            let first = try #require(page.all("a").first)
            #expect(first.attributes["class"] == "exit", "the exit is not the first stop of the keyboard")
            let address = try #require(first.attributes["href"])
            #expect(address.hasPrefix("https://") && !address.contains("betternet"))
            #expect(first.attributes["rel"]?.contains("noreferrer") ?? false)
        }
    }

    @Test func otherPagesHaveNoExitButHelp() async throws {
        for path in ["/nl/", "/fr/themes", "/de/channels/awel-102", "/en/plan", "/nl/routes"] {
            let body = try await site.get(path).body
            #expect(!body.contains("class=\"exit\""), "\(path)")
            #expect(body.contains("class=\"needhelp\"") && body.contains("href=\"tel:116000\""), "\(path)")
        }
    }

    // MARK: Children

    @Test(arguments: Language.allCases)
    func theDoorForChildrenHasNoDeadEnds(_ language: Language) async throws {
        let door = try Markup(try await site.get("/\(language)/kids").body)
        let ways = door.localLinks.filter { $0.hasPrefix("/\(language)/kids/") }
        #expect(ways.count >= 9)
        for way in ways {
            let body = try await site.get(way).body
            let page = try Markup(body)
            #expect(page.localLinks.contains("/\(language)/kids"), "\(way): no way back")
            #expect(body.contains("href=\"tel:"), "\(way): nobody to call")
        }
        // Every door of a guide is there.
        for guide in guides where guide.guide?.childDoor != nil {
            #expect(ways.contains("/\(language)/kids/\(guide.id)"), "\(guide.id)")
        }
    }

    /// Few words: a child's end has at most three things to do.
    @Test func childrenGetFewWords() throws {
        let child = try #require(ConceptID("children"))
        for guide in guides {
            guard let end = guide.guide?.end(for: child) else { continue }
            for language in Language.allCases {
                #expect(end.first[language].count <= 3, "\(guide.id)")
                for text in end.first[language] + end.never[language] {
                    #expect(text.split(separator: " ").count <= 26, "\(guide.id): \(text)")
                }
            }
        }
    }
}
