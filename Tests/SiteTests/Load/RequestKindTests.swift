import Testing

@testable import Site

@Suite struct RequestKindTests {
    private func room(_ path: String, isSent: Bool = false) -> Room? {
        RequestKind(path: path, isSent: isSent).room(isSent: isSent)
    }

    @Test func whoeverNeedsHelpHasTheirOwnRoom() {
        for path in [
            "/nl/help", "/nl-simple/help/bullied-online", "/de/help/bullied-online/end", "/fr/channels/awel-102",
            "/en/report", "/nl/report/bullied-online/child-focus?who=teenager", "/de/kids", "/nl/offline",
        ] {
            #expect(room(path) == .help, "\(path)")
        }
    }

    @Test func whatIsSentWaitsForTheStoreAndNotInFrontOfHelp() {
        for path in [
            "/nl/report/bullied-online/child-focus", "/nl/report/back", "/fr/suggest", "/de/join", "/api/v1/drafts",
        ] {
            #expect(room(path, isSent: true) == .writing, "\(path)")
        }
        for path in [
            "/nl/workspace", "/nl/workspace/reports/1234", "/fr/landscape/reports/1/5", "/de/events/lab-1/registration",
            "/nl/landscape/labs", "/nl/landscape/actions.csv",
        ] {
            #expect(room(path) == .writing, "\(path)")
        }
    }

    @Test func readingAndWholeSetsOfDataAreApart() {
        for path in [
            "/", "/nl/", "/nl/search?q=x", "/fr/themes/sexting", "/api/v1/records", "/oai?verb=Identify",
            "/nl/landscape",
            "/vocabulary.ttl", "/sitemap.xml", "/nl/feed.atom", "/nothing/of/this/kind",
        ] {
            #expect(room(path) == .reading, "\(path)")
        }
        for path in ["/nl/offline.zip", "/data/records.csv", "/hsds/datapackage.zip", "/amb.ndjson"] {
            #expect(room(path) == .bulk, "\(path)")
        }
        #expect(RequestKind(path: "/api/v1/records", isSent: false, wantsLines: true) == .download)
        for path in ["/health", "/metrics", "/robots.txt", "/assets/site.123.css"] {
            #expect(room(path) == nil, "\(path)")
        }
    }

    @Test func theQueryDoesNotChangeWhatItIs() {
        #expect(RequestKind(path: "/nl/search?q=/help/", isSent: false) == .search)
        #expect(RequestKind(path: "/nl?x=/nl/help", isSent: false) == .page)
    }
}
