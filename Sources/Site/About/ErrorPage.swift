import HTML
import HTTPTypes

/// What a reader sees when something is not there or goes wrong: what happened, where to go on, whom to call.
struct ErrorPage: SitePage {
    var context: PageContext
    let status: HTTPResponse.Status
    /// Under which the keepers of the site find in their log what went wrong.
    var code: String?

    var title: String { context.texts(keys.title) }
    var isListed: Bool { false }
    var freshness: ReadyPage.Freshness { .never }

    var content: some HTML {
        h1 { title }
        p(.class("lead")) { context.texts(keys.text) }
        if let code { p { context.texts(.brokenCode, code) } }
        SearchForm(context: context)
        ToHelpOrHome(context: context)
    }

    private var keys: (title: TextKey, text: TextKey) {
        switch status.code {
        case 404: (.notFoundTitle, .notFoundText)
        case 410: (.goneTitle, .goneText)
        case 405: (.wrongMethodTitle, .wrongMethodText)
        case 413, 414, 431: (.tooLargeTitle, .tooLargeText)
        case 429: (.tooManyTitle, .tooManyText)
        case 500...: (.brokenTitle, .brokenText)
        default: (.badRequestTitle, .badRequestText)
        }
    }
}
