import Catalogue
import Testing

@testable import Editorial

/// Every kind of reason is found, said, and weighs what it should.
@Suite struct DoublesReasonTests {
    private func likely(_ draft: Record, among records: [Record]) -> [LikelyDouble] {
        DoubleFinder(DoublesFixtures.catalogue(records)).likely(for: draft)
    }

    @Test func theSameNameInAnotherLanguageIsToldWithBoth() throws {
        let other = DoublesFixtures.record("other", title: [.nl: "Veilig surfen", .fr: "Surfer en sécurité"])
        let draft = DoublesFixtures.record("draft", title: [.de: "SURFER EN SECURITE!"])
        let found = try #require(likely(draft, among: [other]).first)
        #expect(found.reasons == [.sameName(.de, .fr)])
        #expect(abs(found.score - 0.75) < 1e-9)
        let same = DoublesFixtures.record("draft", title: [.fr: "Surfer, en sécurité"])
        #expect(likely(same, among: [other]).first?.reasons == [.sameName(.fr, .fr)])
    }

    @Test func aNameThatResemblesIsShown() throws {
        let other = DoublesFixtures.record("other", title: [.nl: "Mediacoach Vlaanderen"])
        let draft = DoublesFixtures.record("draft", title: [.nl: "Mediacoach Vlanderen"])
        #expect(likely(draft, among: [other]).first?.reasons == [.similarName("Mediacoach Vlaanderen")])
        let edition = DoublesFixtures.record("e", title: [.nl: "Mediacoach Vlaanderen 2021"])
        #expect(likely(edition, among: [other]).first?.record == other.id)
        let next = DoublesFixtures.record("f", title: [.nl: "Mediacoach Vlaanderen 2022"])
        #expect(likely(next, among: [edition]).isEmpty)
    }

    @Test func aNameBeforeAnExplanationIsRecognised() {
        let other = DoublesFixtures.record("other", .channel, title: [.nl: "Awel – bel 102, chat of mail"])
        let draft = DoublesFixtures.record("draft", .channel, title: [.nl: "Awel"])
        #expect(likely(draft, among: [other]).first?.reasons == [.similarName("Awel – bel 102, chat of mail")])
        // Two with the same first words are a series, not doubles.
        let second = DoublesFixtures.record("draft", .channel, title: [.nl: "Awel – een lespakket voor leerkrachten"])
        #expect(likely(second, among: [other]).isEmpty)
    }

    @Test func phoneNumbersAreComparedAsDialled() throws {
        let other = DoublesFixtures.record("other", .channel, phones: ["+32 2 274 48 00"])
        let draft = DoublesFixtures.record("draft", .channel, phones: ["02 274 48 00"])
        let number = try #require(PhoneNumber("02 274 48 00"))
        #expect(likely(draft, among: [other]).first?.reasons == [.samePhone(number)])
        let emergency = DoublesFixtures.record("other", .channel, phones: ["101"])
        #expect(likely(DoublesFixtures.record("draft", .channel, phones: ["101"]), among: [emergency]).isEmpty)
    }

    @Test func emailAndDomainCountTogether() throws {
        let other = DoublesFixtures.record("other", links: ["https://fr.awel.be/a"], emails: ["Info@awel.be"])
        let draft = DoublesFixtures.record("draft", links: ["https://www.awel.be/b"], emails: ["info@awel.be"])
        let found = try #require(likely(draft, among: [other]).first)
        #expect(found.reasons == [.sameEmail("info@awel.be"), .sameDomain("awel.be")])
        #expect(abs(found.score - (1 - 0.5 * 0.7)) < 1e-9)
    }

    @Test func aPageSaysMoreThanItsDomain() throws {
        let other = DoublesFixtures.record("other", links: ["https://www.awel.be/nl/chat/"])
        let draft = DoublesFixtures.record("draft", links: ["http://awel.be/chat"])
        let address = try #require(WebAddress("http://awel.be/chat"))
        #expect(likely(draft, among: [other]).first?.reasons == [.samePage(address)])
        let near = DoublesFixtures.record("draft", links: ["http://awel.be/forum"], emails: ["a@awel.be"])
        #expect(likely(near, among: [other]).isEmpty, "a domain alone is too little")
    }

