import Catalogue

extension Contact: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        try phones.write(to: &writer)
        try emails.write(to: &writer)
        try chat.write(to: &writer)
        try form.write(to: &writer)
        try address.write(to: &writer)
        try addressRemark.write(to: &writer)
        try hours.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init()
        phones = try .init(from: &reader)
        emails = try .init(from: &reader)
        chat = try .init(from: &reader)
        form = try .init(from: &reader)
        address = try .init(from: &reader)
        addressRemark = try .init(from: &reader)
        hours = try .init(from: &reader)
    }
}

extension Contact.Phone: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        number.write(to: &writer)
        try note.write(to: &writer)
        try remark.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(
            number: try .init(from: &reader), note: try .init(from: &reader), remark: try .init(from: &reader))
    }
}

extension Contact.Email: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        address.write(to: &writer)
        try note.write(to: &writer)
        try remark.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        let email = Self(
            address: try reader.text(), note: try .init(from: &reader), remark: try .init(from: &reader))
        guard let email else { throw reader.fault }
        self = email
    }
}

extension Hours: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        certainty.write(to: &writer)
        try seen.write(to: &writer)
        try applies.write(to: &writer)
        always.write(to: &writer)
        try weekly.write(to: &writer)
        holidays.write(to: &writer)
        try exceptions.write(to: &writer)
        try asFound.write(to: &writer)
        try remark.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(certainty: try .init(from: &reader))
        seen = try .init(from: &reader)
        applies = try .init(from: &reader)
        always = try .init(from: &reader)
        weekly = try .init(from: &reader)
        holidays = try .init(from: &reader)
        exceptions = try .init(from: &reader)
        asFound = try .init(from: &reader)
        remark = try .init(from: &reader)
    }
}

extension Hours.Certainty: SnapshotCodable {}
extension Hours.Applies: SnapshotCodable {}
extension Hours.OnHolidays: SnapshotCodable {}
extension Weekday: SnapshotCodable {}

extension Hours.Span: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        try days.write(to: &writer)
        opens.write(to: &writer)
        closes.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        let span = Self(
            days: try .init(from: &reader), opens: try .init(from: &reader), closes: try .init(from: &reader))
        guard let span else { throw reader.fault }
        self = span
    }
}

extension Hours.Exception: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        day.write(to: &writer)
        try spans.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(day: try .init(from: &reader), spans: try .init(from: &reader))
    }
}

extension ChannelService: SnapshotCodable {
    func write(to writer: inout SnapshotWriter) throws {
        try isAnonymous.write(to: &writer)
        try contact.write(to: &writer)
        try can.write(to: &writer)
        try cannot.write(to: &writer)
    }

    init(from reader: inout SnapshotReader) throws {
        self.init(
            isAnonymous: try .init(from: &reader), contact: try .init(from: &reader), can: try .init(from: &reader),
            cannot: try .init(from: &reader))
    }
}
