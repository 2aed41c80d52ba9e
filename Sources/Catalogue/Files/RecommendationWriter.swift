import Yams

/// Writes what publications ask for, as ``RecommendationReader`` reads it.
struct RecommendationWriter {
    /// A list, also where it is empty: that says that somebody looked.
    func node(of recommendations: [Recommendation]) -> Node {
        Node(
            recommendations.map { recommendation in
                var fields = FieldsWriter()
                write(recommendation, &fields)
                return fields.node
            })
    }

    private func write(_ recommendation: Recommendation, _ fields: inout FieldsWriter) {
        fields.value("id", recommendation.id)
        fields.localised("text", recommendation.text)
        fields.value("asked", recommendation.asked)
        fields.text("source", recommendation.source.description)
        write(recommendation.to, "to", "to_others", &fields)
        fields.names("themes", recommendation.themes)
        fields.list("evidence", recommendation.evidence, write)
        fields.value("next_check", recommendation.nextCheck)
        fields.list("measures", recommendation.measures) { measure, fields in
            fields.value("id", measure.id)
            fields.localised("text", measure.text)
            fields.value("state", measure.state.rawValue)
            write(measure.responsible, "responsible", "responsible_others", &fields)
            fields.list("evidence", measure.evidence, write)
            fields.value("next_check", measure.nextCheck)
        }
    }

    private func write(
        _ addressees: Addressees, _ key: String, _ othersKey: String, _ fields: inout FieldsWriter
    ) {
        fields.names(key, addressees.organisations)
        fields.list(othersKey, addressees.others) { name, fields in fields.localised("name", name) }
    }

    private func write(_ evidence: Evidence, _ fields: inout FieldsWriter) {
        fields.value("on", evidence.on)
        fields.localised("says", evidence.says)
        fields.text("source", evidence.source.description)
        fields.value("state", evidence.state.rawValue)
    }
}
