import Catalogue
import Guidance
import HTML

/// A plan made to measure, and the questions that it is made from.
struct PlanPage: SitePage {
    var context: PageContext
    let reading: PlanReading

    var title: String { context.texts(.planTitle) }
    var summary: String? { context.texts(.planLead) }
    var isListed: Bool { reading.request == nil }
    var freshness: ReadyPage.Freshness { .minute }

    var content: some HTML {
        h1 { title }
        if let request = reading.request {
            p(.class("lead")) { brief(request) }
            if !reading.ignored.isEmpty {
                p(.class("notice"), .role("status")) {
                    context.texts(.planIgnored, reading.ignored.joined(separator: ", "))
                }
            }
            PlanView(
                plan: Planner(context.catalogue, reader: context.language).plan(for: request), request: request,
                context: context)
            PlanChange(request: request, context: context)
        } else {
            p(.class("lead")) { context.texts(.planLead) }
            PlanForm(request: PlanRequest(setting: .family), context: context)
        }
    }

    /// "For a class · 12 to 14 years · sexting, privacy · a month"
    private func brief(_ request: PlanRequest) -> String {
        let words = PlanWords(context: context)
        var parts = [words.label(request.setting)]
        if let ages = request.ages { parts.append(context.texts(.agesLong, "\(ages.from)", "\(ages.to)")) }
        parts += request.themes.map { context.label($0, in: .themes) }
        parts.append(words.label(request.time))
        if let place = request.territory { parts.append(context.label(place, in: .territories)) }
        if let language = request.language { parts.append(context.wording.name(of: LanguageTag(language))) }
        return (parts + PlanRequest.Need.allCases.filter(request.needs.contains).map(words.label)).joined(
            separator: " · ")
    }
}

/// The questions again, with the answers that were given.
private struct PlanChange: HTML {
    let request: PlanRequest
    let context: PageContext

    var body: some HTML {
        details(.class("change away-in-print")) {
            summary { context.texts(.planChange) }
            PlanForm(request: request, context: context)
        }
    }
}

/// The plan itself.
private struct PlanView: HTML {
    let plan: Plan
    let request: PlanRequest
    let context: PageContext
    private var words: PlanWords { PlanWords(context: context) }

    var body: some HTML {
        for concession in plan.concessions { p(.class("notice")) { words.concession(concession) } }
        if plan.steps.isEmpty {
            p { context.texts(.planNothing) }
            SearchForm(context: context)
        } else {
            ol(.class("steps plan")) {
                for (place, step) in plan.steps.enumerated() {
                    li { PlanStepView(place: place, step: step, request: request, context: context) }
                }
            }
        }
        if !request.leftOut.isEmpty {
            p(.class("away-in-print")) {
                a(.href(context.link(.plan(request.changing { $0.leftOut = [] }))), .rel("nofollow")) {
                    context.texts(.planRestore, count: request.leftOut.count)
                }
            }
        }
        if !plan.talk.isEmpty {
            section(.class("note"), .ariaLabelledBy("talk")) {
                h2(.id("talk")) { context.texts(.planTalk) }
                ul { for question in talk { li { question } } }
            }
        }
        if !plan.skipped.isEmpty {
            section(.ariaLabelledBy("skip")) {
                h2(.id("skip")) { context.texts(.planSkip) }
                ul(.class("links")) {
                    for skipped in plan.skipped {
                        li {
                            a(.href(context.link(.record(skipped.record.kind, skipped.record.id)))) {
                                Localised(skipped.record.title, context)
                            }
                            ": " + words.obstacle(skipped.obstacle)
                        }
                    }
                }
            }
        }
        PlanSharing(request: request, isEmpty: plan.steps.isEmpty, context: context)
    }

    private var talk: [String] {
        plan.talk.compactMap { question in
            let texts = context.catalogue[.themes][question.theme]?.talk[context.edition] ?? []
            return texts.indices.contains(question.number) ? texts[question.number] : nil
        }
    }
}

private struct PlanStepView: HTML {
    let place: Int
    let step: Plan.Step
    let request: PlanRequest
    let context: PageContext

    var body: some HTML {
        article {
            p(.class("eyebrow")) {
                words.label(step.part)
                if request.start != nil { " · \(context.wording.date(day))" }
            }
            h2 {
                a(.href(context.link(.record(step.record.kind, step.record.id)))) {
                    Localised(step.record.title, context, isName: true)
                }
            }
            p { Localised(step.record.summary, context) }
            p(.class("why")) { words.sentence(step.reasons) }
            p(.class("away-in-print")) {
                a(.href(context.link(.plan(without))), .rel("nofollow")) {
                    Icon("close")
                    context.texts(.planNotThis)
                    span(.class("away")) { ": " + (step.record.title.text(for: context.edition)?.text ?? "") }
                }
            }
        }
    }

    private var words: PlanWords { PlanWords(context: context) }

    private var day: CivilDay { PlanCalendar.day(of: place, request, today: context.now.day) }

    private var without: PlanRequest { request.changing { $0.leftOut.append(step.record.id) } }
}

/// The plan to take along: its address is all of it.
private struct PlanSharing: HTML {
    let request: PlanRequest
    let isEmpty: Bool
    let context: PageContext

    var body: some HTML {
        section(.class("sharing"), .ariaLabelledBy("share")) {
            h2(.id("share")) { context.texts(.planShare) }
            p { context.texts(.planShareText) }
            if let code = QRCode(address) {
                QRCodeView(code: code, label: context.texts(.planCode))
            }
            ul(.class("plain away-in-print")) {
                if !isEmpty {
                    li {
                        a(.href(context.link(.planCalendar(request))), .rel("nofollow")) {
                            Icon("clock")
                            context.texts(.planCalendar)
                        }
                    }
                }
                li {
                    a(.href(MailLink(subject: context.texts(.planTitle), body: address).address)) {
                        Icon("share")
                        context.texts(.shortlistMail)
                    }
                }
                li {
                    a(.href(context.link(.help))) {
                        Icon("help")
                        context.texts(.askAPerson)
                    }
                }
            }
            p(.class("quiet away-in-print")) { context.texts(.shortlistPrintHint) }
            p(.class("only-in-print")) { address }
        }
    }

    private var address: String { context.settings.publicAddress + Address.plan(request).print(in: context.edition) }
}
