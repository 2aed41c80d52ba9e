"""schema.org, AMB, names and citations, read by extruct and rdflib: what pages tell programs, and that it is true.

usage: linked_data_tests.py http://127.0.0.1:8080   (a server that shows the catalogue of this repository)
"""

import json
import pathlib
import re
import sys
from urllib.parse import urlsplit

import extruct
import rdflib
import yaml

from checks import LANGUAGES, address, check, done, get

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))
from kinds import KINDS  # noqa: E402

SCHEMA = "https://schema.org/"
# The context of schema.org for what is used here: nothing is fetched.
CONTEXT = {"@vocab": SCHEMA, "id": "@id", "type": "@type"}

THING = {"additionalType", "description", "name", "sameAs", "subjectOf", "url"}
WORK = THING | {"about", "audience", "dateCreated", "datePublished", "inLanguage", "isAccessibleForFree", "isPartOf",
                "learningResourceType", "license", "provider", "publisher", "timeRequired", "typicalAgeRange"}
ORGANISATION = THING | {"areaServed", "contactPoint", "dissolutionDate", "email", "foundingDate", "knowsAbout",
                        "knowsLanguage", "location", "memberOf"}
SERVICE = THING | {"areaServed", "audience", "availableChannel", "category", "hoursAvailable", "offers", "provider",
                   "serviceType"}
# Which properties schema.org gives to each type that is used here (release 28).
PROPERTIES = {
    "AdministrativeArea": THING | {"containedInPlace"},
    "Audience": THING | {"audienceType"},
    "BreadcrumbList": THING | {"itemListElement"},
    "ContactPoint": THING | {"hoursAvailable", "telephone"},
    "Course": WORK,
    "CreativeWork": WORK,
    "DefinedTerm": THING | {"inDefinedTermSet"},
    "EntryPoint": THING | {"urlTemplate"},
    "Event": THING | {"about", "audience", "endDate", "eventSchedule", "inLanguage", "isAccessibleForFree", "location",
                      "organizer", "startDate", "typicalAgeRange"},
    "HowTo": WORK | {"step"},
    "HowToStep": WORK | {"text", "itemListElement"},
    "ItemList": THING | {"itemListElement", "numberOfItems"},
    "LearningResource": WORK,
    "ListItem": THING | {"item", "position"},
    "Offer": THING | {"price", "priceCurrency"},
    "OpeningHoursSpecification": THING | {"closes", "dayOfWeek", "opens", "validFrom", "validThrough"},
    "Organization": ORGANISATION,
    "PeopleAudience": THING | {"audienceType", "suggestedMaxAge", "suggestedMinAge"},
    "Place": THING | {"address", "openingHoursSpecification"},
    "Project": ORGANISATION,
    "Report": WORK,
    "Schedule": THING | {"byDay", "byMonth", "repeatFrequency", "scheduleTimezone"},
    "SearchAction": THING | {"query-input", "target"},
    "Service": SERVICE,
    "ServiceChannel": THING | {"availableLanguage", "serviceLocation", "servicePhone", "serviceUrl"},
    "Thing": THING,
    "WebPage": WORK | {"dateModified", "lastReviewed", "reviewedBy"},
    "WebSite": WORK | {"potentialAction"},
}
REQUIRED = {
    "AdministrativeArea": {"@id", "name"}, "BreadcrumbList": {"itemListElement"}, "ContactPoint": {"telephone"},
    "Course": {"@id", "name", "description"}, "DefinedTerm": {"@id", "name"}, "Event": {"@id", "name", "startDate"},
    "HowTo": {"name", "step"}, "LearningResource": {"@id", "name", "description"}, "ListItem": {"position", "name"},
    "Offer": {"price", "priceCurrency"}, "OpeningHoursSpecification": {"opens", "closes"},
    "Report": {"@id", "name", "description"}, "SearchAction": {"target", "query-input"},
    "Service": {"@id", "name", "description"}, "ServiceChannel": {"@type"}, "WebSite": {"@id", "name", "url"},
}
TYPES = {
    "organisation": {"Organization"}, "resource": {"LearningResource"}, "channel": {"Service"},
    "publication": {"Report"}, "route": {"HowTo", "LearningResource"}, "guide": {"CreativeWork", "ItemList"},
}


