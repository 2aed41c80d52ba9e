import Foundation

/// Where and how the site is reached.
package struct Listening: Sendable {
    /// A name or an address of this machine.
    package var host: String
    package var port: Int
    /// Sockets that listen already and were handed over by whoever started the program (``HandedOverSockets``). With
    /// any, `host` and `port` are only shown.
    package var sockets: [CInt] = []
    /// Whether other programs may listen at the same port at the same time (`SO_REUSEPORT`), so that the next one may
    /// begin before this one ends.
    package var sharesPort = false
    /// Nil: plain HTTP, as behind a proxy.
    package var certificate: CertificateFiles?
    /// Whether HTTP/2 is offered; with a certificate only, because browsers speak it no other way.
    package var offersHTTP2 = true
    /// A second port, of plain HTTP, that only sends readers on to the public address.
    package var redirectPort: Int?
    package var limits = ConnectionLimits()
    package var deadlines = ConnectionDeadlines()

    package init(host: String = "127.0.0.1", port: Int = 8080) {
        self.host = host
        self.port = port
    }

    /// `http` or `https`.
    package var scheme: String { certificate == nil ? "http" : "https" }
}

/// The files by which the site says who it is (PEM).
package struct CertificateFiles: Hashable, Sendable {
    /// The certificate of the site, and behind it those that lead to one that browsers know.
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// How much is held open at once.
package struct ConnectionLimits: Hashable, Sendable {
    /// Connections in all. Beyond it the next ones wait until one closes.
    package var connections = 8_192
    /// Connections of one source; a trusted proxy may have all. Those beyond are closed at once.
    package var connectionsOfOneSource = 1_024
    /// Bytes of the body of one request, whatever its address allows.
    package var body = 64 << 20

    package init() {}
}

/// How long a connection is waited for.
package struct ConnectionDeadlines: Hashable, Sendable {
    /// From the first byte of a request, or from the opening of the connection, until its headers are there.
    package var head = Duration.seconds(10)
    /// Between two requests.
    package var idle = Duration.seconds(30)
    /// For the body of a request: so long, and a second more for every ``bodyRate`` bytes that came.
    package var body = Duration.seconds(60)
    /// Bytes a second.
    package var bodyRate = 16_384
    /// Without any byte of a body that was begun.
    package var stall = Duration.seconds(15)
    /// Without a byte taken off of what is ready for the reader; and for taking it all, so long, and a second more for every
    /// ``readRate`` bytes that were taken.
    package var unread = Duration.seconds(30)
    /// Bytes a second: less than the slowest telephone network carries.
    package var readRate = 1_024
    /// For one request and answer over HTTP/2.
    package var stream = Duration.seconds(300)
    /// After the last answer, for the reader to close.
    package var farewell = Duration.seconds(3)
    /// When the site closes: for requests that were begun.
    package var finishing = Duration.seconds(20)

    package init() {}
}
