#!/usr/bin/env bash
# Time from start to the first page, and memory, with the shipped catalogue and with many synthetic records: the first start after
# loading, which builds the index, and a later one, which finds it in a file.
# Usage: Benchmarks/start.sh [COUNT]   Needs a release build and, for 100000 records, some 2 GB of disk in /tmp.
set -euo pipefail
cd "$(dirname "$0")/.."
count=${1:-100000}
program="$(swift build -c release --show-bin-path)/betternet"
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT

measure() { # name data-folder
    local begin end pid
    begin=$(date +%s%N)
    "$program" serve --data "$2" --port 18082 >/dev/null 2>&1 &
    pid=$!
    until curl -s -o /dev/null http://127.0.0.1:18082/nl/; do sleep 0.02; done
    end=$(date +%s%N)
    for page in search?q=school search?theme=sexting\&audience=teachers themes/cyberbullying help; do
        curl -s -o /dev/null -w "   %{time_total} s  /nl/$page\n" "http://127.0.0.1:18082/nl/$page"
    done
    printf '%s: first page after %.2f s, %d MiB resident, %d MiB at most\n' "$1" "$(echo "($end - $begin) / 1000000000" | bc -l)" \
        $(($(awk '/VmRSS/ { print $2 }' "/proc/$pid/status") / 1024)) $(($(awk '/VmHWM/ { print $2 }' "/proc/$pid/status") / 1024))
    # The files for the next start are written once the site is open.
    for _ in $(seq 1200); do [ -s "$2/snapshot-index" ] && break; sleep 0.1; done
    kill "$pid"
    wait "$pid" || true
}

"$program" load catalogue --data "$work/shipped" >/dev/null
measure "shipped catalogue, first start" "$work/shipped"
measure "shipped catalogue" "$work/shipped"
python3 Benchmarks/synthetic.py catalogue "$work/synthetic" "$count"
echo "loading $count synthetic records (validated, one transaction):"
time "$program" load "$work/synthetic" --data "$work/large"
measure "$count synthetic records, first start" "$work/large"
measure "$count synthetic records" "$work/large"