    @Test func whatManyHaveSaysLittle() {
        let many = (0..<20).map { DoublesFixtures.record("r\($0)", links: ["https://awel.be"], phones: ["102"]) }
        let draft = DoublesFixtures.record("draft", links: ["https://awel.be"], phones: ["102"])
        #expect(likely(draft, among: many).isEmpty)
        #expect(!likely(draft, among: Array(many.prefix(1))).isEmpty)
        #expect(DoubleFinder(DoublesFixtures.catalogue(many)).all().isEmpty)
    }

    @Test func theSameOwnerOnlyStrengthens() throws {
        let other = DoublesFixtures.record("other", title: [.nl: "Veilig surfen"], owners: ["awel"])
        let stranger = DoublesFixtures.record("draft", title: [.nl: "Iets anders"], owners: ["awel"])
        #expect(likely(stranger, among: [other]).isEmpty)
        let draft = DoublesFixtures.record("draft", title: [.nl: "Veilig surfen"], owners: ["x", "awel"])
        let found = try #require(likely(draft, among: [other]).first)
        #expect(found.reasons == [.sameName(.nl, .nl), .sameOwner(DoublesFixtures.id("awel"))])
        #expect(found.score > 0.75)
    }

    @Test func aCopiedTextIsSeen() throws {
        let text = "Vier animaties leren jongeren met een beperking veilig omgaan met berichten van vreemden"
        let padding = (0..<30).map {
            DoublesFixtures.record("p\($0)", summary: [.nl: "Een les voor jongeren over onderwerp nummer \($0)"])
        }
        let other = DoublesFixtures.record("other", summary: [.nl: text])
        let draft = DoublesFixtures.record("draft", summary: [.nl: "Nieuw! " + text + ", gratis."])
        let found = likely(draft, among: padding + [other])
        #expect(found.map(\.record) == [other.id])
        guard case .similarText(let share) = try #require(found.first?.reasons.first) else {
            Issue.record("\(found)")
            return
        }
        #expect((0.6..<1).contains(share))
    }

    @Test func acrossLanguagesNamesAndNumbersAreCompared() throws {
        let dutch = "Op de site Cybersquad praten jongeren met Child Focus, ook via Instagram, of op 116000."
        let french = "Sur Cybersquad, les jeunes parlent avec Child Focus, sur Instagram ou au 116000."
        let padding = (0..<30).map { DoublesFixtures.record("p\($0)", summary: [.nl: "Een les over Brussel in \($0)"]) }
        let other = DoublesFixtures.record("other", summary: [.nl: dutch], emails: ["a@awel.be"])
        let draft = DoublesFixtures.record("draft", summary: [.fr: french], emails: ["b@awel.be"])
        let found = try #require(likely(draft, among: padding + [other]).first)
        #expect(found.record == other.id)
        #expect(found.reasons.contains { if case .similarMentions = $0 { true } else { false } }, "\(found)")
    }

    @Test func differentKindsNeedStrongerEvidence() throws {
        let organisation = DoublesFixtures.record(
            "other", .organisation, title: [.nl: "Awel"], links: ["https://awel.be"], phones: ["102"])
        var draft = DoublesFixtures.record("draft", .channel, links: ["https://awel.be/chat"], phones: ["102"])
        #expect(likely(draft, among: [organisation]).first?.score ?? 0 < DoubleFinder.leastListed)
        draft.kind = .organisation
        #expect(likely(draft, among: [organisation]).first?.score ?? 0 >= DoubleFinder.leastListed)
        // Whoever names the other knows that they are two.
        draft = DoublesFixtures.record(
            "draft", .channel, title: [.nl: "Awel"], owners: ["other"], links: ["https://awel.be"], phones: ["102"])
        #expect(likely(draft, among: [organisation]).isEmpty)
    }

    @Test func scoresStayBetweenNothingAndOne() throws {
        let text = "Jongeren praten gratis en anoniem over alles wat hen bezighoudt"
        let other = DoublesFixtures.record(
            "other", title: [.nl: "Awel"], summary: [.nl: text], owners: ["o"], links: ["https://awel.be"],
            phones: ["102"], emails: ["a@awel.be"])
        var draft = other
        draft.id = DoublesFixtures.id("draft")
        let found = try #require(likely(draft, among: [other]).first)
        #expect((0.98...1).contains(found.score))
        #expect(found.reasons.count == 6)
    }
}
