import Catalogue
import Editorial
import HTML

/// What somebody without account sent, as it was sent: text of strangers, in their language.
struct SentView: HTML {
    let suggestion: Suggestion
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        section(.ariaLabelledBy("sent")) {
            h2(.id("sent")) { texts(.suggestingSent) }
            dl(.class("facts")) {
                if let record = suggestion.record.flatMap({ context.catalogue.any($0) }) {
                    Fact(texts(.suggestionSubject)) {
                        a(.href(context.link(.workspace(.entry(record.id))))) { context.title(of: record.id) }
                    }
                }
                own(.suggestingMessage, suggestion.message)
                if let survey = suggestion.survey { answers(survey) }
                Fact(texts(.suggestingLanguage)) { context.wording.name(of: LanguageTag(suggestion.language)) }
                Fact(texts(.suggestionReceivedOn)) { context.wording.date(suggestion.receivedOn) }
                if suggestion.isOpen {
                    Fact(texts(.suggestingContact)) { suggestion.contact ?? texts(.suggestingNoContact) }
                }
                Fact(texts(.suggestingCode)) { suggestion.code }
            }
        }
    }

    @HTMLBuilder private func answers(_ survey: Survey) -> some HTML {
        own(.initiativeName, survey.name)
        own(.initiativeAbout, survey.about)
        if let site = WebAddress(survey.website) {
            Fact(texts(.initiativeLink)) {
                a(.href(site.description), .rel("noopener nofollow")) { site.description }
            }
        }
        own(.initiativeOrganisation, survey.organisation)
        fact(.facetAudience, survey.audiences.map { context.label($0, in: .audiences) })
        fact(.facetTerritory, survey.territories.map { context.label($0, in: .territories) })
        fact(.facetTheme, survey.themes.map { context.label($0, in: .themes) })
        fact(.facetLanguage, survey.languages.map { context.wording.name(of: $0) })
        fact(.initiativeSince, survey.since.map { ["\($0)"] } ?? [])
        own(.initiativePractice, survey.practice)
        own(.initiativeEvaluation, survey.evaluation)
        own(.initiativeNeeds, survey.needs)
    }

    /// In the words of the sender; nothing where nothing was written.
    @HTMLBuilder private func own(_ name: TextKey, _ words: String) -> HTMLFragment {
        if !words.isEmpty {
            Fact(texts(name)) { div(.lang(suggestion.language.rawValue)) { RunningText(text: words) } }
        }
    }

    @HTMLBuilder private func fact(_ name: TextKey, _ labels: [String]) -> HTMLFragment {
        if !labels.isEmpty { Fact(texts(name)) { labels.joined(separator: ", ") } }
    }
}
