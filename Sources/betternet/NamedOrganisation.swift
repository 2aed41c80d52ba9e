import Catalogue

/// An organisation of the catalogue, by its id.
enum NamedOrganisation {
    static func of(_ text: String, in catalogue: Catalogue) throws -> RecordID {
        guard let id = RecordID(text), catalogue[id]?.kind == .organisation else {
            throw Failure.badData(["\(text): no such organisation: give an id such as those in catalogue/organisations"]
            )
        }
        return id
    }
}
