import Catalogue
import Exchange

extension DatasetWords {
    /// In all languages, out of the texts of the interface.
    init(_ page: PageContext) {
        self.init()
        catalogueTitle = LocalisedText(.openDataCatalogueTitle)
        catalogueSays = LocalisedText(.openDataCatalogueSays)
        recordsTitle = LocalisedText(.openDataRecordsTitle)
        recordsSays = LocalisedText(.openDataRecordsSays)
        vocabulariesTitle = LocalisedText(.openDataVocabulariesTitle)
        vocabulariesSays = LocalisedText(.vocabularyLead)
        keywords = LocalisedList(
            Dictionary(
                uniqueKeysWithValues: Language.allCases.map { language in
                    let words = Texts.of(language)(.openDataKeywords).split(separator: ",")
                    return (language, words.map { String($0.drop { $0.isWhitespace }) })
                }) as [Language: [String]])
        publisherName = LocalisedText(.siteName)
        contactName = LocalisedText(.openDataContactPage)
        files = Dictionary(uniqueKeysWithValues: DatasetFile.allCases.map { ($0, LocalisedText($0.title)) })
        services = Dictionary(uniqueKeysWithValues: DatasetService.allCases.map { ($0, LocalisedText($0.title)) })
        let site = page.settings.publicAddress
        if let contact = Identifier("contact") {
            contactPage = site + Address.page(contact).print(in: Edition(.en))
        }
        homePages = Language.allCases.map { site + Address.openData(.overview).print(in: $0) }
        documentation = Language.allCases.map { site + Address.openData(.dictionary).print(in: $0) }
    }
}

extension DatasetFile {
    var title: TextKey {
        switch self {
        case .table: .openDataAsTable
        case .sheet: .openDataAsSheet
        case .lines: .openDataAsLines
        case .package: .openDataAsPackage
        case .feed: .openDataAsFeed
        case .calendar: .openDataAsCalendar
        case .turtle: .openDataInTurtle
        case .jsonLD: .openDataInJSONLD
        }
    }
}

extension DatasetService {
    fileprivate var title: TextKey {
        switch self {
        case .api: .openDataServiceAPI
        case .hsds: .openDataServiceHSDS
        case .harvesting: .openDataServiceOAI
        }
    }
}

extension PageContext {
    /// What data there are, as portals of open data want to know it.
    var dcat: DCAT {
        DCAT(
            catalogue, log: snapshot.log, modified: snapshot.madeAt, addresses: addresses, words: DatasetWords(self))
    }
}
