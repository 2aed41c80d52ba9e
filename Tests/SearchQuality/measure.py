"""How well the site's search ranks: the judged queries of queries.yaml, asked of the running site and of its peers.

Usage: measure.py --address http://127.0.0.1:PORT [--use report|tune|all] [--peers] [--show N] [--pool FILE]
"""

import argparse
import functools
import http.client
import json
import math
import pathlib
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

import catalogue

HERE = pathlib.Path(__file__).resolve().parent
OURS = "betternet"
DEPTH = 10
KEYS = ("id", "lang", "text", "kind", "who", "use", "relevant")
MEASURES = ("nDCG", "s@1", "s@5", "MRR")


# Queries


def read_queries(path, use, records):
    """The queries of one half, or all, with `relevant` turned into a grade by record id."""
    queries = catalogue.load(path)
    faults = check(queries, records)
    if faults:
        sys.exit("\n".join(f"{path.name}: {fault}" for fault in faults))
    wanted = [query for query in queries if use in (query["use"], "all")]
    if not wanted:
        sys.exit(f"{path.name}: no query with use: {use}: choose another --use")
    for query in wanted:
        grades = query["relevant"].items()
        query["grades"] = {id: int(grade) for grade, ids in grades for id in ids}
    return wanted


def check(queries, records):
    """What is wrong with the queries. A judgement of a record that is gone would make every engine look worse."""
    if not isinstance(queries, list) or not queries:
        return ["no list of queries: begin each with ‘- id:’"]
    faults, seen = [], set()
    for number, query in enumerate(queries, 1):
        if not isinstance(query, dict):
            faults.append(f"query number {number}: no mapping: begin it with ‘- id:’")
            continue
        name = query.get("id", f"query number {number}")
        missing = [key for key in KEYS if key not in query]
        if missing:
            faults.append(f"{name}: without {', '.join(missing)}: add it")
            continue
        if name in seen:
            faults.append(f"{name}: this id stands twice: give each query its own")
        seen.add(name)
        if query["lang"] not in catalogue.LANGUAGES:
            faults.append(f"{name}: lang is {query['lang']}: write one of {', '.join(catalogue.LANGUAGES)}")
        if query["use"] not in ("tune", "report"):
            faults.append(f"{name}: use is {query['use']}: write tune or report")
        faults += [f"{name}: {fault}" for fault in check_grades(query["relevant"], records)]
    return faults


def check_grades(relevant, records):
    if not isinstance(relevant, dict) or not set(relevant) <= set("3210"):
        return ["relevant is no mapping of grades: write 3, 2, 1 (0: judged useless), each with a list of ids"]
    faults = [f"grade {grade} has no list: write ids in [ ]" for grade in relevant if type(relevant[grade]) is not list]
    if faults:
        return faults
    ids = [id for grade in relevant.values() for id in grade]
    faults += [f"‘{id}’ is judged twice: keep one" for id in sorted({id for id in ids if ids.count(id) > 1})]
    faults += [f"‘{id}’ is no record of the catalogue: correct it or leave it out" for id in ids if id not in records]
    if not any(relevant.get(grade) for grade in "321"):
        faults.append("no relevant record: judge at least one, or leave the query out")
    return faults


# Engines


def ask_site(address, records, text, language):
    """What the running site finds: ids, best first."""
    asked = urllib.parse.urlencode({"q": text, "lang": language, "limit": DEPTH})
    url = f"{address.rstrip('/')}/api/v1/search?{asked}"
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            found = [result["id"] for result in json.load(answer)["results"]][:DEPTH]
    except urllib.error.HTTPError as error:
        sys.exit(f"{url}: answered {error.code}: look into the log of the server, and check --address")
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        sys.exit(f"{url}: no answer ({reason}): start the site, or let Tests/SearchQuality/measure do it")
    except (KeyError, TypeError):
        sys.exit(f"{url}: this answer has no results with ids: check that a Betternet runs at --address")
    strangers = [id for id in found if id not in records]
    if strangers:
        sys.exit(f"{address}: finds ‘{strangers[0]}’, unknown in catalogue/: serve a new --data with --fill catalogue")
    return found


def run(engine, queries):
    """What an engine finds for each query, by the query's id."""
    return {query["id"]: engine(query["text"], query["lang"]) for query in queries}


def best_reading(readings, queries):
    """The reading of a peer with the highest nDCG over all these queries, and what it finds. It is chosen with the
    answers in hand, so the peer gets the benefit of the doubt."""
    runs = {name: run(engine, queries) for name, engine in readings.items()}
    name = max(runs, key=lambda name: mean(queries, runs[name])[0])
    return name, runs[name]


# Measures


def gain(grades):
    """Discounted cumulative gain (Järvelin, Kekäläinen 2002, with the exponential gains of Burges et al. 2005).

    >>> round(gain([3, 0, 1]), 3)
    7.5
    """
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades[:DEPTH], 1))


def score(found, grades):
    """nDCG@10, success@1, success@5 and reciprocal rank of one result list. What was not judged counts as useless.
    A success is a grade of 2 or more, or of 1 where a query has nothing better.

    >>> score(["x", "a"], {"a": 3})
    (0.6309297535714575, False, True, 0.5)
    >>> score(["b"], {"a": 3, "b": 1})[1:]
    (False, False, 0.0)
    >>> score(["b"], {"b": 1})
    (1.0, True, True, 1.0)
    """
    good = min(2, max(grades.values()))
    first = next((place for place, id in enumerate(found, 1) if grades.get(id, 0) >= good), math.inf)
    ideal = gain(sorted(grades.values(), reverse=True))
    return gain([grades.get(id, 0) for id in found]) / ideal, first <= 1, first <= 5, 1 / first


