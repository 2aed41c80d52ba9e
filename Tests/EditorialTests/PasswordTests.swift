import Foundation
import Testing

@testable import Editorial

/// Passwords: what is kept of them says nothing, and what is guessed first is refused.
@Suite struct PasswordTests {
    private static let cheap = ScryptParameters(rounds: 16)

    // MARK: What is kept

    @Test func onlyThePasswordMatches() throws {
        let hash = try PasswordHash("een zachte koekoek fietst", parameters: Self.cheap)
        #expect(hash.matches("een zachte koekoek fietst"))
        for other in ["een zachte koekoek fietsT", "een zachte koekoek fiets", "een zachte koekoek fietst ", ""] {
            #expect(!hash.matches(other))
        }
    }

    @Test func twiceTheSamePasswordIsKeptDifferently() throws {
        let hashes = try (0..<2).map { _ in try PasswordHash("twee keer hetzelfde", parameters: Self.cheap) }
        #expect(hashes[0].salt != hashes[1].salt)
        #expect(hashes[0].digest != hashes[1].digest)
        #expect(hashes[0].salt.count == 16)
        #expect(hashes[0].digest.count == 32)
    }

    @Test func accentsOfAnyKeyboardAreTheSame() throws {
        let hash = try PasswordHash("caf\u{E9} sous la pluie", parameters: Self.cheap)
        #expect(hash.matches("cafe\u{301} sous la pluie"))
        #expect(try PasswordHash("１２３ ﬁetsen", parameters: Self.cheap).matches("123 fietsen"))
    }

    /// Made by OpenSSL (`hashlib.scrypt` of Python): the work is that of the standard, and old hashes are read for
    /// ever.
    @Test func anOldHashIsStillRecognised() throws {
        let kept = "\"$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw==$GuycCvOvBXSyXn7+nY+Swhtoa6EmqeqlyFxEbPOez5o=\""
        let hash = try JSONDecoder().decode(PasswordHash.self, from: Data(kept.utf8))
        #expect(hash.parameters == Self.cheap)
        #expect(hash.matches("pleaseletmein"))
    }

    @Test func comesBackFromTheStore() throws {
        let hash = try PasswordHash("een zachte koekoek fietst", parameters: Self.cheap)
        let kept = try JSONEncoder().encode(hash)
        #expect(String(decoding: kept, as: UTF8.self).contains("scrypt$ln=4,r=8,p=1$"))
        let back = try JSONDecoder().decode(PasswordHash.self, from: kept)
        #expect(back == hash)
        #expect(back.matches("een zachte koekoek fietst"))
    }