def several(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def objects(value):
    """Every typed object within a value."""
    if isinstance(value, list):
        for element in value:
            yield from objects(element)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for element in value.values():
            yield from objects(element)


def graph_of(document):
    """Read by rdflib, with the context kept here."""
    return rdflib.Graph().parse(
        data=json.dumps({**document, "@context": CONTEXT}), format="json-ld", base="https://base.example/")


def check_objects(document, where):
    for thing in objects(document):
        types = several(thing["@type"])
        unknown = [name for name in types if name not in PROPERTIES]
        if not check(not unknown, f"{where}: {unknown} is a type that this test knows"):
            continue
        allowed = set().union(*(PROPERTIES[name] for name in types)) | {"@id", "@type", "@context"}
        check(set(thing) <= allowed, f"{where}: {types} has no {sorted(set(thing) - allowed)}")
        required = set().union(*(REQUIRED.get(name, set()) for name in types))
        if set(thing) - {"@id", "@type", "name"}:
            check(required <= set(thing), f"{where}: {types} has {sorted(required - set(thing))}")
        check(all(value not in (None, "", [], {}) for value in thing.values()), f"{where}: {types} has nothing empty")


def block_of(path):
    """The data block of a page as extruct reads it, and the address of the site that the page names."""
    answer = get(path)
    check(answer.status == 200, f"{path} is there")
    blocks = extruct.extract(answer.text, base_url=answer.url, syntaxes=["json-ld"], uniform=False)["json-ld"]
    check(len(blocks) == 1, f"{path} has one data block, not {len(blocks)}")
    canonical = re.search(r'<link rel="canonical" href="([^"]*)"', answer.text)
    check(canonical, f"{path} has an address of its own")
    parts = urlsplit(canonical.group(1)) if canonical else urlsplit(address())
    return (blocks or [{}])[0], f"{parts.scheme}://{parts.netloc}", answer.text


def check_page(path):
    block, site, text = block_of(path)
    check(block.get("@context") == "https://schema.org", f"{path} speaks schema.org")
    check(len(graph_of(block)) > 0, f"{path} is RDF to rdflib")
    check_objects(block, path)
    for trail in (thing for thing in objects(block) if "BreadcrumbList" in several(thing["@type"])):
        steps = trail["itemListElement"]
        check([step["position"] for step in steps] == list(range(1, len(steps) + 1)), f"{path}: steps are in order")
        check(all(step["item"].startswith(site + "/") for step in steps[:-1]), f"{path}: steps lead somewhere")
        check("item" not in steps[-1], f"{path}: the last step is the page")
    return block, site, text


# The facts that pages tell, and nothing else.

def check_facts(record, kind, block, site, language):
    where = f"{language}/{record['id']}"
    name = f"{site}/records/{record['id']}"
    found = [thing for thing in block.get("@graph", []) if thing.get("@id") == name]
    if not check(len(found) == 1, f"{where} is told once"):
        return
    thing = found[0]
    types = set(several(thing["@type"]))
    if kind in TYPES:
        check(types == TYPES[kind], f"{where} is a {TYPES[kind]}, not {types}")
    elif kind == "initiative":
        taught = {"training", "workshop"} & set(record.get("formats", []))
        check(types == ({"Course"} if taught else {"Project", "Service"}), f"{where} is a course or a project")
    elif kind == "event":
        dated = record.get("dates") or record.get("recurs") or (record.get("lab") or {}).get("sessions")
        check(types == ({"Event"} if dated else {"Thing"}), f"{where} is an event where it has a date")
    title = record["title"]
    names = {plain(name) for name in title.values()}
    check(plain(told(thing["name"])) in names, f"{where} has its name")
    links = [link for value in (record.get("links") or {}).values() for link in several(value)]
    check(all(url in links for url in several(thing.get("url"))), f"{where}: the address is its own")
    free = {"free": True, "paid": False}.get(record.get("cost"))
    if types & {"LearningResource", "Report", "Course", "Event"}:
        check(thing.get("isAccessibleForFree") == free, f"{where} is free where it is said to be")
    check(("offers" in thing) == (free is True and "Service" in types), f"{where} has no price that nobody told")
    ages = record.get("ages")
    check(ages or "typicalAgeRange" not in thing, f"{where} has no ages that nobody told")
    numbers = {re.sub(r"[^0-9+]", "", str(phone["number"]))
               for phone in (record.get("contact") or {}).get("phones", [])}
    calls = {contact["telephone"] for contact in objects(thing) if contact["@type"] == "ContactPoint"}
    check(calls == (numbers if types & {"Service", "Organization"} - {"Project"} else set()) or "Project" in types,
          f"{where} has its numbers, not {calls}")
    hours = (record.get("contact") or {}).get("hours") or {}
    if any(item["@type"] == "OpeningHoursSpecification" for item in objects(thing)):
        check(hours.get("certainty") == "stated", f"{where} has hours that a source settles")
    ours = kind in ("route", "guide")
    check(("license" in thing) == ours, f"{where} has a licence only where it is known")
    concepts = {item["@id"].rsplit("/", 1)[1] for item in objects(thing)
                if "/vocabularies/" in item.get("@id", "") and item["@type"] == "DefinedTerm"}
    check(concepts <= set(record.get("themes", [])), f"{where} has its themes")


def plain(text):
    """Without the fixed spaces of French."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(value):
    return value["@value"] if isinstance(value, dict) else value


def check_records():
    listed = re.findall(r"<loc>([^<]*)</loc>", sitemap())
    paths = {urlsplit(place).path for place in listed}
    number = 0
    for folder in sorted(path for path in (ROOT / "catalogue").iterdir() if path.name[:-1] in KIND_NAMES):
        kind = folder.name[:-1]
        step = "help" if kind == "guide" else folder.name
        for file in sorted(folder.glob("*.yaml")):
            record = yaml.safe_load(file.read_text())
            language = LANGUAGES[number % len(LANGUAGES)]
            path = f"/{language}/{step}/{record['id']}"
            if path not in paths:
                continue
            number += 1
            block, site, text = check_page(path)
            check_facts(record, kind, block, site, language)
            check(f'type="application/ld+json" href="/records/{record["id"]}.jsonld"' in text,
                  f"{path} says where its data is")
    check(number > 600, f"every record was looked at, not {number}")


KIND_NAMES = ("organisation", "initiative", "resource", "channel", "event", "publication", "route", "guide")


def sitemap():
    text = get("/sitemap.xml").text
    if "<sitemapindex" not in text:
        return text
    parts = re.findall(r"<loc>([^<]*)</loc>", text)
    return "".join(get(urlsplit(part).path).text for part in parts)


def check_kinds():
    """A page of every kind in four languages, those that search engines may list."""
    for name, path in KINDS.items():
        for language in LANGUAGES:
            text = get(f"/{language}/{path}").text
            if '<link rel="canonical"' in text:
                check_page(f"/{language}/{path}")
            else:
                check("application/ld+json\">{" not in text, f"{language}, {name}: what is not listed tells nothing")
    for language in LANGUAGES:
        block, site, _ = check_page(f"/{language}/")
        things = {several(thing["@type"])[0]: thing for thing in block["@graph"]}
        check({"WebSite", "Organization"} <= set(things), f"{language}: the home page tells of the site")
        template = things["WebSite"]["potentialAction"]["target"]["urlTemplate"]
        search = get(urlsplit(template.replace("{query}", "sexting"))._replace(scheme="", netloc="").geturl())
        check(search.status == 200 and "sexting" in search.text, f"{language}: the search can be asked")


# Names, and what is behind them.

def check_names():
    name = "/records/awel-102"
    wishes = [
        ({}, r"^/nl/channels/awel-102$"), ({"Accept": "text/html", "Accept-Language": "fr"}, r"^/fr/channels/awel-102$"),
        ({"Accept": "application/ld+json"}, r"^/records/awel-102\.jsonld$"),
        ({"Accept": "application/json"}, r"^/api/v1/records/awel-102$"),
        ({"Accept": "text/html;q=0.5, application/ld+json"}, r"\.jsonld$"),
        ({"Accept": "*/*", "Accept-Language": "de"}, r"^/de/channels/awel-102$"),
        ({"Accept": "application/ld+json, */*"}, r"\.jsonld$"), ({"Accept": "image/png"}, r"^/nl/"),
    ]
    for headers, pattern in wishes:
        answer = get(name, headers=headers, follow=False)
        check(answer.status == 303, f"{headers}: a name leads elsewhere")
        check(re.search(pattern, answer.headers.get("Location", "")), f"{headers}: to {pattern}")
        vary = {part.strip() for part in answer.headers.get("Vary", "").split(",")}
        check({"Accept", "Accept-Language"} <= vary, f"{headers}: and says by what")
    check(get("/records/no-such-thing", headers={"Accept": "application/ld+json"}).status == 404, "unknown is unknown")
    check(get("/records/awel-102.docx").status == 404, "a form that there is not is not there")

    answer = get("/records/awel-102.jsonld")
    document = json.loads(answer.body)
    check(answer.headers["Content-Type"].startswith("application/ld+json"), "a document says what it is")
    check(answer.headers.get("Access-Control-Allow-Origin") == "*", "anybody may read it")
    check(answer.headers.get("ETag"), "it has a tag")
    again = get("/records/awel-102.jsonld", headers={"If-None-Match": answer.headers.get("ETag", "")})
    check(again.status == 304, "it is not sent twice")
    check_objects(document, "awel-102.jsonld")
    graph = graph_of(document)
    names = {(text.language, str(text)) for text in graph.objects(None, rdflib.URIRef(SCHEMA + "description"))}
    check({language for language, _ in names} >= set(LANGUAGES), "texts are in four languages")
    licences = {str(value) for value in graph.objects(None, rdflib.URIRef(SCHEMA + "license"))}
    check(licences == {"https://creativecommons.org/licenses/by/4.0/"}, "our description has its licence")


def check_citations():
    bib = get("/records/awel-102.bib?lang=nl")
    check("bibtex" in bib.headers["Content-Type"], "BibTeX says what it is")
    check(bib.text.startswith("@misc{betternet-awel-102,"), "BibTeX begins an entry")
    check(bib.text.count("{") == bib.text.count("}"), "BibTeX is balanced")
    check("/records/awel-102}" in bib.text, "BibTeX has the name on the web")
    ris = get("/records/awel-102.ris?lang=fr").body.decode().split("\r\n")
    check(all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris if line), "RIS is tags")
    check(ris[0] == "TY  - ELEC" and ris[-2].startswith("ER  -"), "RIS begins and ends an entry")
    for language in LANGUAGES:
        text = get(f"/{language}/channels/awel-102").text
        for part in ("/records/awel-102.bib", "/records/awel-102.ris", "creativecommons.org/licenses/by/4.0/"):
            check(part in text, f"{language}: the page says how to cite it ({part})")


# The profile of DINI-AG-KIM (https://w3id.org/kim/amb/20231019/): what its JSON Schema asks, checked by hand; the schema
# itself is not kept here.

def check_amb():
    answer = get("/amb.ndjson")
    check(answer.headers["Content-Type"].startswith("application/x-ndjson"), "AMB comes as lines")
    lines = [json.loads(line) for line in answer.text.splitlines()]
    check(len(lines) > 150, f"AMB has every learning resource, not {len(lines)}")
    check(len({line["id"] for line in lines}) == len(lines), "AMB has each once")
    for line in lines:
        check_profile(line)
    one = json.loads(get("/amb/edubox-ai.json?lang=de").body)
    check_profile(one)
    check(one["@context"][1] == {"@language": "de"}, "AMB is in the language that was asked for")
    check(get("/amb/awel-102.json").status == 404, "what is no learning resource has no AMB")


def check_profile(line):
    where = f"AMB of {line.get('id')}"
    check({"@context", "id", "type", "name"} <= set(line), f"{where} has what the profile requires")
    context = line["@context"]
    check("https://w3id.org/kim/amb/context.jsonld" in context, f"{where} has its context")
    check(any(isinstance(part, dict) and re.fullmatch("[a-z]{2}", part.get("@language", "")) for part in context),
          f"{where} has its language")
    check("LearningResource" in line["type"], f"{where} is a learning resource")
    check(all(re.fullmatch("[a-z]{2}", tag) for tag in line.get("inLanguage", [])), f"{where}: languages of ISO 639-1")
    types = [concept["id"] for concept in line.get("learningResourceType", [])]
    check(not types or any(name.startswith("https://w3id.org/kim/hcrt/") for name in types),
          f"{where}: a type of the profile is among {types}")
    for field in ("learningResourceType", "audience"):
        for concept in line.get(field, []):
            check(set(concept) <= {"id", "type", "prefLabel"} and concept.get("type") == "Concept",
                  f"{where}: {field} are concepts")
            check(all(re.fullmatch("[a-z]{2}", tag) for tag in concept.get("prefLabel", {})), f"{where}: labels")
    check(all({"type", "name"} <= set(part) for part in line.get("publisher", [])), f"{where}: publishers have names")
    check(isinstance(line.get("keywords", []), list), f"{where}: keywords are a list")
    check(isinstance(line.get("isAccessibleForFree", True), bool), f"{where}: free or not")
    check("about" not in line, f"{where}: subjects of schools are not made up")
    for page in line["mainEntityOfPage"]:
        check(page["type"] == "WebContent" and page["provider"]["id"], f"{where}: who describes it")
        check(all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", page[field])
                  for field in ("dateCreated", "dateModified") if field in page), f"{where}: when")


check_kinds()
check_names()
check_citations()
check_amb()
check_records()
done()
