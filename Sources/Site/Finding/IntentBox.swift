import Catalogue
import HTML

/// What stands above the results when the words ask for a person: who answers, those who are there now first.
struct IntentBox: HTML {
    let context: PageContext
    let intents: [Concept]
    let channels: [Record]

    var body: some HTML {
        section(.class("danger"), .ariaLabelledBy("people")) {
            h2(.id("people")) { context.texts(.intentTalk) }
            for intent in intents.prefix(1) { p { Localised(intent.definition, context) } }
            // Above the cards: on a telephone these fill more than a screen.
            DangerLine(context: context)
            if !guides.isEmpty {
                ul(.class("links")) {
                    for guide in guides {
                        li {
                            a(.href(context.link(.record(.guide, guide.id)))) {
                                context.texts(.intentGuide, guide.title.text(for: context.edition)?.text ?? "")
                            }
                        }
                    }
                }
            }
            div(.class("cards")) {
                for channel in channels.prefix(Found.mostFirst) {
                    RecordCard(record: channel, context: context, level: 3, isUrgent: true)
                }
            }
            p(.class("quiet")) {
                a(.href(context.link(.help))) { context.texts(.intentMore) }
                " " + context.texts(.intentPrivate)
            }
        }
    }

    private var guides: [Record] {
        var seen: Set<RecordID> = []
        return intents.flatMap(\.guides).filter { seen.insert($0).inserted }.compactMap { context.catalogue[$0] }
            .prefix(3).map { $0 }
    }
}
