import Testing

@testable import Outbound

@Suite struct AddressRulesTests {
    @Test(arguments: [
        // This network, this machine.
        "0.0.0.0", "0.1.2.3", "0.255.255.255", "127.0.0.1", "127.0.0.2", "127.255.255.254",
        // Private, shared.
        "10.0.0.0", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255",
        "100.64.0.0", "100.100.100.200", "100.127.255.255",
        // Link-local with the secrets of clouds; the address of one cloud's platform.
        "169.254.0.1", "169.254.169.254", "169.254.170.2", "168.63.129.16",
        // Protocols, documents, measuring.
        "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
        "203.0.113.9", "192.31.196.1", "192.52.193.1", "192.175.48.1",
        // Many receivers, reserved, broadcast.
        "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.254", "255.255.255.255",
        // IPv6: none, this machine, IPv4 in many disguises.
        "::", "::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:8.8.8.8", "::127.0.0.1", "::8.8.8.8",
        "64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:808:808::1",
        "2001::1", "2001:0:7f00:1::", "::ffff:0:127.0.0.1",
        // IPv6: private, link-local, site-local, many receivers, documents, to be discarded, not handed out.
        "fc00::1", "fd00:ec2::254", "fe80::1", "febf::1", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1", "3fff:fff::1",
        "100::1", "2001:20::1", "2001:1::1", "4000::1", "5f00::1", "8000::1", "e000::1", "1fff::1",
    ])
    func refusesWhatIsNotPublic(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressRules().refusal(of: address) != nil)
        #expect(throws: Refusal.self) { try AddressRules().check([address]) }
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255", "192.169.0.0",
        "198.17.255.255", "198.20.0.0", "223.255.255.255", "168.63.129.17", "2001:4860:4860::8888", "2606:4700::1111",
        "2a02:1800::1", "2001:200::1", "2003::1", "2001:db7::1", "3ffe::1", "2000::1",
    ])
    func letsPublicOnesThrough(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressRules().refusal(of: address) == nil)
        #expect(try AddressRules().check([address]).map(\.address) == [address])
    }

    @Test func onePrivateAddressRefusesTheWholeName() throws {
        let addresses = try ["8.8.8.8", "1.1.1.1", "10.0.0.1"].map { try #require(IPAddress($0)) }
        #expect(throws: Refusal.network(addresses[2], is: "a private network")) {
            try AddressRules().check(addresses)
        }
    }

    @Test func exemptsOnlyWhatATestNames() throws {
        let named = try #require(IPAddress("127.0.0.2"))
        let rules = AddressRules(exempt: [named])
        #expect(rules.refusal(of: named) == nil)
        #expect(rules.refusal(of: try #require(IPAddress("127.0.0.1"))) != nil)
        #expect(rules.refusal(of: try #require(IPAddress("::ffff:127.0.0.2"))) != nil)
    }

    @Test(arguments: [
        "", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "127.0.0.01", "1.2.3", "1.2.3.4.5", "256.0.0.1", "[::1]",
        "fe80::1%eth0", "127.0.0.1\u{0}", "127.0.0.1\u{0}.be", "::g", "1.2.3.4 ",
    ])
    func takesOneWayToWriteAnAddressOnly(_ text: String) { #expect(IPAddress(text) == nil) }

    @Test(arguments: [
        ("8.8.4.4", "8.8.4.4"), ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::", "::"),
        ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ])
    func writesAddressesInTheStandardWay(_ text: String, _ expected: String) {
        #expect(IPAddress(text)?.description == expected)
    }
}
