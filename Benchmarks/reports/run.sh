#!/usr/bin/env bash
# Reports: sealing and opening on one core, then 200 a second for a minute, then the same with kill -9 in the middle.
# Usage: Benchmarks/reports/run.sh   Needs a release build: swift build -c release.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(swift build -c release --show-bin-path)
"$program/sealbench"
python3 -B Benchmarks/reports/load.py "$program/betternet" catalogue
python3 -B Benchmarks/reports/load.py "$program/betternet" catalogue --kill
