"""Human services data: every list and every single answer against the JSON Schemas of HSDS 3.1, and the data package
with frictionless. Usage: hsds_tests.py http://127.0.0.1:8080

The schemas are Open Referral's and lie outside the project (shared/data/hsds-3.1 beside it)."""

import io
import json
import pathlib
import sys
import tempfile
import urllib.parse
import uuid
import zipfile

import frictionless
import jsonschema
from checks import address, check, done, get

SCHEMAS = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data" / "hsds-3.1"
# The shape of a page, as the OpenAPI file of the standard and its changelog say it.
PAGE = {
    "type": "object",
    "required": ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
    "properties": {
        "total_items": {"type": "integer"}, "total_pages": {"type": "integer"}, "page_number": {"type": "integer"},
        "size": {"type": "integer"}, "first_page": {"type": "boolean"}, "last_page": {"type": "boolean"},
        "empty": {"type": "boolean"}, "contents": {"type": "array"},
    },
}
FORMATS = jsonschema.FormatChecker()


def load(name):
    return json.loads((SCHEMAS / name).read_text("utf-8"))


def validator(schema):
    return jsonschema.Draft202012Validator(schema, format_checker=FORMATS)


def within(definitions, name):
    """The schema of an object that lies within others."""
    return {"$ref": f"#/definitions/{name}", "definitions": definitions}


def errors(kind, thing):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in kind.iter_errors(thing)]


def read(path):
    answer = get(path)
    check(answer.status == 200, f"{path} answers")
    check(answer.headers["Content-Type"] == "application/json", f"{path} is JSON")
    check(answer.headers["Access-Control-Allow-Origin"] == "*", f"{path} may be read by scripts of other sites")
    check(answer.headers["ETag"], f"{path} has a tag")
    return json.loads(answer.body)


def pages(path, kind):
    """All of a list, along `next` or page by page, with every page and everything on it checked."""
    found, number = [], 1
    separator = "&" if "?" in path else "?"
    while True:
        page = read(f"{path}{separator}page={number}&per_page=40")
        check(not errors(validator(PAGE), page), f"{path} page {number} is a page of HSDS")
        check(page["size"] == len(page["contents"]) and page["empty"] == (not page["contents"]), f"{path} counts")
        check(page["first_page"] == (number == 1), f"{path} page {number} knows whether it is the first")
        for thing in page["contents"]:
            wrong = errors(kind, thing)
            check(not wrong, f"{path}: {thing.get('id')} is valid: {wrong[:2]}")
        found += page["contents"]
        if page["last_page"]:
            check(len(found) == page["total_items"], f"{path} has as many as it says")
            return found
        number += 1


def walk_lists(kinds):
    lists = {name: pages(f"/hsds/{name}", brief) for name, (brief, _) in kinds.items()}
    for name, (_, full) in kinds.items():
        ids = [thing["id"] for thing in lists[name]]
        check(len(set(ids)) == len(ids) > 0, f"{name} has no id twice")
        for one in ids:
            check(uuid.UUID(one).version == 5, f"{name} {one} is a UUID of version 5")
            thing = read(f"/hsds/{name}/{one}")
            wrong = errors(full, thing)
            check(not wrong, f"{name}/{one} is valid: {wrong[:2]}")
            check(thing["id"] == one, f"{name}/{one} is itself")
    return lists


def look_at_filters(lists, kinds):
    services, full = lists["services"], kinds["services"][1]
    whole = pages("/hsds/services?full=true", full)
    check([one["id"] for one in whole] == [one["id"] for one in services], "full lists have the same services")
    pages("/hsds/services?minimal=true", kinds["services"][0])
    pages("/hsds/organizations?full=true", kinds["organizations"][1])
    for organisation in pages("/hsds/organizations?full_service=true", kinds["organizations"][1]):
        for service in organisation.get("services", []):
            check(not errors(full, service), f"the service {service['id']} of an organisation is valid")
    pages("/hsds/service_at_locations?full=true", kinds["service_at_locations"][1])
    term = next(a["taxonomy_term_id"] for one in whole for a in one.get("attributes", []) if a["link_type"] == "themes")
    having = {one["id"] for one in whole if term in [a["taxonomy_term_id"] for a in one.get("attributes", [])]}
    got = {one["id"] for one in pages(f"/hsds/services?taxonomy_term_id={term}", kinds["services"][0])}
    check(got == having, "taxonomy_term_id brings what has the term, and nothing else")
    owner = next(one["organization_id"] for one in services if "organization_id" in one)
    both = pages(f"/hsds/services?taxonomy_term_id={term}&organization_id={owner}", kinds["services"][0])
    check({one["id"] for one in both} <= having, "filters are cumulative")
    newest = max(one["last_modified"] for one in services)
    since = pages(f"/hsds/services?modified_after={urllib.parse.quote(newest)}", kinds["services"][0])
    check(since and all(one["last_modified"] >= newest for one in since), "modified_after is on or after")
    near = pages("/hsds/service_at_locations?postcode=4700", kinds["service_at_locations"][0])
    check(0 < len(near) < len(lists["service_at_locations"]), "postcode leaves out what doesn't reach there")
    check(get("/hsds/service_at_locations?postcode=4700&proximity=500").status == 400, "distance is refused")
    top = pages("/hsds/taxonomy_terms?top_only=true", kinds["taxonomy_terms"][0])
    check(top and not any("parent_id" in one for one in top), "top_only brings terms without a parent")
    child = next(one for one in lists["taxonomy_terms"] if "parent_id" in one)
    below = pages(f"/hsds/taxonomy_terms?parent_id={child['parent_id']}", kinds["taxonomy_terms"][0])
    check(child["id"] in [one["id"] for one in below], "parent_id brings the children")
    lines = get("/hsds/services?format=ndjson&full=true").body.decode().splitlines()
    check([json.loads(line) for line in lines] == whole, "JSON lines are the same as pages")
    walked, next_page = [], "/hsds/services?per_page=37"
    while next_page:
        page = read(urllib.parse.urlsplit(next_page)._replace(scheme="", netloc="").geturl())
        walked += [one["id"] for one in page["contents"]]
        next_page = page.get("next")
    check(walked == [one["id"] for one in services], "next leads through everything")


