"""The catalogue as texts to search, so that every engine reads what ours reads.

What becomes of a record here follows SearchDocument.swift and SearchConcepts.swift in Sources/Site/Finding: change them
together, or the comparison is no longer fair. Ours takes the names of concepts for facets; the peers, that have no such
thing, get them as words of each record.
"""

import sys
import urllib.parse

import yaml

LANGUAGES = ("nl", "fr", "de", "en")
WEIGHTS = {"title": 6, "concept": 2, "organisation": 1.5, "summary": 1.5, "contact": 4}
VOCABULARIES = ("themes", "audiences", "formats", "territories", "kinds", "costs")


def load(path):
    """A YAML file in which every value stays the text that was written: the id `1712` is no number, `no` not false."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except OSError as error:
        sys.exit(f"{path}: {error.strerror}: put the file there, or name another")
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        sys.exit(f"{path}: no YAML ({' '.join(str(error).split())}): correct it there")


def read(folder):
    """The published records by id: each with its `title` by language and its `texts` by field and language."""
    if not (folder / "vocabularies").is_dir():
        sys.exit(f"{folder}: no catalogue here: run this from a whole clone of the project")
    vocabularies = {
        name: {concept["id"]: concept for concept in load(folder / "vocabularies" / f"{name}.yaml")["concepts"]}
        for name in VOCABULARIES
    }
    records = {}
    for path in sorted(folder.glob("*/*.yaml")):
        if path.parent.name not in ("vocabularies", "pages"):
            record = load(path)
            if "withdrawn" not in record:
                record["kinds"] = [path.parent.name.removesuffix("s")]
                record["costs"] = [record["cost"]] if "cost" in record else []
                records[record["id"]] = record
    titles = {id: record["title"] for id, record in records.items()}
    return {
        id: {"title": record["title"], "texts": texts(record, vocabularies, titles)} for id, record in records.items()
    }


def texts(record, vocabularies, titles):
    """The text of a record by (field, language); what has no language stands under an empty one."""
    concepts = [
        concept for name in VOCABULARIES for concept in with_broader(vocabularies[name], record.get(name, []))
    ]
    found = {("contact", ""): " ".join(contact_words(record))}
    for language in LANGUAGES:
        names = []
        for concept in concepts:
            names += [concept[label][language] for label in ("label", "plural") if label in concept]
            names += concept.get("alt", {}).get(language, []) + concept.get("hidden", {}).get(language, [])
        organisations = [titles[id].get(language, "") for id in record.get("organisations", []) if id in titles]
        found["title", language] = record["title"].get(language, "")
        found["concept", language] = " ".join(names)
        found["organisation", language] = " ".join(organisations)
        found["summary", language] = record["summary"].get(language, "")
    return found


def with_broader(vocabulary, ids):
    """The concepts of a record and those above them, each once."""
    ids = list(ids)
    for id in ids:  # which grows on the way
        ids += [broader for broader in vocabulary[id].get("broader", []) if broader not in ids]
    return [vocabulary[id] for id in ids]


def contact_words(record):
    """Telephone numbers as written and joined, and sites as people say them."""
    numbers = [phone["number"] for phone in record.get("contact", {}).get("phones", [])]
    hosts = [urllib.parse.urlsplit(address).hostname or "" for address in record.get("links", {}).values()]
    return (
        numbers + [number.replace(" ", "") for number in numbers] + [host.removeprefix("www.") for host in hosts]
    )
