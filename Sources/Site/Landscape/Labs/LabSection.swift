import Catalogue
import HTML

/// What the page of an event says of its lab: the call before, and what came out of it afterwards.
struct LabSection: HTML {
    let record: Record
    let lab: Lab
    let context: PageContext

    var body: some HTML {
        section(.id("lab"), .ariaLabelledBy("lab-question")) {
            h2(.id("lab-question")) { context.texts(.labQuestion) }
            p(.class("lead")) { Localised(lab.question, context) }
            if !lab.sectors.isEmpty {
                h3 { context.texts(.labInvited) }
                ul { for sector in lab.sectors { li { context.label(sector) } } }
            }
            if !lab.sessions.isEmpty {
                h3 { context.texts(.labSessions) }
                ul {
                    for session in lab.sessions {
                        li {
                            context.words(of: session)
                            if let seats = session.seats { " · " + context.texts(.labSeats, count: seats) }
                        }
                    }
                }
            }
            call
            if !lab.testimonies.isEmpty {
                h3 { context.texts(.labTestimonies) }
                p(.class("quiet")) { context.texts(.labTestimoniesText) }
                for testimony in lab.testimonies {
                    blockquote {
                        p { Localised(testimony.text, context) }
                        p(.class("quiet")) { context.name(ofSector: testimony.sector, in: lab) }
                    }
                }
            }
            if !lab.findings.isEmpty {
                h3 { context.texts(.labFindings) }
                LabFindings(findings: lab.findings, context: context)
            }
            p { a(.href(context.link(.landscape(.labs)))) { context.texts(.labAll) } }
        }
    }

    /// The way to take part, as long as there is one.
    @HTMLBuilder private var call: some HTML {
        switch lab.stage(on: context.now.day) {
        case .open:
            if let last = lab.registrationUntil {
                p { context.texts(.labRegisterUntil, context.wording.date(last)) }
            }
            p {
                a(.class("button"), .href(context.link(.labRegistration(record.id))), .rel("nofollow")) {
                    context.texts(.labRegister)
                }
            }
        case .closed: p { context.texts(.labClosed) }
        case .planned, .held, .findings, .recommendations: HTMLFragment()
        }
    }
}

/// Which findings of labs led to a publication.
struct LabsBehind: HTML {
    let publication: RecordID
    let context: PageContext

    var body: some HTML {
        let findings = context.catalogue.findings(leadingTo: publication)
        if !findings.isEmpty {
            section(.ariaLabelledBy("labs")) {
                h2(.id("labs")) { context.texts(.labTitle) }
                ul(.class("links")) {
                    for found in findings {
                        li {
                            a(.href(context.link(.record(.event, found.event.id)))) {
                                Localised(found.event.title, context, isName: true)
                            }
                            ": "
                            Localised(found.finding.text, context)
                        }
                    }
                }
            }
        }
    }
}
