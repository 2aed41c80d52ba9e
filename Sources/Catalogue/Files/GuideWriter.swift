/// Writes a help tree as ``GuideReader`` reads it.
struct GuideWriter {
    let guide: HelpTree

    func write(_ fields: inout FieldsWriter) {
        fields.value("start", guide.start)
        fields.list("questions", guide.questions) { question, fields in
            fields.value("id", question.id)
            fields.localised("text", question.text)
            fields.list("answers", question.answers) { answer, fields in
                fields.localised("label", answer.label)
                fields.value("to", answer.leadsTo)
            }
        }
        fields.list("ends", guide.ends) { end, fields in
            fields.value("id", end.id)
            fields.value("audience", end.audience)
            fields.flag("urgent", end.isUrgent)
            fields.localised("title", end.title)
            fields.localised("lead", end.lead)
            fields.names("channels", end.channels)
            fields.localisedList("first", end.first)
            fields.localisedList("keep", end.keep)
            fields.localisedList("never", end.never)
            fields.localisedList("next", end.next)
            fields.names("records", end.records)
        }
    }
}

/// Writes a lab as ``LabReader`` reads it.
struct LabWriter {
    let lab: Lab

    func write(_ fields: inout FieldsWriter) {
        fields.localised("question", lab.question)
        fields.list("sectors", lab.sectors) { sector, fields in
            fields.value("id", sector.id)
            fields.localised("name", sector.name)
        }
        fields.list("sessions", lab.sessions) { session, fields in
            fields.value("id", session.id)
            fields.value("day", session.day)
            fields.clock("from", session.from)
            fields.clock("until", session.until)
            fields.localised("place", session.place)
            fields.texts("languages", session.languages.map(\.description))
            fields.value("seats", session.seats)
        }
        fields.value("registration_until", lab.registrationUntil)
        fields.list("testimonies", lab.testimonies) { testimony, fields in
            fields.value("sector", testimony.sector)
            fields.localised("text", testimony.text)
        }
        fields.list("findings", lab.findings) { finding, fields in
            fields.value("id", finding.id)
            fields.localised("text", finding.text)
            fields.list("leads_to", finding.leadsTo) { outcome, fields in
                fields.value("publication", outcome.publication)
                fields.value("recommendation", outcome.recommendation)
            }
        }
    }
}

/// Writes the kit of a campaign as ``CampaignReader`` reads it.
struct CampaignWriter {
    let campaign: Campaign

    func write(_ fields: inout FieldsWriter) {
        fields.localisedList("goals", campaign.goals)
        fields.list("actions", campaign.actions) { action, fields in
            fields.value("id", action.id)
            fields.value("setting", action.setting.rawValue)
            fields.localised("title", action.title)
            fields.value("minutes", action.minutes)
            fields.ages("ages", action.ages)
            fields.localisedList("needs", action.needs)
            fields.localisedList("steps", action.steps)
            fields.names("material", action.material)
        }
    }
}
