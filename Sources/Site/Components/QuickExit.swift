import Catalogue
import HTML

/// Leaves this site at once for a page about nothing in particular. A plain link; with script it also takes this page
/// out of the history of the tab, and three times Shift does the same.
struct QuickExit: HTML {
    let context: PageContext

    var body: some HTML {
        a(.class("exit"), .href(address), .rel("nofollow noreferrer noopener"), .title(context.texts(.exitHint))) {
            Icon("exit")
            context.texts(.exitNow)
        }
        script(.src(Asset.exit.path), .defer) {}
    }

    private var address: String {
        context.settings.exitAddress.replacing("%@", with: context.language.rawValue)
    }
}

/// What the quick exit does not do, and how to do it oneself.
struct HistoryNote: HTML {
    let context: PageContext

    var body: some HTML {
        details(.class("traces away-in-print")) {
            summary { context.texts(.historyTitle) }
            p { context.texts(.historyExit) }
            p { context.texts(.historyClear) }
            p { context.texts(.historyNext) }
        }
    }
}
