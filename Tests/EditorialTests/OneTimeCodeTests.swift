import Foundation
import Testing

@testable import Editorial

/// One-time codes are those of the standards, and each works once.
@Suite struct OneTimeCodeTests {
    private let secret = OneTimeSecret(bytes: Data("12345678901234567890".utf8))

    /// RFC 4226, appendix D.
    @Test func countersAreAsInTheStandard() {
        let codes = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        for (counter, code) in codes.enumerated() {
            #expect(OneTimeCode.code(secret, counter: UInt64(counter), digits: 6) == code)
        }
    }

    /// RFC 6238, appendix B, the lines for SHA-1.
    @Test(arguments: [
        (59.0, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func timesAreAsInTheStandard(_ seconds: Double, _ code: String) {
        let now = Date(timeIntervalSince1970: seconds)
        let step = OneTimeCode.step(at: now)
        #expect(OneTimeCode.code(secret, counter: UInt64(step), digits: 8) == code)
        #expect(OneTimeCode.accept(String(code.suffix(6)), secret: secret, at: now, after: nil) == step)
    }

    @Test func aCodeWorksOnce() throws {
        let now = Date(timeIntervalSince1970: 1_234_567_890)
        let step = try #require(OneTimeCode.accept("005924", secret: secret, at: now, after: nil))
        #expect(OneTimeCode.accept("005924", secret: secret, at: now, after: step) == nil)
        // Nor does one from before it.
        let before = OneTimeCode.code(secret, counter: UInt64(step - 1), digits: 6)
        #expect(OneTimeCode.accept(before, secret: secret, at: now, after: step) == nil)
        #expect(OneTimeCode.accept(before, secret: secret, at: now, after: step - 2) == step - 1)
        let next = OneTimeCode.code(secret, counter: UInt64(step + 1), digits: 6)
        #expect(OneTimeCode.accept(next, secret: secret, at: now, after: step) == step + 1)
    }

    @Test func clocksMayBeHalfAMinuteOff() {
        let now = Date(timeIntervalSince1970: 1_234_567_890)
        let step = OneTimeCode.step(at: now)
        let accepted = (-3...3).filter { offset in
            let code = OneTimeCode.code(secret, counter: UInt64(step + offset), digits: 6)
            return OneTimeCode.accept(code, secret: secret, at: now, after: nil) == step + offset
        }
        #expect(accepted == [-1, 0, 1])
    }

    @Test func codesMayBeTypedInGroups() {
        let now = Date(timeIntervalSince1970: 1_234_567_890)
        for typed in ["005 924", " 005924\n", "005-924"] {
            #expect(OneTimeCode.accept(typed, secret: secret, at: now, after: nil) != nil)
        }
        for typed in [
            "", "5924", "0005924", "００５９２４", "٠٠٥٩٢٤", "005925", "-5924", String(repeating: "0", count: 9_999),
        ] {
            #expect(OneTimeCode.accept(typed, secret: secret, at: now, after: nil) == nil)
        }
        #expect(OneTimeCode.accept("755224", secret: secret, at: Date(timeIntervalSince1970: 0), after: nil) == 0)
    }

    // MARK: The secret

    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
    ])
    func base32IsAsInTheStandard(_ text: String, _ encoded: String) {
        #expect(Base32.text(of: text.utf8) == encoded.replacing("=", with: ""))
        #expect(Base32.bytes(of: encoded) == Data(text.utf8))
        #expect(Base32.bytes(of: encoded.lowercased().replacing("=", with: "")) == Data(text.utf8))
    }

    @Test(arguments: ["M", "MZX", "MZ1", "MY0", "MZXW6YT", "MZ", "É", "M=Y"])
    func whatIsNoBase32IsNotRead(_ text: String) {
        #expect(Base32.bytes(of: text) == nil)
    }

    @Test func everyLengthComesBack() {
        for length in 0...40 {
            let bytes = Data((0..<length).map { _ in UInt8.random(in: 0...255) })
            #expect(Base32.bytes(of: Base32.text(of: bytes)) == bytes)
        }
    }

    @Test func aSecretIsShownInGroups() {
        #expect(secret.shown == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
        #expect(Base32.bytes(of: secret.shown) == secret.bytes)
        #expect(OneTimeSecret().bytes.count == 20)
        #expect(OneTimeSecret() != OneTimeSecret())
    }

    @Test func theAddressIsReadByApps() throws {
        let address = secret.address(issuer: "Betternet: België & co", account: "jan.d'hondt+x@example.be")
        #expect(
            address == "otpauth://totp/Betternet%20%20Belgi%C3%AB%20%26%20co:jan.d%27hondt%2Bx%40example.be"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Betternet%20%20Belgi%C3%AB%20%26%20co"
                + "&algorithm=SHA1&digits=6&period=30")
        let parts = try #require(URLComponents(string: address))
        #expect(parts.path == "/Betternet  België & co:jan.d'hondt+x@example.be")
        #expect(parts.queryItems?.first { $0.name == "issuer" }?.value == "Betternet  België & co")
    }

    @Test func comesBackFromTheStoreAndIsNeverPrinted() throws {
        let kept = try JSONEncoder().encode(secret)
        #expect(try JSONDecoder().decode(OneTimeSecret.self, from: kept) == secret)
        for text in ["\"GEZD\"", "\"\"", "\"!\""] {
            #expect(throws: DecodingError.self) {
                try JSONDecoder().decode(OneTimeSecret.self, from: Data(text.utf8))
            }
        }
        #expect(!"\(secret) \(String(reflecting: [secret]))".contains("bytes"))
    }
}
