import Catalogue

/// Learning Object Metadata in XML (IEEE 1484.12.3), as platforms for schools deliver it over OAI-PMH.
struct LearningObjectReader {
    let lom: XMLPiece

    func add(to draft: inout IncomingDraft) {
        let general = lom.first("general")
        for string in strings(general, "title") { draft.add(title: string.text, string["language"]) }
        for string in strings(general, "description") { draft.add(summary: string.text, string["language"]) }
        for language in general?.all("language") ?? [] { draft.add(language: language.text.trimmed) }
        for keyword in general?.all("keyword") ?? [] {
            draft.add(words: strings(keyword).map(\.text), in: IncomingNames.subjects)
        }
        for place in general?.all("coverage") ?? [] {
            draft.add(words: strings(place).map(\.text), in: [.territories])
        }
        for location in lom.first("technical")?.all("location") ?? [] { addAddress(location.text, to: &draft) }
        for identifier in general?.all("identifier") ?? [] { addAddress(identifier.word("entry") ?? "", to: &draft) }
        addEducation(to: &draft)
        addTaxa(to: &draft)
        for contribution in lom.first("lifeCycle")?.all("contribute") ?? [] {
            for entity in contribution.all("entity") { addCard(entity.text, to: &draft) }
        }
        if lom.first("rights")?.first("cost")?.word("value") == "no" { draft.add(word: "free", in: [.costs]) }
    }

    private func addAddress(_ text: String, to draft: inout IncomingDraft) {
        let text = text.trimmed
        guard WebAddress(text) != nil else { return }
        if RecordID(ofAddress: text) != nil {
            draft.home = draft.home ?? text
        } else {
            draft.add(link: text)
        }
        draft.page = draft.page ?? text
    }

    private func addEducation(to draft: inout IncomingDraft) {
        for education in lom.all("educational") {
            for type in education.all("learningResourceType") {
                draft.add(word: type.word("value") ?? "", in: [.formats])
            }
            for role in education.all("intendedEndUserRole") {
                draft.add(word: role.word("value") ?? "", in: [.audiences])
            }
            for range in education.all("typicalAgeRange") {
                guard let ages = strings(range).lazy.compactMap({ SchemaAges.range($0.text) }).first else { continue }
                draft.set(\.ages, "ages", ages)
            }
        }
    }

    /// The narrowest step of each path; the wider ones follow from it.
    private func addTaxa(to draft: inout IncomingDraft) {
        for path in lom.all("classification").flatMap({ $0.all("taxonPath") }) {
            guard let taxon = path.all("taxon").last else { continue }
            draft.add(words: [taxon.word("id") ?? ""] + strings(taxon, "entry").map(\.text), in: IncomingNames.subjects)
        }
    }

    /// The name and the address of a card (RFC 2426).
    private func addCard(_ card: String, to draft: inout IncomingDraft) {
        let lines = CalendarLine.all(in: card)
        for name in ["URL", "ORG", "FN"] where draft.record.organisations.isEmpty {
            for line in lines where line.name == name { draft.add(organisation: line.text.trimmed) }
        }
    }

    private func strings(_ element: XMLPiece?, _ name: String) -> [XMLPiece] {
        (element?.all(name) ?? []).flatMap { strings($0) }
    }

    private func strings(_ element: XMLPiece) -> [XMLPiece] { element.all("string") + element.all("langstring") }
}
