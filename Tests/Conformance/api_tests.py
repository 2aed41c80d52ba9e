"""The API against its own description: openapi-spec-validator on the description, jsonschema on everything there is, and
Schemathesis with thousands of made-up questions. What is promised of paging, copies and conditions is tried, too."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import openapi_spec_validator

from checks import LANGUAGES, address, check, done, get

LEAST_CASES = 2_000
# What is left out and why:
# - positive_data_acceptance: ‘there is no such theme’ is a 400, and no schema lists all themes.
# - ignored_auth, use_after_free and the like: nothing of ours is made and deleted through the API.
CHECKS = ("not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
          "response_schema_conformance", "negative_data_rejection", "unsupported_method", "allow_header_conformance")


def strict(schema, name=""):
    """The same schema, but what it does not name may not be there."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: strict(value) for key, value in schema.items()}
    if "allOf" in schema:
        result["allOf"] = schema["allOf"]
        result["unevaluatedProperties"] = False
    elif isinstance(schema.get("properties"), dict) and schema.get("type") == "object" and name != "Record":
        result["additionalProperties"] = False
    return result


def validator(description, name):
    schemas = {key: strict(value, key) for key, value in description["components"]["schemas"].items()}
    whole = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    return jsonschema.Draft202012Validator(whole)


def faults(schema, value):
    return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in schema.iter_errors(value)]


def description_is_valid():
    answer = get("/api/v1/openapi.json")
    check(answer.status == 200, "the description is there")
    description = json.loads(answer.text)
    problem = ""
    try:
        openapi_spec_validator.validate(description)
    except Exception as error:  # the validator has many
        problem = str(error)[:500]
    check(not problem, f"openapi-spec-validator takes the description {problem}")
    root = json.loads(get("/api/v1").text)
    check({(entry["method"].lower(), entry["address"].split("/api/v1", 1)[1]) for entry in root["operations"]}
          == {(method, path.split("/api/v1", 1)[1]) for path, item in description["paths"].items() for method in item},
          "the root lists what is described")
    return description


def everything_is_as_described(description):
    stream = get("/api/v1/records?format=ndjson")
    check(stream.headers["Content-Type"] == "application/x-ndjson", "lines have their media type")
    records = [json.loads(line) for line in stream.text.splitlines()]
    schema = validator(description, "OpenRecord")
    for record in records:
        wrong = faults(schema, record)
        check(not wrong, f"record {record.get('id')} is as described {wrong[:2]}")
    one = records[0]
    check(json.loads(get(f"/api/v1/records/{one['id']}").text) == one, "a record alone is as it is in the list")
    vocabularies = json.loads(get("/api/v1/vocabularies").text)
    check(not faults(validator(description, "Vocabularies"), vocabularies), "vocabularies are as described")
    for vocabulary in vocabularies["vocabularies"]:
        answer = json.loads(get(f"/api/v1/vocabularies/{vocabulary['name']}").text)
        wrong = faults(validator(description, "Vocabulary"), answer)
        check(not wrong, f"the vocabulary {vocabulary['name']} is as described {wrong[:2]}")
        check(len(answer["concepts"]) == vocabulary["concepts"], f"{vocabulary['name']} is counted right")
    for path, name in (("channels", "Channels"), ("search?q=chat", "SearchAnswer"), ("suggest?q=cyb", "Suggestions"),
                       ("landscape", "Landscape"), ("landscape/coverage", "Coverage"), ("landscape/gaps", "Gaps"),
                       ("", "Root"), ("records?limit=500&deleted=include", "RecordPage")):
        wrong = faults(validator(description, name), json.loads(get(f"/api/v1/{path}".rstrip("/")).text))
        check(not wrong, f"/api/v1/{path} is as described {wrong[:2]}")
    return records


