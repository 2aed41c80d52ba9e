import Editorial

/// Every route of the workspace with who may use it. Forms are in the order in which those who may send them one after
/// another: what ends a thing comes last.
enum AccessTable {
    static let pages: [String: AccessRule] = [
        // In front of the door
        "/sign-in": .init(.anybody), "/forgot": .init(.anybody), "/invitation/{token}": .init(.anybody),
        "/still-right/{token}": .init(.anybody), "/follows/{token}.atom": .init(.anybody),
        "/readability": .init(.anybody),
        "/reports": .init(.elsewhere("HandlingTests")), "/reports/people": .init(.elsewhere("HandlingTests")),
        "/reports/{number}": .init(.elsewhere("HandlingTests")),
        // Everybody's own
        "": .init(.signedIn), "/account": .init(.signedIn), "/code": .init(.signedIn),
        "/second-factor": .init(.signedIn), "/follows": .init(.mayEver([.follow])),
        "/tokens": .init(.mayEver([.makeToken])),
        // People
        "/people": .init(.mayEver([.invite])), "/people/{id}": .init(.may([.invite]), .person),
        "/trail": .init(.mayEver([.readTrail])),
        // Entries and drafts
        "/entries": .init(.mayEver([.write, .review])), "/new": .init(.mayEver([.write])),
        "/entries/{id}": .init(.mayEver([.write, .review]), .entry),
        "/entries/{id}/revisions/{number}": .init(.signedIn, .entry),
        "/entries/{id}/withdraw": .init(.may([.withdraw]), .entry),
        "/entries/{id}/claim": .init(.may([.claim]), .entry),
        "/drafts/{id}": .init(.may([.write]), .draft), "/drafts/{id}/preview": .init(.may([.write]), .draft),
        "/drafts/{id}/conflict": .init(.signedIn, .draft),
        "/drafts/{id}/review": .init(.member([.review]), .submitted),
        "/verify": .init(.signedIn), "/claims": .init(.mayEver([.claim, .decideClaim])),
        "/suggestions": .init(.mayEver([.handleSuggestion])),
        "/suggestions/{code}": .init(.may([.handleSuggestion]), .suggestion),
        // Links, doubles, tables, sources
        "/links": .init(.mayEver([.write])), "/links/domain": .init(.mayEver([.replaceDomain])),
        "/doubles": .init(.mayEver([.merge])), "/doubles/{id}/{other}": .init(.may([.merge]), .entries),
        "/bulk": .init(.mayEver([.exportRecords])), "/bulk/export": .init(.mayEver([.exportRecords])),
        "/bulk/{id}": .init(.may([.importRecords]), .importing),
        "/bulk/{id}/wrong": .init(.may([.importRecords]), .importing),
        "/sources": .init(.mayEver([.harvest])), "/sources/{id}": .init(.may([.harvest]), .source),
        "/sources/{id}/edit": .init(.may([.harvest]), .source),
        // Consortium
        "/consortium": .init(.mayEver([.seeInternalContacts])),
        "/applications": .init(.consortiumEver([.seeInternalContacts])),
        "/applications/{id}": .init(.consortiumEver([.seeInternalContacts]), .application),
        "/members": .init(.consortiumEver([.seeInternalContacts])),
        "/members/{id}": .init(.consortiumEver([.seeInternalContacts]), .member),
        "/projects": .init(.consortiumEver([.seeInternalContacts])),
        "/projects/{id}": .init(.consortiumEver([.seeInternalContacts]), .project),
        "/projects/{id}/edit": .init(.consortium([.keepProject]), .project),
        "/meetings": .init(.consortiumEver([.seeInternalContacts])),
        "/meetings/{id}": .init(.consortiumEver([.seeInternalContacts]), .meeting),
        "/meetings/{id}/meeting.ics": .init(.consortiumEver([.seeInternalContacts]), .meeting),
        "/meetings/{id}/edit": .init(.consortium([.keepMeeting]), .meeting),
        "/knowledge": .init(.consortiumEver([.seeInternalContacts])),
        // Labs and campaigns, figures
        "/labs": .init(.mayEver([.readRegistrations])),
        "/labs/{id}/registrations.csv": .init(.mayEver([.readRegistrations]), .lab),
        "/actions": .init(.mayEver([.decideSignUp])), "/actions/{code}": .init(.mayEver([.decideSignUp]), .signUp),
        "/dashboard": .init(.mayEver([.readDashboard])), "/figures": .init(.mayEver([.readFigures])),
    ]

