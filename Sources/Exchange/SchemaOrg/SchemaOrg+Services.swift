import Catalogue

// Channels: where somebody calls, chats or writes, and when.
extension SchemaOrg {
    func service(_ record: Record) -> JSON {
        let contact = record.contact ?? Contact()
        return thing(
            ["Service"], record,
            [
                "provider": organisations(record.organisations), "category": terms(record.themes, in: .themes),
                "serviceType": labels(record.formats, in: .formats), "audience": people(record),
                "areaServed": places(record.territories), "offers": free(record),
                "availableChannel": .one(channels(contact, languages: languages(record.languages))),
                "hoursAvailable": contact.applies(to: nil) ? .one(hours(contact)) : nil,
            ])
    }

    /// What costs nothing is offered at no price. A price that is not known is not told.
    func free(_ record: Record) -> JSON? {
        guard isFree(record) == true else { return nil }
        return ["@type": "Offer", "price": 0, "priceCurrency": "EUR"]
    }

    /// The ways to reach a channel, each by itself.
    private func channels(_ contact: Contact, languages: JSON?) -> [JSON] {
        let ways: [KeyValuePairs<String, JSON?>] =
            contactPoints(contact).map { ["servicePhone": $0] }
            + [contact.chat, contact.form].compactMap { $0 }.map { ["serviceUrl": .text($0.description)] }
            + contact.emails.map { ["serviceUrl": .text("mailto:\($0.address)")] }
            + (place(contact).map { [["serviceLocation": $0]] } ?? [])
        return ways.map { way in
            JSON.fields(["@type": "ServiceChannel"]).adding(way).adding(["availableLanguage": languages])
        }
    }

    /// Numbers to call, each with when somebody answers where that is known of phones.
    func contactPoints(_ contact: Contact) -> [JSON] {
        contact.phones.map { phone in
            .fields([
                "@type": "ContactPoint", "telephone": .text(phone.number.dialled),
                "description": phone.note.flatMap(words),
                "hoursAvailable": contact.applies(to: .phone) ? .one(hours(contact)) : nil,
            ])
        }
    }

    /// The place where people are received.
    func place(_ contact: Contact) -> JSON? {
        contact.address.map { address in
            .fields([
                "@type": "Place", "address": .text(address),
                "openingHoursSpecification": contact.applies(to: .place) ? .one(hours(contact)) : nil,
            ])
        }
    }

    // MARK: Hours

    /// When it is open: the week, the holidays on which it is closed, the days that differ. Nothing where no source
    /// settles it.
    private func hours(_ contact: Contact) -> [JSON] {
        guard let hours = contact.hours, hours.hasRule else { return [] }
        let week =
            hours.always
            ? [times(["dayOfWeek": .filled(Weekday.allCases.map(Self.name))], opens: 0, closes: 1_440)]
            : hours.weekly.map { span in
                times(["dayOfWeek": .one(span.days.map(Self.name))], opens: span.opens, closes: span.closes)
            }
        let holidays =
            hours.holidays == .closed
            ? [times(["dayOfWeek": "https://schema.org/PublicHolidays"], opens: 0, closes: 0)] : []
        let exceptions = hours.exceptions.flatMap { exception -> [JSON] in
            let day = JSON.text(exception.day.description)
            let validity: KeyValuePairs<String, JSON?> = ["validFrom": day, "validThrough": day]
            guard !exception.spans.isEmpty else { return [times(validity, opens: 0, closes: 0)] }
            return exception.spans.map { times(validity, opens: $0.opens, closes: $0.closes) }
        }
        return week + holidays + exceptions
    }

    /// From one time of the day to another; closed where both are midnight
    /// (https://schema.org/OpeningHoursSpecification).
    private func times(_ when: KeyValuePairs<String, JSON?>, opens: Int, closes: Int) -> JSON {
        JSON.fields(["@type": "OpeningHoursSpecification"]).adding(when)
            .adding(["opens": .text(Self.clock(opens)), "closes": .text(Self.clock(closes))])
    }

    /// `16:30`. The midnight that ends a day is its last minute: `24:00` is no time to schema.org.
    private static func clock(_ minutes: Int) -> String {
        BrusselsTime(day: CivilDay(daysSinceEpoch: 0), minute: min(minutes, 1_439)).clock
    }

    private static func name(_ day: Weekday) -> JSON {
        let name =
            switch day {
            case .mo: "Monday"
            case .tu: "Tuesday"
            case .we: "Wednesday"
            case .th: "Thursday"
            case .fr: "Friday"
            case .sa: "Saturday"
            case .su: "Sunday"
            }
        return .text("https://schema.org/\(name)")
    }
}

extension Contact {
    /// Whether the hours are those of a way to reach somebody; nil: of the whole. Those of which nobody said what they are
    /// about are those of the whole, and those of a way that is the only one are, too.
    fileprivate func applies(to way: Hours.Applies?) -> Bool {
        guard let hours, hours.hasRule else { return false }
        switch (hours.applies, way) {
        case (nil, nil), (.phone, .phone), (.place, .place): return true
        case (.email, nil): return phones.isEmpty && chat == nil && address == nil
        case (.chat, nil): return phones.isEmpty && emails.isEmpty && address == nil
        default: return false
        }
    }
}
