#!/usr/bin/env bash
# The landscape of a synthetic catalogue, and the same tables by SQL in SQLite and by pandas, one after another on one core.
# Usage: Benchmarks/landscape/run.sh RECORDS [REPEAT]
# Needs a release build (swift build -c release --product landscapebench) and python3-venv.
set -euo pipefail
cd "$(dirname "$0")"
records=${1:?how many records}
repeat=${2:-5}
ours=../../.build/release/landscapebench
[ -x "$ours" ] || { echo "There is no .build/release/landscapebench: swift build -c release --product landscapebench" >&2; exit 1; }
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check 'pandas==3.*'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

taskset -c 1 "$ours" --catalogue ../../catalogue --records "$records" --repeats "$repeat" --out "$work"
echo
taskset -c 1 .venv/bin/python -B peers.py "$work" --repeat "$repeat"
