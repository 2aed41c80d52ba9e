import Foundation
import NIOSSL
import Synchronization

/// What is wrong with the files of a certificate, and what to do.
package struct CertificateFault: Error, Hashable, CustomStringConvertible {
    package let description: String
}

/// The certificate by which the site says who it is. New files are taken up while the site runs, as certificates are
/// renewed every few weeks.
package final class ServerCertificate: Sendable {
    private struct State {
        var context: NIOSSLContext
        var version: [Date]
    }

    private let files: CertificateFiles
    private let protocols: [String]
    private let state: Mutex<State>

    /// Reads and checks the files.
    package init(_ files: CertificateFiles, offersHTTP2: Bool = true) throws(CertificateFault) {
        self.files = files
        // The best first (RFC 7301, section 3.2: the server chooses).
        protocols = (offersHTTP2 ? ["h2"] : []) + ["http/1.1"]
        let version = Self.version(of: files)
        state = Mutex(State(context: try Self.context(files, protocols: protocols), version: version))
    }

    /// What the next connection begins with.
    var context: NIOSSLContext { state.withLock { $0.context } }

    /// Takes up the files if they are others than before; keeps what it has if they are wrong.
    func renew() throws(CertificateFault) -> Bool {
        let version = Self.version(of: files)
        guard state.withLock({ $0.version }) != version else { return false }
        let context = try Self.context(files, protocols: protocols)
        state.withLock { $0 = State(context: context, version: version) }
        return true
    }

    private static func version(of files: CertificateFiles) -> [Date] {
        [files.certificate, files.key].map { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return attributes?[.modificationDate] as? Date ?? .distantPast
        }
    }

    private static func context(_ files: CertificateFiles, protocols: [String]) throws(CertificateFault)
        -> NIOSSLContext
    {
        let chain = try chain(in: files.certificate, at: Date())
        let key = try key(in: files.key)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = protocols
        do { return try NIOSSLContext(configuration: configuration) } catch {
            throw CertificateFault(
                description: "\(files.key): this is not the key of the certificate \(files.certificate): "
                    + "name the two files that belong together")
        }
    }

    /// The certificates in a file, if they still hold.
    static func chain(in path: String, at now: Date) throws(CertificateFault) -> [NIOSSLCertificate] {
        let bytes = try bytes(of: path, what: "certificate")
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(bytes), let own = chain.first else {
            throw CertificateFault(
                description: "\(path): this is no certificate: it begins with ‘-----BEGIN CERTIFICATE-----’ (PEM)")
        }
        let end = Date(timeIntervalSince1970: TimeInterval(own.notValidAfter))
        guard end > now else {
            throw CertificateFault(description: "\(path): this certificate ended on \(end.httpDate): renew it")
        }
        return chain
    }

    private static func key(in path: String) throws(CertificateFault) -> NIOSSLPrivateKey {
        let bytes = try bytes(of: path, what: "key")
        guard let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) else {
            throw CertificateFault(
                description:
                    "\(path): this is no key without a password: it begins with ‘-----BEGIN PRIVATE KEY-----’ (PEM)")
        }
        return key
    }

    private static func bytes(of path: String, what: String) throws(CertificateFault) -> [UInt8] {
        do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw CertificateFault(
                description: "\(path): the \(what) can't be read: check its place, and that the program may read it")
        }
    }
}
