import Catalogue
import Editorial
import HTML

/// For whom, where, in which language, since when, by whom.
struct RecordFacts: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        dl(.class("facts")) {
            if !record.audiences.isEmpty || record.ages != nil {
                Fact(context.texts(.factFor)) {
                    ConceptLinks(ids: record.audiences, vocabulary: .audiences, context: context) { .audience($0) }
                    if let ages = record.ages {
                        " (" + context.texts(.agesLong, "\(ages.from)", "\(ages.to)") + ")"
                    }
                }
            }
            if !record.themes.isEmpty {
                Fact(context.texts(.factThemes)) {
                    ConceptLinks(ids: record.themes, vocabulary: .themes, context: context) { .theme($0) }
                }
            }
            if !record.territories.isEmpty {
                Fact(context.texts(.factWhere)) {
                    ConceptLinks(ids: record.territories, vocabulary: .territories, context: context) { .territory($0) }
                }
            }
            if !record.languages.isEmpty {
                Fact(context.texts(.factLanguages)) {
                    context.wording.names(of: record.languages)
                }
            }
            if let cost = record.cost { Fact(context.texts(.factCost)) { context.label(cost, in: .costs) } }
            if !record.formats.isEmpty {
                Fact(context.texts(.factFormats)) {
                    ConceptLinks(ids: record.formats, vocabulary: .formats, context: context) {
                        .search(SearchRequest(.format, $0.description))
                    }
                }
            }
            if !record.pillars.isEmpty {
                Fact(context.texts(.factPillars)) {
                    record.pillars.map { context.label($0, in: .pillars) }.joined(separator: ", ")
                }
            }
            if !record.dates.isEmpty {
                Fact(context.texts(.factDates)) {
                    record.dates.map(context.wording.dates).joined(separator: "; ")
                }
            }
            if let years { Fact(context.texts(record.kind == .publication ? .factPublished : .factPeriod)) { years } }
            if !organisations.isEmpty {
                Fact(context.texts(.factBy)) {
                    for (number, organisation) in organisations.enumerated() {
                        if number > 0 { ", " }
                        a(.href(context.link(.record(.organisation, organisation.id)))) {
                            Localised(organisation.title, context, isName: true)
                        }
                    }
                }
            }
            Fact(context.texts(.factStatus)) { context.texts(record.status.label) }
            CheckedFact(record: record, context: context)
        }
    }

    private var organisations: [Record] { record.organisations.compactMap { context.catalogue[$0] } }

    private var years: String? {
        switch (record.founded, record.ended) {
        case (let founded?, let ended?): founded == ended ? "\(founded)" : "\(founded)–\(ended)"
        case (let founded?, nil):
            record.kind == .publication || record.kind == .event ? "\(founded)" : context.texts(.since, "\(founded)")
        case (nil, let ended?): context.texts(.until, "\(ended)")
        case (nil, nil): nil
        }
    }

}

/// Who checked it last, and a word of care once that is long ago. Nothing where nobody did.
private struct CheckedFact: HTML {
    let record: Record
    let context: PageContext

    var body: some HTML {
        if let verified = record.verified {
            Fact(context.texts(.checkedFact)) {
                if isOld(verified) {
                    span(.class("quiet")) { words(verified) + " " + context.texts(.checkedMayHaveChanged) }
                } else {
                    words(verified)
                }
            }
        }
    }

    private func words(_ verified: Verification) -> String { context.words(of: verified) + "." }

    private func isOld(_ verified: Verification) -> Bool {
        guard let day = verified.on.civilDay, let due = context.settings.freshness.due(record, since: day) else {
            return false
        }
        return context.now.day >= due
    }
}

extension Status {
    var label: TextKey {
        switch self {
        case .active: .statusActiveLong
        case .ended: .statusEndedLong
        case .unknown: .statusUnknownLong
        }
    }
}
