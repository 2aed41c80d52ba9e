#!/usr/bin/env python3
"""Times other search engines on the corpus that corpus.py makes. One process, one core, one query at a time, warm.

Usage: peers.py --corpus DIR [--engine tantivy|xapian|fts5|postgres|all] [--repeat 3]

Every engine indexes title and summary of the same records and answers every query with the total of matches, the ten
best by its own ranking (a word in the title counts double) and the counts of five facets over all matches. One or
two words must all be there; of three or four words any will do. Each engine is set up as its documentation says for
this use: with positions (so that it could search phrases), without stemming, without the texts themselves.

The clock runs from the text of the query to total, ids and counts in the hands of the engine; turning the counts into
Python values is left out where an engine allows it. What an engine offers against typing errors is used for the
queries that have one, and only for those: an engine that may know which these are is flattered, not wronged.

Prints a line per engine and row, and writes DIR/results-ENGINE.json. See setup.sh for what must be installed.
"""
import argparse
import gc
import importlib
import json
import os
import pathlib
import shutil
import signal
import sys
import time
import zlib

import table
from corpus_files import FACETS, queries, records

ENGINES = ("tantivy", "xapian", "fts5", "postgres")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--engine", choices=(*ENGINES, "all"), default="all")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    os.sched_setaffinity(0, {0})  # servers that are started from here inherit it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that `finally` still cleans up

    print(table.HEAD)
    for engine in ENGINES if options.engine == "all" else [options.engine]:
        results = measure(importlib.import_module(f"peer_{engine}"), options.corpus, options.corpus / f"index-{engine}", options.repeat)
        (options.corpus / f"results-{engine}.json").write_text(json.dumps(results))
        print(table.lines(engine, results), flush=True)
    print(table.agreement(options.corpus, ENGINES))


def measure(peer, corpus, folder, repeat):
    """Builds the index of a peer, asks it every query once to warm up and `repeat` times with the clock on."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        with peer.opened(folder) as engine:
            started = time.monotonic()
            engine.build(records(corpus))
            seconds = time.monotonic() - started
            asked = list(queries(corpus))
            totals, counts = zip(*(answer(engine, query) for query in asked))
            times = [(query, clocked(engine, query)) for _ in range(repeat) for query in asked]
            size = engine.disk_bytes()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    results = {"build_seconds": seconds, "disk_bytes": size, "rows": table.rows(times), "totals": totals}
    return results | {"facets": counts, "corrects": peer.CORRECTS, "load": os.getloadavg()[0], "note": peer.NOTE}


def answer(engine, query):
    """The total and a fingerprint of the facet counts, to compare with what other engines find."""
    total, ids, counts = engine.search(query)
    facets = counts()
    kept = {name: sorted((value, count) for value, count in facets[name].items() if count) for name in FACETS}
    assert len(ids) == min(10, total) and sum(count for _, count in kept["kind"]) == total, query
    return total, zlib.crc32(repr(kept).encode())


def clocked(engine, query):
    """Milliseconds that one query takes."""
    gc.collect(0)
    gc.disable()
    started = time.perf_counter_ns()
    engine.search(query)
    ended = time.perf_counter_ns()
    gc.enable()
    return (ended - started) / 1e6


if __name__ == "__main__":
    main()
