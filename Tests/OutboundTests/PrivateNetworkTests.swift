import Testing

@testable import Outbound

/// Nobody who writes an address into a record can make us ask our own network.
@Suite(.timeLimit(.minutes(1))) struct PrivateNetworkTests {
    @Test(arguments: [
        "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://10.1.2.3/",
        "http://[::ffff:169.254.169.254]/", "http://[fd00:ec2::254]/", "http://0.0.0.0/", "http://127.0.0.3/",
        "http://private.test/", "http://mixed.test/", "https://private.test/", "http://localhost/",
        "http://2130706433/",
        "http://0x7f.0.0.1/", "ftp://page.site.test/", "file:///etc/passwd", "http://me:word@page.site.test/",
        "http://page.site.test:25/",
    ])
    func aRedirectIntoItIsRefused(_ target: String) async throws {
        try await TestServer.run(site { _ in .redirect(to: target) }) { server in
            let names = FixedResolver([
                "page.site.test": [[TestServer.usualHost]], "private.test": [["192.168.1.1"]],
                "mixed.test": [[TestServer.usualHost, "10.0.0.1"]],
            ])
            let answer = try await PoliteClient.test(resolver: names).check("http://page.site.test:\(server.port)/")
            #expect(answer.isRefused, "\(answer)")
            #expect(server.asked.map(\.target) == ["/"])
        }
    }

    @Test func aRedirectReachesNoServerHere() async throws {
        try await TestServer.run(on: "127.0.0.1", { _ in .page }) { trap in
            let target = "http://127.0.0.1:\(trap.port)/secret"
            try await TestServer.run(site { $0.target == "/" ? .redirect(301, to: target) : .page }) { server in
                let answer = try await PoliteClient.test().check("http://page.site.test:\(server.port)/")
                #expect(answer.isRefused, "\(answer)")
            }
            #expect(trap.all.isEmpty)
        }
    }

    @Test func neitherDoesARedirectOfRobots() async throws {
        try await TestServer.run(on: "127.0.0.1", { _ in .page }) { trap in
            let target = "http://127.0.0.1:\(trap.port)/robots.txt"
            try await TestServer.run({ $0.target == "/robots.txt" ? .redirect(to: target) : .page }) { server in
                let answer = try await PoliteClient.test().check("http://page.site.test:\(server.port)/")
                #expect(answer == .alive(status: 200))
            }
            #expect(trap.all.isEmpty)
        }
    }

    @Test func aNameThatIsBoundAnewIsCheckedAnew() async throws {
        try await TestServer.run(site { _ in .page }) { server in
            // Public when robots.txt is fetched, private when the page is.
            let names = FixedResolver(["rebinding.test": [[TestServer.usualHost], ["127.0.0.1"]]])
            let answer = try await PoliteClient.test(resolver: names).check("http://rebinding.test:\(server.port)/")
            #expect(answer.isRefused, "\(answer)")
            #expect(server.asked.isEmpty)
        }
    }

    @Test func nothingIsLookedUpBetweenCheckAndConnection() async throws {
        try await TestServer.run(site { _ in .page }) { server in
            // A third lookup would lead astray. The machine's own resolver doesn't know the name at all.
            let names = FixedResolver([
                "rebinding.test": [[TestServer.usualHost], [TestServer.usualHost], ["127.0.0.1"]]
            ])
            let answer = try await PoliteClient.test(resolver: names).check("http://rebinding.test:\(server.port)/")
            #expect(answer == .alive(status: 200))
            #expect(names.lookups == 2)
            #expect(server.asked.map(\.host) == ["rebinding.test:\(server.port)"])
        }
    }

    @Test func noRequestGoesToAMachineOtherThanTheCheckedOne() async throws {
        try await TestServer.run({ _ in .page }) { server in
            let other = try #require(IPAddress("127.0.0.3"))
            let checked = try AddressRules(exempt: [other]).check([other])
            let request = PinnedRequest(
                method: .get, destination: try Destination("http://\(TestServer.usualHost):\(server.port)/"),
                machine: try #require(checked.first), agent: "test", bodyLimit: 0)
            await #expect(throws: (any Error).self) { try await request.send(Manners()) }
            #expect(server.all.isEmpty)
        }
    }

    @Test(arguments: ["http://127.0.0.1:8080/", "http://[::1]:8080/", "https://localhost/", "http://192.168.1.1/admin"])
    func withoutExemptionNothingHereIsAsked(_ address: String) async throws {
        let client = PoliteClient(publicAddress: "https://betternet.be")
        #expect(try await client.check(address).isRefused)
    }
}

extension LinkAnswer {
    fileprivate var isRefused: Bool { if case .refused = self { true } else { false } }
}
