import Catalogue
import HTML
import Mapping

/// One group: its sentence, what it suggests, its members, and why they are together.
struct SynergyCard: HTML {
    /// Among all groups.
    let number: Int
    let group: SynergyGroup
    let context: PageContext

    private var texts: Texts { context.texts }

    var body: some HTML {
        let words = SynergyWords(group: group, context: context)
        article(.class("card synergy"), .id("group-\(number)")) {
            h3 { words.sentence }
            for advice in group.advice {
                p(.class("suggests")) {
                    strong { texts(advice.suggestion.label) }
                    " – "
                    words.says(advice)
                }
            }
            ul { for member in group.members { SynergyMember(member: member, context: context) } }
            h4 { texts(.synergyWhy) }
            dl(.class("facts")) {
                Fact(texts(.synergyLikeness)) { words.likeness }
                for reason in group.reasons { fact(reason, words) }
                if !group.missing.isEmpty { Fact(texts(.synergyMissing)) { words.names(of: group.missing) } }
                if !group.partly.isEmpty { Fact(texts(.synergyPartly)) { words.names(of: group.partly) } }
            }
        }
    }

    @HTMLBuilder private func fact(_ reason: SynergyReason, _ words: SynergyWords) -> some HTML {
        switch reason {
        case .themes(let ids): Fact(texts(.factThemes)) { labels(ids, .themes) }
        case .audiences(let ids): Fact(texts(.factFor)) { labels(ids, .audiences) }
        case .formats(let ids): Fact(texts(.factFormats)) { labels(ids, .formats) }
        case .places(let ids): Fact(texts(.synergyPlaces)) { labels(ids, .territories) }
        case .organisations(let ids): Fact(texts(.factBy)) { ids.map(context.title).joined(separator: ", ") }
        case .words:
            if let found = words.words {
                Fact(texts(.synergyWords)) {
                    span { found.words.joined(separator: ", ") }
                        .attributes(.lang(found.language.rawValue), when: found.language != context.language)
                }
            }
        }
    }

    private func labels(_ ids: [ConceptID], _ vocabulary: VocabularyName) -> String {
        ids.map { context.label($0, in: vocabulary) }.joined(separator: ", ")
    }
}

/// A member of a group: what it is called, who is behind it, where, and in which languages.
private struct SynergyMember: HTML {
    let member: SynergyGroup.Member
    let context: PageContext

    var body: some HTML {
        if let record = context.catalogue[member.id] {
            li {
                a(.href(context.link(.record(record.kind, record.id)))) {
                    Localised(record.title, context, isName: true)
                }
                " "
                span(.class("quiet")) { facts(record).joined(separator: " · ") }
            }
        }
    }

    private func facts(_ record: Record) -> [String] {
        [
            record.organisations.map(context.title).joined(separator: ", "),
            context.wording.names(of: member.languages),
            record.territories.map { context.label($0, in: .territories) }.joined(separator: ", "),
        ].filter { !$0.isEmpty }
    }
}
