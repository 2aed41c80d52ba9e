import Catalogue
import Editorial
import HTML

/// Who knows what: the people of the members who chose to be found.
struct KnowledgePage: WorkspacePage {
    static let theme = "theme"
    static let words = "words"

    var context: PageContext
    let visit: Workspace.Visit
    let people: [Knower]
    var theme: ConceptID?
    var words = ""

    var title: String { context.texts(.consortiumKnowledge) }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        ConsortiumTabs(context: context)
        p(.class("lead")) { context.texts(.consortiumKnowledgeLead) }
        form(.class("work filter"), .method("get"), .action(context.link(.workspace(.knowledge)))) {
            PickOne(
                name: Self.theme, words: context.texts(.consortiumTheme), options: themes,
                chosen: theme?.description ?? "")
            FormField(
                name: Self.words, words: context.texts(.consortiumWords), value: words,
                hint: context.texts(.consortiumWordsHint), longest: 200)
            button(.type("submit")) { context.texts(.consortiumShow) }
        }
        p(.class("total"), .role("status")) { context.texts(.consortiumFoundPeople, count: found.count) }
        KnowerList(people: found, context: context)
        p {
            context.texts(.consortiumNotIn) + " "
            a(.href(context.link(.workspace(.account)))) { context.texts(.workAccount) }
        }
    }

    private var found: [Knower] {
        let vocabulary = context.catalogue[.themes]
        let wanted = theme.map { Set([$0] + vocabulary.descendants(of: $0)) }
        return people.filter { person in
            let labels = person.knows.map { context.label($0, in: .themes) }
            return person.matches(
                themes: wanted, words: words, names: labels + [context.keeper(person.organisation)])
        }
    }

    /// Every theme once, the narrower ones below the first of their broader ones.
    private var themes: [PickOption] {
        let vocabulary = context.catalogue[.themes]
        var options = [PickOption("", context.texts(.consortiumAnyTheme))]
        var seen: Set<ConceptID> = []
        func add(_ concept: Concept, _ mark: String) {
            guard seen.insert(concept.id).inserted else { return }
            options.append(PickOption(concept.id.description, mark + context.label(concept.id, in: .themes)))
        }
        for top in vocabulary.top {
            add(top, "")
            for narrower in vocabulary.descendants(of: top.id).compactMap({ vocabulary[$0] }) { add(narrower, "– ") }
        }
        return options
    }
}

/// People with what they know and how to reach them.
struct KnowerList: HTML {
    let people: [Knower]
    let context: PageContext
    /// Where everybody is of the same organisation, it needs no saying.
    var hasOrganisation = true

    var body: some HTML {
        ul(.class("persons")) {
            for person in people {
                li {
                    p(.class("heading")) {
                        person.name
                        if hasOrganisation {
                            " · "
                            if let own = person.organisation {
                                context.memberLink(own)
                            } else {
                                context.texts(.consortiumCoordinator)
                            }
                        }
                    }
                    if !person.knows.isEmpty {
                        p { person.knows.map { context.label($0, in: .themes) }.joined(separator: ", ") }
                    }
                    if !person.words.isEmpty { p { person.words } }
                    p { MailTo(address: person.email) }
                }
            }
        }
    }
}

/// An e-mail address to write to.
struct MailTo: HTML {
    let address: String

    var body: some HTML {
        a(.href("mailto:\(target)")) {
            Icon("mail")
            address
        }
    }

    /// A name may hold signs that mean something in a link (RFC 6068, section 2).
    private var target: String {
        let name = address.prefix { $0 != "@" }
        return QueryItems.encode(String(name)).replacing("+", with: "%20") + address.dropFirst(name.count)
    }
}
