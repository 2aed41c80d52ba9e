#!/usr/bin/env bash
# Reports: sealing and opening on one core, 200 a second for a minute, the same with kill -9 in the middle, and whether the
# time of an answer tells that a report is there.
# Usage: Benchmarks/reports/run.sh   Needs a release build: swift build -c release.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(swift build -c release --show-bin-path)
"$program/sealbench"
python3 -B Benchmarks/reports/load.py "$program/betternet" catalogue
python3 -B Benchmarks/reports/load.py "$program/betternet" catalogue --kill
python3 -B Benchmarks/reports/refusals.py "$program/betternet" catalogue
