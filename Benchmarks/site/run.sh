#!/usr/bin/env bash
# The site beside nginx with the same pages as files, Datasette and a Wagtail site with the same records, in one run: each server
# on core 0 in turn, the client on core 1.
# Usage: Benchmarks/site/run.sh [RECORDS [SECONDS]]   Needs wrk, nginx, python3-venv and a release build.
set -euo pipefail
cd "$(dirname "$0")"
records=${1:-10000}
seconds=${2:-4}
program="$(cd ../.. && swift build -c release --show-bin-path)/betternet"
[ -x "$program" ] || { echo "There is no release build: swift build -c release --product betternet" >&2; exit 1; }
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check 'datasette==0.65.*' 'wagtail==8.0.*' 'gunicorn==27.*'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 ../synthetic.py ../../catalogue "$work/catalogue" "$records"
"$program" load "$work/catalogue" --data "$work/data" >/dev/null
"$program" export --data "$work/data" --format jsonl --output "$work/records.jsonl" >/dev/null
python3 ../opendata/table.py "$work/records.jsonl" "$work/records.db"
python3 words.py "$work/records.jsonl" "$work/records.db"
PORTAL="$work" PYTHONPATH=. .venv/bin/python -m portal.fill "$work/records.jsonl" >"$work/pages.json"
PORTAL="$work" python3 compare.py "$program" "$work" "$seconds"
