import Catalogue
import Exchange
import Foundation
import HTML

/// The API for people who write programs: examples to try, all that can be asked, and how a copy stays true.
struct APIPage: SitePage {
    var context: PageContext

    var title: String { context.texts(.apiTitle) }
    var summary: String? { context.texts(.apiLead) }
    var hasPictures: Bool { true }

    private var texts: Texts { context.texts }
    private var site: String { context.settings.publicAddress }

    var content: some HTML {
        OpenDataTabs(context: context)
        h1 { title }
        p(.class("lead")) { texts(.apiLead) }
        section(.ariaLabelledBy("try")) {
            h2(.id("try")) { texts(.apiTry) }
            p { texts(.apiTryText) }
            for example in examples { ExampleView(example: example, site: site, texts: texts) }
        }
        section(.ariaLabelledBy("there")) {
            h2(.id("there")) { texts(.apiThere) }
            LinkedText(.apiThereText, link: API.description.path, words: .apiDescription, texts: texts)
            for operation in API.all { OperationView(operation: operation, context: context) }
        }
        section(.ariaLabelledBy("answers")) {
            h2(.id("answers")) { texts(.apiAnswers) }
            LinkedText(
                .apiAnswersText, link: context.link(.openData(.dictionary)), words: .apiDictionary, texts: texts)
            h3 { texts(.apiStable) }
            p { texts(.apiStableText) }
        }
        section(.ariaLabelledBy("paging")) {
            h2(.id("paging")) { texts(.apiPaging) }
            p { texts(.apiPagingText) }
        }
        CopyingView(site: site, texts: texts)
        ErrorsView(texts: texts)
        section(.ariaLabelledBy("limits")) {
            h2(.id("limits")) { texts(.apiLimits) }
            ul { for limit in limits { li { limit } } }
        }
        section(.ariaLabelledBy("licence")) {
            h2(.id("licence")) { texts(.apiLicence) }
            p { texts(.apiLicenceText, Licence.data.name) }
            p { a(.href(Licence.data.address), .rel("license")) { Licence.data.address } }
        }
    }

    private var limits: [String] {
        [
            texts(.apiLimitReading),
            texts(.apiLimitPage, String(RecordList.mostAtOnce), String(SearchAPI.mostResults)),
            texts(.apiLimitAddress, String(APIDoor.longestAddress)),
            texts(.apiLimitDrafts),
        ]
    }

    private var examples: [APIExample] {
        let language = context.language.rawValue
        return [
            APIExample(says: .apiTryChannels, address: "\(API.channels.path)?lang=\(language)"),
            APIExample(
                says: .apiTryRecords,
                address: "\(API.records.path)?kind=resource&theme=sexting&age=12-16&lang=\(language)"),
            APIExample(
                says: .apiTrySearch, address: "\(API.search.path)?q=\(Self.fakeNews(context.language))&lang=\(language)"
            ),
            APIExample(says: .apiTryRecord, address: "\(API.records.path)/awel-102"),
            APIExample(
                says: .apiTryAll, address: "\(API.records.path)?format=ndjson", options: "-o betternet.ndjson"),
        ]
    }

    private static func fakeNews(_ language: Language) -> String {
        switch language {
        case .nl: "nepnieuws"
        case .fr: "infox"
        case .de: "falschmeldungen"
        case .en: "fake+news"
        }
    }
}

/// An address to try, in a browser and in a terminal.
struct APIExample: Sendable {
    let says: TextKey
    let address: String
    /// Of curl, before the address.
    var options = ""
}

private struct ExampleView: HTML {
    let example: APIExample
    let site: String
    let texts: Texts

    var body: some HTML {
        p { a(.href(example.address)) { texts(example.says) } }
        CodeLine("curl \(example.options.isEmpty ? "" : example.options + " ")'\(site)\(example.address)'", texts)
    }
}

/// What is copied into a terminal.
struct CodeLine: HTML {
    let line: String
    let name: String

    init(_ line: String, _ texts: Texts, name: TextKey = .apiTry) {
        self.line = line
        self.name = texts(name)
    }

    var body: some HTML {
        // The regions of a page need names of their own.
        ScrollRegion("\(name): \(line)") { pre(.translate("no")) { line } }
    }
}

/// A sentence with a link in the place of its value.
private struct LinkedText: HTML {
    let halves: [String]
    let link: String
    let words: String

    init(_ key: TextKey, link: String, words: TextKey, texts: Texts) {
        halves = texts(key, "\u{1}").components(separatedBy: "\u{1}")
        self.link = link
        self.words = texts(words)
    }

    var body: some HTML {
        p {
            halves.first ?? ""
            a(.href(link)) { words }
            halves.dropFirst().joined()
        }
    }
}
