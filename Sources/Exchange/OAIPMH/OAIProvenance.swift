import Foundation

/// Where a record that was harvested comes from (http://www.openarchives.org/OAI/2.0/guidelines-provenance.htm). Known of
/// what is at home at another Betternet: there the name of a record says where its catalogue is.
struct OAIProvenance {
    private let base: String
    private let identifier: String
    private let taken: Date

    /// Nil unless `home` is `{site}/records/{id}`.
    /// - Parameter taken: when the present state came here, which is the newest moment at which it is known to have been
    ///   that of the source: nobody keeps the source's own date.
    init?(home: String, taken: Date) {
        guard let parts = URLComponents(string: home), let host = parts.host, parts.query == nil,
            let mark = home.range(of: "/records/", options: .backwards), !home[mark.upperBound...].isEmpty,
            !home[mark.upperBound...].contains("/")
        else { return nil }
        base = home[..<mark.lowerBound] + "/oai"
        identifier = "oai:\(host):\(home[mark.upperBound...])"
        self.taken = taken
    }

    func write(to xml: inout XMLWriter) {
        let space = "http://www.openarchives.org/OAI/2.0/provenance"
        let names: XMLWriter.Attributes = [
            "xmlns": space, "xmlns:xsi": XMLNames.instance, "xsi:schemaLocation": "\(space) \(space).xsd",
        ]
        xml.element("provenance", names) { xml in
            // An editor may have changed it since: that can't be told from here.
            xml.element("originDescription", ["harvestDate": OAIDate.print(taken), "altered": "true"]) { xml in
                xml.element("baseURL", [:], base)
                xml.element("identifier", [:], identifier)
                xml.element("datestamp", [:], OAIDate.print(taken))
                xml.element("metadataNamespace", [:], OAIFormat.betternet.namespace)
            }
        }
    }
}
