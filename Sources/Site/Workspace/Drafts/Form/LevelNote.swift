import Catalogue
import HTML
import Readability

/// How hard one text of a form is, in few words.
enum LevelNote: Hashable, Sendable {
    case met
    /// What costs most: a sentence of so many words, where at most `most` are wanted.
    case longSentence(words: Int, most: Int)
    /// Long words, those that cost most first.
    case hardWords([String])

    /// Fewer words say nothing about a level.
    private static let fewestWords = 8
    private static let mostWords = 3

    /// Nil where there is too little to judge.
    init?(_ text: String, in edition: Edition) {
        guard let assessment = Assessment(text, in: edition) else { return nil }
        if let longest = assessment.tooLong.first {
            self = .longSentence(words: longest.words, most: assessment.target.longestSentence)
        } else if assessment.figures.words < Self.fewestWords {
            return nil
        } else if assessment.isMet {
            self = .met
        } else {
            self = .hardWords(assessment.words.prefix(Self.mostWords).map(\.text))
        }
    }

    func words(in context: PageContext) -> String {
        switch self {
        case .met: context.texts(.draftLevelMet)
        case .longSentence(let words, let most):
            context.texts(.draftLevelLong, "\(words)", "\(most)")
        case .hardWords(let words):
            words.isEmpty
                ? context.texts(.draftLevelHard)
                : context.texts(.draftLevelHardWords, words.joined(separator: ", "))
        }
    }
}

/// The line below a text that says how hard it is; empty where there is too little to judge.
struct LevelLine: HTML {
    let name: String
    let note: LevelNote?
    let form: FormState

    var body: some HTML {
        p(.class(note == .met ? "level-note met" : "level-note"), .id("\(name)-level")) {
            note?.words(in: form.context) ?? ""
        }
    }
}
