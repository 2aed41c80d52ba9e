import HTML

/// A long list of boxes to tick, folded away behind what is chosen. A script puts a search box above it.
struct PickList: HTML {
    struct Choice: Sendable {
        let value: String
        let words: String
        /// Other words by which it is found.
        var alsoCalled: [String] = []
        /// How many broader choices stand above it.
        var depth = 0
        var isChosen = false
    }

    let name: String
    let words: String
    let choices: [Choice]
    var fault: String?
    let context: PageContext

    var body: some HTML {
        details(
            .class(fault == nil ? "pick" : "pick wrong"), .id(name), .data("data-search", context.texts(.draftFilter))
        ) {
            summary {
                words
                span(.class("chosen")) { chosen }
            }
            if let fault { p(.class("fault"), .id("\(name)-fault")) { fault } }
            fieldset {
                legend(.class("away")) { words }
                for choice in choices {
                    label(.class(style(of: choice))) {
                        input(.type("checkbox"), .name(name), .value(choice.value))
                            .attributes(.checked, when: choice.isChosen)
                        span { choice.words }
                    }
                    .attributes(
                        .data("data-also", choice.alsoCalled.joined(separator: " ")), when: !choice.alsoCalled.isEmpty)
                }
            }
        }
        .attributes(.open, when: fault != nil)
    }

    /// A colon before what is chosen stays away where nothing is.
    private var chosen: String { choices.filter(\.isChosen).map(\.words).joined(separator: ", ") }

    private func style(of choice: Choice) -> String {
        switch choice.depth {
        case 0: "choice"
        case 1: "choice narrow"
        default: "choice narrower"
        }
    }
}
