import Foundation
import Testing

@testable import Site

@Suite struct ServerCertificateTests {
    private func fault(_ certificate: String) -> String? {
        #expect(throws: CertificateFault.self) {
            try ServerCertificate(CertificateFiles(certificate: certificate, key: certificate))
        }?.description
    }

    @Test func aFileThatIsNotThereIsNamed() {
        let words = fault("/nowhere/site.pem")
        #expect(
            words
                == "/nowhere/site.pem: the certificate can't be read: check its place, and that the program may read it"
        )
    }

    @Test func aFileThatIsNoCertificateIsNamed() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem")
        try Data("-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(fault(file.path)?.hasPrefix("\(file.path): this is no certificate") ?? false)
    }

    /// Of nobody, for a hundred years from 2026 on.
    private let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBfzCCASWgAwIBAgIUAm7SjcCEDwS2yiKcFnmrwjGeCoYwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzE2MjEzNloYDzIxMjYxMTAz
        MTYyMTM2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAATU9TmDrQNq/wDbyPNhLTX0FvMTjINcwF4cdWxLzv8MG/G7XeWBavw8
        vP/iLh+ezvyOlXCcFRO/Raj1MweIsYV+o1MwUTAdBgNVHQ4EFgQUdZxI6w4DhKbw
        1eKfFVCaheeiQjQwHwYDVR0jBBgwFoAUdZxI6w4DhKbw1eKfFVCaheeiQjQwDwYD
        VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAE2sjnprv8Dd943EBKBd8G
        xKUkp3RZ/lnMYdb9MQ1AZQIhAPl9gO+8T5gYZQOnlihISFcpks68tzkseuIEryhv
        icrb
        -----END CERTIFICATE-----
        """

    @Test func aCertificateThatHasEndedIsNamed() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pem")
        try Data(certificate.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try ServerCertificate.chain(in: file.path, at: Date(timeIntervalSince1970: 4_000_000_000)).count == 1)
        let fault = #expect(throws: CertificateFault.self) {
            try ServerCertificate.chain(in: file.path, at: Date(timeIntervalSince1970: 5_000_000_000))
        }
        #expect(fault?.description.contains("this certificate ended on") ?? false)
    }
}
