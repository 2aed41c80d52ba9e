import Catalogue
import Editorial

/// The figures of the page on the state of the catalogue as tables, and all of them together for a spreadsheet.
struct StateTables {
    let state: CatalogueState
    let sight: Lookout.Sight?
    let times: ResponseTimes
    let context: PageContext

    private var texts: Texts { context.texts }

    var checks: FigureTable {
        func row(_ name: String, _ checks: CatalogueState.Checks) -> [FigureCell] {
            [.text(name)]
                + [checks.entries, checks.inTime, checks.due, checks.unchecked, checks.over].map { .number($0) }
        }
        return FigureTable(
            file: .state, caption: texts(.stateRecordsFigure),
            header: [
                texts(.stateKind), texts(.stateCount), texts(.stateInTime), texts(.stateDue), texts(.stateUnchecked),
                texts(.stateOver),
            ],
            rows: state.kinds.map { row(context.plural($0.kind), $0.checks) } + [row(texts(.stateTotal), state.total)])
    }

    var translations: FigureTable {
        FigureTable(
            file: .state, caption: texts(.stateLanguagesFigure),
            header: [texts(.stateLanguage)] + Self.origins.map { texts($0.key) }
                + [texts(.stateUnnoted), texts(.stateMissing), texts(.stateEasy)],
            rows: state.languages.map { language, translations in
                [.text(language.ownName)] + Self.origins.map { .number(translations.noted[$0.state] ?? 0) }
                    + [translations.unnoted, translations.missing, translations.easy].map { .number($0) }
            })
    }

    private static let origins: [(state: TranslationState, key: TextKey)] = [
        (.original, .stateOriginal), (.person, .statePerson), (.machine, .stateMachine), (.outdated, .stateOutdated),
    ]

    func links(_ standing: LinkStanding) -> FigureTable {
        FigureTable(
            file: .state, caption: texts(.stateLinksFigure), header: [texts(.stateLink), texts(.stateAddresses)],
            rows: LinkStanding.State.allCases.map { [.text(texts($0.label)), .number(standing.numbers[$0] ?? 0)] })
    }

    /// Nil where nothing was answered yet.
    var responses: FigureTable? {
        guard let all = times.sinceStart else { return nil }
        func row(_ name: TextKey, _ summary: ResponseTimes.Summary) -> [FigureCell] {
            [.text(texts(name)), .number(summary.answers)]
                + [summary.half, summary.ninetyFive, summary.ninetyNine].map { .decimal($0, digits: 2) }
        }
        return FigureTable(
            file: .state, caption: texts(.stateTimesCaption),
            header: [
                texts(.statePeriod), texts(.stateAnswers), texts(.stateHalf), texts(.stateNinetyFive),
                texts(.stateNinetyNine),
            ],
            rows: [row(.stateSinceStart, all)] + (times.lastHour.map { [row(.stateLastHour, $0)] } ?? []))
    }

    /// All tables in one, a figure a row.
    var whole: FigureTable {
        let tables = [checks, translations] + [sight.map { links($0.links) }, responses].compactMap { $0 }
        return FigureTable(
            file: .state, caption: texts(.stateTitle),
            header: [texts(.stateCsvPart), texts(.stateCsvRow), texts(.stateCsvMeasure), texts(.stateCsvValue)],
            rows: tables.flatMap(Self.long) + access + backup)
    }

    private static func long(_ table: FigureTable) -> [[FigureCell]] {
        table.rows.flatMap { row in
            zip(table.header, row).dropFirst().map { measure, value in
                [.text(table.caption), row.first ?? .none, .text(measure), value]
            }
        }
    }

    private var access: [[FigureCell]] {
        guard let run = AccessRun.last else { return [] }
        let part = FigureCell.text(texts(.accessRunTitle))
        return [
            [part, .text(run.date), .text(texts(.stateChecksRun)), .number(run.checks)],
            [part, .text(run.date), .text(texts(.stateChecksFailed)), .number(run.failures)],
        ]
    }

    private var backup: [[FigureCell]] {
        guard let proof = sight?.backup else { return [] }
        let day = BrusselsTime(proof.at).day
        let part = FigureCell.text(texts(.stateBackup))
        return [
            [part, .text("\(day)"), .text(texts(.stateBackupRevision)), .number(proof.holding.revision)],
            [part, .text("\(day)"), .text(texts(.stateBackupBytes)), .number(proof.size)],
        ]
    }
}

extension LinkStanding.State {
    var label: TextKey {
        switch self {
        case .alive: .stateLinkAlive
        case .failing: .stateLinkFailing
        case .broken: .stateLinkBroken
        case .moved: .stateLinkMoved
        case .closed: .stateLinkClosed
        case .unchecked: .stateLinkUnchecked
        }
    }
}
