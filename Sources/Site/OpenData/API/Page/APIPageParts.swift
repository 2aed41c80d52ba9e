import Catalogue
import Exchange
import HTML
import HTTPTypes

/// One thing that can be asked, with its parameters folded away.
struct OperationView: HTML {
    let operation: APIOperation
    let context: PageContext
    private var texts: Texts { context.texts }

    var body: some HTML {
        h3 {
            span(.translate("no")) { "\(operation.method.rawValue) \(operation.path)" }
        }
        p { texts(operation.says) }
        // Every address takes it: no table for it alone.
        if operation.parameters.contains(where: { $0.name != API.language.name }) {
            details {
                summary { texts(.apiParameters) }
                ScrollRegion(texts(.apiParametersOf, operation.path)) {
                    table(.class("figures")) {
                        thead {
                            tr {
                                th(.scope("col")) { texts(.apiParameter) }
                                th(.scope("col")) { texts(.apiMeaning) }
                                th(.scope("col")) { texts(.apiValues) }
                            }
                        }
                        tbody { for parameter in operation.parameters { row(parameter) } }
                    }
                }
            }
        }
    }

    private func row(_ parameter: APIParameter) -> some HTML {
        let values = parameter.values(in: texts)
        return tr {
            th(.scope("row"), .translate("no")) { parameter.name }
            td { texts(parameter.says) }
            td {
                if let list = values.list { a(.href(list)) { values.words } } else { values.words }
                if let usual = parameter.usual { "; " + texts(.apiUsually, usual) }
                if parameter.isRepeatable { "; " + texts(.apiMany) }
            }
        }
    }
}

/// How a copy is kept up to date.
struct CopyingView: HTML {
    let site: String
    let texts: Texts

    var body: some HTML {
        section(.ariaLabelledBy("copy")) {
            h2(.id("copy")) { texts(.apiCopy) }
            ol {
                li {
                    texts(.apiCopyFirst)
                    CodeLine("curl -o copy.ndjson '\(records)?format=ndjson'", texts, name: .apiCopy)
                }
                li {
                    texts(.apiCopyThen)
                    CodeLine(
                        "curl '\(records)?format=ndjson&modified_after=2026-11-27T12:00:00Z'", texts, name: .apiCopy)
                }
                li { texts(.apiCopyPut) }
                li { texts(.apiCopyDelete) }
            }
            p { texts(.apiCopyFilter) }
            h3 { texts(.apiUnchanged) }
            p { texts(.apiUnchangedText) }
            CodeLine("curl --etag-save tag --etag-compare tag -o copy.json '\(records)'", texts, name: .apiUnchanged)
        }
    }

    private var records: String { site + API.records.path }
}

/// What a problem looks like, and what the statuses mean.
struct ErrorsView: HTML {
    let texts: Texts

    var body: some HTML {
        section(.ariaLabelledBy("errors")) {
            h2(.id("errors")) { texts(.apiErrors) }
            p { texts(.apiErrorsText) }
            CodeLine(example, texts, name: .apiErrors)
            dl {
                for (status, key) in statuses {
                    dt { "\(status.code) \(status.reasonPhrase)" }
                    dd { texts(key) }
                }
            }
        }
    }

    private var example: String {
        let detail = texts(.problemNumber, "limit", "1", String(RecordList.mostAtOnce))
        return """
            { "title": "Bad Request", "status": 400, "parameter": "limit",
              "detail": "\(detail)" }
            """
    }

    private let statuses: [(HTTPResponse.Status, TextKey)] = [
        (.badRequest, .apiError400), (.notFound, .apiError404), (.methodNotAllowed, .apiError405),
        (.gone, .apiError410),
    ]

    init(texts: Texts) { self.texts = texts }
}
