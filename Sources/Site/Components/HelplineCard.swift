import Catalogue
import Guidance
import HTML

/// A person to call, on every page: nobody stands before a closed door.
struct HelplineCard: HTML {
    let context: PageContext

    var body: some HTML {
        p(.class("helpline")) {
            if let helpline, let number = helpline.contact?.phones.first?.number {
                context.texts(.helplineLead) + " "
                a(.href("tel:\(number.dialled)")) { number.description }
                " (\(about(helpline))). "
            }
            context.texts(.emergencyLead) + " "
            a(.href("tel:112")) { "112" }
            "."
        }
    }

    /// Whose it is, and which languages it speaks where the reader's is not among them.
    private func about(_ helpline: Record) -> String {
        let name = context.catalogue[.init("child-focus") ?? helpline.id]?.title.text(for: context.edition)?.text ?? ""
        guard !helpline.speaks(context.language) else { return name }
        return name + ", " + context.texts(.inLanguage, context.wording.names(of: helpline.languages))
    }

    private var helpline: Record? { Identifier("child-focus-116000").flatMap { context.catalogue[$0] } }
}
