import Catalogue
import HTML

/// A page of running text out of the catalogue. The page about the consortium also lists its members, and who comes
/// to write finds the way to somebody who answers now.
struct TextPage: SitePage {
    var context: PageContext
    let page: EditorialPage

    var title: String { page.title.text(for: context.edition)?.text ?? page.id.description }
    var summary: String? { page.lead.text(for: context.edition)?.text }
    var explainsWords: Bool { true }

    var content: some HTML {
        h1 { Localised(page.title, context) }
        p(.class("lead")) { Localised(page.lead, context) }
        if page.id.description == "contact" {
            a(.class("button urgent"), .href(context.link(.help))) {
                Icon("help")
                context.texts(.helpNow)
            }
        }
        for section in page.sections {
            h2 { Localised(section.heading, context) }
            if let passage = section.text.text(for: context.edition) {
                div(.lang(passage.edition.description)) { RunningText(text: passage.text) }
            }
            if !section.links.isEmpty {
                ul {
                    for link in section.links {
                        li {
                            a(.href(link.address.description), .rel("noopener")) {
                                Localised(link.label, context, isName: true)
                            }
                        }
                    }
                }
            }
        }
        if page.id.description == "about", let charter = context.catalogue.page("charter") {
            p { a(.href(context.link(.page(charter.id)))) { Localised(charter.title, context) } }
        }
        if page.id.description == "contact" { WaysToSuggest(context: context) }
        if page.id.description == "consortium" { MemberList(context: context) }
        if page.id.description == "accessibility" { AccessRunSection(context: context) }
    }
}

/// What anybody may send, and the way to the answer.
private struct WaysToSuggest: HTML {
    let context: PageContext

    var body: some HTML {
        ul(.class("links")) {
            li { a(.href(context.link(.suggest))) { context.texts(.initiativeTitle) } }
            li { a(.href(context.link(.suggestionAnswer))) { context.texts(.suggestionHaveCode) } }
        }
    }
}

private struct MemberList: HTML {
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("members")) {
            h2(.id("members")) { context.texts(.membersTitle) }
            div(.class("cards")) {
                for member in context.catalogue.records where member.member {
                    RecordCard(record: member, context: context, level: 3)
                }
            }
            h2 { context.texts(.joinInvitation) }
            p { context.texts(.joinLead) }
            p { a(.class("button"), .href(context.link(.join))) { context.texts(.joinTitle) } }
        }
    }
}
