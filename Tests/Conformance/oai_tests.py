"""OAI-PMH 2.0: whole harvests with Sickle, every answer against the rules of the protocol, every error.
Usage: oai_tests.py http://127.0.0.1:8080

The schemas are the Open Archives Initiative's and lie outside the project (shared/data/oai-pmh-2.0 beside it); where they
are missing, the shape of the answers is checked here only."""

import datetime
import json
import pathlib
import re
import time
import urllib.parse

from lxml import etree
from sickle import Sickle
from sickle.oaiexceptions import BadResumptionToken, CannotDisseminateFormat, IdDoesNotExist, NoRecordsMatch

from checks import LANGUAGES, address, check, done, get

SCHEMAS = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data" / "oai-pmh-2.0"
OAI = "{http://www.openarchives.org/OAI/2.0/}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
DC = "{http://purl.org/dc/elements/1.1/}"
LOM = "{http://ltsc.ieee.org/xsd/LOM}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
SET = re.compile(r"([A-Za-z0-9\-_.!~*'()])+(:[A-Za-z0-9\-_.!~*'()]+)*")
DC_NAMES = {"title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
            "identifier", "source", "language", "relation", "coverage", "rights"}
# The categories of LOM and what they may hold, in their order (IEEE 1484.12.1).
LOM_NAMES = {
    "general": ["identifier", "title", "language", "description", "keyword", "coverage", "structure", "aggregationLevel"],
    "lifeCycle": ["version", "status", "contribute"],
    "metaMetadata": ["identifier", "contribute", "metadataSchema", "language"],
    "technical": ["format", "size", "location", "requirement", "installationRemarks", "otherPlatformRequirements", "duration"],
    "educational": ["interactivityType", "learningResourceType", "interactivityLevel", "semanticDensity",
                    "intendedEndUserRole", "context", "typicalAgeRange", "difficulty", "typicalLearningTime", "description",
                    "language"],
    "rights": ["cost", "copyrightAndOtherRestrictions", "description"],
    "relation": ["kind", "resource"],
    "annotation": ["entity", "date", "description"],
    "classification": ["purpose", "taxonPath", "description", "keyword"],
}


def schema():
    """The schema of the protocol, with those of what its answers hold; None where they are not at hand."""
    if not (SCHEMAS / "OAI-PMH.xsd").exists():
        print("skipped: the schemas of OAI-PMH are not at hand")
        return None
    # `any` in the schema wants to know what is in it; what has no schema here is checked by hand instead.
    tree = etree.parse(str(SCHEMAS / "OAI-PMH.xsd"))
    for place in tree.iter("{http://www.w3.org/2001/XMLSchema}any"):
        place.set("processContents", "lax")
    return etree.XMLSchema(tree)


RULES = schema()


def ask(query, method="GET"):
    """One answer taken apart; it is checked on the way."""
    if method == "POST":
        answer = get("/oai", {"Content-Type": "application/x-www-form-urlencoded"}, "POST", query.encode())
    else:
        answer = get("/oai?" + query)
    check(answer.status == 200, f"{query}: status {answer.status}")
    check(answer.headers["Content-Type"].startswith("text/xml"), f"{query}: is text/xml")
    check(answer.headers["Set-Cookie"] is None, f"{query}: sets no cookie")
    root = etree.fromstring(answer.body)
    look_at(root, query)
    return root


def look_at(root, query):
    if RULES is not None:
        check(RULES.validate(root), f"{query}: {RULES.error_log.last_error}")
    check([child.tag for child in root[:2]] == [OAI + "responseDate", OAI + "request"], f"{query}: begins as it must")
    check(MOMENT.fullmatch(root[0].text), f"{query}: the date of the answer is in UTC")
    check(root[1].text == f"{base()}", f"{query}: names the base of the request: {root[1].text}")
    for header in root.iter(OAI + "header"):
        name = header.findtext(OAI + "identifier")
        check(MOMENT.fullmatch(header.findtext(OAI + "datestamp")), f"{name}: its date is exact to the second")
        for spec in header.findall(OAI + "setSpec"):
            check(SET.fullmatch(spec.text), f"{name}: the set {spec.text}")
        if header.get("status") == "deleted" and header.getparent().tag == OAI + "record":
            check(len(header.getparent()) == 1, f"{name}: a deleted record has only a header")
    for metadata in root.iter(OAI + "metadata"):
        check(len(metadata) == 1, "metadata holds one element")
        check(metadata[0].get(XSI + "schemaLocation", "").startswith(etree.QName(metadata[0]).namespace),
              f"metadata says where its schema is: {metadata[0].tag}")


