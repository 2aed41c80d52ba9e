#!/usr/bin/env bash
# Our search beside Tantivy, Xapian, SQLite FTS5 and PostgreSQL on the same synthetic records, on one core.
# Usage: Benchmarks/search/run.sh RECORDS [REPEAT]   Needs what setup.sh names, and a release build for our own row.
set -euo pipefail
cd "$(dirname "$0")"
records=${1:?how many records}
repeat=${2:-3}
ours=../../.build/release/searchbench
[ -x .venv/bin/python ] || ./setup.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

.venv/bin/python corpus.py --records "$records" --seed 1 --out "$work"
echo "$records records, $(stat -c %s "$work/records.tsv") bytes"
echo
if [ -x "$ours" ]; then
    echo "Every word held on to, as the peers are asked:"
    taskset -c 0 "$ours" --corpus "$work" --repeats "$repeat" --plain
    cp "$work/results-betternet.json" "$work/results-betternet-plain.json"
    echo
    echo "As readers search:"
    taskset -c 0 "$ours" --corpus "$work" --repeats "$repeat"
else
    echo "betternet is left out: there is no .build/release/searchbench (swift build -c release --product searchbench)"
fi
echo
.venv/bin/python peers.py --corpus "$work" --repeat "$repeat"
echo
.venv/bin/python table.py "$work"
