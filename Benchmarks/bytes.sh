#!/usr/bin/env bash
# Bytes over the wire of a first visit: HTML, CSS, icons and script, as a browser gets them. At most 14336 is wanted.
# Usage: Benchmarks/bytes.sh   Needs a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
program="$(swift build -c release --show-bin-path)/betternet"
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
"$program" serve --data "$work/data" --fill catalogue --port 18083 >"$work/log" 2>&1 &
until grep -q 'is open' "$work/log"; do sleep 0.2; done
site=http://127.0.0.1:18083

size() { curl -s -H "Accept-Encoding: $1" -o /dev/null -w '%{size_download}' "$site$2"; }

echo "| page | Brotli | gzip |"
echo "|---|---|---|"
for page in / channels/child-focus-116000 organisations/child-focus help themes/cyberbullying search?q=sexting; do
    row="| /xx/${page#/} (most of four languages) |"
    for coding in br gzip; do
        most=0
        for language in nl fr de en; do
            address="/$language/${page#/}"
            total=$(size "$coding" "$address")
            for asset in $(curl -s "$site$address" | grep -oE '/assets/[a-z0-9.]+' | sort -u); do
                total=$((total + $(size "$coding" "$asset")))
            done
            [ "$total" -gt "$most" ] && most=$total
        done
        row+=" $most |"
    done
    echo "$row"
done
