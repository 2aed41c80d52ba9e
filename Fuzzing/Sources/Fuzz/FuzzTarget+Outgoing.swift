import Foundation

@testable import Outbound

extension FuzzTarget {
    /// What decides where the program may go: addresses out of records, and the wishes of other sites.
    static let outgoing: [FuzzTarget] = [
        FuzzTarget("destination", dictionary: "form", longest: 1_024) { bytes in
            let destination = try Destination(String(decoding: bytes, as: UTF8.self))
            try promise(
                ["http", "https"].contains(destination.url.scheme), "a scheme that is no web: \(destination.url)")
            try promise(destination.url.user == nil, "a name of somebody in \(destination.url)")
            try promise(destination.target.hasPrefix("/"), "the target \(destination.target)")
            try promise(
                !destination.target.utf8.contains { $0 <= 0x20 || $0 == 0x7F }, "a gap in \(destination.target)")
            let again = try? Destination(destination.url.absoluteString)
            try promise(again?.host == destination.host, "read again, \(destination.url) is another host")
            // A number is an address, however it is written: 127.1, 0x7f000001 and 2130706433 are this machine.
            if case .name(let name) = destination.host, let last = name.split(separator: ".").last {
                try promise(!last.allSatisfy { $0.isASCII && $0.isNumber }, "\(name) is read as a name")
            }
        },
        FuzzTarget("robots", dictionary: "robots", longest: 2_048) { bytes in
            let robots = Robots(reading: bytes)
            _ = robots.allows("/") && robots.allows("/a/b?c=%C3%A9")
            try promise(robots.delay.map { $0.isFinite && $0 >= 0 } ?? true, "a pause of \(robots.delay ?? 0) seconds")
        },
    ]
}
