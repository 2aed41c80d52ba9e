import HTML

/// Where somebody goes on who has to sign in first: to a page, or with a form that came when the session was over.
struct Onward: Sendable {
    static let nextField = "next"

    /// A form that was kept: where it is to go, and what it holds.
    struct Form: Sendable {
        let path: LocalPath
        let fields: QueryItems
    }

    var next: LocalPath?
    var kept: Form?

    init(next: LocalPath? = nil, kept: Form? = nil) {
        self.next = next
        self.kept = kept
    }

    /// Out of a form that carried it, or the query of an address.
    init(_ fields: QueryItems) {
        next = LocalPath(fields.first(Self.nextField))
        kept = LocalPath(fields.first(KeptFields.resume)).map {
            Form(path: $0, fields: QueryItems(parsing: fields.first(KeptFields.kept) ?? ""))
        }
    }

    /// For the query of an address; a form is too large for one.
    var query: [QueryItem] { next.map { [QueryItem(Self.nextField, $0.description)] } ?? [] }
}

/// Carries it through a form.
struct OnwardFields: HTML {
    let onward: Onward

    var body: some HTML {
        if let kept = onward.kept {
            KeptFields(path: kept.path.description, fields: kept.fields)
        } else if let next = onward.next {
            input(.type("hidden"), .name(Onward.nextField), .value(next.description))
        }
    }
}
