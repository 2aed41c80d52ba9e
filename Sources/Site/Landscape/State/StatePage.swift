import Catalogue
import Editorial
import HTML

/// The state of the catalogue, for anybody: how much it holds, what was checked in time, whether the site works.
struct StatePage: LandscapePage {
    var context: PageContext
    /// What the site saw when it last looked into the store; nil where it could not yet.
    let sight: Lookout.Sight?
    let times: ResponseTimes

    var title: String { context.texts(.stateTitle) }
    var summary: String? { context.texts(.stateLead) }
    var freshness: ReadyPage.Freshness { .minute }

    private var texts: Texts { context.texts }

    var tables: StateTables {
        StateTables(
            state: CatalogueState(context.catalogue, rules: context.settings.freshness, on: context.now.day),
            sight: sight, times: times, context: context)
    }

    var content: some HTML {
        let tables = tables
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.stateLead) }
        p {
            texts(
                .stateAsOf, context.wording.date(context.now.day), context.now.clock, "\(context.snapshot.revision)")
        }
        RecordState(tables: tables, csv: csv)
        LanguageState(tables: tables, csv: csv)
        section(.ariaLabelledBy("links")) {
            h2(.id("links")) { texts(.stateLinks) }
            if let sight { LinkState(tables: tables, sight: sight, csv: csv) } else { p { texts(.stateUnseen) } }
        }
        section(.ariaLabelledBy("times")) {
            h2(.id("times")) { texts(.stateTimes) }
            let began = BrusselsTime(times.since)
            p { texts(.stateTimesRule, context.wording.date(began.day), began.clock) }
            if let table = tables.responses {
                FigureTableView(table, context: context)
            } else {
                p { texts(.stateTimesNone) }
            }
        }
        AccessState(context: context)
        section(.ariaLabelledBy("backup")) {
            h2(.id("backup")) { texts(.stateBackup) }
            p { texts(.stateBackupRule) }
            if let sight { BackupState(sight: sight, context: context) } else { p { texts(.stateUnseen) } }
        }
    }

    private var csv: String { context.link(.landscape(.table(.state, of: .state))) }
}

private struct RecordState: HTML {
    let tables: StateTables
    let csv: String

    private var context: PageContext { tables.context }
    private var state: CatalogueState { tables.state }

    var body: some HTML {
        let texts = context.texts
        let wording = context.wording
        let rules = context.settings.freshness
        let name = FigureName(
            id: "checked", title: texts(.stateRecordsFigure),
            description: texts(
                .stateRecordsSays, wording.number(state.total.entries), wording.number(state.total.inTime)))
        section(.ariaLabelledBy("records")) {
            h2(.id("records")) { texts(.stateRecords) }
            p { texts(.stateRecordsRule, "\(rules.channelDays)", "\(rules.otherDays)") }
            Figure(name, table: tables.checks, csv: csv, context: context) {
                Bars(name, bars: bars, context: context)
            }
            if state.aside + state.withdrawn > 0 {
                ul {
                    if state.aside > 0 { li { texts(.stateAside, count: state.aside) } }
                    if state.withdrawn > 0 { li { texts(.stateWithdrawn, count: state.withdrawn) } }
                }
            }
        }
    }

    private var bars: [Bars.Bar] {
        state.kinds.filter { $0.checks.entries > 0 }.map { kind, checks in
            Bars.Bar(
                context.plural(kind), value: Double(checks.inTime), shown: share(checks.inTime, of: checks.entries),
                outOf: Double(checks.entries), link: context.link(.search(SearchRequest(.kind, kind.rawValue))))
        }
    }

    private func share(_ part: Int, of whole: Int) -> String {
        context.texts(.stateOf, context.wording.number(part), context.wording.number(whole))
    }
}

private struct LanguageState: HTML {
    let tables: StateTables
    let csv: String

    private var context: PageContext { tables.context }
    private var entries: Int { tables.state.total.entries }

    var body: some HTML {
        let texts = context.texts
        let name = FigureName(
            id: "translated", title: texts(.stateLanguagesFigure),
            description: texts(
                .stateLanguagesSays, context.wording.number(entries),
                bars.map { "\($0.label): \(context.wording.number(Int($0.value)))" }.joined(separator: ", ")))
        section(.ariaLabelledBy("languages")) {
            h2(.id("languages")) { texts(.stateLanguages) }
            p { texts(.stateLanguagesRule) }
            Figure(name, table: tables.translations, csv: csv, context: context) {
                Bars(name, bars: bars, context: context)
            }
        }
    }

    private var bars: [Bars.Bar] {
        tables.state.languages.map { language, translations in
            let there = entries - translations.missing
            return Bars.Bar(
                language.ownName, value: Double(there),
                shown: context.texts(.stateOf, context.wording.number(there), context.wording.number(entries)),
                outOf: Double(entries))
        }
    }
}

private struct LinkState: HTML {
    let tables: StateTables
    let sight: Lookout.Sight
    let csv: String

    private var context: PageContext { tables.context }

    var body: some HTML {
        let texts = context.texts
        let wording = context.wording
        let standing = sight.links
        let name = FigureName(
            id: "linked", title: texts(.stateLinksFigure),
            description: texts(
                .stateLinksSays, wording.number(standing.total), wording.number(standing.numbers[.alive] ?? 0),
                wording.number(standing.numbers[.unchecked] ?? 0)))
        p { texts(.stateLinksRule) }
        p {
            if let last = standing.lastCheck.map({ BrusselsTime($0) }) {
                texts(.stateLinksLast, wording.date(last.day), last.clock)
            } else {
                texts(.stateLinksNever)
            }
            " " + texts(.stateSeen, wording.date(sight.at.day), sight.at.clock)
        }
        Figure(name, table: tables.links(standing), csv: csv, context: context) {
            Bars(
                name,
                bars: LinkStanding.State.allCases.map { state in
                    let number = standing.numbers[state] ?? 0
                    return Bars.Bar(texts(state.label), value: Double(number), shown: wording.number(number))
                }, context: context)
        }
    }
}

private struct AccessState: HTML {
    let context: PageContext

    var body: some HTML {
        let texts = context.texts
        section(.ariaLabelledBy("access")) {
            h2(.id("access")) { texts(.stateAccess) }
            if let run = AccessRun.last, let date = PartialDate(run.date) {
                p { texts(.accessRunDate, context.wording.date(date)) }
                ul {
                    li { texts(.accessRunPages, count: run.pages) }
                    li { texts(.accessRunFailures, "\(run.failures)", "\(run.checks)") }
                }
                p { a(.href("/accessibility.json")) { texts(.accessRunFile) } }
            } else {
                p { texts(.stateAccessNone) }
            }
            if let statement = context.catalogue.page("accessibility") {
                p { a(.href(context.link(.page(statement.id)))) { texts(.stateAccessMore) } }
            }
        }
    }
}

private struct BackupState: HTML {
    let sight: Lookout.Sight
    let context: PageContext

    var body: some HTML {
        let texts = context.texts
        let wording = context.wording
        if let proof = sight.backup {
            let at = BrusselsTime(proof.at)
            p {
                texts(.stateBackupLast, wording.date(at.day), at.clock, "\(proof.holding.revision)")
                " "
                texts(
                    .stateBackupSize, wording.decimal(Double(proof.size) / 1_000_000, digits: 1),
                    wording.decimal(proof.seconds, digits: 1))
            }
        } else {
            p { texts(.stateBackupNone) }
        }
    }
}
