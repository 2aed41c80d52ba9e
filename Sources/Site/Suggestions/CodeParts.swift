import Editorial
import HTML
import HTTPTypes
import Hummingbird

/// Where somebody types the code of what was sent. It comes in a form and never in an address, so it stands in no log.
struct CodeForm: HTML {
    static let field = "code"
    static let example = "K7MP-2QXD"

    let context: PageContext
    /// As it was typed.
    var code = ""
    var fault: TextKey?
    /// What stands on the button.
    let send: TextKey
    /// Tells the form from others that are sent to the same address.
    var deed: (name: String, value: String)?

    var body: some HTML {
        form(.class("report"), .action(context.link(context.address)), .method("post")) {
            if let deed { input(.type("hidden"), .name(deed.name), .value(deed.value)) }
            FormField(
                name: Self.field, words: context.texts(.suggestionCodeLabel), value: code,
                hint: context.texts(.suggestionCodeHint, Self.example), fault: fault.map { context.texts($0) },
                isRequired: true, longest: 40)
            button(.type("submit")) { context.texts(send) }
        }
    }
}

/// A code for its owner, and what it is good for.
struct CodeWords: HTML {
    let words: String
    let code: String
    let keep: String

    var body: some HTML {
        p {
            words + " "
            strong(.translate("no")) { code }
        }
        p { keep }
    }
}

/// What became of a code that somebody typed.
enum CodeTry<Found: Sendable>: Sendable {
    case found(Found)
    case unknown
    case tooOften

    var status: HTTPResponse.Status {
        switch self {
        case .found: .ok
        case .unknown: .unprocessableContent
        case .tooOften: .tooManyRequests
        }
    }
}

extension SiteEnvironment {
    /// What is kept under a code. Wrong ones count, so that nobody finds codes by trying many.
    func open<Found>(
        _ typed: String, _ request: Request, _ context: SiteRequestContext,
        find: (_ code: String) async throws -> Found?
    ) async throws -> CodeTry<Found> {
        // Taken before it is tried, so that guesses at the same time count as well.
        let source = "suggestion code/" + source(of: request, context)
        guard desk.asking.take(from: source, at: clock()) else { return .tooOften }
        guard let code = Suggestion.code(typed: typed), let found = try await find(code) else { return .unknown }
        desk.asking.giveBack(to: source)
        return .found(found)
    }
}
