import Catalogue
import Editorial
import HTML

/// What readers look for, and don't find.
struct FiguresPage: WorkspacePage {
    var context: PageContext
    let visit: Workspace.Visit
    let found: [SearchListing.Row]
    let notFound: [SearchListing.Row]
    let days: Int

    static let periods = [7, 30, 90, 365]
    private static let shown = 50

    var title: String { context.texts(.workFigures) }
    private var texts: Texts { context.texts }

    var content: some HTML {
        WorkspaceBar(visit: visit, context: context)
        h1 { title }
        p(.class("lead")) { texts(.figuresLead) }
        ul(.class("chips")) {
            for period in Self.periods {
                li {
                    a(.href(context.link(.workspace(.figures)) + QueryItems([QueryItem("days", "\(period)")]).print()))
                    {
                        texts(.figuresDays, "\(period)")
                    }
                    .attributes(.ariaCurrent("true"), when: period == days)
                }
            }
        }
        listing(.figuresNotFound, notFound, \.withoutResult)
        listing(.figuresFound, found, \.searches)
    }

    @HTMLBuilder
    private func listing(
        _ heading: TextKey, _ rows: [SearchListing.Row], _ count: KeyPath<SearchListing.Row, Int>
    ) -> some HTML {
        section {
            h2 { texts(heading) }
            // The row without words counts all searches.
            let shown = rows.filter { !$0.words.isEmpty }.prefix(Self.shown)
            if shown.isEmpty {
                p { texts(.figuresNone) }
            } else {
                table {
                    thead {
                        tr {
                            th(.scope("col")) { texts(.figuresWords) }
                            th(.scope("col")) { texts(.figuresSearches) }
                        }
                    }
                    tbody {
                        for row in shown {
                            tr {
                                td(.lang(row.language)) { row.words }
                                td { "\(row[keyPath: count])" }
                            }
                        }
                    }
                }
            }
        }
    }
}
