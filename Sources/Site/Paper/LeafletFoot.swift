import Catalogue
import HTML

/// What stands at the end of a printed page: a code for the camera of a phone, a short address, and the day.
///
/// The code is a picture that browsers fetch when they print, so that it costs readers on a screen nothing.
struct LeafletFoot: HTML {
    let context: PageContext

    var body: some HTML {
        div(.class("only-in-print leaflet")) {
            if !context.isKept, path.utf8.count <= PaperRoutes.longestAddress {
                img(
                    .class("qr"), .src(Address.code(path: path).print(in: context.edition)),
                    .alt(context.texts(.leafletCode)), .width(200), .height(200), .loading("lazy"))
            }
            p {
                if context.address != .shortlist {
                    strong { context.shortAddress }
                    br()
                }
                context.texts(.leafletDay, context.wording.date(context.now.day))
            }
        }
    }

    /// What a reader keeps is nobody else's business: only the sheet of the shortlist leads to it.
    private var path: String {
        let shortlist = context.address == .shortlist ? context.shortlist : Shortlist()
        return context.address.print(
            in: context.edition, carrying: Carried(shortlist: shortlist, beside: context.carried.beside))
    }
}

extension PageContext {
    /// An address that can be typed: a record by its id alone, anything else without `https://`.
    var shortAddress: String {
        let site = settings.publicAddress.replacing(#/^https?:\/\//#, with: "")
        if case .record(_, let id) = address { return site + "/\(id)" }
        return site + address.print(in: edition)
    }
}
