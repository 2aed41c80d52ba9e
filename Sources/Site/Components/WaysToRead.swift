import Catalogue
import HTML

/// The languages of a page, its easy words, and every other way to read it.
struct WaysToRead: HTML {
    let context: PageContext

    var body: some HTML {
        nav(.class("languages"), .ariaLabel(context.texts(.languages))) {
            for language in Language.allCases {
                a(
                    .href(address(Edition(language, isSimple: context.edition.isSimple))), .lang(language.rawValue),
                    .hreflang(language.rawValue), .title(language.ownName)
                ) { language.rawValue.uppercased() }
                .attributes(.ariaCurrent("true"), when: language == context.language)
            }
            a(.href(address(context.edition.inWords(simple: !context.edition.isSimple)))) {
                Icon(context.edition.isSimple ? "words" : "easy")
                context.texts(context.edition.isSimple ? .readOrdinary : .readEasy)
            }
        }
        details(.class("ways")) {
            summary {
                span(.class("sign"), .ariaHidden) { "Aa" }
                span(.class("said")) { context.texts(.readOtherwise) }
            }
            div(.class("wayscard")) {
                p { strong { context.texts(.readBeside) } }
                ul(.class("chips")) {
                    for edition in others {
                        li {
                            a(.class("chip"), .href(address(context.edition, beside: edition)), .rel("nofollow")) {
                                name(of: edition)
                            }
                            .attributes(.ariaCurrent("true"), when: edition == context.carried.beside)
                        }
                    }
                    if context.carried.beside != nil {
                        li {
                            a(.class("chip"), .href(address(context.edition, beside: nil))) {
                                context.texts(.readBesideStop)
                            }
                        }
                    }
                }
                // Filled by the script (Public/aloud.js).
                p(.class("aloud")) {}
                p { a(.href(context.link(.offline))) { context.texts(.navOffline) } }
                p { a(.href(context.link(.glossary))) { context.texts(.navGlossary) } }
            }
        }
    }

    /// Easy words of the same language, then the other languages.
    private var others: [Edition] {
        [context.edition.inWords(simple: !context.edition.isSimple)]
            + Language.allCases.filter { $0 != context.language }.map { Edition($0) }
    }

    private func name(of edition: Edition) -> String {
        edition.language == context.language
            ? context.texts(edition.isSimple ? .readEasy : .readOrdinary) : edition.language.ownName
    }

    private func address(_ edition: Edition) -> String { address(edition, beside: context.carried.beside) }

    private func address(_ edition: Edition, beside: Edition?) -> String {
        context.address.print(
            in: edition, carrying: Carried(shortlist: context.shortlist, beside: beside == edition ? nil : beside))
    }
}
