/// Reads one page of running text.
struct PageReader {
    func read(_ fields: inout Fields) -> Located<EditorialPage>? {
        let place = fields.place
        let id = fields.value("id", required: true, expected: identifierRule) { Identifier($0) }
        let title = fields.localised("title")
        let lead = fields.localised("lead")
        let sections = fields.list("sections").map(section)
        fields.finish()
        guard let id, let title, let lead else { return nil }
        return Located(value: EditorialPage(id: id, title: title, lead: lead, sections: sections), place: place)
    }

    private func section(_ fields: Fields) -> EditorialPage.Section {
        var fields = fields
        let heading = fields.localised("heading")
        let text = fields.localised("text")
        let links = fields.list("links").compactMap(link)
        fields.finish()
        return EditorialPage.Section(heading: heading ?? LocalisedText(), text: text ?? LocalisedText(), links: links)
    }

    private func link(_ fields: Fields) -> EditorialPage.LabelledLink? {
        var fields = fields
        let label = fields.localised("label")
        let address = fields.webAddress("url", required: true)
        fields.finish()
        guard let label, let address else { return nil }
        return EditorialPage.LabelledLink(label: label, address: address)
    }
}
