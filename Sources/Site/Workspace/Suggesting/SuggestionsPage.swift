import Catalogue
import Editorial
import HTML

/// What readers suggest, for those who may handle it.
struct SuggestionsPage: WorkspacePage {
    /// Which of them to show. The raw value is in the address.
    enum Filter: String, CaseIterable, Sendable {
        case open, answered, all

        func takes(_ suggestion: Suggestion) -> Bool {
            switch self {
            case .open: suggestion.isOpen
            case .answered: !suggestion.isOpen
            case .all: true
            }
        }

        fileprivate var label: TextKey {
            switch self {
            case .open: .suggestingOpen
            case .answered: .suggestingAnswered
            case .all: .suggestingAll
            }
        }
    }

    static let filter = "show"
    static let length = 25

    var context: PageContext
    let visit: Workspace.Visit
    let filter: Filter
    /// All that the filter takes.
    let suggestions: [Suggestion]
    /// From 1.
    let page: Int

    var title: String { context.texts(.tasksSuggestions) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.suggestingLead) }
        ul(.class("chips")) {
            for choice in Filter.allCases {
                li {
                    a(.href(address(choice))) { context.texts(choice.label) }
                        .attributes(.ariaCurrent("true"), when: choice == filter)
                }
            }
        }
        if suggestions.isEmpty { p { context.texts(.suggestingNone) } }
        ul(.class("tasks")) {
            for suggestion in suggestions.dropFirst((page - 1) * Self.length).prefix(Self.length) {
                li {
                    a(.href(context.link(.workspace(.suggestion(suggestion.code))))) { context.name(of: suggestion) }
                    " "
                    span(.class("badge")) { context.texts(suggestion.state.label) }
                    p(.class("quiet")) { about(suggestion) }
                }
            }
        }
        Pager(context: context, page: page, total: suggestions.count, length: Self.length) { [self] page in
            context.link(
                .suggestions, asking: [QueryItem(Self.filter, filter.rawValue), QueryItem("page", "\(page)")])
        }
    }

    private func address(_ choice: Filter) -> String {
        context.link(.suggestions, asking: [QueryItem(Self.filter, choice.rawValue)])
    }

    private func about(_ suggestion: Suggestion) -> String {
        [
            context.texts(suggestion.kind), suggestion.language.ownName, context.wording.date(suggestion.receivedOn),
        ].joined(separator: " · ")
    }
}

extension Suggestion {
    var kind: TextKey { record == nil ? .suggestingMissing : .suggestingCorrection }
}

extension Suggestion.State {
    var label: TextKey {
        switch self {
        case .new: .suggestingStateNew
        case .taken: .suggestingStateTaken
        case .done: .suggestingStateDone
        case .declined: .suggestingStateDeclined
        }
    }
}

extension PageContext {
    /// What a suggestion is about: an entry, a page of this site, or something by its own name.
    func name(of suggestion: Suggestion) -> String {
        guard let id = suggestion.record else { return suggestion.survey?.name ?? suggestion.code }
        return catalogue.page(id.description)?.title.text(for: edition)?.text ?? title(of: id)
    }
}
