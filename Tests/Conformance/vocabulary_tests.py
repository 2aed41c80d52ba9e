"""Vocabularies (SKOS), the description for portals (DCAT-AP), and the whole files with their dictionary."""

import csv
import io
import json
import pathlib

import frictionless
import pyshacl
import rdflib
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, RDF, SKOS

from checks import LANGUAGES, address, check, done, get

SHAPES = pathlib.Path(__file__).parent / "shapes"


def graph(path, form):
    return rdflib.Graph().parse(data=get(path).text, format=form, publicID=address() + path)


def shaped(data, shapes, promise):
    conforms, _, report = pyshacl.validate(
        data, shacl_graph=rdflib.Graph().parse(SHAPES / shapes), advanced=True, inference="none")
    check(conforms, f"{promise}\n{report if not conforms else ''}")


def vocabularies():
    turtle, linked = graph("/vocabulary.ttl", "turtle"), graph("/vocabulary.jsonld", "json-ld")
    concepts = set(turtle.subjects(RDF.type, SKOS.Concept))
    check(len(concepts) > 200, "all concepts are there")
    check(isomorphic(turtle, linked), "Turtle and JSON-LD of all vocabularies say the same")
    shaped(turtle, "skos.ttl", "the vocabularies keep the conditions of SKOS")
    whole = rdflib.Graph()
    for scheme in turtle.subjects(RDF.type, SKOS.ConceptScheme):
        path = "/vocabularies/" + str(scheme).rsplit("/", 1)[1]
        one = graph(path + ".ttl", "turtle")
        check(isomorphic(one, graph(path + ".jsonld", "json-ld")), f"{path}: both formats say the same")
        whole += one
        names(path)
    check(isomorphic(whole, turtle), "the vocabularies one by one are all of them")
    for concept in sorted(concepts)[::17]:
        path = "/vocabularies/" + str(concept).split("/vocabularies/")[1]
        one = graph(path + ".ttl", "turtle")
        check(isomorphic(one, graph(path + ".jsonld", "json-ld")), f"{path}: both formats say the same")
        check((concept, RDF.type, SKOS.Concept) in one, f"{path} is the name of a concept")
        names(path)
    for hidden in ("intents", "pictograms"):
        check(get(f"/vocabularies/{hidden}.ttl").status == 404, f"{hidden} is not for others")


def names(path):
    """A name leads to what is asked for, and every way ends at something."""
    for accept, wanted in [
        ("text/turtle", "text/turtle"), ("application/ld+json", "application/ld+json"), ("text/html", "text/html"),
        ("application/xml;q=0.4, text/turtle;q=0.9", "text/turtle"), ("*/*", "text/html"),
    ]:
        answer = get(path, {"Accept": accept}, follow=False)
        check(answer.status == 303, f"{path} with {accept}: 303")
        vary = answer.headers.get("Vary", "")
        check("Accept" in vary and "Accept-Language" in vary, f"{path}: Vary names what decides")
        end = get(path, {"Accept": accept})
        check(end.headers.get_content_type() == wanted, f"{path} with {accept}: {wanted}")
    for language in LANGUAGES:
        end = get(path, {"Accept": "text/html", "Accept-Language": language})
        check(f"/{language}/vocabularies/" in end.url, f"{path} in {language}")


def datasets():
    turtle, linked = graph("/dataset.ttl", "turtle"), graph("/dataset.jsonld", "json-ld")
    check(isomorphic(turtle, linked), "Turtle and JSON-LD of the description say the same")
    shaped(turtle, "dcat-ap.ttl", "the description has what DCAT-AP wants")
    for about in (DCAT.downloadURL, DCAT.endpointURL, DCAT.endpointDescription):
        for target in sorted(set(turtle.objects(None, about))):
            # The description names the site by its public address; it is asked for where it runs.
            path = "/" + str(target).split("/", 3)[3]
            check(get(path).status == 200, f"{path} is there, as the description says")


def files():
    dictionary = json.loads(get("/data/dictionary.json").text)
    package = frictionless.Package(dictionary, basepath=address() + "/data")
    report = package.validate()
    check(report.valid, f"the table is as its dictionary says: {report.flatten(['rowNumber', 'fieldName', 'note'])[:5]}")
    rows = list(csv.DictReader(io.StringIO(get("/data/records.csv").text)))
    excel = get("/data/records-excel.csv").body
    check(excel.startswith(b"\xef\xbb\xbf"), "the table for Excel says that it is UTF-8")
    same = list(csv.DictReader(io.StringIO(excel.decode("utf-8-sig")), delimiter=";"))
    check(rows == same, "both tables hold the same")
    lines = [json.loads(line) for line in get("/data/records.jsonl").text.splitlines()]
    check([line["id"] for line in lines] == [row["id"] for row in rows], "table and lines hold the same records")
    check(all(line["title"].get("nl", "") == row["title_nl"].removeprefix("'") for line, row in zip(lines, rows)),
          "table and lines say the same")
    for path in ("/data/records.csv", "/data/records-excel.csv", "/data/records.jsonl", "/data/dictionary.json",
                 "/vocabulary.ttl", "/vocabulary.jsonld", "/dataset.ttl", "/dataset.jsonld"):
        answer = get(path)
        check('rel="license"' in answer.headers.get("Link", ""), f"{path} states its licence")
        check(answer.headers.get("Access-Control-Allow-Origin") == "*", f"{path} may be read by other sites")
        again = get(path, {"If-None-Match": answer.headers["ETag"]})
        check(again.status == 304, f"{path} is not sent twice")
        head = get(path, method="HEAD")
        check(head.status == 200 and not head.body, f"{path} answers to HEAD")
    check(get("/vocabularies/themes/nothing", {"Accept": "text/turtle"}).status == 404, "what is not there is not there")


vocabularies()
datasets()
files()
done()
