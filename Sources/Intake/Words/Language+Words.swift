import Catalogue

extension Language {
    /// The words of receipts, separated by spaces.
    var receiptWords: String {
        switch self {
        case .nl: receiptWordsNl
        case .fr: receiptWordsFr
        case .de: receiptWordsDe
        case .en: receiptWordsEn
        }
    }
}
