#!/usr/bin/env python3
"""Computes the landscape's tables with SQL in SQLite and with pandas, out of the tables that landscapebench wrote.

Usage: peers.py FOLDER [--repeat N]

The tables: for every two of the eight axes, how many offers stand directly, by inheritance and in part in each cell and
how many are in each language; and for every unit of need its offers, supply and score, ranked. Everything that is
counted must be what ours came to, or the script stops. Records are loaded and indexed before the clock runs; the best
of N runs counts. What is left out for the peers: totals of rows and columns, and the 200 weightings that try the rank.
"""
import argparse
import gc
import json
import pathlib
import sys
import time

import peer_pandas
import peer_sqlite

OUR_PARTS = ("census", "all pairs of axes", "gap table", "gaps, ranked 201 times")
# Sums are taken in another order.
TOLERANCE = 1e-9


def best_of(repeat, peer):
    """The least that each part took in milliseconds, and the answers."""
    times = {}
    for _ in range(repeat):
        gc.collect()
        answers, lap = {}, {}
        for part, work in peer.parts():
            began = time.perf_counter()
            answers[part] = work()
            lap[part] = (time.perf_counter() - began) * 1000
        lap["together"] = sum(lap.values())
        times = {part: min(took, times.get(part, took)) for part, took in lap.items()}
    return times, answers


def check_tables(name, ours, theirs):
    """Cells: {(row, column): [direct, inherited, in part, nl, fr, de, en]}, those without any left out."""
    for table in ours:
        axes = (table["rows"], table["columns"])
        found, cells, width = theirs[axes], table["cells"], table["width"]
        for start in range(0, len(cells), 7):
            cell, wanted = divmod(start // 7, width), cells[start : start + 7]
            if list(found.get(cell, [0] * 7)) != wanted:
                sys.exit(f"{name} comes to something else: {axes}, cell {cell}: {found.get(cell)}, ours {wanted}")


def check_units(name, ours, theirs):
    """Units, the worst first: (theme, audience, area, offers, verified, free, offline, supply, score)."""
    found = {unit[:3]: unit[3:] for unit in theirs}
    if len(theirs) != len(ours) or len(found) != len(ours):
        sys.exit(f"{name} comes to {len(theirs)} units, ours to {len(ours)}")
    for unit, ranked in zip(ours, theirs):
        offers, supply, score = found[tuple(unit["numbers"])][:4], *found[tuple(unit["numbers"])][4:]
        if list(offers) != unit["offers"] or abs(supply - unit["supply"]) > TOLERANCE * max(1, supply) or abs(score - unit["score"]) > TOLERANCE:
            sys.exit(f"{name} comes to something else: unit {unit['numbers']}: {offers}, {supply}, {score}, ours {unit}")
        # Those alike may change places.
        if abs(ranked[-1] - unit["score"]) > TOLERANCE:
            sys.exit(f"{name} ranks otherwise: {ranked}, ours {unit}")


def main(folder, repeat):
    ours = json.loads((folder / "betternet.json").read_text())
    took = sum(ours["best"][part] for part in OUR_PARTS)
    print("| the same tables | counting places | pairs of axes | gaps | together, ms | times ours |\n|---|---|---|---|---|---|")
    best = ours["best"]
    print(f"| ours | {best['census']:.0f} | {best['all pairs of axes']:.0f} | {best['gap table'] + best['gaps, ranked 201 times']:.0f} | {took:.0f} | 1 |")
    for module in (peer_sqlite, peer_pandas):
        peer = module.Peer(folder)
        times, answers = best_of(repeat, peer)
        check_tables(module.NAME, ours["tables"], answers["pairs"])
        check_units(module.NAME, ours["units"], answers["gaps"])
        print(f"| {module.NAME} | {times['places']:.0f} | {times['pairs']:.0f} | {times['gaps']:.0f} | {times['together']:.0f} | **{times['together'] / took:.1f}** |")
    print("All counts are the same.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--repeat", type=int, default=3)
    asked = parser.parse_args()
    main(asked.folder, asked.repeat)
