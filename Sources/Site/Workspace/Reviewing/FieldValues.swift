import Catalogue
import Editorial

/// What stands in a field, in words: concepts by their labels, records by their titles, dates as people say them.
struct FieldValues: Sendable {
    let context: PageContext

    /// A line for each value; none where there is nothing.
    func lines(_ value: Tree?, at path: FieldPath) -> [String] {
        switch value {
        case nil, .null?: []
        case .bool(let flag)?: [context.texts(flag ? .differenceYes : .differenceNo)]
        case .number(let number)?: [Int(exactly: number).map(String.init) ?? "\(number)"]
        case .text(let text)?: text.isEmpty ? [] : [words(text, at: path)]
        case .list(let elements)?:
            elements.map { lines($0, at: path).joined(separator: ", ") }.filter { !$0.isEmpty }
        case .fields(let fields)?: known(.fields(fields), at: path) ?? all(fields, at: path)
        }
    }

    /// Whether a text there was written for readers, rather than being the name of something.
    func isProse(_ path: FieldPath) -> Bool {
        path.edition != nil || ["address", "addressRemark"].contains(path.steps.last)
    }

    // MARK: Names

    private static let vocabularies: [String: VocabularyName] = [
        "themes": .themes, "audiences": .audiences, "audience": .audiences, "territories": .territories,
        "pillars": .pillars, "formats": .formats, "cost": .costs,
    ]

    private func words(_ text: String, at path: FieldPath) -> String {
        let step = path.steps.last ?? ""
        if let vocabulary = Self.vocabularies[step] {
            return ConceptID(text).map { context.label($0, in: vocabulary) } ?? text
        }
        if path.steps.first == "translations", let state = TranslationState(rawValue: text) {
            return context.texts(state.label)
        }
        switch step {
        case "organisations", "channels", "records", "successor", "publication", "material":
            return RecordID(text).map { context.title(of: $0) } ?? text
        case "languages": return LanguageTag(text).map(context.wording.name(of:)) ?? text
        case "ownNames": return Language(rawValue: text)?.ownName ?? text
        case "kind": return Kind(rawValue: text).map(context.label) ?? text
        case "status": return Status(rawValue: text).map { context.texts($0.label) } ?? text
        case "state": return RecommendationState(rawValue: text).map { context.texts($0.label) } ?? text
        case "withdrawn", "setAside", "asked", "nextCheck", "day", "registrationUntil":
            return PartialDate(text).map(context.wording.date) ?? text
        default: return text
        }
    }

    // MARK: Groups

    /// The lines of a group that makes sense as a whole; nil where it is none of these.
    private func known(_ group: Tree, at path: FieldPath) -> [String]? {
        func read<Value: Decodable>(_ type: Value.Type, _ words: (Value) -> String) -> [String]? {
            (try? group.decoded(as: type)).map { [words($0)] }
        }
        switch path.steps.last {
        case "ages": return read(AgeRange.self) { context.texts(.agesLong, "\($0.from)", "\($0.to)") }
        case "dates": return read(EventDate.self, context.wording.dates)
        case "recurrence":
            return read(Recurrence.self) {
                context.texts(
                    .differenceRecurrence, context.wording.weekday($0.weekday), "\($0.ordinal)", "\($0.month)")
            }
        case "links":
            return read(Link.self) { link in
                link.address.description
                    + (link.language.map { " (\(context.wording.name(of: LanguageTag($0))))" } ?? "")
            }
        case "sources":
            return read(Source.self) { source in
                [source.address.description, source.says, source.seen.map(context.wording.date)]
                    .compactMap { $0 }.joined(separator: " · ")
            }
        case "phones":
            return read(Contact.Phone.self) { phone in
                line(phone.number.description, note: phone.note, remark: phone.remark)
            }
        case "emails":
            return read(Contact.Email.self) { email in line(email.address, note: email.note, remark: email.remark) }
        case "hours": return (try? group.decoded(as: Hours.self)).map(lines)
        case "evidence":
            return read(Evidence.self) { evidence in
                [
                    evidence.on.map(context.wording.date), evidence.says.text(for: context.edition)?.text,
                    context.texts(evidence.state.label), evidence.source.description,
                ].compactMap { $0 }.joined(separator: " · ")
            }
        case "verified": return read(Verification.self) { context.words(of: $0) }
        default: return nil
        }
    }

    private func line(_ value: String, note: LocalisedText?, remark: String?) -> String {
        [value, note?.text(for: context.edition)?.text, remark].compactMap { $0 }.joined(separator: " · ")
    }

    private func lines(_ hours: Hours) -> [String] {
        let table = HoursTable(hours: hours, context: context)
        let exceptions = hours.exceptions.map { exception in
            let times = exception.spans.map { span in
                "\(context.wording.clock(span.opens)) – \(context.wording.clock(span.closes))"
            }
            let words = times.isEmpty ? context.texts(.closed) : times.joined(separator: ", ")
            return "\(context.wording.date(exception.day)): \(words)"
        }
        let holidays = hours.hasRule ? table.holidayNote : nil
        return [OpenStateText(hours: hours, context: context).week, holidays].compactMap { $0 } + exceptions
            + [hours.asFound, hours.remark, hours.seen.map(context.wording.date)].compactMap { $0 }
    }

    /// Of anything else, each field with its name.
    private func all(_ fields: [String: Tree], at path: FieldPath) -> [String] {
        fields.map { (path.appending($0.key), $0.value) }.sorted { $0.0 < $1.0 }.flatMap { path, value in
            lines(value, at: path).map { "\(FieldNames.words(for: path, in: context)): \($0)" }
        }
    }
}

extension PageContext {
    /// The title of a record, shown or not.
    func title(of id: RecordID) -> String {
        catalogue.any(id)?.title.text(for: edition)?.text ?? id.description
    }

    /// "Checked on 3 November 2026 by Child Focus".
    func words(of verification: Verification) -> String {
        texts(.checkedOn, wording.date(verification.on), checker(verification))
    }

    func checker(_ verification: Verification) -> String {
        verification.organisation.map { title(of: $0) } ?? texts(.checkedCoordinator)
    }
}
