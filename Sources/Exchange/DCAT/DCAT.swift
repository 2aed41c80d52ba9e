import Catalogue
import Foundation

/// What data there are, as portals of open data want to know it: DCAT-AP 3 (https://semiceu.github.io/DCAT-AP/).
package struct DCAT: Sendable {
    private let catalogue: Catalogue
    private let log: ChangeLog
    /// When something was published last; nil where nobody knows.
    private let modified: Date?
    private let addresses: PublicAddresses
    private let words: DatasetWords

    package init(
        _ catalogue: Catalogue, log: ChangeLog, modified: Date?, addresses: PublicAddresses, words: DatasetWords
    ) {
        self.catalogue = catalogue
        self.log = log
        self.modified = modified
        self.addresses = addresses
        self.words = words
    }

    package var graph: RDFGraph {
        RDFGraph(
            [offer, records, vocabularies] + DatasetFile.allCases.map(thing) + DatasetService.allCases.map(thing)
                + [publisher])
    }

    // MARK: Names

    private func name(_ part: String) -> String { "\(addresses.site)/dataset#\(part)" }

    private func address(of file: DatasetFile) -> String { name("\(file)") }
    private func address(of service: DatasetService) -> String { name("\(service)") }

    /// The consortium has a record of its own; elsewhere it is the site that publishes.
    private var consortium: Record? { RecordID("b-bico").flatMap { catalogue[$0] } }
    private var publisherAddress: String { consortium.map { addresses.record($0.id) } ?? name("publisher") }

    // MARK: Things

    private var offer: RDFThing {
        var thing = RDFThing(name("catalogue"), .dcat("Catalog"))
        thing.say(.dct("title"), RDFValue.texts(words.catalogueTitle))
        thing.say(.dct("description"), RDFValue.texts(words.catalogueSays))
        thing.say(.foaf("homepage"), words.homePages.first.map { .address($0) })
        thing.say(.dcat("themeTaxonomy"), .address(Authority.themeTable))
        sayCommon(&thing)
        thing.say(.dcat("dataset"), [.address(name("records")), .address(name("vocabularies"))])
        thing.say(.dcat("service"), DatasetService.allCases.map { .address(address(of: $0)) })
        return thing
    }

    private var records: RDFThing {
        var thing = RDFThing(name("records"), .dcat("Dataset"))
        thing.say(.dct("title"), RDFValue.texts(words.recordsTitle))
        thing.say(.dct("description"), RDFValue.texts(words.recordsSays))
        sayDataset(&thing, DatasetFile.allCases.filter { !$0.isOfVocabularies })
        thing.say(.dct("temporal"), years)
        thing.say(.foaf("page"), words.documentation.map { .address($0) })
        return thing
    }

    private var vocabularies: RDFThing {
        var thing = RDFThing(name("vocabularies"), .dcat("Dataset"))
        thing.say(.dct("title"), RDFValue.texts(words.vocabulariesTitle))
        thing.say(.dct("description"), RDFValue.texts(words.vocabulariesSays))
        sayDataset(&thing, DatasetFile.allCases.filter(\.isOfVocabularies))
        thing.say(.dct("conformsTo"), DatasetFile.turtle.standard.map { .address($0) })
        return thing
    }

    private func sayDataset(_ thing: inout RDFThing, _ files: [DatasetFile]) {
        thing.say(.dct("identifier"), thing.address.map { .plain($0) })
        sayCommon(&thing)
        thing.say(
            .dcat("keyword"),
            Language.allCases.flatMap { language in
                words.keywords[language].map { .text($0, language: language.rawValue) }
            })
        thing.say(.dcat("theme"), Authority.themes.map { .address($0) })
        thing.say(.dcat("contactPoint"), .thing(contact))
        thing.say(.dct("accessRights"), .address(Authority.open))
        thing.say(.dct("accrualPeriodicity"), .address(Authority.continuous))
        thing.say(.dcat("distribution"), files.map { .address(address(of: $0)) })
    }

    /// What holds for the offer and for each dataset.
    private func sayCommon(_ thing: inout RDFThing) {
        thing.say(.dct("publisher"), .address(publisherAddress))
        thing.say(.dct("license"), .address(Licence.data.authority))
        thing.say(.dct("language"), Language.allCases.map { .address(Authority.language($0)) })
        thing.say(.dct("spatial"), .address(Authority.belgium))
        thing.say(.dct("issued"), log.changes.map(\.first).min().map(Self.moment))
        thing.say(.dct("modified"), modified.map(Self.moment))
    }

    private func thing(_ file: DatasetFile) -> RDFThing {
        var thing = RDFThing(address(of: file), .dcat("Distribution"))
        thing.say(.dct("title"), RDFValue.texts(words.files[file] ?? LocalisedText()))
        thing.say(.dcat("accessURL"), .address(addresses.site + file.path))
        thing.say(.dcat("downloadURL"), .address(addresses.site + file.path))
        thing.say(.dct("format"), file.fileType.map { .address($0) })
        thing.say(.dcat("mediaType"), file.mediaType.map { .address($0) })
        thing.say(.dct("license"), .address(Licence.data.authority))
        thing.say(.dcatap("availability"), .address(Authority.available))
        thing.say(.dct("conformsTo"), file.standard.map { .address($0) })
        thing.say(.dct("modified"), modified.map(Self.moment))
        return thing
    }

    private func thing(_ service: DatasetService) -> RDFThing {
        var thing = RDFThing(address(of: service), .dcat("DataService"))
        thing.say(.dct("title"), RDFValue.texts(words.services[service] ?? LocalisedText()))
        thing.say(.dcat("endpointURL"), .address(addresses.site + service.path))
        thing.say(.dcat("endpointDescription"), .address(addresses.site + service.description))
        thing.say(.dcat("servesDataset"), .address(name("records")))
        thing.say(.dct("conformsTo"), .address(service.standard))
        thing.say(.dct("publisher"), .address(publisherAddress))
        thing.say(.dct("license"), .address(Licence.data.authority))
        thing.say(.dct("accessRights"), .address(Authority.open))
        thing.say(.dcat("contactPoint"), .thing(contact))
        return thing
    }

    private var publisher: RDFThing {
        var thing = RDFThing(publisherAddress, .foaf("Agent"))
        thing.say(.foaf("name"), RDFValue.texts(consortium?.title ?? words.publisherName))
        thing.say(
            .foaf("homepage"),
            (consortium?.links.first { $0.language == nil }?.address.description).map { .address($0) })
        return thing
    }

    private var contact: RDFThing {
        var thing = RDFThing(nil, .vcard("Kind"))
        thing.say(.vcard("fn"), RDFValue.texts(words.contactName))
        thing.say(.vcard("hasURL"), .address(words.contactPage))
        return thing
    }

    /// From the year in which the oldest thing began; what is still to come has no end.
    private var years: RDFValue? {
        catalogue.records.compactMap(\.founded).min().map { year in
            var period = RDFThing(nil, .dct("PeriodOfTime"))
            period.say(.dcat("startDate"), .value("\(year)", of: .xsd("gYear")))
            return .thing(period)
        }
    }

    private static func moment(_ date: Date) -> RDFValue {
        .value(date.formatted(.iso8601), of: .xsd("dateTime"))
    }
}
