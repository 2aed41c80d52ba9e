import Catalogue

/// Records as they are kept: the same fields as `Codable` writes, many times faster. Whoever copies the whole catalogue
/// waits for this.
extension Record {
    /// Fields without a value are left out; lists are there also when they are empty.
    package var keptJSON: JSON { .object(keptFields) }

    package var keptFields: [JSON.Field] {
        var fields: [JSON.Field] = []
        fields.reserveCapacity(40)
        func add(_ name: String, _ value: JSON?) { if let value { fields.append(JSON.Field(name, value)) } }
        add("id", .text(id.description))
        add("kind", .text(kind.rawValue))
        add("title", title.keptJSON)
        add("ownNames", .list(ownNames.map { .text($0.rawValue) }))
        add("summary", summary.keptJSON)
        add("organisations", organisations.keptJSON)
        add("languages", languages.keptJSON)
        add("themes", themes.keptJSON)
        add("audiences", audiences.keptJSON)
        add("ages", ages?.keptJSON)
        add("territories", territories.keptJSON)
        add("pillars", pillars.keptJSON)
        add("formats", formats.keptJSON)
        add("cost", .text(cost?.description))
        add("status", .text(status.rawValue))
        add("founded", .number(founded))
        add("ended", .number(ended))
        add("dates", .list(dates.map(\.keptJSON)))
        add("yearly", .bool(yearly))
        add("recurrence", recurrence?.keptJSON)
        add("lab", lab?.keptJSON)
        add("campaign", campaign?.keptJSON)
        add("member", .bool(member))
        add("links", .list(links.map(\.keptJSON)))
        add("contact", contact?.keptJSON)
        add("service", service?.keptJSON)
        add("guide", guide?.keptJSON)
        add("route", route?.keptJSON)
        add("recommendations", recommendations.map { .list($0.map(\.keptJSON)) })
        add("announced", .number(announced))
        add("sources", .list(sources.map(\.keptJSON)))
        add("withdrawn", .text(withdrawn?.description))
        add("successor", .text(successor?.description))
        add("isMerged", isMerged.map { .bool($0) })
        add("setAside", .text(setAside?.description))
        add("verified", verified?.keptJSON)
        add(
            "translations",
            translations.map { states in
                .object(
                    Language.allCases.compactMap { language in
                        states[language].map { JSON.Field(language.rawValue, .text($0.rawValue)) }
                    })
            })
        add("home", .text(home))
        return fields
    }
}

// MARK: Small parts

extension Collection where Element: CustomStringConvertible {
    /// A list of names.
    var keptJSON: JSON { .list(map { .text($0.description) }) }
}

extension LocalisedText {
    /// An object from the tag of an edition to its text.
    package var keptJSON: JSON {
        .object(editionTags.compactMap { edition, tag in self[edition].map { JSON.Field(tag, .text($0)) } })
    }
}

extension LocalisedList {
    package var keptJSON: JSON {
        let lists = editionTags.filter { has($0.edition) }.map { edition, tag in JSON.Field(tag, self[edition].keptJSON)
        }
        return ["lists": .object(lists)]
    }
}

/// Made once: a tag is asked for with every text.
private let editionTags = Edition.allCases.map { (edition: $0, tag: $0.description) }

extension AgeRange {
    package var keptJSON: JSON { ["from": .number(from), "to": .number(to)] }
}

extension EventDate {
    var keptJSON: JSON { .fields(["start": .text(start.description), "end": .text(end?.description)]) }
}

extension Recurrence {
    var keptJSON: JSON {
        ["ordinal": .number(ordinal), "weekday": .text(weekday.rawValue), "month": .number(month)]
    }
}

extension Link {
    var keptJSON: JSON { .fields(["address": .text(address.description), "language": .text(language?.rawValue)]) }
}

extension Source {
    var keptJSON: JSON {
        .fields(["address": .text(address.description), "says": .text(says), "seen": .text(seen?.description)])
    }
}

extension Verification {
    package var keptJSON: JSON {
        .fields([
            "on": .text(on.description), "organisation": .text(organisation?.description), "by": .text(by.rawValue),
        ])
    }
}
