import Catalogue

/// What our concepts are called in the vocabularies of others, where both are the same without doubt.
package enum KnownConcepts {
    /// The addresses of the same thing elsewhere.
    package static func same(as id: ConceptID, in vocabulary: VocabularyName) -> [String] {
        vocabulary == .territories ? places[id.description] ?? [] : []
    }

    /// Belgium in the authority table of countries of the Publications Office of the European Union; its regions and
    /// provinces in the nomenclature of territorial units for statistics (NUTS), Regulation (EC) No 1059/2003, annex I.
    /// Communities are no territorial units there, and municipalities have no codes of their own.
    private static let places: [String: [String]] = [
        "belgium": [Authority.belgium, nuts + "BE"],
        "brussels": [nuts + "BE1"],
        "flanders": [nuts + "BE2"],
        "antwerp": [nuts + "BE21"],
        "limburg": [nuts + "BE22"],
        "east-flanders": [nuts + "BE23"],
        "flemish-brabant": [nuts + "BE24"],
        "west-flanders": [nuts + "BE25"],
        "wallonia": [nuts + "BE3"],
        "walloon-brabant": [nuts + "BE31"],
        "hainaut": [nuts + "BE32"],
        "liege": [nuts + "BE33"],
        "luxembourg": [nuts + "BE34"],
        "namur": [nuts + "BE35"],
    ]

    private static let nuts = "http://data.europa.eu/nuts/code/"
}
