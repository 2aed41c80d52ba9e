import Catalogue
import Exchange
import HTML

/// One concept: its words in four languages, its place among the others, and what the catalogue has with it.
struct ConceptPage: SitePage {
    var context: PageContext
    let name: VocabularyName
    let concept: Concept

    private static let shownRecords = 12

    var title: String { context.label(concept.id, in: name) }
    var summary: String? { concept.definition.text(for: context.edition)?.text }
    var hasPictures: Bool { true }
    var otherForms: [OtherForm] { OtherForm.statements(of: path, title: title) }

    private var texts: Texts { context.texts }
    private var path: String { "/vocabularies/\(name.rawValue)/\(concept.id)" }

    var content: some HTML {
        OpenDataTabs(context: context)
        p(.class("eyebrow")) {
            a(.href(context.link(.openData(.vocabulary(name))))) { name.title(in: texts) }
        }
        h1 { title }
        if !concept.definition.isEmpty { p(.class("lead")) { Localised(concept.definition, context) } }
        section(.ariaLabelledBy("words")) {
            h2(.id("words")) { texts(.vocabularyInFour) }
            words
        }
        if hasPlace {
            section(.ariaLabelledBy("place")) {
                h2(.id("place")) { texts(.vocabularyPlace) }
                dl(.class("facts")) { place }
            }
        }
        records
        ForPrograms(name: path, address: context.addresses.concept(concept.id, in: name), context: context)
    }

    @HTMLBuilder private var words: some HTML {
        for language in Language.allCases {
            h3 { context.wording.name(of: LanguageTag(language)) }
            dl(.class("facts")) {
                Fact(texts(.vocabularyWord)) { inLanguage(language, concept.label[language]) }
                Fact(texts(.vocabularyMeaning)) { inLanguage(language, concept.definition[language]) }
                Fact(texts(.vocabularyOthers)) { inLanguage(language, others(language)) }
            }
        }
    }

    private func inLanguage(_ language: Language, _ text: String?) -> some HTML {
        span(.lang(language.rawValue)) { text ?? "–" }
    }

    private func others(_ language: Language) -> String? {
        let others = concept.names(in: language).filter { $0 != concept.label[language] }
        return others.isEmpty ? nil : others.joined(separator: ", ")
    }

    // MARK: Place

    private var narrower: [ConceptID] { context.catalogue[name].narrower(concept.id).map(\.id) }
    private var same: [String] { KnownConcepts.same(as: concept.id, in: name) }

    private var hasPlace: Bool {
        !concept.broader.isEmpty || !narrower.isEmpty || !concept.formats.isEmpty || !same.isEmpty
    }

    @HTMLBuilder private var place: some HTML {
        if !concept.broader.isEmpty {
            Fact(texts(.vocabularyBroader)) { links(concept.broader, in: name) }
        }
        if !narrower.isEmpty {
            Fact(texts(.vocabularyNarrower)) { links(narrower, in: name) }
        }
        if !concept.formats.isEmpty {
            Fact(texts(.vocabularyNeedFormats)) { links(concept.formats, in: .formats) }
        }
        if !same.isEmpty {
            Fact(texts(.vocabularySame)) {
                for (place, address) in same.enumerated() {
                    if place > 0 { ", " }
                    a(.href(address)) { address }
                }
            }
        }
    }

    private func links(_ ids: [ConceptID], in name: VocabularyName) -> some HTML {
        ConceptLinks(ids: ids, vocabulary: name, context: context) { .openData(.concept(name, $0)) }
    }

    // MARK: Records

    @HTMLBuilder private var records: some HTML {
        let found = context.catalogue.records(with: concept, of: name)
        if !found.isEmpty {
            section(.ariaLabelledBy("records")) {
                h2(.id("records")) { texts(.vocabularyRecords, count: found.count) }
                RecordLinks(records: Array(found.prefix(Self.shownRecords)), context: context)
                if found.count > Self.shownRecords, let facet = name.facet {
                    p {
                        a(.href(context.link(.search(SearchRequest(facet, concept.id.description))))) {
                            texts(.vocabularyMore)
                        }
                    }
                }
            }
        }
    }
}

extension VocabularyName {
    /// By what the search narrows down to one of its concepts.
    fileprivate var facet: SearchRequest.Facet? {
        switch self {
        case .themes: .theme
        case .audiences: .audience
        case .formats: .format
        case .territories: .territory
        case .kinds: .kind
        case .needs: .need
        case .costs: .cost
        case .pillars, .intents, .situations, .glossary, .pictograms, .schoolYears: nil
        }
    }
}

extension Catalogue {
    /// The records in which a concept stands itself, in the order of their ids.
    func records(with concept: Concept, of vocabulary: VocabularyName) -> [Record] {
        let id = concept.id
        switch vocabulary {
        case .themes: return records.filter { $0.themes.contains(id) }
        case .audiences: return records.filter { $0.audiences.contains(id) }
        case .formats: return records.filter { $0.formats.contains(id) }
        case .territories: return records.filter { $0.territories.contains(id) }
        case .pillars: return records.filter { $0.pillars.contains(id) }
        case .costs: return records.filter { $0.cost == id }
        case .kinds: return records.filter { $0.kind.rawValue == id.description }
        case .needs: return records.filter { !Set($0.formats).isDisjoint(with: concept.formats) }
        case .situations: return concept.guides.compactMap { self[$0] }
        case .intents, .glossary, .pictograms, .schoolYears: return []
        }
    }
}
