import Testing

@testable import Outbound

@Suite struct RobotsTests {
    /// RFC 9309, section 5.1; `$us` is where our name stands.
    private func simpleExample(_ us: String) -> Robots {
        robots(
            """
            User-Agent: *
            Disallow: *.gif$
            Disallow: /example/
            Allow: /publications/

            User-Agent: foobot
            Disallow:/
            Allow:/example/page.html
            Allow:/example/allowed.gif

            User-Agent: barbot
            User-Agent: bazbot
            Disallow: /example/page.html

            User-Agent: quxbot

            """.replacing(us, with: "Betternet"))
    }

    @Test(arguments: [
        ("nobody", "/", true), ("nobody", "/a.gif", false), ("nobody", "/a.gif?x", true),
        ("nobody", "/example/", false),
        ("nobody", "/publications/", true), ("nobody", "/publications/a.gif", true),
        ("foobot", "/", false), ("foobot", "/publications/", false), ("foobot", "/example/page.html", true),
        ("foobot", "/example/allowed.gif", true), ("foobot", "/example/", false),
        ("barbot", "/example/page.html", false), ("barbot", "/example/", true), ("barbot", "/a.gif", true),
        ("bazbot", "/example/page.html", false), ("bazbot", "/", true),
        ("quxbot", "/example/", true), ("quxbot", "/a.gif", true),
    ])
    func followsTheSimpleExampleOfTheStandard(_ us: String, _ path: String, _ isAllowed: Bool) {
        #expect(simpleExample(us).allows(path) == isAllowed)
    }

    /// RFC 9309, section 5.2.
    @Test func theLongestMatchDecides() {
        let robots = robots(
            "User-Agent: Betternet\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n")
        #expect(robots.allows("/example/page/"))
        #expect(robots.allows("/example/page/disallow.gif"))
        #expect(!robots.allows("/example/page/disallowed.gif"))
    }

    /// RFC 9309, section 2.2.1.
    @Test func groupsOfOneNameAreOne() {
        let robots = robots(
            """
            User-Agent: BetterNet
            Disallow: /foo
            Disallow: /bar

            User-Agent: other
            Disallow: /other

            User-agent: betternet/1
            Disallow: /baz
            """)
        #expect(["/foo", "/bar", "/baz"].allSatisfy { !robots.allows($0) })
        #expect(robots.allows("/other"))
    }

    /// RFC 9309, sections 2.2.2 and 2.2.3.
    @Test(arguments: [
        ("/foo/bar?baz=quz", "/foo/bar?baz=quz"),
        ("/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar"),
        ("/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar"),
        ("/foo/bar/\u{30C4}", "/foo/bar/%E3%83%84"), ("/foo/bar/%E3%83%84", "/foo/bar/%e3%83%84"),
        ("/foo/bar/%62%61%7A", "/foo/bar/baz"), ("/foo/bar/baz", "/foo/bar/%62%61%7A"),
        ("/path/file-with-a-%2A.html", "/path/file-with-a-*.html"), ("/path/foo-%24", "/path/foo-$"),
        ("/this/*/exactly$", "/this/path/exactly"), ("*", "/anything"), ("/a*b*c", "/a-b-b-c-d"), ("/a*$", "/abc"),
        ("/*/", "/x/y"), ("/fish*.php", "/fishheads/catfish.php?parameters"), ("/", "/x"), ("$", ""),
    ])
    func comparesPathsAsTheStandardDoes(_ rule: String, _ target: String) {
        #expect(!robots("user-agent: *\ndisallow: \(rule)").allows(target))
    }

    @Test(arguments: [
        ("/foo", "/Foo"), ("/foo$", "/foobar"), ("/a*b$", "/ab-c"), ("/a%2Fb", "/a/b"), ("/x*x", "/x"),
        ("/*.gif$", "/.gi"),
        ("/ab*ba$", "/aba"), ("/a$b", "/a"),
    ])
    func doesNotMatchMoreThanIsMeant(_ rule: String, _ target: String) {
        #expect(robots("user-agent: *\ndisallow: \(rule)").allows(target))
    }

    @Test func allowWinsATie() {
        #expect(robots("User-agent: *\nDisallow: /page\nAllow: /page").allows("/page"))
        #expect(robots("User-agent: *\nAllow: /page\nDisallow: /page").allows("/page"))
    }

    @Test func readsWhatPeopleReallyWrite() {
        let robots = robots(
            "\u{FEFF}# hello\r\nDisallow: /before-any-group\r\nUSER-AGENT :\t* # all\rSitemap: https://a.be/s.xml\n"
                + "User-agent: other\nnonsense\nDisallow\nDisallow: /secret # not for you\r\n"
                + "Disallow:\r\nCrawl-delay: 2.5\n")
        #expect(robots.allows("/before-any-group"))
        // Neither the map nor the nonsense ended the list of names.
        #expect(!robots.allows("/secret/x"))
        #expect(robots.allows("/"))
        #expect(robots.delay == 2.5)
    }

    @Test(arguments: ["", "\u{0}\u{1}\u{2}", "<!doctype html><title>Not found</title>", "User-agent:\nDisallow: /"])
    func aFileThatSaysNothingAllowsAll(_ text: String) { #expect(robots(text).allows("/")) }

    @Test func stopsReadingAfterTheLimitAndTakesNoHalfLine() {
        let start = "User-agent: *\nDisallow: /first\n"
        let filling = String(repeating: "#", count: Robots.longest - start.utf8.count - "\nDisallow: /ha".utf8.count)
        let robots = robots(start + filling + "\nDisallow: /halved\nDisallow: /late")
        #expect(!robots.allows("/first"))
        #expect(robots.allows("/halved") && robots.allows("/ha") && robots.allows("/late"))
    }

    @Test(.timeLimit(.minutes(1))) func hostilePatternsCostLittle() {
        let pattern = "/" + String(repeating: "a*", count: 900) + "b$"
        let robots = robots("User-agent: *\n" + String(repeating: "Disallow: \(pattern)\n", count: 250))
        #expect(robots.allows("/" + String(repeating: "a", count: 2_000)))
    }

    @Test(
        arguments: [
            (nil, 1), ("0", 1), ("0.2", 1), ("7", 7), ("30", 30), ("31", 30), ("1e300", 30), ("-5", 1), ("nan", 1),
            ("soon", 1),
        ] as [(String?, Int)])
    func wishesForPausesAreGrantedWithinBounds(_ wish: String?, _ seconds: Int) {
        let robots = robots("User-agent: *\n" + (wish.map { "Crawl-delay: \($0)\n" } ?? ""))
        #expect(Manners().pause(wished: robots.delay) == .seconds(seconds))
    }

    private func robots(_ text: String) -> Robots { Robots(reading: Array(text.utf8)) }
}