    static let forms: [(path: String, rule: AccessRule)] = [
        ("/sign-in", .init(.anybody)), ("/sign-out", .init(.anybody)), ("/forgot", .init(.anybody)),
        ("/invitation/{token}", .init(.anybody)), ("/still-right/{token}", .init(.anybody)),
        ("/readability", .init(.anybody)),
        ("/reports", .init(.elsewhere("HandlingTests"))), ("/reports/exit", .init(.elsewhere("HandlingTests"))),
        ("/reports/people", .init(.elsewhere("HandlingTests"))),
        ("/reports/{number}", .init(.elsewhere("HandlingTests"))),
        ("/account", .init(.signedIn, .none, [("part", "sessions"), ("session", "none")], isIncomplete: true)),
        ("/code", .init(.signedIn, isIncomplete: true)), ("/second-factor", .init(.signedIn, isIncomplete: true)),
        ("/follows", .init(.mayEver([.follow]), .none, [("action", "feed")])),
        ("/tokens", .init(.mayEver([.makeToken]), .none, [("label", "A program")])),
        (
            "/people",
            .init(
                .mayEver([.invite]), .none,
                [("email", "new@example.be"), ("name", "Somebody"), ("language", "nl"), ("roles", "contributor")],
                isIncomplete: true)
        ),
        ("/people/{id}", .init(.may([.disableAccount]), .person, [("part", "disable")])),
        ("/new", .init(.mayEver([.write]), .none, [("kind", "resource")])),
        ("/entries/{id}", .init(.may([.write]), .entry, [("action", "edit")])),
        ("/entries/{id}/revisions/{number}", .init(.may([.write]), .entry, isIncomplete: true)),
        ("/entries/{id}/claim", .init(.may([.claim]), .entry, [("words", "It is ours.")])),
        (
            "/claims",
            .init(.mayEver([.decideClaim]), .none, [("action", "refuse"), ("claim", "none")], isIncomplete: true)
        ),
        ("/verify", .init(.may([.verify]), .entry)),
        ("/suggestions/{code}", .init(.may([.handleSuggestion]), .suggestion, [("action", "take")])),
        (
            "/drafts/{id}/review",
            .init(.member([.review]), .submitted, [("decision", "return")], isIncomplete: true)
        ),
        ("/drafts/{id}", .init(.may([.write]), .draft, [("action", "drop")])),
        ("/drafts/{id}/conflict", .init(.may([.write]), .draft, isIncomplete: true)),
        ("/links", .init(.mayEver([.write]), .none, [("address", "https://nowhere.example/")], isIncomplete: true)),
        (
            "/links/domain",
            .init(
                .mayEver([.replaceDomain]), .none,
                [("old", "old.example"), ("new", "new.example"), ("action", "propose")], isIncomplete: true)
        ),
        ("/doubles/{id}/{other}", .init(.may([.merge]), .entries, [("action", "apart")])),
        ("/bulk", .init(.mayEver([.importRecords]), .none, [("paste", "id;title nl\n;New\n")])),
        ("/bulk/{id}", .init(.may([.importRecords]), .importing, [("do", "forget")])),
        ("/sources/{id}", .init(.may([.harvest]), .source, [("deed", "trial")])),
        ("/sources/{id}/edit", .init(.may([.harvest]), .source, [("name", "Other")], isIncomplete: true)),
        ("/applications/{id}", .init(.consortium([.decideApplication]), .application, [("deed", "entry")])),
        ("/projects/{id}/edit", .init(.consortium([.keepProject]), .project, isIncomplete: true)),
        ("/meetings/{id}", .init(.consortium([.keepMeeting]), .meeting, [("place", "0"), ("version", "1")])),
        ("/meetings/{id}/edit", .init(.consortium([.keepMeeting]), .meeting, isIncomplete: true)),
        ("/labs", .init(.mayEver([.readRegistrations]), .lab, isIncomplete: true)),
        ("/actions/{code}", .init(.mayEver([.decideSignUp]), .signUp, [("decision", "approve")])),
        (
            "/members/{id}",
            .init(
                .consortium([.endMembership]), .member,
                [("deed", "leave"), ("on", "2026-11-23"), ("why", "Over"), ("sure", "yes")])
        ),
        ("/entries/{id}/withdraw", .init(.may([.withdraw]), .entry, [("why", "It is over.")], isIncomplete: true)),
    ]

    /// What readers and programs send, outside the workspace. They carry no cookie, so there is nothing to ride on; still
    /// no other site's page may send them for a reader. `nil`: it is made for other sites.
    static let sentByReaders: [String: String?] = [
        "/{lang}/report/back": "", "/{lang}/report/receipt": "", "/{lang}/report/{id}/{inbox}": "",
        "/{lang}/join": "", "/{lang}/join/answer": "", "/{lang}/events/{id}/action": "",
        "/{lang}/events/{id}/registration": "", "/{lang}/records/{id}/suggestion": "",
        "/{lang}/accessibility-problem": "", "/{lang}/suggest": "", "/{lang}/suggest/answer": "",
        // Programs show a key in a header that no page of another site can set.
        "/api/v1/drafts": nil,
        // Harvesters may ask with POST; nothing changes.
        "/oai": nil,
    ]
}
