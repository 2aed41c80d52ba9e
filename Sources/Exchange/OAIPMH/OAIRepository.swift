import Catalogue
import Foundation

/// The catalogue for harvesters: answers requests of OAI-PMH 2.0 (http://www.openarchives.org/OAI/openarchivesprotocol.html)
/// out of one state of it. A record is an item; one that was withdrawn, merged into another or set aside stays for ever,
/// as deleted.
package struct OAIRepository: Sendable {
    package static let mediaType = "text/xml; charset=utf-8"
    /// Records in one answer.
    package static let pageLength = 100

    let catalogue: Catalogue
    let log: ChangeLog
    let addresses: PublicAddresses
    let name: String
    let email: String
    /// How bodies may be packed on their way, by the names of HTTP.
    let codings: [String]
    let sets: OAISets
    private let prefix: String

    /// - Parameters:
    ///   - name: of the site.
    ///   - email: of those who run it.
    package init(
        _ catalogue: Catalogue, log: ChangeLog, addresses: PublicAddresses, name: String, email: String,
        codings: [String] = []
    ) {
        self.catalogue = catalogue
        self.log = log
        self.addresses = addresses
        self.name = name
        self.codings = codings
        let host = URLComponents(string: addresses.site)?.host ?? "localhost"
        prefix = "oai:\(host):"
        // Within a machine a name needs no dot; from outside the machine is the host of the site.
        let halves = email.split(separator: "@")
        self.email = halves.count == 2 && !halves[1].contains(".") ? "\(halves[0])@\(host)" : email
        sets = OAISets(catalogue)
    }

    var base: String { "\(addresses.site)/oai" }

    /// The identifier of an item: `oai:www.betternet.example:awel-102`.
    func identifier(of id: RecordID) -> String { "\(prefix)\(id)" }

    var host: String { String(prefix.dropFirst("oai:".count).dropLast()) }

    /// A lower limit of all dates; nil where there are no records.
    var earliest: Date? { log.changes.lazy.map(\.first).min() }

    // MARK: What is asked

    enum Reply: Sendable {
        case identity
        case formats([OAIFormat])
        case sets
        case record(OAIItem, OAIFormat)
        case list(OAIPage)
    }

    func reply(to request: OAIRequest) throws(OAIFault) -> Reply {
        switch request.verb {
        case .identify: return .identity
        case .listSets:
            guard request[.resumptionToken] == nil else {
                throw OAIFault(.badResumptionToken, "all sets come in one answer: ask ListSets without a token")
            }
            return .sets
        case .listMetadataFormats:
            guard let identifier = request[.identifier] else { return .formats(OAIFormat.allCases) }
            let item = try item(identifier)
            return .formats(OAIFormat.allCases.filter { $0.suits(item.record.kind) })
        case .getRecord:
            let item = try item(request[.identifier] ?? "")
            let format = try format(request[.metadataPrefix] ?? "")
            guard format.suits(item.record.kind) else {
                throw OAIFault(
                    .cannotDisseminateFormat, "a \(item.record.kind.rawValue) can't be had as \(format.rawValue)")
            }
            return .record(item, format)
        case .listIdentifiers, .listRecords: return .list(try page(for: request))
        }
    }

    private func format(_ prefix: String) throws(OAIFault) -> OAIFormat {
        guard let format = OAIFormat(rawValue: prefix) else {
            let known = OAIFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw OAIFault(.cannotDisseminateFormat, "there is no format ‘\(prefix)’: there are \(known)")
        }
        return format
    }

    private func item(_ identifier: String) throws(OAIFault) -> OAIItem {
        guard identifier.hasPrefix(prefix), let id = RecordID(identifier.dropFirst(prefix.count)),
            let change = log[id], let record = catalogue.any(id)
        else {
            throw OAIFault(.idDoesNotExist, "there is no such item: identifiers begin with \(prefix)")
        }
        return OAIItem(change: change, record: record)
    }

    // MARK: Lists

    private func page(for request: OAIRequest) throws(OAIFault) -> OAIPage {
        if let text = request[.resumptionToken] {
            guard let token = OAIToken(text), token.revision <= log.changes.last?.revision ?? 0,
                token.selection.set.map({ sets[$0] != nil }) ?? true
            else {
                throw OAIFault(.badResumptionToken, "this is no token of this site: begin the list anew")
            }
            return try page(after: token)
        }
        let selection = OAISelection(
            format: try format(request[.metadataPrefix] ?? ""), set: request[.set], from: request.from,
            until: request.until)
        let items = Array(items(of: selection, after: 0).prefix(Self.pageLength + 1))
        guard !items.isEmpty else { throw nothing() }
        guard items.count > Self.pageLength else { return OAIPage(items: items, format: selection.format, mark: nil) }
        // Counted once: the token carries it along.
        let size = self.items(of: selection, after: 0).reduce(0) { count, _ in count + 1 }
        return OAIPage(items, of: selection, cursor: 0, size: size)
    }

    private func page(after token: OAIToken) throws(OAIFault) -> OAIPage {
        let selection = token.selection
        var items = Array(items(of: selection, after: token.revision).prefix(Self.pageLength + 1))
        if items.isEmpty {
            // All that was still to come left the list while somebody harvested it. An answer holds at least one
            // record, so the last one comes again.
            let last = log.changes.lazy.reversed().first { change in
                change.revision <= token.revision && takes(change, selection)
            }
            guard let last, let record = catalogue.any(last.record) else { throw nothing() }
            items = [OAIItem(change: last, record: record)]
        }
        return OAIPage(items, of: selection, cursor: token.cursor, size: token.size)
    }

    private func nothing() -> OAIFault {
        OAIFault(.noRecordsMatch, "nothing was found for these from, until, set and metadataPrefix")
    }

    /// Looks only at what comes after the revision.
    private func items(of selection: OAISelection, after revision: Int) -> some Sequence<OAIItem> {
        let set = selection.set.map { sets[$0] }
        return log.after(revision, from: selection.from?.first, until: selection.until?.last)
            .compactMap { change in catalogue.any(change.record).map { OAIItem(change: change, record: $0) } }
            .filter { item in
                guard selection.format.suits(item.record.kind) else { return false }
                // A set that there is not holds nothing.
                return set.map { set in set.map { sets.holds($0, item.record) } ?? false } ?? true
            }
    }

    private func takes(_ change: ChangeLog.Change, _ selection: OAISelection) -> Bool {
        items(of: selection, after: change.revision - 1).first { _ in true }?.change == change
    }
}