    @Test(arguments: [
        "", "secret", "$scrypt$ln=40,r=8,p=1$AAECAwQFBgcICQoLDA0ODw==$GuycCvOvBXSyXn7+nY+Swhtoa6EmqeqlyFxEbPOez5o=",
        "$scrypt$ln=0,r=8,p=1$AAECAwQFBgcICQoLDA0ODw==$GuycCvOvBXSyXn7+nY+Swhtoa6EmqeqlyFxEbPOez5o=",
        "$scrypt$ln=4,r=8,p=9$AAECAwQFBgcICQoLDA0ODw==$GuycCvOvBXSyXn7+nY+Swhtoa6EmqeqlyFxEbPOez5o=",
        "$scrypt$ln=4,r=8,p=1$AAEC$GuycCvOvBXSyXn7+nY+Swhtoa6EmqeqlyFxEbPOez5o=",
        "$scrypt$ln=4,r=8,p=1$AAECAwQFBgcICQoLDA0ODw==$", "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA",
    ])
    func whatIsNoHashIsNotRead(_ text: String) throws {
        let kept = try JSONEncoder().encode(text)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(PasswordHash.self, from: kept) }
    }

    @Test func theWorkIsRaisedAtTheNextSignIn() throws {
        #expect(ScryptParameters.current.rounds == 1 << 17)
        #expect(try PasswordHash("a", parameters: Self.cheap).isOutdated)
        #expect(!PasswordHash.dummy.isOutdated)
        #expect(PasswordHash.dummy.isOutdated(against: Self.cheap))
    }

    @Test func nobodyHasThePasswordOfTheDummy() {
        #expect(!PasswordHash.dummy(of: Self.cheap).matches(""))
        #expect(PasswordHash.dummy.parameters == .current)
    }

    @Test func hashesAreNeverPrinted() throws {
        struct Holder {
            let hash: PasswordHash
        }
        let hash = try PasswordHash("een zachte koekoek fietst", parameters: Self.cheap)
        var dumped = ""
        dump(Holder(hash: hash), to: &dumped)
        let texts = [
            "\(hash)", String(reflecting: hash), "\(Holder(hash: hash))", String(reflecting: [hash]), dumped,
        ]
        for text in texts {
            #expect(text.contains("not shown"))
            #expect(!text.contains(hash.digest.base64EncodedString()))
            #expect(!text.contains("bytes"))
        }
    }

    // MARK: What may be chosen

    private func fault(_ password: String) -> PasswordFault? {
        PasswordRule(site: "https://www.example.be").fault(
            in: password, email: "anna.vermeulen@kindenweb.example", name: "Anna Vermeulen-Søgaard",
            organisation: "Kind & Web")
    }

    @Test(arguments: [
        "anker sloot citroen", "vier woorden die niemand raadt", "Zeven-Blauwe-Emmers", "xK4$abQz91!m", "837492615028",
        "betternet anker sloot", "pluie-tambour-girafe", "Regenschirm im Aquarium", "мой кот ест рыбу", "日本語の長い合言葉です、ね",
        "🦊🐢🚲🌧️🎈🍋🧦🪁🥁🧭🪴🕯️", "een twee drie vier hoedje", String(repeating: "wol kiezel ", count: 18),
        "vermeulen koopt citroenen", "            anker sloot", "dragonmonkeyfootball",
    ])
    func anyCharactersWillDo(_ password: String) {
        #expect(fault(password) == nil)
    }

    @Test func lengthIsAllThatIsAsked() {
        #expect(fault("xK4$abQz91!") == .tooShort)
        #expect(fault("") == .tooShort)
        #expect(fault("xK4$abQz91!m") == nil)
        let long = String((0..<200).map { ["q", "k", "w", "j", "7", "m"][$0 * $0 % 31 % 6] })
        #expect(fault(long) == nil)
        #expect(fault(long + "v") == .tooLong)
    }

    @Test(arguments: [
        "welkom2024!!", "Wachtwoord26112024", "W@chtw00rd123", "p@ssw0rd1234", "P@$$w0rd!!!!", "password!?!?!?!?",
        "motdepasse123", "MotDePasse!!", "passwort2026", "hallo hallo 1", "Bonjour12345", "Azerty123456789!",
        "welkomwelkom", "welkomwachtwoord1", "1q2w3e4r5t6y", "qazwsxedcrfv", "p-a-s-s-w-o-r-d", "wachtwoord83749261",
        "Été20262026!", "Ichliebedich1", "iloveyou1234", "letmein!!!!!!", "ｗｅｌｋｏｍ２０２４！！", "l3tm31n99999",
        "password password password", "wélkom wélkom", "paswoord0000",
    ])
    func whatEverybodyTriesIsRefused(_ password: String) {
        #expect(fault(password) == .common)
    }

    @Test(arguments: [
        "annavermeulen", "Anna.Vermeulen1", "vermeulen2026!", "4nn4v3rm3ul3n", "betternet2026", "Betternet!!!!",
        "B-BICO-B-BICO", "kindenweb2026", "anna@kindenweb", "Sogaard-1985!", "Søgaard-1985!", "vermeulenvermeulen",
        "annavermeulenexample", "Kind & Web 2026", "welkomvermeulen1",
    ])
    func namesThatOthersKnowAreRefused(_ password: String) {
        #expect(fault(password) == .personal)
    }

    @Test(arguments: [
        "aaaaaaaaaaaa", "abcabcabcabc", "123456789012", "987654321098", "lkjhgfdsamnb", "azertyuiopqs", "abcdefghijkl",
        "xyxyxyxyxyxyxyxy", "!@#$%^&*()!@", "wxcvbnwxcvbn", "111111111111", "            ", "zyxwvutsrqpo",
        "qsdfghjklmwx", "&é\"'(§è!çà&é",
    ])
    func rowsAndRepeatsAreRefused(_ password: String) {
        let fault = fault(password)
        #expect(fault == .pattern || fault == .common)
    }

    /// What comes out of a generator of passwords is hardly ever refused.
    @Test func chanceIsAccepted() {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        let refused = (0..<300).filter { _ in
            fault(String((0..<16).map { _ in letters[Int.random(in: 0..<letters.count)] })) != nil
        }
        #expect(refused.isEmpty)
    }

    @Test func everyFaultSaysWhatToDo() {
        for fault in PasswordFault.allCases { #expect(fault.description.contains(": ")) }
    }

    @Test func theListIsPlain() {
        #expect(CommonPasswords.all.count > 5_000)
        let signs = Set("abcdefghijklmnopqrstuvwxyz0123456789_$")
        for word in CommonPasswords.all {
            #expect(word.count >= PasswordReading.shortestWord && word.allSatisfy(signs.contains), "\(word)")
        }
        #expect(
            CommonPasswords.all.isSuperset(of: ["welkom", "wachtwoord", "motdepasse", "azerty", "passwort", "hallo"]))
    }
}
