import Catalogue
import Exchange
import Foundation

/// Every page that search engines may list, in files that are small enough for them.
struct ListedPages: Sendable {
    /// Pages of one file: in four languages fewer addresses than a file may have, and fewer bytes, however long they are.
    static let length = 10_000
    /// Up to so many pages the only file is small enough to be kept ready, packed.
    static let mostKept = 2_500

    private let context: PageContext
    /// Everything but records, of which there may be many.
    private let others: [Address]
    private let newest: [VocabularyName: [ConceptID: Date]]

    init(context: PageContext) {
        self.context = context
        others = Address.listedBesideRecords(in: context.catalogue)
        newest = Self.newest(in: context.snapshot)
    }

    var count: Int { others.count + context.catalogue.records.count }
    var files: Int { max(1, (count + Self.length - 1) / Self.length) }

    /// - Parameter number: from 1 to ``files``.
    func file(_ number: Int) -> some Sequence<[UInt8]> {
        let first = (number - 1) * Self.length
        return Sitemap.file((first..<min(count, first + Self.length)).lazy.map { page($0) })
    }

    private func page(_ place: Int) -> Sitemap.Page {
        let address: Address
        if place < others.count {
            address = others[place]
        } else {
            let record = context.catalogue.records[place - others.count]
            address = .record(record.kind, record.id)
        }
        let versions = Language.allCases.map { language in
            Sitemap.Page.Version(
                language: language.rawValue, address: context.settings.publicAddress + address.print(in: language))
        }
        // The front door picks a language; readers of no language of ours get English elsewhere.
        let otherwise = address == .home ? context.settings.publicAddress + "/" : versions.last?.address ?? ""
        return Sitemap.Page(versions: versions, otherwise: otherwise, modified: modified(address))
    }

    /// When what a page shows changed last, as far as that follows from its records.
    private func modified(_ address: Address) -> Date? {
        switch address {
        case .record(_, let id), .guide(let id, _), .kidsGuide(let id), .recommendation(let id, _):
            context.snapshot.log[id]?.last
        case .theme(let id): newest[.themes]?[id]
        case .audience(let id): newest[.audiences]?[id]
        case .territory(let id): newest[.territories]?[id]
        case .home, .news, .events, .themes, .territories, .landscape: context.snapshot.madeAt
        default: nil
        }
    }

    /// When a record of each concept, or of one below it, changed last.
    private static func newest(in snapshot: Snapshot) -> [VocabularyName: [ConceptID: Date]] {
        var newest: [VocabularyName: [ConceptID: Date]] = [:]
        func note(_ date: Date, of id: ConceptID, in name: VocabularyName) {
            let known = newest[name]?[id] ?? date
            newest[name, default: [:]][id] = max(known, date)
        }
        for record in snapshot.catalogue.records {
            guard let last = snapshot.log[record.id]?.last else { continue }
            for id in record.themes { note(last, of: id, in: .themes) }
            for id in record.audiences { note(last, of: id, in: .audiences) }
            for id in record.territories { note(last, of: id, in: .territories) }
        }
        for (name, dates) in newest {
            for (id, date) in dates {
                for wider in snapshot.catalogue[name].ancestors(of: id) { note(date, of: wider, in: name) }
            }
        }
        return newest
    }
}

extension Address {
    /// Every page that search engines may list.
    package static func listed(in catalogue: Catalogue) -> [Address] {
        listedBesideRecords(in: catalogue) + catalogue.records.map { .record($0.kind, $0.id) }
    }

    /// All of them but those of records.
    static func listedBesideRecords(in catalogue: Catalogue) -> [Address] {
        [
            .home, .help, .report(nil), .reportReturn, .kids, .plan(nil), .routes, .themes, .territories, .events,
            .news,
            .glossary, .offline, .suggest,
            .landscape(.overview), .landscape(.gaps(GapRequest())), .landscape(.synergies(SynergyRequest())),
            .landscape(.labs), .landscape(.campaigns), .landscape(.state),
            .openData(.overview), .openData(.api), .openData(.feeds), .openData(.vocabularies),
            .openData(.dictionary), .openData(.embed), .openData(.conformance),
        ]
            + KidsFun.allCases.map { .kidsFun($0) }
            + catalogue.records.flatMap(ofGuide)
            + catalogue.pages.map { .page($0.id) }
            + catalogue[.themes].concepts.map { .theme($0.id) }
            + catalogue[.audiences].concepts.map { .audience($0.id) }
            + catalogue[.territories].concepts.map { .territory($0.id) }
            + catalogue.recommendations.map { .recommendation($0.publication.id, $0.recommendation.id) }
    }

    /// The questions and ends of a guide, but its start, which is the record itself.
    private static func ofGuide(_ guide: Record) -> [Address] {
        guard let tree = guide.guide else { return [] }
        let nodes = tree.questions.map(\.id) + tree.ends.map(\.id)
        return nodes.filter { $0 != tree.start }.map { .guide(guide.id, node: $0) }
            + (tree.childDoor == nil ? [] : [.kidsGuide(guide.id)])
    }
}
