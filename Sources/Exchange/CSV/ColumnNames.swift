import Catalogue

/// How people name columns, in four languages, as ``Swift/String/plainWords``.
enum ColumnNames {
    /// A column, or one for each language.
    enum Stem: Hashable {
        case column(RecordColumn)
        case title, summary, link

        /// `marked` is the language that the header names, `unmarked` the one to take where it names none.
        func column(marked: Language?, unmarked: Language) -> RecordColumn {
            switch self {
            case .column(let column): column
            case .title: .title(marked ?? unmarked)
            case .summary: .summary(marked ?? unmarked)
            case .link: .link(marked)
            }
        }
    }

    static let all: [Language: [String: Stem]] = {
        var all: [Language: [String: Stem]] = [:]
        for (stem, names) in table {
            for (language, list) in zip([Language.nl, .fr, .de, .en], names) {
                for name in list.split(separator: ",") { all[language, default: [:]][String(name).trimmed] = stem }
            }
        }
        return all
    }()

    /// In Dutch, French, German and English.
    private static let table: [(Stem, [String])] = [
        (.column(.id), ["id, kenmerk", "id, identifiant", "id, kennung", "id, identifier"]),
        (.column(.kind), ["soort, type", "type, sorte", "art, typ", "kind, type"]),
        (.title, ["titel, naam, benaming", "titre, nom, intitule", "titel, name, bezeichnung", "title, name"]),
        (.column(.ownNames), ["eigen namen", "noms propres", "eigennamen", "own names"]),
        (
            .summary,
            [
                "samenvatting, beschrijving, omschrijving, korte beschrijving",
                "resume, description, descriptif, description courte",
                "zusammenfassung, beschreibung, kurzbeschreibung", "summary, description, short description",
            ]
        ),
        (
            .column(.organisations),
            [
                "organisatie, organisaties, aanbieder, aanbieders",
                "organisation, organisations, organisme, organisateur",
                "organisation, organisationen, anbieter, trager",
                "organisation, organisations, organization, organizations, provider",
            ]
        ),
        (.column(.languages), ["taal, talen", "langue, langues", "sprache, sprachen", "language, languages"]),
        (
            .column(.themes),
            [
                "thema, themas, onderwerp, onderwerpen", "theme, themes, thematique, thematiques, sujet, sujets",
                "thema, themen", "theme, themes, topic, topics, subject, subjects",
            ]
        ),
        (
            .column(.audiences),
            [
                "doelgroep, doelgroepen, voor wie", "public, publics, public cible, publics cibles, pour qui",
                "zielgruppe, zielgruppen, fur wen", "audience, audiences, target group, target groups, for whom",
            ]
        ),
        (
            .column(.ageFrom),
            [
                "leeftijd van, leeftijd vanaf, vanaf leeftijd, minimumleeftijd",
                "age de, age minimum, age min, age minimal",
                "alter von, alter ab, mindestalter", "age from, from age, minimum age, age min",
            ]
        ),
        (
            .column(.ageTo),
            [
                "leeftijd tot, leeftijd tot en met, tot leeftijd, maximumleeftijd",
                "age a, age maximum, age max, age maximal",
                "alter bis, hochstalter", "age to, to age, maximum age, age max",
            ]
        ),
        (
            .column(.territories),
            [
                "gebied, gebieden, regio, werkgebied, waar", "territoire, territoires, region, zone, ou",
                "gebiet, gebiete, region, wo", "territory, territories, region, area, where",
            ]
        ),
        (.column(.pillars), ["pijler, pijlers", "pilier, piliers", "saule, saulen", "pillar, pillars"]),
        (.column(.formats), ["vorm, vormen", "format, formats, forme, formes", "format, formate", "format, formats"]),
        (
            .column(.cost),
            ["kost, kosten, prijs, kostprijs", "cout, couts, prix, tarif", "kosten, preis", "cost, costs, price"]
        ),
        (.column(.status), ["status, toestand", "statut, etat", "status, stand", "status, state"]),
        (
            .column(.founded),
            [
                "begonnen, sinds, startjaar, opgericht, oprichtingsjaar, jaar",
                "depuis, debut, annee, annee de debut, annee de creation", "seit, grundungsjahr, beginn, jahr",
                "founded, since, start year, year",
            ]
        ),
        (
            .column(.ended),
            ["beeindigd, gestopt, eindjaar", "termine, fin, annee de fin", "beendet, ende, endjahr", "ended, end year"]
        ),
        (
            .column(.dates),
            ["datum, data, wanneer", "date, dates, quand", "datum, daten, termin, termine, wann", "date, dates, when"]
        ),
        (.column(.yearly), ["jaarlijks", "annuel, tous les ans", "jahrlich", "yearly, annual"]),
        (
            .link,
            [
                "link, website, webadres, webpagina, site, url",
                "lien, site, site web, site internet, adresse web, url",
                "link, website, webseite, internetseite, webadresse, url",
                "link, website, web site, web address, site, url",
            ]
        ),
        (
            .column(.phones),
            [
                "telefoon, telefoonnummer, telefoonnummers, tel, gsm",
                "telephone, telephones, numero de telephone, tel, gsm",
                "telefon, telefonnummer, telefonnummern, tel, handy",
                "phone, phones, phone number, telephone, tel, mobile",
            ]
        ),
        (
            .column(.emails),
            [
                "e mail, e mails, email, emails, mail, e mailadres, mailadres",
                "e mail, email, emails, mail, courriel, courriels, adresse e mail, adresse mail",
                "e mail, e mails, email, mail, e mail adresse",
                "e mail, e mails, email, emails, mail, e mail address, email address",
            ]
        ),
        (.column(.chat), ["chat", "chat, tchat", "chat", "chat"]),
        (
            .column(.form),
            [
                "formulier, contactformulier, meldformulier", "formulaire, formulaire de contact",
                "formular, kontaktformular", "form, contact form",
            ]
        ),
        (
            .column(.address),
            ["adres, postadres", "adresse, adresse postale", "adresse, anschrift", "address, postal address"]
        ),
        (.column(.sourceURLs), ["bron, bronnen", "source, sources", "quelle, quellen", "source, sources"]),
        (.column(.verified), ["nagekeken op", "verifie le", "gepruft am", "verified on"]),
    ]
}
