#!/usr/bin/env bash
# A newcomer's first impression: time and CPU of ./run (until the shop is open) and of ./test on a fresh clone.
# Usage: Benchmarks/cold.sh   Takes up to half an hour on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet . "$work/clone"
cd "$work/clone"

TIMEFORMAT='  %R s, CPU %U + %S s'
echo "./run, from a fresh clone to the open shop:"
time {
    setsid ./run --port 18084 --data "$work/data" >"$work/run.log" 2>&1 &
    until grep -q 'is open' "$work/run.log"; do
        kill -0 $! 2>/dev/null || { cat "$work/run.log"; exit 1; }
        sleep 1
    done
    kill -INT "$(pgrep -f "serve --fill catalogue --port 18084")"
    wait $! || true
}
echo "./run, the second time:"
time {
    setsid ./run --port 18084 --data "$work/data" >"$work/run2.log" 2>&1 &
    until grep -q 'is open' "$work/run2.log"; do sleep 0.2; done
    kill -INT "$(pgrep -f "serve --fill catalogue --port 18084")"
    wait $! || true
}
echo "./test, with a build of its own (debug):"
time ./test >"$work/test.log" 2>&1 || { tail -40 "$work/test.log"; exit 1; }
tail -5 "$work/test.log"
