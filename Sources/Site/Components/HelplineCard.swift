import Catalogue
import HTML

/// A person to call, on every page: nobody stands before a closed door.
struct HelplineCard: HTML {
    let context: PageContext

    var body: some HTML {
        p(.class("helpline")) {
            if let helpline, let number = helpline.contact?.phones.first?.number {
                context.texts(.helplineLead) + " "
                a(.href("tel:\(number.dialled)")) { number.description }
                " ("
                    + (context.catalogue[.init("child-focus") ?? helpline.id]?.title.text(for: context.edition)?.text
                        ?? "") + "). "
            }
            context.texts(.emergencyLead) + " "
            a(.href("tel:112")) { "112" }
            "."
        }
    }

    private var helpline: Record? { Identifier("child-focus-116000").flatMap { context.catalogue[$0] } }
}
