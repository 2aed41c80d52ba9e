import Catalogue
import Exchange
import HTML

/// What there is for whoever uses the data of the shop elsewhere, by what they want to do with it.
struct OpenDataPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.openDataTitle) }
    var summary: String? { context.texts(.openDataLead) }
    var hasPictures: Bool { true }

    private var texts: Texts { context.texts }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.openDataLead) }
        p { texts(.openDataIntro) }
        section(.ariaLabelledBy("licence")) {
            h2(.id("licence")) { texts(.openDataLicence) }
            p { texts(.openDataLicenceSays, Licence.data.name) }
            p { a(.href(Licence.data.address), .rel("license")) { Licence.data.address } }
            p { texts(.openDataLicenceOthers) }
        }
        section(.ariaLabelledBy("ways")) {
            h2(.id("ways")) { texts(.openDataWays) }
            for group in groups {
                h3 { texts(group.title) }
                ul(.class("links")) {
                    for way in group.ways {
                        li {
                            p { a(.href(way.address)) { strong { texts(way.title) } } }
                            p { texts(way.says) }
                            for (key, address) in way.more { p { a(.href(address)) { texts(key) } } }
                        }
                    }
                }
            }
        }
        section(.ariaLabelledBy("copy")) {
            h2(.id("copy")) { texts(.openDataCopyTitle) }
            p { texts(.openDataCopySays) }
            ul(.class("links")) {
                li {
                    a(.href("/api/v1/records?modified_after=\(yesterday)T00:00:00Z")) { texts(.openDataCopyAPI) }
                }
                li {
                    a(.href("/oai?verb=ListRecords&metadataPrefix=oai_dc&from=\(yesterday)")) {
                        texts(.openDataCopyOAI)
                    }
                }
            }
        }
        section(.ariaLabelledBy("yours")) {
            h2(.id("yours")) { texts(.openDataYours) }
            p { texts(.openDataYoursSays) }
            p { a(.href(context.link(.join))) { texts(.openDataLinkTo) } }
        }
    }

    private var yesterday: String { context.now.day.adding(days: -1).description }

    private struct Way: Sendable {
        let title: TextKey
        let says: TextKey
        let address: String
        var more: [(TextKey, String)] = []
    }

    private var groups: [(title: TextKey, ways: [Way])] {
        func page(_ address: OpenDataAddress) -> String { context.link(.openData(address)) }
        return [
            (
                .openDataForSites,
                [
                    Way(title: .embeddingTitle, says: .openDataEmbedSays, address: page(.embed)),
                    Way(title: .feedsTitle, says: .openDataFeedsSays, address: page(.feeds)),
                ]
            ),
            (
                .openDataForPrograms,
                [
                    Way(title: .apiTitle, says: .openDataApiSays, address: page(.api)),
                    Way(
                        title: .openDataHsds, says: .openDataHsdsSays, address: "/hsds",
                        more: [(.openDataHsdsPackage, "/hsds/datapackage.zip")]),
                ]
            ),
            (
                .openDataForArchives,
                [
                    Way(title: .openDataOai, says: .openDataOaiSays, address: "/oai?verb=Identify"),
                    Way(title: .openDataLinked, says: .openDataLinkedSays, address: "/amb.ndjson"),
                    Way(title: .openDataVocabularies, says: .openDataVocabulariesSays, address: page(.vocabularies)),
                ]
            ),
            (
                .openDataForResearch,
                [
                    Way(
                        title: .openDataDumps, says: .openDataDumpsSays, address: "/data/records.csv",
                        more: [
                            (.openDataDictionary, page(.dictionary)), (.openDataDataset, "/dataset.ttl"),
                        ])
                ]
            ),
        ]
    }
}