def without_the_standard(part):
    """The description without the schemas that it names by their address: a test asks no other machine."""
    if isinstance(part, list):
        return [without_the_standard(one) for one in part]
    if isinstance(part, dict):
        if part.get("$ref", "").startswith("https://raw.githubusercontent.com/openreferral/"):
            return {}
        return {name: without_the_standard(value) for name, value in part.items()}
    return part


def look_at_root():
    root = read("/hsds")
    check(root["version"] == "3.1", "the root says its version")
    for name in ("profile", "openapi_url"):
        check(urllib.parse.urlsplit(root[name]).scheme in ("http", "https"), f"the root has a {name}")
    description = read("/hsds/openapi.json")
    check(description["openapi"].startswith("3.1"), "the description is OpenAPI 3.1")
    for path in load("openapi.json")["paths"] if SCHEMAS.is_dir() else ():
        check(path in description["paths"], f"{path} of the standard is described")
    try:
        import openapi_spec_validator
        openapi_spec_validator.validate(without_the_standard(description))
        check(True, "the description is valid")
    except ImportError:
        print("openapi-spec-validator is not here: the description was not validated")
    except Exception as error:
        check(False, f"the description is valid: {str(error)[:300]}")


def look_at_package():
    answer = get("/hsds/datapackage.zip")
    check(answer.headers["Content-Type"] == "application/zip", "the data package is a zip")
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(answer.body)).extractall(folder)
        package = frictionless.Package(f"{folder}/datapackage.json")
        report = package.validate()
        for task in report.tasks:
            check(task.valid, f"the table {task.name} is valid: {[error.message for error in task.errors[:3]]}")
        check(report.valid, f"the data package is valid: {[error.message for error in report.errors[:3]]}")
        keys = sum(len(resource.schema.foreign_keys) for resource in package.resources)
        check(keys >= 15, "the tables are joined by foreign keys")
        # What a check that always passes wouldn't see.
        services = pathlib.Path(folder, "phones.csv")
        services.write_text(services.read_text("utf-8") + f"{uuid.uuid4()},{uuid.uuid4()},,1,voice,\n", "utf-8")
        check(not frictionless.Package(f"{folder}/datapackage.json").validate().valid, "a lost key would be seen")


def kinds_of_the_standard():
    """For each collection the schemas of its list and of one thing. They stay outside the project (CC BY-SA)."""
    names = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
    if not SCHEMAS.is_dir():
        print(f"skipped: the schemas of HSDS are not at {SCHEMAS}; all the rest is looked at")
        return {name: (validator({}),) * 2 for name in names}
    definitions = load("service_with_definitions.json")["definitions"]
    return {
        "services": (validator(load("service_list.json")), validator(load("service_with_definitions.json"))),
        "organizations": (validator(load("organization_list.json")), validator(within(definitions, "organization"))),
        "service_at_locations": (
            validator(load("service_at_location_list.json")), validator(within(definitions, "service_at_location"))),
        "taxonomies": (validator(within(definitions, "taxonomy")),) * 2,
        "taxonomy_terms": (validator(within(definitions, "taxonomy_term")),) * 2,
    }


def main():
    address()
    kinds = kinds_of_the_standard()
    for name in ("uuid", "uri", "email", "date-time"):
        check(name in FORMATS.checkers, f"the format {name} is checked (uri needs rfc3986-validator)")
    look_at_root()
    lists = walk_lists(kinds)
    look_at_filters(lists, kinds)
    look_at_package()
    done()


main()
