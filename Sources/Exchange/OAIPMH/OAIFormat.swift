import Catalogue
import Foundation

/// The forms in which a record can be had. The raw value is its `metadataPrefix`.
enum OAIFormat: String, CaseIterable, Sendable {
    /// Unqualified Dublin Core, which every harvester knows.
    case dublinCore = "oai_dc"
    /// Learning Object Metadata (IEEE 1484.12.3), which platforms for schools ask for.
    case lom
    /// All fields as they are kept, in JSON: nothing is lost on the way to another Betternet.
    case betternet

    /// A record is a thing to learn from, or it has no learning object metadata.
    func suits(_ kind: Kind) -> Bool {
        switch self {
        case .dublinCore, .betternet: true
        case .lom: [.resource, .route, .guide, .publication].contains(kind)
        }
    }

    var namespace: String {
        switch self {
        case .dublinCore: "http://www.openarchives.org/OAI/2.0/oai_dc/"
        case .lom: "http://ltsc.ieee.org/xsd/LOM"
        case .betternet: "tag:betternet.be,2026:record"
        }
    }

    /// Where the schema is.
    func schema(at site: String) -> String {
        switch self {
        case .dublinCore: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
        case .lom: "http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd"
        case .betternet: "\(site)/oai/betternet.xsd"
        }
    }

    func write(_ record: Record, _ catalogue: Catalogue, _ addresses: PublicAddresses, to xml: inout XMLWriter) {
        switch self {
        case .dublinCore: OAIDublinCore(record: record, catalogue: catalogue, addresses: addresses).write(to: &xml)
        case .lom: OAILearningObject(record: record, catalogue: catalogue, addresses: addresses).write(to: &xml)
        case .betternet:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = (try? encoder.encode(record)).map { String(decoding: $0, as: UTF8.self) }
            xml.element(
                "betternet:record",
                [
                    "xmlns:betternet": namespace, "xmlns:xsi": XMLNames.instance,
                    "xsi:schemaLocation": "\(namespace) \(schema(at: addresses.site))",
                    "mediaType": "application/json",
                ], json ?? "{}")
        }
    }
}

enum XMLNames {
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"
}

extension OAIRepository {
    /// The schema of the format `betternet`: one text, which is JSON.
    package static let ownSchema = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="tag:betternet.be,2026:record" \
        elementFormDefault="qualified">
          <xs:element name="record">
            <xs:complexType>
              <xs:simpleContent>
                <xs:extension base="xs:string">
                  <xs:attribute name="mediaType" type="xs:string" use="required" fixed="application/json"/>
                </xs:extension>
              </xs:simpleContent>
            </xs:complexType>
          </xs:element>
        </xs:schema>

        """
}
