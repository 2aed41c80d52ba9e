import Catalogue
import HTML
import Readability

/// Where an editor sees how hard a text is while writing it.
struct ReadabilityPage: SitePage {
    /// In characters: a long guide fits.
    static let longestText = 20_000

    var context: PageContext
    /// What the text is written for.
    let edition: Edition
    var text = ""
    var isTooLong = false

    var title: String { context.texts(.levelTitle) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(.levelLead) }
        form(.class("level"), .action(context.link(.readability)), .method("post")) {
            div(.class("group")) {
                label(.for("edition")) { context.texts(.levelEdition) }
                select(.id("edition"), .name("edition")) {
                    for other in Edition.allCases {
                        option(.value(other.description)) { name(of: other) }
                            .attributes(.selected, when: other == edition)
                    }
                }
            }
            div(.class("group")) {
                label(.for("text")) { context.texts(.levelText) }
                textarea(.id("text"), .name("text"), .rows(10), .maxlength(Self.longestText)) { text }
            }
            button(.type("submit")) { context.texts(.levelButton) }
        }
        div(.id("level")) {
            if isTooLong {
                p(.class("notice"), .role("status")) { context.texts(.levelTooLong, count: Self.longestText) }
            } else if let assessment = Assessment(text, in: edition) {
                AssessmentView(assessment: assessment, context: context)
            } else {
                p(.class("notice"), .role("status")) { context.texts(.levelEmpty) }
            }
        }
        p(.class("quiet")) { context.texts(.levelLimits) }
        script(.src(Asset.level.path), .defer) {}
    }

    private func name(of edition: Edition) -> String {
        edition.language.ownName + (edition.isSimple ? " – " + Texts.of(edition)(.readEasy) : "")
    }
}

/// What the formulas say, and what costs most.
private struct AssessmentView: HTML {
    /// So many sentences and words are shown.
    private static let most = 8

    let assessment: Assessment
    let context: PageContext

    var body: some HTML {
        p(.class(assessment.isMet ? "verdict met" : "verdict"), .role("status")) {
            Icon(assessment.isMet ? "check" : "warning")
            context.texts(assessment.isMet ? .levelMet : .levelMissed)
        }
        table(.class("hours")) {
            caption { context.texts(.levelFigures) }
            tbody {
                row(assessment.formula.name, assessment.score, wanted: assessment.target.score)
                row(context.texts(.levelHarderHalf), assessment.harderHalf, wanted: harderHalf)
                for formula in Formula.all(for: assessment.edition.language).dropFirst() {
                    row(formula.name, formula.score(assessment.figures), wanted: nil)
                }
                row(context.texts(.levelSentenceLength), assessment.figures.sentenceLength, wanted: nil)
                row(context.texts(.levelWordLength), assessment.figures.wordLength, wanted: nil)
            }
        }
        if !assessment.tooLong.isEmpty {
            p { context.texts(.levelTooLongSentences, count: assessment.target.longestSentence) }
        }
        h2 { context.texts(.levelSentences) }
        ol(.lang(assessment.edition.description)) {
            for sentence in assessment.sentences.prefix(Self.most) {
                li {
                    sentence.text + " "
                    small(.class("quiet"), .lang(context.edition.description)) {
                        context.texts(.levelWords, count: sentence.words)
                    }
                }
            }
        }
        if !assessment.words.isEmpty {
            h2 { context.texts(.levelHardWords) }
            ul(.class("chips"), .lang(assessment.edition.description)) {
                for word in assessment.words.prefix(Self.most * 2) {
                    li { span(.class("badge")) { "\(word.text) × \(word.times)" } }
                }
            }
        }
    }

    private var harderHalf: Double {
        assessment.target.score + (assessment.formula.isGrade ? 1 : -1) * assessment.target.slack
    }

    private func row(_ name: String, _ value: Double, wanted: Double?) -> some HTML {
        tr {
            th(.scope("row")) { name }
            td { number(value) }
            td {
                if let wanted {
                    context.texts(assessment.formula.isGrade ? .levelAtMost : .levelAtLeast, number(wanted))
                }
            }
        }
    }

    private func number(_ value: Double) -> String { context.wording.decimal(value) }
}
