import Catalogue
import HTML

/// The recommendations of one publication as a list, each a way to its page.
struct RecommendationList: HTML {
    let promises: [PublishedRecommendation]
    let context: PageContext

    var body: some HTML {
        ul(.class("links promises")) {
            for promise in promises {
                li {
                    a(.href(context.link(.recommendation(promise.publication.id, promise.recommendation.id)))) {
                        Localised(promise.recommendation.text, context, isName: true)
                    }
                    StateBadge(state: promise.recommendation.state, context: context)
                    OverdueMark(recommendation: promise.recommendation, context: context)
                }
            }
        }
    }
}

/// Says so where somebody should have looked again.
struct OverdueMark: HTML {
    let recommendation: Recommendation
    let context: PageContext

    var body: some HTML {
        if let overdue = recommendation.overdue(on: context.now.day) {
            " "
            small(.class("notice overdue")) {
                Icon("clock")
                context.texts(.promiseOverdue, context.wording.date(overdue))
            }
        }
    }
}

/// Honest about what is not here: how many recommendations a publication announces, and where to read them.
struct AnnouncedNote: HTML {
    let publication: Record
    let context: PageContext

    var body: some HTML {
        if let announced = publication.announced, announced > entered {
            p(.class("notice")) {
                entered == 0
                    ? context.texts(.promiseAnnouncedNone, "\(announced)")
                    : context.texts(.promiseAnnouncedSome, "\(announced)", "\(entered)")
            }
            ReadIn(publication: publication, context: context)
            p {
                a(.href(context.link(.suggestion(publication.id))), .rel("nofollow")) {
                    Icon("form")
                    context.texts(.promiseSend)
                }
            }
        }
    }

    private var entered: Int { publication.recommendations?.count ?? 0 }
}

/// What a publication asks for, on its own page.
struct PublicationRecommendations: HTML {
    let publication: Record
    let context: PageContext

    var body: some HTML {
        if !publication.publishedRecommendations.isEmpty || publication.announced != nil {
            section(.ariaLabelledBy("asks")) {
                h2(.id("asks")) { context.texts(.promiseSection) }
                RecommendationList(promises: publication.publishedRecommendations, context: context)
                AnnouncedNote(publication: publication, context: context)
                p {
                    a(.href(context.link(.landscape(.recommendations(RecommendationRequest()))))) {
                        context.texts(.promiseAll)
                    }
                }
            }
        }
    }
}
