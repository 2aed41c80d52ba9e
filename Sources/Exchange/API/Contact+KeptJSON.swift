import Catalogue

extension Contact {
    package var keptJSON: JSON {
        .fields([
            "phones": .list(phones.map(\.keptJSON)), "emails": .list(emails.map(\.keptJSON)),
            "chat": .text(chat?.description), "form": .text(form?.description), "address": .text(address),
            "addressRemark": .text(addressRemark), "hours": hours?.keptJSON,
        ])
    }
}

extension Contact.Phone {
    var keptJSON: JSON {
        .fields(["number": .text(number.description), "note": note?.keptJSON, "remark": .text(remark)])
    }
}

extension Contact.Email {
    var keptJSON: JSON { .fields(["address": .text(address), "note": note?.keptJSON, "remark": .text(remark)]) }
}

extension Hours {
    package var keptJSON: JSON {
        .fields([
            "certainty": .text(certainty.rawValue), "seen": .text(seen?.description),
            "applies": .text(applies?.rawValue), "always": .bool(always), "weekly": .list(weekly.map(\.keptJSON)),
            "holidays": .text(holidays.rawValue), "exceptions": .list(exceptions.map(\.keptJSON)),
            "asFound": .text(asFound), "remark": .text(remark),
        ])
    }
}

extension Hours.Span {
    var keptJSON: JSON {
        ["days": .list(days.map { .text($0.rawValue) }), "opens": .number(opens), "closes": .number(closes)]
    }
}

extension Hours.Exception {
    var keptJSON: JSON { ["day": .text(day.description), "spans": .list(spans.map(\.keptJSON))] }
}

extension ChannelService {
    var keptJSON: JSON {
        .fields([
            "isAnonymous": isAnonymous.map { .bool($0) }, "contact": contact.keptJSON, "can": can.keptJSON,
            "cannot": cannot.keptJSON,
        ])
    }
}
