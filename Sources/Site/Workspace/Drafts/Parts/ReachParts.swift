import Catalogue
import HTML

/// The phone numbers of a record.
struct PhonesPart: RowsPart {
    var name: String { "phone" }
    var heading: TextKey { .fieldPhones }
    var path: WritableKeyPath<Record, [Contact.Phone]> & Sendable { \.reach.phones }

    func write(_ element: Contact.Phone, as row: String, to values: inout FormValues) {
        values.put(row, element.number.description)
        Remarks.write(note: element.note, remark: element.remark, as: row, to: &values)
    }

    func element(of row: String, in reading: inout FormReading) -> Contact.Phone? {
        guard let number = PhoneNumber(written: reading.values[row]) else {
            reading.refuse(row, reading.values[row].isEmpty ? .rowWithoutMain : .phone, keeping: row)
            return nil
        }
        return Contact.Phone(
            number: number, note: Remarks.note(of: row, in: reading.values),
            remark: Remarks.remark(of: row, in: reading.values))
    }

    @HTMLBuilder func fields(of row: String, in form: FormState) -> HTMLFragment {
        FormField(
            name: row, words: form.context.texts(.draftPhone), value: form[row], fault: form.fault(row), longest: 60,
            inputmode: "tel")
        Remarks(row: row, form: form)
    }
}

/// The e-mail addresses of a record.
struct EmailsPart: RowsPart {
    var name: String { "email" }
    var heading: TextKey { .fieldEmails }
    var path: WritableKeyPath<Record, [Contact.Email]> & Sendable { \.reach.emails }

    func write(_ element: Contact.Email, as row: String, to values: inout FormValues) {
        values.put(row, element.address)
        Remarks.write(note: element.note, remark: element.remark, as: row, to: &values)
    }

    func element(of row: String, in reading: inout FormReading) -> Contact.Email? {
        let email = Contact.Email(
            address: reading.values[row], note: Remarks.note(of: row, in: reading.values),
            remark: Remarks.remark(of: row, in: reading.values))
        if email == nil { reading.refuse(row, reading.values[row].isEmpty ? .rowWithoutMain : .email, keeping: row) }
        return email
    }

    @HTMLBuilder func fields(of row: String, in form: FormState) -> HTMLFragment {
        FormField(
            name: row, words: form.context.texts(.draftEmail), value: form[row], fault: form.fault(row), longest: 254,
            inputmode: "email")
        Remarks(row: row, form: form)
    }
}
