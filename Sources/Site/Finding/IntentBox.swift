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
            div(.class("cards")) {
                for channel in shown { RecordCard(record: channel, context: context, level: 3, isUrgent: true) }
            }
            p {
                context.texts(.intentDanger) + " "
                a(.href("tel:112")) { "112" }
                " "
                a(.href("tel:101")) { "101" }
            }
            p(.class("quiet")) {
                a(.href(context.link(.help))) { context.texts(.intentMore) }
                " " + context.texts(.intentPrivate)
            }
        }
    }

    /// The best channels; of these, those that answer now come first.
    private var shown: [Record] {
        let best = channels.prefix(Found.mostFirst)
        func isOpen(_ record: Record) -> Bool { record.contact?.hours?.state(at: context.now).isOpen == true }
        return best.filter(isOpen) + best.filter { !isOpen($0) }
    }
}
