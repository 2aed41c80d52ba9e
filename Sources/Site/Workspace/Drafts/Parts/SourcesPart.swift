import Catalogue
import Exchange
import HTML

/// The pages that the facts rest on.
struct SourcesPart: RowsPart {
    var name: String { "source" }
    var heading: TextKey { .fieldSources }
    var hint: TextKey? { .draftSourcesHint }
    var path: WritableKeyPath<Record, [Source]> & Sendable { \.sources }

    func write(_ element: Source, as row: String, to values: inout FormValues) {
        values.put(row, element.address.description)
        values.put(row + "-says", element.says)
        values.put(row + "-seen", element.seen?.description)
    }

    func element(of row: String, in reading: inout FormReading) -> Source? {
        guard let address = WebAddress(written: reading.values[row]) else {
            reading.refuse(row, reading.values[row].isEmpty ? .rowWithoutMain : .webAddress, keeping: row)
            return nil
        }
        let seen = CellDate.date(reading.values[row + "-seen"])
        guard seen != nil || reading.values[row + "-seen"].isEmpty else {
            reading.refuse(row + "-seen", .date, keeping: row)
            return nil
        }
        return Source(address: address, says: reading.values[row + "-says"], seen: seen)
    }

    @HTMLBuilder func fields(of row: String, in form: FormState) -> HTMLFragment {
        FormField(
            name: row, words: form.context.texts(.draftSource), value: form[row], fault: form.fault(row),
            longest: 2_000, inputmode: "url")
        FormField(
            name: row + "-says", words: form.context.texts(.draftSourceSays), value: form[row + "-says"],
            hint: form.context.texts(.draftSourceSaysHint), longest: FormReading.longestText, language: .en)
        FormField(
            name: row + "-seen", words: form.context.texts(.draftSourceSeen), value: form[row + "-seen"],
            hint: form.context.texts(.draftDateHint), fault: form.fault(row + "-seen"), longest: 40)
    }
}