def paging_gives_everything_once(records):
    path, found, pages = "/api/v1/records?limit=37", [], 0
    while path:
        answer = get(path)
        body = json.loads(answer.text)
        found += body["records"]
        pages += 1
        link = answer.headers.get("Link")
        check((link is not None) == (body["next"] is not None), "Link and next say the same")
        path = body["next"] and "/api/v1" + body["next"].split("/api/v1", 1)[1]
    check(found == records, "the pages together are the stream")
    check(pages == -(-len(records) // 37), "no page but the last is short")
    later = json.loads(get("/api/v1" + body["changes"].split("/api/v1", 1)[1]).text)
    check(later["records"] == [], "after the end nothing has changed")
    newest = max(record["modified"] for record in records)
    changed = json.loads(get(f"/api/v1/records?limit=500&modified_after={newest}").text)["records"]
    check(changed and all(record["modified"] >= newest for record in changed), "modified_after holds")
    check(get("/api/v1/records", {"Accept": "application/x-ndjson"}).text.count("\n") == len(records),
          "lines come where they are accepted")


def filters_choose(records):
    for question, holds in (
            ("kind=channel&kind=event", lambda r: r["kind"] in ("channel", "event")),
            ("language=de", lambda r: "de" in r["languages"]),
            ("organisation=child-focus", lambda r: "child-focus" in r["organisations"]),
            ("status=ended", lambda r: r["status"] == "ended"),
            ("theme=sexting&kind=resource", lambda r: "sexting" in r["themes"] and r["kind"] == "resource")):
        found = get(f"/api/v1/records?format=ndjson&{question}").text.splitlines()
        ids = [json.loads(line)["id"] for line in found]
        check(ids and set(ids) >= {record["id"] for record in records if holds(record)}, f"{question} finds all")
        check(set(ids) <= {record["id"] for record in records}, f"{question} finds no others")


def conditions_hold():
    for path in ("/api/v1/records?limit=3", "/api/v1/records?format=ndjson", "/api/v1/records/awel-102",
                 "/api/v1/channels", "/api/v1/vocabularies", "/api/v1/openapi.json"):
        answer = get(path)
        tag = answer.headers["ETag"]
        check(get(path, {"If-None-Match": tag}).status == 304, f"{path} answers 304 to who has it")
        head = get(path, method="HEAD")
        check(head.status == 200 and not head.body and head.headers["ETag"] == tag, f"HEAD {path} says the same")
        check(answer.headers["Access-Control-Allow-Origin"] == "*", f"{path} may be read from anywhere")
        options = get(path, method="OPTIONS")
        check(options.status == 204 and "GET" in options.headers["Allow"], f"OPTIONS {path} tells")
        for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE"):
            refused = get(path, method=method, data=b"" if method == "POST" else None)
            check(refused.status == 405 and "GET" in (refused.headers["Allow"] or ""), f"{method} {path} is refused")


def problems_speak_four_languages():
    details = {get(f"/api/v1/records?limit=0&lang={language}").text for language in LANGUAGES}
    check(len(details) == 4, "a problem is told in four languages")
    asked = get("/api/v1/records?them=x", {"Accept-Language": "fr-BE"})
    check(asked.status == 400 and asked.headers["Content-Language"] == "fr", "and in the language of the browser")
    check(json.loads(asked.text)["parameter"] == "them", "and says which parameter it is")
    near = json.loads(get("/api/v1/records?theme=sextin&lang=en").text)
    check("sexting" in near["detail"], "and what may be meant")


def channels_know_who_is_open():
    for moment in ("2026-11-27T13:00:00%2B01:00", "2026-11-27T12:00:00Z", "2026-11-27T13:00"):
        answer = json.loads(get(f"/api/v1/channels?at={moment}").text)
        check(answer["at"] == "2026-11-27T13:00:00+01:00", f"{moment} is understood")
    for channel in answer["channels"]:
        if channel["state"] == "always":
            check(channel["open"] is True and channel["next"] is None, f"{channel['id']} never closes")
        if channel["next"]:
            check(channel["next"] > answer["at"], f"{channel['id']}: what comes next comes later")
            after = json.loads(get("/api/v1/channels?at=" + channel["next"].replace("+", "%2B")).text)
            then = next(other for other in after["channels"] if other["id"] == channel["id"])
            check(then["open"] != channel["open"], f"{channel['id']} changes when it says")


# Longer ones the HTTP library refuses before the site sees them, with an empty answer.
HOOKS = """
import schemathesis

@schemathesis.hook
def filter_case(context, case):
    values = [case.query or {}, case.path_parameters or {}]
    return len(repr(values).encode("utf-8", "surrogatepass")) < 1_200
"""


def schemathesis_finds_nothing():
    folder = pathlib.Path(tempfile.mkdtemp())
    tool = pathlib.Path(sys.executable).parent / "schemathesis"
    (folder / "hooks.py").write_text(HOOKS)
    # Drafts are limited by source: a program that asks too often hears 429, which refuses nonsense as well.
    (folder / "schemathesis.toml").write_text(
        'hooks = "hooks"\n'
        "[checks.negative_data_rejection]\n"
        'expected-statuses = ["400", "401", "404", "414", "415", "422", "429"]\n'
        '[[operations]]\ninclude-path-regex = "/drafts"\ngeneration.max-examples = 20\n')
    # One worker: two at once stumble now and then over a cache of Hypothesis that they share.
    result = subprocess.run(
        [tool, "run", f"{address()}/api/v1/openapi.json", "--url", address(), "--checks", ",".join(CHECKS),
         "--phases", "examples,coverage,fuzzing", "--max-examples", "25", "--seed", "20261127", "--no-color",
         "--continue-on-failure", "--suppress-health-check", "all", "--workers", "1", "--warnings", "off"],
        capture_output=True, text=True, timeout=600, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)})
    generated = re.search(r"([\d,]+) generated", result.stdout)
    cases = int(generated[1].replace(",", "")) if generated else 0
    if result.returncode:
        print(result.stdout[-4_000:], result.stderr[-1_000:])
    check(result.returncode == 0, "Schemathesis finds nothing wrong")
    check(cases >= LEAST_CASES, f"Schemathesis asks at least {LEAST_CASES} times ({cases})")


described = description_is_valid()
all_records = everything_is_as_described(described)
paging_gives_everything_once(all_records)
filters_choose(all_records)
conditions_hold()
problems_speak_four_languages()
channels_know_who_is_open()
schemathesis_finds_nothing()
done()
