import Catalogue
import HTML

/// All labs, from call to result.
struct LabsPage: LandscapePage {
    var context: PageContext

    var title: String { context.texts(.labTitle) }
    var summary: String? { context.texts(.labLead) }
    // How far a lab is follows from the day.
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        let labs = context.catalogue.labs
        LandscapeTabs(context: context)
        h1 { title }
        p(.class("lead")) { context.texts(.labLead) }
        if labs.isEmpty { p { context.texts(.labNone) } }
        for (event, lab) in labs {
            section(.ariaLabelledBy("lab-\(event.id)")) {
                h2(.id("lab-\(event.id)")) {
                    a(.href(context.link(.record(.event, event.id)))) { Localised(event.title, context, isName: true) }
                }
                p(.class("eyebrow")) {
                    ([context.texts(lab.stage(on: context.now.day).label)] + event.dates.map(context.wording.dates))
                        .joined(separator: " · ")
                }
                p { Localised(lab.question, context) }
                if !lab.openSessions(on: context.now.day).isEmpty {
                    p {
                        a(.class("button"), .href(context.link(.labRegistration(event.id))), .rel("nofollow")) {
                            context.texts(.labRegister)
                        }
                    }
                }
                if !lab.findings.isEmpty {
                    h3 { context.texts(.labFindings) }
                    LabFindings(findings: lab.findings, context: context)
                }
            }
        }
        if !labs.isEmpty {
            let table = LabTable(context: context).figures
            Figure(
                FigureName(id: "labs-table", title: title, description: context.texts(.labLead)), table: table,
                csv: context.link(.landscape(.table(.labs, of: .labs))), context: context, isTable: true
            ) { FigureTableView(table, context: context) }
        }
    }
}

/// All labs as a table: a row for each thing that a finding led to.
struct LabTable: Sendable {
    let context: PageContext

    var figures: FigureTable {
        FigureTable(
            file: .labs, caption: context.texts(.labAll),
            header: [
                TextKey.labTitle, .labStage, .factDates, .labQuestion, .labFinding, .labPublication,
                .labRecommendation,
            ].map { context.texts($0) },
            rows: context.catalogue.labs.flatMap { rows($0.event, $0.lab) })
    }

    private func rows(_ event: Record, _ lab: Lab) -> [[FigureCell]] {
        let days = lab.sessions.isEmpty ? event.dates.map(context.wording.dates) : lab.sessions.map { day($0) }
        let begin: [FigureCell] = [
            .link(context.title(of: event.id), to: context.link(.record(.event, event.id))),
            .text(context.texts(lab.stage(on: context.now.day).label)),
            days.isEmpty ? .none : .text(days.joined(separator: ", ")), text(lab.question),
        ]
        guard !lab.findings.isEmpty else { return [begin] }
        return lab.findings.flatMap { finding -> [[FigureCell]] in
            let row = begin + [text(finding.text)]
            return finding.leadsTo.isEmpty ? [row] : finding.leadsTo.map { row + cells($0) }
        }
    }

    private func day(_ session: Lab.Session) -> String { context.wording.date(session.day) }

    private func text(_ text: LocalisedText) -> FigureCell {
        text.text(for: context.edition).map { .text($0.text) } ?? .none
    }

    private func cells(_ outcome: Lab.Outcome) -> [FigureCell] {
        guard let publication = context.catalogue[outcome.publication] else { return [] }
        let link = FigureCell.link(
            context.title(of: publication.id), to: context.link(.record(.publication, publication.id)))
        guard let asked = publication.recommendations?.first(where: { $0.id == outcome.recommendation }) else {
            return [link]
        }
        return [
            link,
            .link(
                asked.text.text(for: context.edition)?.text ?? asked.id.description,
                to: context.link(.recommendation(publication.id, asked.id))),
        ]
    }
}
