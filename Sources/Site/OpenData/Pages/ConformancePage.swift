import Catalogue
import HTML

/// What other people's tools say of the open data, for anybody.
struct ConformancePage: SitePage {
    static let file = "/conformance.json"

    var context: PageContext

    var title: String { context.texts(.conformanceTitle) }
    var summary: String? { context.texts(.conformanceLead) }
    var hasPictures: Bool { true }

    private var texts: Texts { context.texts }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.conformanceLead) }
        if let run = ConformanceRun.last, let date = PartialDate(run.date), !run.parts.isEmpty {
            p { texts(.conformanceDate, context.wording.date(date)) }
            p {
                strong {
                    texts(
                        .conformanceSum, context.wording.number(run.checks), context.wording.number(run.failures))
                }
            }
            FigureTableView(table(run), context: context)
            p { a(.href(Self.file)) { texts(.conformanceAsJSON) } }
        } else {
            p { texts(.conformanceNone) }
        }
        section(.ariaLabelledBy("how")) {
            h2(.id("how")) { texts(.conformanceHow) }
            p { texts(.conformanceHowSays) }
            ScrollRegion("./test conformance") { pre { code { "./test conformance" } } }
        }
    }

    private func table(_ run: ConformanceRun) -> FigureTable {
        FigureTable(
            file: nil, caption: texts(.conformanceTable),
            header: [
                texts(.conformancePart), texts(.conformanceTools), texts(.conformancePassed), texts(.conformanceFailed),
            ],
            rows: run.parts.map { part in
                [
                    .text(Self.titles[part.name].map { texts($0) } ?? part.name),
                    part.tools.isEmpty ? .none : .text(part.tools.joined(separator: ", ")), .number(part.passed),
                    .number(part.failed),
                ]
            })
    }

    private static let titles: [String: TextKey] = [
        "api": .conformancePartAPI, "hsds": .conformancePartHSDS, "oai": .conformancePartOAI,
        "linked_data": .conformancePartLinked, "vocabulary": .conformancePartVocabularies,
        "feed": .conformancePartFeeds, "federation": .conformancePartFederation,
    ]
}
