import Catalogue
import HTML
import Mapping

extension RecommendationState {
    var label: TextKey {
        switch self {
        case .open: .promiseOpen
        case .begun: .promiseBegun
        case .done: .promiseDone
        case .dropped: .promiseDropped
        }
    }

    /// What the state means, as a sentence.
    var meaning: TextKey {
        switch self {
        case .open: .promiseOpenLong
        case .begun: .promiseBegunLong
        case .done: .promiseDoneLong
        case .dropped: .promiseDroppedLong
        }
    }

    /// Told apart without colour: a ring that fills, and a bar through it.
    var sign: String {
        switch self {
        case .open: "○"
        case .begun: "◐"
        case .done: "●"
        case .dropped: "⊘"
        }
    }
}

/// A state as a word with its sign.
struct StateBadge: HTML {
    let state: RecommendationState
    let context: PageContext

    var body: some HTML {
        span(.class("badge progress-state \(state.rawValue)")) {
            span(.ariaHidden) { state.sign + "\u{A0}" }
            context.texts(state.label)
        }
    }
}

/// Those whom a recommendation asks, or who answer for a measure.
struct AddresseeNames: HTML {
    let addressees: Addressees
    let context: PageContext

    var body: some HTML {
        for (number, addressee) in addressees.all.enumerated() {
            if number > 0 { ", " }
            if let name = addressee.name {
                Localised(name, context, isName: true)
            } else if let organisation = context.catalogue[addressee.key] {
                a(.href(context.link(.record(organisation.kind, organisation.id)))) {
                    Localised(organisation.title, context, isName: true)
                }
            } else {
                context.title(of: addressee.key)
            }
        }
    }
}

extension PageContext {
    func title(of addressee: AskedParty) -> String {
        addressee.name?.text(for: edition)?.text ?? title(of: addressee.key)
    }

    func text(of recommendation: Recommendation) -> String {
        recommendation.text.text(for: edition)?.text ?? recommendation.id.description
    }
}

/// Where a publication can be read, in every language in which it exists: the reader's own first.
struct ReadIn: HTML {
    let publication: Record
    let context: PageContext

    var body: some HTML {
        if !links.isEmpty {
            p {
                context.texts(.promiseReadIn)
                for (number, link) in links.enumerated() {
                    number > 0 ? ", " : " "
                    a(.href(link.address.description), .rel("noopener")) {
                        if link.address.isDownload { Icon("download") }
                        link.language.map { context.wording.name(of: LanguageTag($0)) } ?? link.address.site
                    }
                }
            }
        }
    }

    private var links: [Link] {
        publication.links.filter { $0.language == context.language }
            + publication.links.filter { $0.language != context.language }
    }
}
