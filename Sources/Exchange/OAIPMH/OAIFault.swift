/// Why a request can't be answered, as the protocol says it (OAI-PMH 2.0, section 3.6). `noSetHierarchy` and
/// `noMetadataFormats` never come: there are sets, and every record has formats.
struct OAIFault: Error, Hashable, Sendable {
    enum Code: String, CaseIterable, Sendable {
        case badVerb, badArgument, badResumptionToken, cannotDisseminateFormat, idDoesNotExist, noRecordsMatch
    }

    let code: Code
    /// What is wrong and what to do, in English: whoever reads it wrote a program.
    let words: String

    init(_ code: Code, _ words: String) {
        self.code = code
        self.words = words
    }

    /// Whether the answer says again what was asked: not where that is what is wrong.
    var repeatsRequest: Bool { code != .badVerb && code != .badArgument }
}
