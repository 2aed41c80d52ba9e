import Catalogue
import HTML
import Mapping

/// One recommendation: whom it asks, what became of it, and the evidence for that.
struct RecommendationPage: LandscapePage {
    var context: PageContext
    let promise: PublishedRecommendation

    private var recommendation: Recommendation { promise.recommendation }
    private var publication: Record { promise.publication }
    private var texts: Texts { context.texts }

    var title: String { context.text(of: recommendation) }
    var summary: String? { texts(recommendation.state.meaning) }
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        article(.class("record")) {
            p(.class("eyebrow")) {
                Icon("kind-publication")
                a(.href(context.link(.landscape(.recommendations(RecommendationRequest()))))) { texts(.promiseOne) }
            }
            h1 { Localised(recommendation.text, context, isName: true) }
            p(.class("lead")) { texts(recommendation.state.meaning) }
            OverdueMark(recommendation: recommendation, context: context)
            RecommendationFacts(promise: promise, context: context)
            p(.class("quiet")) { texts(.promiseOurWords) }
            ReadIn(publication: publication, context: context)
        }
        if !recommendation.measures.isEmpty || recommendation.evidence.isEmpty {
            MeasureList(recommendation: recommendation, context: context)
        }
        if !recommendation.evidence.isEmpty {
            section(.ariaLabelledBy("whole")) {
                h2(.id("whole")) { texts(.promiseEvidenceWhole) }
                EvidenceList(evidence: recommendation.evidence, context: context)
            }
        }
        RecommendationFindings(promise: promise, context: context)
        section(.ariaLabelledBy("cite")) {
            h2(.id("cite")) { texts(.promiseCite) }
            blockquote { p { citation } }
        }
        p {
            a(.href(context.link(.suggestion(publication.id))), .rel("nofollow")) {
                Icon("form")
                texts(.somethingWrong)
            }
        }
        p {
            a(.href(context.link(.landscape(.recommendationFeed)))) {
                Icon("news")
                texts(.promiseFeed)
            }
        }
    }

    private var citation: String {
        var words = title
        if words.last == "." { words.removeLast() }
        return texts(
            .promiseCitation, words, context.title(of: publication.id), context.wording.date(context.now.day),
            texts(recommendation.state.label),
            context.settings.publicAddress + context.address.print(in: context.edition))
    }
}

/// Whom it asks, when, in which publication, and where that is said.
private struct RecommendationFacts: HTML {
    let promise: PublishedRecommendation
    let context: PageContext

    var body: some HTML {
        let recommendation = promise.recommendation
        let texts = context.texts
        dl(.class("facts")) {
            Fact(texts(.promiseState)) { StateBadge(state: recommendation.state, context: context) }
            Fact(texts(.promiseTo)) { AddresseeNames(addressees: recommendation.to, context: context) }
            if let asked = promise.asked { Fact(texts(.promiseAsked)) { context.wording.date(asked) } }
            Fact(texts(.promisePublication)) {
                a(.href(context.link(.record(.publication, promise.publication.id)))) {
                    Localised(promise.publication.title, context, isName: true)
                }
            }
            Fact(texts(.promiseSource)) { SourceLink(address: recommendation.source) }
            if !recommendation.themes.isEmpty {
                Fact(texts(.factThemes)) {
                    ConceptLinks(ids: recommendation.themes, vocabulary: .themes, context: context) { .theme($0) }
                }
            }
            if let next = recommendation.nextCheck { Fact(texts(.promiseNextCheck)) { context.wording.date(next) } }
        }
    }
}

private struct SourceLink: HTML {
    let address: WebAddress

    var body: some HTML {
        a(.href(address.description), .rel("noopener nofollow")) { address.site }
    }
}

/// The measures, each with its evidence.
private struct MeasureList: HTML {
    let recommendation: Recommendation
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("measures")) {
            h2(.id("measures")) { context.texts(.promiseMeasures) }
            if recommendation.measures.isEmpty {
                p { context.texts(.promiseMeasuresNone) }
                p { context.texts(.promiseEvidenceNone) }
            }
            for measure in recommendation.measures {
                h3 { Localised(measure.text, context, isName: true) }
                dl(.class("facts")) {
                    Fact(context.texts(.promiseState)) { StateBadge(state: measure.state, context: context) }
                    if !measure.responsible.isEmpty {
                        Fact(context.texts(.promiseResponsible)) {
                            AddresseeNames(addressees: measure.responsible, context: context)
                        }
                    }
                    if let next = measure.nextCheck {
                        Fact(context.texts(.promiseNextCheck)) { context.wording.date(next) }
                    }
                }
                if measure.evidence.isEmpty {
                    p { context.texts(.promiseEvidenceNone) }
                } else {
                    EvidenceList(evidence: measure.evidence, context: context)
                }
            }
        }
    }
}

/// What pages show, oldest first.
private struct EvidenceList: HTML {
    let evidence: [Evidence]
    let context: PageContext

    var body: some HTML {
        ol(.class("evidence")) {
            for evidence in evidence.inOrder {
                li {
                    p {
                        if let date = evidence.on {
                            time(.datetime(date.description)) { context.wording.date(date) }
                        } else {
                            span(.class("quiet")) { context.texts(.promiseUndated) }
                        }
                        StateBadge(state: evidence.state, context: context)
                    }
                    p {
                        Localised(evidence.says, context, isName: true)
                        " ("
                        SourceLink(address: evidence.source)
                        ")"
                    }
                }
            }
        }
    }
}

/// The findings of Betternet Labs that led to it.
private struct RecommendationFindings: HTML {
    let promise: PublishedRecommendation
    let context: PageContext

    var body: some HTML {
        let found = context.catalogue.findings(leadingTo: promise.publication.id, promise.recommendation.id)
        if !found.isEmpty {
            section(.ariaLabelledBy("findings")) {
                h2(.id("findings")) { context.texts(.promiseFindings) }
                ul {
                    for (event, finding) in found {
                        li {
                            Localised(finding.text, context, isName: true)
                            " ("
                            a(.href(context.link(.record(.event, event.id)))) {
                                Localised(event.title, context, isName: true)
                            }
                            ")"
                        }
                    }
                }
            }
        }
    }
}