_base = []


def base():
    if not _base:
        _base.append(re.search(r"<baseURL>(.*)</baseURL>", get("/oai?verb=Identify").text)[1])
    return _base[0]


def error(query, method="GET"):
    found = ask(query, method).find(OAI + "error")
    return None if found is None else found.get("code")


def check_identity():
    root = ask("verb=Identify").find(OAI + "Identify")
    text = lambda name: root.findtext(OAI + name)
    order = [etree.QName(child).localname for child in root]
    wanted = ["repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord", "granularity"]
    check(order[:7] == wanted, f"Identify: in its order: {order}")
    check(text("protocolVersion") == "2.0", "Identify: version 2.0")
    check(text("deletedRecord") == "persistent", "Identify: deleted records stay")
    check(text("granularity") == "YYYY-MM-DDThh:mm:ssZ", "Identify: exact to the second")
    check(re.fullmatch(r"\S+@(\S+\.)+\S+", text("adminEmail")), f"Identify: an address to write to: {text('adminEmail')}")
    check(MOMENT.fullmatch(text("earliestDatestamp")), "Identify: the earliest date")
    return text("earliestDatestamp")


ERRORS = [
    ("", "badVerb"), ("junk", "badVerb"), ("verb=junk", "badVerb"), ("verb=Identify&verb=Identify", "badVerb"),
    ("verb=Identify&x=1", "badArgument"), ("verb=ListSets&metadataPrefix=oai_dc", "badArgument"),
    ("verb=GetRecord&metadataPrefix=oai_dc", "badArgument"), ("verb=GetRecord&identifier={id}", "badArgument"),
    ("verb=GetRecord&identifier=invalid%22id&metadataPrefix=oai_dc", "idDoesNotExist"),
    ("verb=GetRecord&identifier={id}&metadataPrefix=really_wrong", "cannotDisseminateFormat"),
    ("verb=GetRecord&identifier={id}&metadataPrefix=oai_dc&identifier={id}", "badArgument"),
    ("verb=ListMetadataFormats&identifier=really_wrong", "idDoesNotExist"),
    ("verb=ListIdentifiers&until=junk", "badArgument"), ("verb=ListIdentifiers&from=junk", "badArgument"),
    ("verb=ListIdentifiers&resumptionToken=junk&until=2000-02-05", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=junk", "badArgument"),
    ("verb=ListRecords&resumptionToken=junk", "badResumptionToken"),
    ("verb=ListRecords&resumptionToken=", "badResumptionToken"),
    ("verb=ListSets&resumptionToken=junk", "badResumptionToken"),
    ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=junk&until=1990-01-10", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&until=junk", "badArgument"), ("verb=ListRecords", "badArgument"),
    ("verb=ListRecords&metadataPrefix=really_wrong", "cannotDisseminateFormat"),
    ("verb=ListRecords&metadataPrefix=oai_dc&set=no_such_set", "noRecordsMatch"),
    ("verb=ListRecords&metadataPrefix=oai_dc&set=%3A", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&set=%FF", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=2001-01-01&until=2002-01-01T00:00:00Z", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=2002-01-01&until=2001-01-01", "badArgument"),
    ("verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01", "noRecordsMatch"),
    ("verb=ListRecords&metadataPrefix=oai_dc&from=2999-01-01", "noRecordsMatch"),
]


def check_errors(identifier):
    for query, code in ERRORS:
        query = query.replace("{id}", urllib.parse.quote(identifier))
        for method in ("GET", "POST"):
            found = error(query, method)
            check(found == code, f"{method} ‘{query}’: {found} instead of {code}")
    root = ask("verb=ListRecords")
    check(not root[1].attrib, "a bad argument is not repeated")
    root = ask("verb=ListRecords&metadataPrefix=oai_dc&set=no_such_set")
    check(root[1].get("set") == "no_such_set", "what was understood is repeated")
    check(get("/oai", {"Content-Type": "text/plain"}, "POST", b"verb=Identify").status == 415, "only forms can be sent")


def check_dublin_core(record):
    core = record.xml.find(f".//{OAI}metadata")[0]
    name = record.header.identifier
    check(core.tag == "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc", f"{name}: is oai_dc")
    for child in core:
        tag = etree.QName(child)
        check(tag.namespace == DC[1:-1] and tag.localname in DC_NAMES, f"{name}: {child.tag} is Dublin Core")
        check(child.text and not len(child), f"{name}: {tag.localname} has a text")
        check(child.get("{http://www.w3.org/XML/1998/namespace}lang") in (None, *LANGUAGES), f"{name}: language of a text")
    check(core.findtext(DC + "title"), f"{name}: has a title")
    check(any("/records/" in each.text for each in core.findall(DC + "identifier")), f"{name}: has a name on the web")


def check_lom(record):
    lom = record.xml.find(f".//{OAI}metadata")[0]
    name = record.header.identifier
    check(lom.tag == LOM + "lom", f"{name}: is lom")
    order = [etree.QName(child).localname for child in lom]
    check(sorted(order, key=list(LOM_NAMES).index) == order, f"{name}: the categories in their order: {order}")
    for category in lom:
        allowed = LOM_NAMES[etree.QName(category).localname]
        inner = [etree.QName(child).localname for child in category]
        check(set(inner) <= set(allowed), f"{name}: {category.tag} holds {inner}")
        check(sorted(inner, key=allowed.index) == inner, f"{name}: {category.tag} in its order: {inner}")
    for string in lom.iter(LOM + "string"):
        check(string.get("language") in (*LANGUAGES, "x-none"), f"{name}: language of a string")
    for word in lom.iter(LOM + "value"):
        check(word.getparent().findtext(LOM + "source"), f"{name}: a word says out of which vocabulary")
    check(lom.findtext(f"{LOM}general/{LOM}identifier/{LOM}entry"), f"{name}: has an identifier")


def check_harvests(sickle):
    """Everything, in every format; headers, records and single records say the same."""
    headers = list(sickle.ListIdentifiers(metadataPrefix="oai_dc"))
    names = [header.identifier for header in headers]
    check(len(names) == len(set(names)) and names, f"{len(names)} headers, each once")
    dates = [header.datestamp for header in headers]
    check(dates == sorted(dates), "the newest come last")
    whole = json.loads(get("/health").text)["records"]
    check(sum(not header.deleted for header in headers) == whole, f"as many as the site shows: {whole}")
    records = list(sickle.ListRecords(metadataPrefix="oai_dc"))
    check([record.header.identifier for record in records] == names, "records and headers are the same")
    for record in records:
        if not record.deleted:
            check_dublin_core(record)
    learning = list(sickle.ListRecords(metadataPrefix="lom"))
    check(0 < len(learning) < len(records), f"{len(learning)} things to learn from")
    for record in learning:
        if not record.deleted:
            check_lom(record)
    for record in sickle.ListRecords(metadataPrefix="betternet"):
        if not record.deleted:
            kept = json.loads(record.xml.find(f".//{OAI}metadata")[0].text)
            check(record.header.identifier.endswith(":" + kept["id"]), f"{record.header.identifier}: is itself")
    for name in names[:: max(1, len(names) // 40)]:
        one = sickle.GetRecord(identifier=name, metadataPrefix="oai_dc")
        check(one.header.identifier == name, f"{name}: can be had by itself")
        formats = [each.metadataPrefix for each in sickle.ListMetadataFormats(identifier=name)]
        check("oai_dc" in formats and "betternet" in formats, f"{name}: its formats {formats}")
    return headers


def check_sets(sickle, headers):
    sets = list(sickle.ListSets())
    specs = [each.setSpec for each in sets]
    check(len(specs) == len(set(specs)), "every set once")
    for spec in specs:
        parent = spec.rpartition(":")[0]
        check(not parent or parent in specs, f"{spec}: the set above it is there")
    used = {spec for header in headers for spec in header.setSpecs}
    check(used <= set(specs), f"every set of a record is listed: {used - set(specs)}")
    for spec in specs:
        wanted = [header.identifier for header in headers
                  if any(own == spec or own.startswith(spec + ":") for own in header.setSpecs)]
        try:
            found = [header.identifier for header in sickle.ListIdentifiers(metadataPrefix="oai_dc", set=spec)]
        except NoRecordsMatch:
            found = []
        check(spec == "kind" and found == [h.identifier for h in headers] or found == wanted,
              f"{spec}: {len(found)} records, {len(wanted)} say that they are in it")


def check_dates(sickle, headers, earliest):
    """Parts of the list by date add up to the whole."""
    dates = sorted({header.datestamp for header in headers})
    check(earliest <= dates[0], f"nothing is older than the earliest date: {dates[0]}")
    middle = dates[len(dates) // 2]
    before = (datetime.datetime.strptime(middle, "%Y-%m-%dT%H:%M:%SZ") - datetime.timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    part = lambda **limits: [h.identifier for h in safely(sickle, metadataPrefix="oai_dc", **limits)]
    late, early = part(**{"from": middle}), part(until=before)
    check(sorted(late + early) == sorted(h.identifier for h in headers), f"{len(early)} and {len(late)} make all")
    check(len(part(**{"from": middle, "until": middle})) == sum(h.datestamp == middle for h in headers), "both ends count")
    day = dates[-1][:10]
    check(len(part(**{"from": day, "until": day})) == sum(h.datestamp[:10] == day for h in headers), "by days, too")


def safely(sickle, **arguments):
    try:
        yield from sickle.ListIdentifiers(**arguments)
    except NoRecordsMatch:
        return


def check_tokens(count):
    """By hand: what Sickle doesn't show."""
    query, seen, cursor = "verb=ListRecords&metadataPrefix=oai_dc", 0, 0
    tokens = []
    while query:
        part = ask(query).find(OAI + "ListRecords")
        records = part.findall(OAI + "record")
        mark = part.find(OAI + "resumptionToken")
        if mark is None:
            check(seen == 0, "a list in one part has no token")
            return
        check(int(mark.get("cursor")) == seen, f"the cursor counts what came before: {mark.get('cursor')}")
        check(int(mark.get("completeListSize")) == count, f"the size of the list: {mark.get('completeListSize')}")
        seen += len(records)
        check(len(records) == 100 or not mark.text, "a hundred a part")
        query = f"verb=ListRecords&resumptionToken={urllib.parse.quote(mark.text)}" if mark.text else None
        tokens += [mark.text] if mark.text else []
    check(seen == count, f"{seen} of {count} came")
    again = [ask(f"verb=ListRecords&resumptionToken={tokens[0]}").findtext(f".//{OAI}identifier") for _ in range(2)]
    check(again[0] == again[1], "a token can be used twice")
    for token in (tokens[0][:-1], tokens[0] + "0", tokens[0].replace(".100.", ".99."), "9" + tokens[0][1:], "0" * 3_000):
        check(error(f"verb=ListRecords&resumptionToken={token}") == "badResumptionToken", f"no token of this site: {token[:40]}")


def check_exceptions(sickle, name):
    for wanted, call in [
        (IdDoesNotExist, lambda: sickle.GetRecord(identifier="oai:x:y", metadataPrefix="oai_dc")),
        (CannotDisseminateFormat, lambda: sickle.GetRecord(identifier=name, metadataPrefix="marc21")),
        (NoRecordsMatch, lambda: sickle.ListRecords(metadataPrefix="oai_dc", set="no_such")),
        (BadResumptionToken, lambda: sickle.ListRecords(resumptionToken="junk")),
    ]:
        try:
            call()
            check(False, f"Sickle gets {wanted.__name__}")
        except wanted:
            check(True, "")


def check_frames():
    """What other sites may show of it, in every language and size."""
    for language in LANGUAGES:
        for path in ("help", "search", "themes/cyberbullying"):
            for size in ("small", "large"):
                answer = get(f"/{language}/embed/{path}?size={size}")
                where = f"{language}/{path}, {size}"
                check(answer.status == 200, f"{where}: status {answer.status}")
                check("frame-ancestors *" in answer.headers["Content-Security-Policy"], f"{where}: may stand in a frame")
                check(answer.headers["X-Frame-Options"] is None, f"{where}: is not forbidden in frames")
                check(answer.headers["Set-Cookie"] is None and "<script" not in answer.text, f"{where}: no script, no cookie")
        check(get(f"/{language}/").headers["X-Frame-Options"] == "DENY", f"{language}: other pages stay out of frames")


def main():
    sickle = Sickle(address() + "/oai")
    earliest = check_identity()
    check({each.metadataPrefix for each in sickle.ListMetadataFormats()} == {"oai_dc", "lom", "betternet"}, "three formats")
    began = time.monotonic()
    headers = check_harvests(sickle)
    check(time.monotonic() - began < 60, "three whole harvests take less than a minute")
    check_sets(sickle, headers)
    check_dates(sickle, headers, earliest)
    check_tokens(len(headers))
    check_errors(headers[0].identifier)
    check_exceptions(sickle, headers[0].identifier)
    check_frames()
    done()


if __name__ == "__main__":
    main()
