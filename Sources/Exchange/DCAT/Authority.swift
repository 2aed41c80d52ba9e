import Catalogue

/// Names in the authority tables of the Publications Office of the European Union, which DCAT-AP wants
/// (https://op.europa.eu/en/web/eu-vocabularies/authority-tables).
enum Authority {
    static let belgium = table + "country/BEL"
    static let open = table + "access-right/PUBLIC"
    static let available = table + "planned-availability/AVAILABLE"
    /// Whenever somebody publishes something.
    static let continuous = table + "frequency/CONT"
    /// Education, culture and sport; population and society.
    static let themes = [table + "data-theme/EDUC", table + "data-theme/SOCI"]
    static let themeTable = table + "data-theme"

    static func language(_ language: Language) -> String {
        switch language {
        case .nl: table + "language/NLD"
        case .fr: table + "language/FRA"
        case .de: table + "language/DEU"
        case .en: table + "language/ENG"
        }
    }

    static func fileType(_ name: StaticString) -> String { table + "file-type/\(name)" }

    private static let table = "http://publications.europa.eu/resource/authority/"
}
