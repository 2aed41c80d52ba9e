import Site

extension Listening {
    /// Where and how the site is to be reached; its certificate was read.
    init(_ configured: Configured) throws {
        self.init(place: configured)
        sharesPort = configured.isOn(.sharePort) ?? sharesPort
        offersHTTP2 = configured.isOn(.http2) ?? offersHTTP2
        redirectPort = configured.number(.redirectPort)
        limits.connections = configured.number(.maxConnections) ?? limits.connections
        limits.connectionsOfOneSource =
            configured.number(.maxConnectionsPerSource) ?? limits.connectionsOfOneSource
        deadlines.finishing = configured.number(.finishWithin).map { .seconds($0) } ?? deadlines.finishing
        switch (configured.text(.certificate), configured.text(.certificateKey)) {
        case (nil, nil): break
        case (_?, _?):
            guard let certificate else { break }
            do { _ = try ServerCertificate(certificate, offersHTTP2: offersHTTP2) } catch {
                throw Failure.badData([error.description])
            }
        case (_?, nil):
            throw configured.refusal(.certificate, "has no key", "name its file with certificate-key")
        case (nil, _?):
            throw configured.refusal(.certificateKey, "has no certificate", "name its file with certificate")
        }
    }

    /// The place alone, with nothing read.
    init(place configured: Configured) {
        self.init()
        host = configured.text(.host) ?? host
        port = configured.number(.port) ?? port
        if let file = configured.text(.certificate), let key = configured.text(.certificateKey) {
            certificate = CertificateFiles(certificate: file, key: key)
        }
    }

    /// As it is written in an address: `http://127.0.0.1:8080`.
    var address: String { "\(scheme)://\(shownHost):\(port)" }
    var shownHost: String { host.contains(":") ? "[\(host)]" : host }
}

extension TrustedProxies {
    init(_ configured: Configured) throws {
        let named: TrustedProxies
        do throws(Fault) { named = try TrustedProxies(configured.list(.trustedProxies) ?? []) } catch {
            throw configured.refusal(.trustedProxies, "names what can't be understood", error.description)
        }
        self = configured.isOn(.behindProxy) == true ? named.and(.nearby) : named
    }
}
