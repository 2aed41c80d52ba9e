import Testing

@testable import Catalogue
@testable import Editorial

@Suite struct TranslationsTests {
    private func record() throws -> Record {
        var record = Record(
            id: try #require(RecordID("one")), kind: .resource,
            title: LocalisedText([.nl: "Een spel", .fr: "Un jeu", .de: "Ein Spiel"]),
            summary: LocalisedText([.nl: "Je speelt.", .fr: "Vous jouez.", .de: "Sie spielen."]), status: .active)
        record.translations = [.nl: .original, .fr: .person, .de: .machine]
        return record
    }

    private func states(
        to new: Record, stated: [Language: TranslationState] = [:], isSmall: Bool = false
    ) throws -> [Language: TranslationState] {
        Translations.states(from: try record(), to: new, stated: stated, isSmall: isSmall) ?? [:]
    }

    @Test func aChangedOriginalMakesItsTranslationsOld() throws {
        var new = try record()
        new.summary[.nl] = "Je speelt samen."
        #expect(try states(to: new) == [.nl: .original, .fr: .outdated, .de: .outdated])
    }

    @Test func aSmallEditLeavesThemValid() throws {
        var new = try record()
        new.summary[.nl] = "Je speelt!"
        #expect(try states(to: new, isSmall: true) == [.nl: .original, .fr: .person, .de: .machine])
    }

    @Test func aTranslationThatChangedWithTheOriginalIsNotOld() throws {
        var new = try record()
        new.summary[.nl] = "Je speelt samen."
        new.summary[.fr] = "Vous jouez ensemble."
        #expect(try states(to: new) == [.nl: .original, .fr: .person, .de: .outdated])
    }

    @Test func whatAPersonSaysOfATranslationCounts() throws {
        var new = try record()
        new.summary[.nl] = "Je speelt samen."
        #expect(try states(to: new, stated: [.de: .person])[.de] == .person)
    }

    @Test func aChangedTranslationMakesNothingOld() throws {
        var new = try record()
        new.summary[.fr] = "Vous jouez ensemble."
        #expect(try states(to: new) == [.nl: .original, .fr: .person, .de: .machine])
    }

    @Test func aLanguageWithoutTextsHasNoState() throws {
        var new = try record()
        new.title[.de] = nil
        new.summary[.de] = nil
        #expect(try states(to: new)[.de] == nil)
        #expect(try states(to: new, stated: [.en: .person])[.en] == nil)
    }

    @Test func withoutAWordTheOwnersNamesAreTheOriginal() throws {
        var old = try record()
        old.translations = nil
        old.ownNames = [.fr]
        var new = old
        new.title[.fr] = "Le jeu"
        let states = Translations.states(from: old, to: new, stated: [:], isSmall: false)
        #expect(states == [.nl: .outdated, .de: .outdated])
    }
}
