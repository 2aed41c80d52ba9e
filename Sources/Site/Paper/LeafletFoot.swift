import Catalogue
import HTML

/// What stands at the end of a printed page: a code for the camera of a phone, a short address, and the day.
///
/// The code is a picture that browsers fetch when they print, so that it costs readers on a screen nothing.
struct LeafletFoot: HTML {
    let context: PageContext

    var body: some HTML {
        div(.class("only-in-print leaflet")) {
            if !context.isKept {
                img(
                    .class("qr"), .src(code), .alt(context.texts(.leafletCode)), .width(200), .height(200),
                    .loading("lazy"))
            }
            p {
                strong { context.shortAddress }
                br()
                context.texts(.leafletDay, context.wording.date(context.now.day))
            }
        }
    }

    private var code: String {
        "/\(context.edition)/qr.svg" + QueryItems([QueryItem("of", context.link(context.address))]).print()
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
