import Catalogue
import Foundation

/// The answers in XML.
extension OAIRepository {
    private static let space = "http://www.openarchives.org/OAI/2.0/"

    /// - Parameters:
    ///   - items: the arguments in the order in which they came; nil where they can't even be read.
    ///   - moment: of the answer.
    package func answer(to items: [(name: String, value: String)]?, at moment: Date) -> [UInt8] {
        var xml = XMLWriter()
        let names: XMLWriter.Attributes = [
            "xmlns": Self.space, "xmlns:xsi": XMLNames.instance,
            "xsi:schemaLocation": "\(Self.space) \(Self.space)OAI-PMH.xsd",
        ]
        xml.element("OAI-PMH", names) { xml in
            xml.element("responseDate", [:], OAIDate.print(moment))
            var request: OAIRequest?
            do throws(OAIFault) {
                guard let items else {
                    throw OAIFault(.badArgument, "an argument can't be read: they are UTF-8, with % before escapes")
                }
                let read = try OAIRequest(items)
                request = read
                let reply = try reply(to: read)
                write(read, to: &xml)
                write(reply, read.verb, at: moment, to: &xml)
            } catch {
                write(error.repeatsRequest ? request : nil, to: &xml)
                xml.element("error", ["code": error.code.rawValue], error.words)
            }
        }
        return xml.take()
    }

    private func write(_ request: OAIRequest?, to xml: inout XMLWriter) {
        // What is no address at all may not be repeated as one.
        let identifier = request?[.identifier].flatMap { name in
            name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}%[]#".utf8.contains($0) } ? name : nil
        }
        xml.element(
            "request",
            [
                "verb": request?.verb.rawValue, "identifier": identifier,
                "metadataPrefix": request?[.metadataPrefix], "from": request?[.from], "until": request?[.until],
                "set": request?[.set], "resumptionToken": request?[.resumptionToken],
            ], base)
    }

    private func write(_ reply: Reply, _ verb: OAIVerb, at moment: Date, to xml: inout XMLWriter) {
        xml.element(verb.rawValue) { xml in
            switch reply {
            case .identity: writeIdentity(at: moment, to: &xml)
            case .sets: for set in sets.all { write(set, to: &xml) }
            case .record(let item, let format): write(item, format, to: &xml)
            case .formats(let formats):
                for format in formats {
                    xml.element("metadataFormat") { xml in
                        xml.element("metadataPrefix", [:], format.rawValue)
                        xml.element("schema", [:], format.schema(at: addresses.site))
                        xml.element("metadataNamespace", [:], format.namespace)
                    }
                }
            case .list(let page):
                for item in page.items {
                    if verb == .listRecords { write(item, page.format, to: &xml) } else { writeHeader(item, to: &xml) }
                }
                guard let mark = page.mark else { return }
                xml.element(
                    "resumptionToken", ["completeListSize": String(mark.size), "cursor": String(mark.cursor)],
                    mark.token?.text)
            }
        }
    }

    private func writeIdentity(at moment: Date, to xml: inout XMLWriter) {
        xml.element("repositoryName", [:], name)
        xml.element("baseURL", [:], base)
        xml.element("protocolVersion", [:], "2.0")
        xml.element("adminEmail", [:], email)
        xml.element("earliestDatestamp", [:], OAIDate.print(earliest ?? moment))
        xml.element("deletedRecord", [:], "persistent")
        xml.element("granularity", [:], "YYYY-MM-DDThh:mm:ssZ")
        for coding in codings { xml.element("compression", [:], coding) }
        if isNamed { writeIdentifiers(to: &xml) }
        writeRights(to: &xml)
    }

    /// Whether the host is a name, as the schema of identifiers wants it: a machine to try things on has a number.
    private var isNamed: Bool {
        let steps = host.split(separator: ".", omittingEmptySubsequences: false)
        return steps.count > 1 && steps.allSatisfy { $0.first.map { $0.isASCII && $0.isLetter } ?? false }
    }

    private func writeIdentifiers(to xml: inout XMLWriter) {
        guard let sample = log.changes.first?.record else { return }
        let space = "\(Self.space)oai-identifier"
        xml.element("description") { xml in
            xml.element(
                "oai-identifier",
                ["xmlns": space, "xmlns:xsi": XMLNames.instance, "xsi:schemaLocation": "\(space) \(space).xsd"]
            ) { xml in
                xml.element("scheme", [:], "oai")
                xml.element("repositoryIdentifier", [:], host)
                xml.element("delimiter", [:], ":")
                xml.element("sampleIdentifier", [:], identifier(of: sample))
            }
        }
    }

    /// The licence of the descriptions, not of what they describe
    /// (http://www.openarchives.org/OAI/2.0/guidelines-rights.htm).
    private func writeRights(to xml: inout XMLWriter) {
        let space = "\(Self.space)rights/"
        let names: XMLWriter.Attributes = [
            "xmlns": space, "xmlns:xsi": XMLNames.instance,
            "xsi:schemaLocation": "\(space) \(Self.space)rightsManifest.xsd",
            "appliesTo": "\(Self.space)entity#metadata",
        ]
        xml.element("description") { xml in
            xml.element("rightsManifest", names) { xml in
                xml.element("rights") { xml in
                    xml.element("rightsReference", ["ref": Licence.data.address])
                }
            }
        }
    }

    private func write(_ set: OAISet, to xml: inout XMLWriter) {
        xml.element("set") { xml in
            xml.element("setSpec", [:], set.spec)
            xml.element("setName", [:], set.label.text(for: .en)?.text ?? set.spec)
            xml.element("setDescription") { xml in
                OAIDublinCore.element(in: &xml) { $0.texts("dc:title", set.label) }
            }
        }
    }

    private func write(_ item: OAIItem, _ format: OAIFormat, to xml: inout XMLWriter) {
        xml.element("record") { xml in
            writeHeader(item, to: &xml)
            guard !item.isDeleted else { return }
            xml.element("metadata") { format.write(item.record, catalogue, addresses, to: &$0) }
            guard let home = item.record.home else { return }
            if let origin = OAIProvenance(home: home, taken: item.change.last) {
                xml.element("about") { origin.write(to: &$0) }
            }
        }
    }

    private func writeHeader(_ item: OAIItem, to xml: inout XMLWriter) {
        xml.element("header", ["status": item.isDeleted ? "deleted" : nil]) { xml in
            xml.element("identifier", [:], identifier(of: item.record.id))
            xml.element("datestamp", [:], OAIDate.print(item.change.last))
            for set in sets.specs(of: item.record) { xml.element("setSpec", [:], set) }
        }
    }
}
