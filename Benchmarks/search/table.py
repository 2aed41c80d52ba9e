#!/usr/bin/env python3
"""The rows of the results, and one table of all engines out of the results-*.json that they wrote.

Usage: table.py DIR
"""
import json
import math
import pathlib
import sys

from corpus_files import queries

HEAD = f"{'engine':<10} {'row':<10} {'p50 ms':>9} {'p99 ms':>9} {'n':>6}"

# A query with errors has no filter, so every query is in exactly one row besides `all`.
ROWS = {
    "all": lambda query: True,
    "words1-2": lambda query: not query.errors and not query.filters and not query.any_word,
    "words3-4": lambda query: not query.errors and not query.filters and query.any_word,
    "filter": lambda query: bool(query.filters),
    "errors": lambda query: query.errors,
}


def rows(times):
    """p50 and p99 of every row out of pairs of a query and its milliseconds. Nearest rank: always a time that was measured."""
    result = {}
    for name, belongs in ROWS.items():
        own = sorted(milliseconds for query, milliseconds in times if belongs(query))
        result[name] = {"p50_ms": percentile(own, 50), "p99_ms": percentile(own, 99), "n": len(own)}
    return result


def percentile(ordered, percent):
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def lines(engine, results):
    text = [f"{engine:<10} {name:<10} {row['p50_ms']:>9.3f} {row['p99_ms']:>9.3f} {row['n']:>6}" for name, row in results["rows"].items()]
    text.append(f"{engine:<10} built in {results['build_seconds']:.1f} s, {results['disk_bytes'] / 2**20:.1f} MiB on disk. {results.get('note', '')}")
    if results.get("load", 0) > 1.5:  # one is the benchmark itself
        text.append(f"{engine:<10} was NOT ALONE: the load of the machine was {results['load']:.1f}, so its times are too long.")
    return "\n".join(text)


def stored(folder):
    """The results that there are in a folder, by engine."""
    return {path.stem.removeprefix("results-"): json.loads(path.read_text()) for path in sorted(folder.glob("results-*.json"))}


def agreement(folder, engines):
    """Sentences on whether the engines found the same, and how much they found in spite of typing errors."""
    found = stored(folder)
    results = {engine: found[engine] for engine in engines if engine in found}
    errors = [line.split("\t")[4] == "1" for line in (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()]
    clean = [number for number, wrong in enumerate(errors) if not wrong]
    first, *others = results
    text = []
    for other in others:
        differing = [number for number in clean if results[other]["totals"][number] != results[first]["totals"][number]]
        counted = all("facets" in results[engine] for engine in (first, other))
        miscounted = [number for number in clean if counted and results[other]["facets"][number] != results[first]["facets"][number]]
        sentence = f"{other} and {first}: of {len(clean)} queries without errors {len(differing)} have another total"
        sentence += f", {len(miscounted)} other facet counts." if counted else "."
        worst = max(differing, key=lambda number: abs(results[other]["totals"][number] - results[first]["totals"][number]), default=None)
        if worst is not None:
            sentence += f" Largest difference: line {worst + 1}, {results[other]['totals'][worst]} and {results[first]['totals'][worst]}."
        text.append(sentence)
    for engine in results:
        none = sum(not results[engine]["totals"][number] for number, wrong in enumerate(errors) if wrong)
        text.append(f"{engine}: of {sum(errors)} queries with errors {none} found nothing.")
    return "\n".join(text)


def main(folder):
    """Rows by engines: p50 / p99 in ms, and in brackets how many times as long as the fastest peer's.

    `betternet`, as readers search and with every word held on to, is no peer. Nor is, where errors count, an engine that does nothing about them: finding nothing is quick."""
    results = stored(folder)
    engines = sorted(results, key=lambda engine: (not engine.startswith("betternet"), engine != "betternet", results[engine]["rows"]["all"]["p50_ms"]))
    print(f"{'p50/p99 ms':<12}" + "".join(f"{engine:>32}" for engine in engines))
    for row in ROWS:
        own = {engine: results[engine]["rows"][row] for engine in engines}
        peers = [own[engine] for engine in engines if not engine.startswith("betternet") and (row not in ("all", "errors") or results[engine].get("corrects", True))]
        fastest = {key: min((peer[key] for peer in peers), default=math.nan) for key in ("p50_ms", "p99_ms")}
        print(f"{row:<12}" + "".join(f"{cell(own[engine], fastest):>32}" for engine in engines))
    print(f"{'build s':<12}" + "".join(f"{results[engine]['build_seconds']:>32.1f}" for engine in engines))
    print(f"{'disk MiB':<12}" + "".join(f"{results[engine]['disk_bytes'] / 2**20:>32.1f}" for engine in engines))
    # Ratios of times mean little where one engine finds other things than the others: so how much each found stands beside.
    asked = list(queries(folder))
    for row, belongs in ROWS.items():
        found = [sum(total for query, total in zip(asked, results[engine]["totals"]) if belongs(query)) for engine in engines]
        print(f"{row + ' found':<16}" + f"{found[0]:>28}" + "".join(f"{total:>32}" for total in found[1:]))
    for row in ROWS:
        if len({results[engine]["rows"][row]["n"] for engine in engines}) > 1:
            print(f"Not the same number of times in row {row}: " + ", ".join(f"{engine} {results[engine]['rows'][row]['n']}" for engine in engines))
    if "betternet" in results:
        ours = results["betternet"]
        print(", ".join(f"{key} {ours[key]:.3f}" for key in ("bytes_per_record", "suggest_p99_ms") if key in ours))
        print(agreement(folder, engines))


def cell(own, fastest):
    p50, p99 = own["p50_ms"], own["p99_ms"]
    return f"{p50:.3f} / {p99:.2f} (×{p50 / fastest['p50_ms']:.2f} ×{p99 / fastest['p99_ms']:.2f})"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
