import Catalogue
import HTML

/// Chat, form and postal address.
struct PlacesPart: FormPart {
    private static let chat = "chat"
    private static let form = "web-form"
    private static let address = "address"
    private static let remark = "address-remark"

    var names: [String] { [Self.chat, Self.form, Self.address] }

    func write(_ record: Record, to values: inout FormValues) {
        values.fill(Self.chat, record.contact?.chat?.description)
        values.fill(Self.form, record.contact?.form?.description)
        values.fill(Self.address, record.contact?.address)
        values.fill(Self.remark, record.contact?.addressRemark)
    }

    func read(_ reading: inout FormReading) {
        reading.set(\.reach.chat, from: Self.chat, .webAddress) { WebAddress(written: $0) }
        reading.set(\.reach.form, from: Self.form, .webAddress) { WebAddress(written: $0) }
        let (address, remark) = (reading.values[Self.address], reading.values[Self.remark])
        reading.record.reach.address = address.isEmpty ? nil : address
        reading.record.reach.addressRemark = remark.isEmpty ? nil : remark
    }

    @HTMLBuilder func content(in form: FormState) -> HTMLFragment {
        FormField(
            name: Self.chat, words: form.context.texts(.draftChat), value: form[Self.chat],
            fault: form.fault(Self.chat), longest: 2_000, inputmode: "url")
        FormField(
            name: Self.form, words: form.context.texts(.draftWebForm), value: form[Self.form],
            fault: form.fault(Self.form), longest: 2_000, inputmode: "url")
        FormField(
            name: Self.address, words: form.words(.fieldAddress), value: form[Self.address],
            hint: form.context.texts(.draftAddressHint), longest: FormReading.longestLine)
        FormField(
            name: Self.remark, words: form.words(.fieldAddressRemark), value: form[Self.remark],
            hint: form.context.texts(.draftRemarkHint), longest: FormReading.longestText, language: .en)
    }
}
