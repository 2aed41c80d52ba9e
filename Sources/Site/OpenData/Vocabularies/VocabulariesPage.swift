import Catalogue
import Exchange
import HTML

/// All vocabularies that are for others too.
struct VocabulariesPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.vocabularyTitle) }
    var summary: String? { context.texts(.vocabularyLead) }
    var hasPictures: Bool { true }
    var otherForms: [OtherForm] { OtherForm.statements(of: "/vocabulary", title: title) }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.vocabularyLead) }
        dl(.class("ways")) {
            for name in VocabularyName.published {
                dt {
                    a(.href(context.link(.openData(.vocabulary(name))))) { name.title(in: context.texts) }
                }
                dd {
                    name.says(in: context.texts) + " "
                    small { context.texts(.vocabularyConcepts, count: context.catalogue[name].concepts.count) }
                }
            }
        }
        ForPrograms(name: "/vocabulary", address: context.settings.publicAddress + "/vocabularies", context: context)
    }
}

/// One vocabulary: its words, the narrower below the broader ones.
struct VocabularyPage: SitePage {
    var context: PageContext
    let name: VocabularyName

    var title: String { name.title(in: context.texts) }
    var summary: String? { name.says(in: context.texts) }
    var hasPictures: Bool { true }
    var otherForms: [OtherForm] { OtherForm.statements(of: "/vocabularies/\(name.rawValue)", title: title) }

    private var vocabulary: Vocabulary { context.catalogue[name] }

    var content: some HTML {
        OpenDataTabs(context: context)
        p(.class("eyebrow")) {
            a(.href(context.link(.openData(.vocabularies)))) { context.texts(.vocabularyAll) }
        }
        h1 { title }
        p(.class("lead")) { name.says(in: context.texts) }
        p { context.texts(.vocabularyConcepts, count: vocabulary.concepts.count) }
        ConceptTree(concepts: vocabulary.top, vocabulary: vocabulary, context: context)
        ForPrograms(
            name: "/vocabularies/\(name.rawValue)", address: context.addresses.vocabulary(name), context: context)
    }
}

/// Concepts, each with the narrower ones below it. No vocabulary goes in circles.
private struct ConceptTree: HTML {
    let concepts: [Concept]
    let vocabulary: Vocabulary
    let context: PageContext

    var body: some HTML {
        ul(.class("links")) {
            for concept in concepts {
                li {
                    a(.href(context.link(.openData(.concept(vocabulary.name, concept.id))))) {
                        Localised(concept.label, context, isName: true)
                    }
                    let narrower = vocabulary.narrower(concept.id)
                    if !narrower.isEmpty {
                        ConceptTree(concepts: narrower, vocabulary: vocabulary, context: context)
                    }
                }
            }
        }
    }
}

/// The lasting address of something, and its statements as files.
struct ForPrograms: HTML {
    /// The path of a file, without its end.
    let name: String
    let address: String
    let context: PageContext

    var body: some HTML {
        section(.ariaLabelledBy("programs")) {
            h2(.id("programs")) { context.texts(.vocabularyForPrograms) }
            p {
                context.texts(.vocabularyAddress) + ": "
                a(.href(address)) { address }
            }
            p { context.texts(.vocabularyNegotiation) }
            ul {
                li { a(.href(name + ".ttl")) { "Turtle" } }
                li { a(.href(name + ".jsonld")) { "JSON-LD" } }
            }
            p {
                a(.href(Licence.data.address), .rel("license")) {
                    context.texts(.vocabularyLicence, Licence.data.name)
                }
            }
        }
    }
}

extension OtherForm {
    /// The files behind a name.
    static func statements(of name: String, title: String) -> [OtherForm] {
        [
            OtherForm(mediaType: "text/turtle", address: name + ".ttl", title: title),
            OtherForm(mediaType: RDFGraph.jsonMediaType, address: name + ".jsonld", title: title),
        ]
    }
}
