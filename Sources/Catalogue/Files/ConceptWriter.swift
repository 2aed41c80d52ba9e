import Yams

/// Writes the concepts of a vocabulary, each with the fields that ``ConceptReader`` reads in it.
struct ConceptWriter {
    let vocabulary: VocabularyName

    func node(of vocabulary: Vocabulary) -> Node {
        var fields = FieldsWriter()
        fields.list("concepts", vocabulary.concepts, write)
        return fields.node
    }

    private func write(_ concept: Concept, _ fields: inout FieldsWriter) {
        fields.value("id", concept.id)
        fields.names("broader", concept.broader)
        fields.names("covered_by", concept.coveredBy)
        fields.names("includes", concept.includes)
        fields.value("type", concept.type)
        fields.value("weight", concept.weight)
        fields.ages("ages", concept.ages)
        fields.ages("cares_for", concept.caresFor)
        fields.names("audiences", concept.audiences)
        fields.names("formats", concept.formats)
        fields.names("channels", concept.channels)
        fields.names("guides", concept.guides)
        fields.localised("label", concept.label)
        fields.localised("plural", concept.plural)
        fields.localisedList("alt", concept.alternatives)
        fields.localisedList("hidden", concept.hidden)
        fields.localisedList("cues", concept.cues)
        fields.localised("definition", concept.definition)
        fields.localised("opportunity", concept.opportunity)
        fields.localised("risk", concept.risk)
        fields.localisedList("first", concept.firstSteps)
        fields.localisedList("talk", concept.talk)
        fields.texts("speech", concept.speech.map(\.rawValue))
        fields.localised("place", concept.place)
        if let population = concept.population {
            fields.fields("population") { write(population, &$0) }
        }
    }

    private func write(_ population: Population, _ fields: inout FieldsWriter) {
        fields.value("date", population.on)
        fields.text("source", population.source.description)
        fields.text("says", population.says)
        fields.value("total", population.total)
        fields.list("bands", population.bands) { band, fields in
            fields.ages("ages", band.ages)
            fields.value("people", band.people)
        }
    }
}
