import Catalogue
import Foundation

/// Reads what other sites deliver. It asks for nothing itself: whoever harvests fetches an address and hands over the
/// bytes.
package struct IncomingReader: Sendable {
    /// Bytes of one answer that are read at most.
    package static let mostBytes = 32 * 1_024 * 1_024

    package let format: IncomingFormat
    package let mapping: IncomingMapping
    let catalogue: Catalogue
    let names: IncomingNames

    /// - Parameter catalogue: what is published: its vocabularies and organisations are what the words of a source may
    ///   mean.
    package init(_ format: IncomingFormat, mapping: IncomingMapping, catalogue: Catalogue) {
        self.format = format
        self.mapping = mapping
        self.catalogue = catalogue
        names = IncomingNames(catalogue, mapping: mapping)
    }

    /// The address of the first request to a source.
    ///
    /// - Parameters:
    ///   - address: as the owner of the source gave it; what it says already stays.
    ///   - since: only what changed from that day on is wanted, where the format can say so; nil: everything.
    package func first(at address: String, since: Date?) throws(IncomingFault) -> String {
        guard let source = SourceAddress(address) else {
            throw IncomingFault(place: address, what: "this is no address that begins with https:// or http://")
        }
        switch format {
        case .betternet: return BetternetReader.first(source, since: since)
        case .oai: return OAIReader.first(source, since: since)
        case .hsds: return HSDSReader.first(source, since: since)
        case .feed, .jsonld, .icalendar, .csv: return source.text
        }
    }

    /// The media types to ask for, as the field `Accept` has them.
    package var accepting: String {
        switch format {
        case .betternet: "application/json, application/x-ndjson;q=0.9"
        case .oai: "text/xml, application/xml;q=0.9"
        case .hsds: "application/json"
        case .feed: "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
        case .jsonld: "application/ld+json, text/html;q=0.9, application/json;q=0.8, */*;q=0.1"
        case .icalendar: "text/calendar, */*;q=0.1"
        case .csv: "text/csv, */*;q=0.1"
        }
    }

    /// What one answer holds. Throws where nothing of it can be read; what is wrong with single items is told beside
    /// the others.
    ///
    /// - Parameters:
    ///   - mediaType: as the server gave it, with `charset` where it said so.
    ///   - address: where the answer came from, after redirects; or the path of a file.
    package func read(
        _ data: Data, mediaType: String?, from address: String
    ) throws(IncomingFault) -> IncomingPage {
        guard data.count <= Self.mostBytes else {
            throw IncomingFault(place: address, what: "it has \(data.count) bytes, more than \(Self.mostBytes)")
        }
        do throws(IncomingFault) {
            switch format {
            case .betternet: return try BetternetReader(reader: self).read(data, mediaType, from: address)
            case .oai: return try OAIReader(reader: self).read(data, mediaType, from: address)
            case .hsds: return try HSDSReader(reader: self).read(data, mediaType, from: address)
            case .feed: return try FeedReader(reader: self).read(data, mediaType, from: address)
            case .jsonld: return try SchemaReader(reader: self).read(data, mediaType, from: address)
            case .icalendar: return try CalendarReader(reader: self).read(data, mediaType, from: address)
            case .csv: return try TableReader(reader: self).read(data, from: address)
            }
        } catch {
            throw IncomingFault(
                place: error.place == "the file" ? address : "\(address): \(error.place)", what: error.what)
        }
    }
}
