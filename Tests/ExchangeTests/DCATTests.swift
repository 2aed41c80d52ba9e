import Catalogue
import Foundation
import Testing

@testable import Exchange

/// Portals are told what there is, and nothing that nobody knows.
@Suite struct DCATTests {
    private func graph(_ catalogue: Catalogue, modified: Date? = OpenShop.moment) -> RDFGraph {
        var words = DatasetWords()
        words.publisherName = LocalisedText([.en: "The shop"])
        words.contactPage = "https://shop.example/en/contact"
        return DCAT(
            catalogue, log: OpenShop.log(of: catalogue), modified: modified, addresses: OpenShop.addresses,
            words: words
        ).graph
    }

    private func turtle(_ graph: RDFGraph) -> String { String(decoding: TurtleWriter.bytes(of: graph), as: UTF8.self) }

    @Test func everythingThatIsNamedIsThere() {
        let graph = graph(OpenShop.catalogue)
        let names = Set(graph.things.compactMap(\.address))
        for thing in graph.things {
            for statement in thing.statements {
                for case .address(let address) in statement.values
                where address.hasPrefix("https://shop.example/dataset#") {
                    #expect(names.contains(address), "\(address)")
                }
            }
        }
        #expect(names.count == 3 + DatasetFile.allCases.count + DatasetService.allCases.count + 1)
    }

    @Test func everyFileStatesItsLicence() {
        for thing in graph(OpenShop.catalogue).things where thing.types == [.dcat("Distribution")] {
            #expect(
                thing.statements.contains {
                    $0.about == .dct("license") && $0.values == [.address(Licence.data.authority)]
                })
        }
    }

    @Test func theConsortiumPublishesWhereItIsKnown() {
        #expect(turtle(graph(OpenShop.catalogue)).contains("dct:publisher <https://shop.example/records/b-bico>"))
        let empty = turtle(graph(.empty))
        #expect(empty.contains("dct:publisher <https://shop.example/dataset#publisher>"))
        #expect(empty.contains("foaf:name \"The shop\"@en"))
    }

    @Test func whatNobodyKnowsIsNotSaid() {
        let text = turtle(graph(.empty, modified: nil))
        #expect(!text.contains("dct:modified"))
        #expect(!text.contains("dct:issued"))
        #expect(!text.contains("dct:temporal"))
    }
}
