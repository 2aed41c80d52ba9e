import Catalogue
import Editorial
import GRDB

/// A row of `suggestion`.
struct SuggestionRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "suggestion"

    let code: String
    let record: String
    let language: String
    let message: String
    let contact: String?
    let receivedOn: String

    init(_ suggestion: Suggestion) {
        code = suggestion.code
        record = suggestion.record.description
        language = suggestion.language.rawValue
        message = suggestion.message
        contact = suggestion.contact
        receivedOn = suggestion.receivedOn.description
    }

    func suggestion() throws -> Suggestion {
        guard let record = RecordID(record), let language = Language(rawValue: language),
            let day = PartialDate(receivedOn)?.civilDay
        else { throw StoreError.unreadable("suggestion \(code)", reason: "its fields make no sense") }
        return Suggestion(
            code: code, record: record, language: language, message: message, contact: contact, receivedOn: day)
    }
}
