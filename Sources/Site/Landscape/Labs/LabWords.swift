import Catalogue
import Editorial
import HTML

extension PageContext {
    /// What a group that is invited is called.
    func label(_ sector: Lab.Sector) -> String {
        sector.name?.text(for: edition)?.text ?? label(sector.id, in: .audiences)
    }

    /// The group with this id; nil is another one, and so is what the lab doesn't have any more.
    func name(ofSector id: Identifier?, in lab: Lab?) -> String {
        lab?.sectors.first { $0.id == id }.map { label($0) } ?? texts(.labFormOther)
    }

    /// Day, hours, place and languages: `9 februari 2027, 14 uur tot 16 uur · Brussel · Nederlands`.
    func words(of session: Lab.Session) -> String {
        let hours: String? =
            switch (session.from, session.until) {
            case (let from?, let until?): texts(.labHours, wording.clock(from), wording.clock(until))
            case (let from?, nil): wording.clock(from)
            case (nil, _): nil
            }
        let when = [wording.date(session.day), hours].compactMap { $0 }.joined(separator: ", ")
        let languages = session.languages.isEmpty ? nil : wording.names(of: session.languages)
        return [when, session.place?.text(for: edition)?.text, languages].compactMap { $0 }.joined(separator: " · ")
    }
}

extension Lab.Stage {
    var label: TextKey {
        switch self {
        case .planned: .labStagePlanned
        case .open: .labStageOpen
        case .closed: .labStageClosed
        case .held: .labStageHeld
        case .findings: .labStageFindings
        case .recommendations: .labStageRecommendations
        }
    }
}

extension LabRegistration.Need {
    var label: TextKey {
        switch self {
        case .wheelchair: .labNeedWheelchair
        case .signVGT: .labNeedSignVgt
        case .signLSFB: .labNeedSignLsfb
        case .speechToText: .labNeedSpeechToText
        case .easyWords: .labNeedEasyWords
        case .childCare: .labNeedChildCare
        }
    }
}

/// What came out of a lab, and what each of it led to.
struct LabFindings: HTML {
    let findings: [Lab.Finding]
    let context: PageContext

    var body: some HTML {
        ul {
            for finding in findings {
                li {
                    Localised(finding.text, context)
                    if !finding.leadsTo.isEmpty {
                        p(.class("quiet")) { context.texts(.labLedTo) }
                        ul(.class("links")) {
                            for outcome in finding.leadsTo { li { OutcomeLink(outcome: outcome, context: context) } }
                        }
                    }
                }
            }
        }
    }
}

/// The way to a recommendation, or to the publication as a whole.
private struct OutcomeLink: HTML {
    let outcome: Lab.Outcome
    let context: PageContext

    var body: some HTML {
        if let id = outcome.recommendation, let text = recommendation?.text {
            a(.href(context.link(.recommendation(outcome.publication, id)))) { Localised(text, context) }
        } else if let publication {
            a(.href(context.link(.record(.publication, publication.id)))) {
                Localised(publication.title, context, isName: true)
            }
        }
    }

    private var publication: Record? { context.catalogue[outcome.publication] }
    private var recommendation: Recommendation? {
        publication?.recommendations?.first { $0.id == outcome.recommendation }
    }
}
