#!/usr/bin/env bash
# Bytes over the wire, packed as browsers ask for them: a first visit (HTML, CSS, icons: at most 14336 wanted), what script adds
# to it, and a later page (HTML alone: at most 8192). Usage: Benchmarks/bytes.sh   Needs a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
program="$(swift build -c release --show-bin-path)/betternet"
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
"$program" serve --data "$work/data" --fill catalogue --port 18083 >"$work/log" 2>&1 &
until grep -q 'is open' "$work/log"; do sleep 0.2; done
site=http://127.0.0.1:18083

size() { curl -s -H "Accept-Encoding: $1" -o /dev/null -w '%{size_download}' "$site$2"; }

echo "| page, most of eight editions | first visit, Brotli | gzip | with script, Brotli | later page, Brotli | gzip |"
echo "|---|---|---|---|---|---|"
for page in / help help/sextortion/teenager help/bullied-online/parent channels/child-focus-116000 organisations/child-focus \
    themes/cyberbullying search?q=sexting routes/first-smartphone audiences/teachers territories/flanders news plan kids report accessibility; do
    row="| /xx/${page#/} |"
    for coding in br gzip; do
        most=0 scripted=0 alone=0
        for language in nl fr de en nl-simple fr-simple de-simple en-simple; do
            address="/$language/${page#/}"
            html=$(size "$coding" "$address")
            first=$html
            all=$html
            for asset in $(curl -s "$site$address" | grep -oE '/assets/[a-z0-9.-]+' | sort -u); do
                bytes=$(size "$coding" "$asset")
                all=$((all + bytes))
                [[ $asset == *.js ]] || first=$((first + bytes))
            done
            [ "$html" -gt "$alone" ] && alone=$html
            [ "$first" -gt "$most" ] && most=$first
            [ "$all" -gt "$scripted" ] && scripted=$all
        done
        if [ "$coding" = br ]; then row+=" $most |" brotli="$scripted | $alone"; else row+=" $most | $brotli | $alone |"; fi
    done
    echo "$row"
done
echo
for edition in nl fr de en nl-simple fr-simple de-simple en-simple; do
    echo "$edition: kept in a browser $(size identity "/$edition/offline.pack") bytes, files for a stick $(size identity "/$edition/offline.zip") bytes"
done