def mean(queries, found):
    """The means of all measures over the queries."""
    scores = [score(found[query["id"]], query["grades"]) for query in queries]
    return [sum(column) / len(scores) for column in zip(*scores)]


# Output


def rows(queries):
    """The rows of the table: each language, each kind of query, all."""
    languages = [language for language in catalogue.LANGUAGES if any(query["lang"] == language for query in queries)]
    kinds = dict.fromkeys(query["kind"] for query in queries)
    by_language = {language: [query for query in queries if query["lang"] == language] for language in languages}
    by_kind = {kind: [query for query in queries if query["kind"] == kind] for kind in kinds}
    return by_language | by_kind | {"all": queries}


def print_table(table, runs, counts):
    width = max(map(len, table))
    print(" " * (width + 6) + "".join(f" | {name:^{7 * len(MEASURES) - 1}}" for name in runs))
    print(f"{'':{width}} {'n':>5}" + (" | " + " ".join(f"{name:>6}" for name in MEASURES)) * len(runs))
    for name, row in table.items():
        cells = [" ".join(f"{value:6.3f}" for value in row[engine]) for engine in runs]
        print(f"{name:{width}} {counts[name]:>5} | " + " | ".join(cells))


def print_verdict(table):
    """Whether ours has the highest nDCG in every row; a draw is not ahead."""
    behind = []
    for name, row in table.items():
        peer = max((engine for engine in row if engine != OURS), key=lambda engine: row[engine][0])
        if row[OURS][0] <= row[peer][0]:
            draw = "a draw with " if row[OURS][0] == row[peer][0] else ""
            behind.append(f"{name} {row[OURS][0]:.3f}, {draw}{peer} {row[peer][0]:.3f}")
    verdict = f"no (rows where not: {'; '.join(behind)})" if behind else "yes"
    print(f"ahead of every peer in every row: {verdict}")


def print_worst(queries, found, number):
    """The queries where ours does worst, with what came and what should have come."""
    ranked = sorted(queries, key=lambda query: score(found[query["id"]], query["grades"])[0])
    for query in ranked[:number]:
        ids, grades = found[query["id"]], query["grades"]
        missed = sorted((id for id in grades if grades[id] >= 1 and id not in ids), key=lambda id: -grades[id])
        shown = [f"{id} {grades[id]}" for id in missed[:DEPTH]]
        if len(missed) > DEPTH:
            shown.append(f"and {len(missed) - DEPTH} more")
        print(f"\n{query['id']} {query['kind']}, {score(ids, grades)[0]:.3f}: {query['text']}")
        print("  found:  " + (", ".join(f"{id} {grades.get(id, '–')}" for id in ids) or "nothing"))
        print("  missed: " + (", ".join(shown) or "nothing"))


def write_pool(path, queries, runs, records):
    """Every pair of a query and a record in some engine's top ten that has no judgement yet, as in TREC. Sorted by id
    and without the engine's name, so that whoever judges does not know whose find it is."""
    pairs = []
    for query in queries:
        found = {id for run in runs.values() for id in run[query["id"]]}
        for id in sorted(found - query["grades"].keys()):
            about = {"query": query["id"], "lang": query["lang"], "who": query["who"], "text": query["text"]}
            pairs.append(about | {"record": id, "title": records[id]["title"].get(query["lang"], id)})
    lines = ",\n".join(json.dumps(pair, ensure_ascii=False) for pair in pairs)
    try:
        path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    except OSError as error:
        sys.exit(f"{path}: {error.strerror}: name a file that can be written after --pool")
    print(f"{len(pairs)} pairs to judge: {path}")


def judged(queries, found):
    """The share of results that someone has judged."""
    known = [id in query["grades"] for query in queries for id in found[query["id"]]]
    return sum(known) / max(1, len(known))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--address", required=True, help="where the site runs, such as http://127.0.0.1:8080")
    options.add_argument("--use", choices=("report", "tune", "all"), default="report", help="the half of the queries")
    options.add_argument("--peers", action="store_true", help="also run SQLite FTS5 and Xapian")
    options.add_argument("--show", type=int, default=0, metavar="N", help="show the N worst queries")
    options.add_argument("--pool", type=pathlib.Path, metavar="FILE", help="write what still needs a judgement")
    options.add_argument("--queries", type=pathlib.Path, default=HERE / "queries.yaml", help="other queries")
    asked = options.parse_args()

    records = catalogue.read(HERE.parent.parent / "catalogue")
    queries = read_queries(asked.queries, asked.use, records)
    runs = {OURS: run(functools.partial(ask_site, asked.address, records), queries)}
    readings = {}
    if asked.peers:
        import peers  # Here, as it needs packages that a look at ours alone does not.

        documents = {id: record["texts"] for id, record in records.items()}
        with tempfile.TemporaryDirectory() as folder:
            for name, ways in peers.everyone(documents, folder).items():
                readings[name], runs[name] = best_reading(ways, queries)

    groups = rows(queries)
    table = {name: {engine: mean(group, run) for engine, run in runs.items()} for name, group in groups.items()}
    print(f"Queries: {asked.use}, {len(queries)} of {asked.queries.name}; the first {DEPTH} results of each\n")
    print_table(table, runs, {name: len(group) for name, group in groups.items()})
    print()
    for name, reading in readings.items():
        print(f"{name} does best with: {reading}")
    print("judged of what was found: " + ", ".join(f"{name} {judged(queries, run):.0%}" for name, run in runs.items()))
    if asked.peers:
        print_verdict(table)
    print_worst(queries, runs[OURS], asked.show)
    if asked.pool:
        write_pool(asked.pool, queries, runs, records)


if __name__ == "__main__":
    main()
