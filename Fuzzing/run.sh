#!/usr/bin/env bash
# Fuzzes every reader of outside input: Fuzzing/run.sh [SECONDS each] [TARGET…]. What fails is kept in Fuzzing/Found.
# The committed corpora are only read; what the fuzzer finds on its way is kept in .build-fuzzing beside the program.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-10}
[ $# -eq 0 ] || shift
build=../.build-fuzzing

swift build --scratch-path "$build" -c release --sanitize fuzzer -Xswiftc -enable-testing --product Fuzz
program=$(swift build --scratch-path "$build" -c release --sanitize fuzzer --show-bin-path)/Fuzz
mkdir -p Found

failed=0
while read -r name dictionary longest; do
    if [ $# -gt 0 ]; then case " $* " in *" $name "*) ;; *) continue ;; esac; fi
    mkdir -p "$build/corpora/$name"
    options=(-max_total_time="$seconds" -max_len="$longest" -timeout=5 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="Found/$name-")
    [ "$dictionary" = - ] || options+=(-dict="Dictionaries/$dictionary.dict")
    log="$build/$name.log"
    # A crash is for libFuzzer, which keeps its input.
    if SWIFT_BACKTRACE=enable=no FUZZ_TARGET="$name" "$program" "${options[@]}" "$build/corpora/$name" "Corpora/$name" >"$log" 2>&1; then
        runs=$(grep -oE 'number_of_executed_units: [0-9]+' "$log" | grep -oE '[0-9]+$')
        printf '%-16s %10s runs, nothing found\n' "$name" "$runs"
    else
        failed=$((failed + 1))
        printf '%-16s FAILED: see %s and Fuzzing/Found\n' "$name" "$log"
        grep -m 3 -E 'Fatal error|ERROR|Test unit written' "$log" || true
    fi
done < <(FUZZ_TARGET=list "$program" -runs=1 2>/dev/null | grep -E '^[a-z-]+ [a-z-]+ [0-9]+$')
exit $((failed > 0))
