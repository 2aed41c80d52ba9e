import Catalogue
import Foundation
import HTTPTypes
import Testing

@testable import Site

/// What other sites show of the shop in frames, and the page that composes them.
@Suite struct EmbedTests {
    private let site = TestSite.shipped
    private static let frames = ["embed/help", "embed/themes/cyberbullying", "embed/search", "embed/themes/no-such"]

    private static func header(_ name: String, of answer: TestSite.Answer) -> String? {
        HTTPField.Name(name).flatMap { answer.headers[$0] }
    }

    @Test(arguments: frames) func onlyFramesMayStandOnOtherSites(_ path: String) async throws {
        for language in Language.allCases {
            // Twice: the second one comes ready.
            for _ in 0..<2 {
                let answer = try await site.get("/\(language)/\(path)?size=small")
                let policy = try #require(Self.header("Content-Security-Policy", of: answer))
                #expect(policy.contains("frame-ancestors *") && policy.hasPrefix("default-src 'none'"))
                #expect(!policy.contains("script-src") && !policy.contains("unsafe"))
                #expect(Self.header("X-Frame-Options", of: answer) == nil)
                #expect(Self.header("Referrer-Policy", of: answer) == "no-referrer")
                #expect(Self.header("X-Content-Type-Options", of: answer) == "nosniff")
            }
        }
        for path in ["/nl/", "/nl/help", "/nl/open-data", "/nl/open-data/embed", "/nl/embed/nope", "/nl/report"] {
            let answer = try await site.get(path)
            let policy = try #require(Self.header("Content-Security-Policy", of: answer))
            #expect(policy.contains("frame-ancestors 'none'"), "\(path)")
            #expect(Self.header("X-Frame-Options", of: answer) == "DENY", "\(path)")
            #expect(policy.contains("frame-src") == path.hasSuffix("open-data/embed"), "\(path)")
        }
    }

    @Test(arguments: frames) func framesHaveNeitherScriptNorCookieNorAnythingForeign(_ path: String) async throws {
        let answer = try await site.get("/fr/\(path)")
        #expect(answer.headers[.setCookie] == nil)
        let markup = try Markup(answer.body)
        for name in ["script", "img", "iframe", "style", "object"] { #expect(markup.all(name).isEmpty) }
        #expect(markup.all("link").allSatisfy { $0.attributes["href"]?.hasPrefix("/assets/") ?? false })
        #expect(markup.all("main").count == 1 && markup.all("h1").count == 1)
        #expect(!answer.body.contains(" style=") && !answer.body.contains(" onclick"))
    }

    /// A page that opens within the little frame could not be read.
    @Test(arguments: frames) func everyLinkOpensBesideThePage(_ path: String) async throws {
        let markup = try Markup(try await site.get("/de/\(path)").body)
        for link in markup.all("a") where link.attributes["href"]?.hasPrefix("tel:") == false {
            #expect(link.attributes["target"] == "_blank" && link.attributes["rel"] == "noopener")
        }
        for form in markup.all("form") { #expect(form.attributes["target"] == "_blank") }
        for link in markup.localLinks.filter({ !$0.hasPrefix("/assets/") }) {
            #expect(try await site.get(link).status == .ok, "\(link)")
        }
    }

    @Test func helpNamesThoseWhoAnswerNow() async throws {
        let body = try await site.get("/nl/embed/help").body
        #expect(body.contains("tel:112") && body.contains("tel:116000"))
        // At three in the night of Tuesday those who sleep are left out.
        let night = try TestSite(site.snapshot, clock: TestSite.noon.addingTimeInterval(15 * 3_600))
        let late = try Markup(try await night.get("/nl/embed/help").body)
        let closed = Texts.of(.nl)(.closedNow)
        #expect(late.all("small").allSatisfy { !$0.text.contains(closed) })
        #expect(!late.all("li").isEmpty)
    }

    @Test func theSmallSizeSaysLess() async throws {
        for path in ["embed/help", "embed/themes/cyberbullying"] {
            let small = try Markup(try await site.get("/nl/\(path)?size=small").body)
            let large = try Markup(try await site.get("/nl/\(path)?size=large").body)
            #expect(small.all("li").count <= 3 && small.all("li").count > 0)
            #expect(large.all("li").count >= small.all("li").count && large.all("li").count <= 6)
            #expect(try await site.get("/nl/\(path)?size=huge").body == (try await site.get("/nl/\(path)").body))
        }
    }

    @Test func aThemeThatIsGoneSaysSoWithinTheFrame() async throws {
        let answer = try await site.get("/en/embed/themes/no-such")
        #expect(answer.status == .notFound && answer.body.contains("href=\"/en/themes\""))
    }

    @Test func whatIsSearchedInAFrameIsFoundOnTheSite() async throws {
        let form = try #require(try Markup(try await site.get("/fr/embed/search").body).all("form").first)
        #expect(form.attributes["action"] == "/fr/search" && form.attributes["method"] == "get")
    }

    // MARK: Composing

    @Test(arguments: [
        ("", "/nl/embed/help?size=small"), ("?what=search&size=large&in=de", "/de/embed/search?size=large"),
        ("?what=theme&theme=sexting&size=small&in=fr", "/fr/embed/themes/sexting?size=small"),
        ("?what=junk&theme=%22&size=x&in=xx", "/nl/embed/help?size=small"),
    ])
    func theComposerShowsWhatItsCodeShows(_ query: String, _ address: String) async throws {
        let page = try Markup(try await site.get("/nl/open-data/embed\(query)").body)
        let frame = try #require(page.all("iframe").first)
        #expect(frame.attributes["src"] == address)
        let codes = page.all("textarea").map { ReportSite.unescaped($0.text) }
        #expect(codes.count == 2 && codes[0].contains("src=\"https://shop.example\(address)\""))
        let shown = try await site.get(address)
        #expect(shown.status == .ok)
        // The title of the frame is that of the page in it.
        let title = try #require(try Markup(shown.body).all("title").first?.text)
        #expect(frame.attributes["title"] == title && codes[0].contains("title=\"\(title)\""))
        let link = try #require(codes[1].firstMatch(of: #/href="https://shop\.example([^"]*)"/#)?.1)
        #expect(try await site.get(String(link)).status == .ok)
    }

    @Test func everyThemeCanBeShownInEveryLanguage() async throws {
        for theme in site.snapshot.catalogue[.themes].concepts {
            for language in Language.allCases {
                #expect(try await site.get("/\(language)/embed/themes/\(theme.id)?size=large").status == .ok)
            }
        }
    }

    @Test func whatWasChosenStaysChosenInTheOtherLanguages() async throws {
        let page = try await site.get("/nl/open-data/embed?what=search&size=large&in=de").body
        #expect(page.contains("/fr/open-data/embed?what=search&amp;size=large&amp;in=de"))
        #expect(page.contains("noindex"))
        #expect(!(try await site.get("/nl/open-data/embed").body.contains("noindex")))
    }
}
