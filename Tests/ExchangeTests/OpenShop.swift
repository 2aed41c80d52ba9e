import Catalogue
import Foundation

@testable import Exchange

/// The catalogue that ships, as others get it.
enum OpenShop {
    static let catalogue: Catalogue = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("catalogue").path
        return CatalogueReader().read([folder]).catalogue
    }()

    static let addresses = PublicAddresses(site: "https://shop.example") { kind, id, language in
        "/\(language.rawValue)/\(kind.folder)/\(id)"
    }

    static let moment = Date(timeIntervalSince1970: 1_795_431_600)

    static func log(of catalogue: Catalogue) -> ChangeLog { ChangeLog(catalogue, at: moment) }

    static let skos = SKOS(catalogue, addresses: addresses) { name in
        VocabularyWords(title: LocalisedText([.en: name.rawValue]), says: LocalisedText([.en: "Words."]))
    }
}
