#!/usr/bin/env bash
# Runs the unit tests with a sanitizer: tools/sanitize.sh address|thread [FILTER]. The first time it builds everything anew
# (its own folder, so that the ordinary build stays as it is): count on half an hour with two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:-}
case $kind in
    address | thread) ;;
    *) echo "usage: tools/sanitize.sh address|thread [FILTER]" >&2; exit 64 ;;
esac
# What measures time, waits for answers over the network with a limit, or walks over the whole site: a sanitizer makes it 5 to 20
# times slower.
slow='OutboundTests|ResponseTimesTests|PictureScaleTests|PageTests|theDoorForChildrenHasNoDeadEnds'
# C for speed, as in ./test: keys are derived from passwords many times.
options=(--scratch-path ".build-$kind" --sanitize "$kind" -Xcc -O2)

swift build --build-tests "${options[@]}"
# Leaks are not looked for: Foundation and the runtime keep what they make once. Swift's own printer of crashes would hide
# where it happened.
export SWIFT_BACKTRACE=enable=no
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1:strict_string_checks=1:abort_on_error=1
# The Swift runtime, Dispatch and Foundation come without instrumentation: what they do among themselves is not looked at.
export TSAN_OPTIONS=ignore_noninstrumented_modules=1:halt_on_error=0:second_deadlock_stack=1:suppressions=$PWD/tools/thread-sanitizer.txt
if [ $# -gt 1 ]; then
    swift test --skip-build "${options[@]}" --no-parallel --filter "$2"
else
    swift test --skip-build "${options[@]}" --no-parallel --skip "$slow"
fi
