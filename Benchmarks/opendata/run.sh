#!/usr/bin/env bash
# The open data of a large synthetic catalogue beside Datasette serving the same table, in one run, each server on core 0 in turn.
# Usage: Benchmarks/opendata/run.sh [RECORDS [SECONDS]]   Needs wrk (apt-get install wrk), python3-venv and a release build.
set -euo pipefail
cd "$(dirname "$0")"
records=${1:-100000}
seconds=${2:-5}
program="$(cd ../.. && swift build -c release --show-bin-path)/betternet"
[ -x "$program" ] || { echo "There is no release build: swift build -c release --product betternet" >&2; exit 1; }
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check 'datasette==0.65.*'
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
ours=http://127.0.0.1:18090
theirs=http://127.0.0.1:18091

mkdir "$work/catalogue"
python3 ../synthetic.py ../../catalogue "$work/catalogue" "$records"
"$program" load "$work/catalogue" --data "$work/data" >/dev/null
taskset -c 0 "$program" serve --data "$work/data" --port 18090 >"$work/log" 2>&1 &
our_pid=$!
until grep -q 'is open' "$work/log"; do sleep 0.5; done

curl -s "$ours/api/v1/records?format=ndjson" >"$work/records.jsonl"
python3 table.py "$work/records.jsonl" "$work/records.db"
taskset -c 0 .venv/bin/datasette serve --immutable "$work/records.db" --port 18091 \
    --setting max_csv_mb 0 --setting max_returned_rows 1000 --setting sql_time_limit_ms 60000 >/dev/null 2>&1 &
their_pid=$!
until curl -s -o /dev/null "$theirs/records.json"; do sleep 0.5; done

taskset -c 1 python3 streams.py "$ours" $our_pid "$theirs" $their_pid "$records"

python3 - "$work/records.jsonl" >"$work/ids" <<'PY'
import json, random, sys
ids = [json.loads(line)["id"] for line in open(sys.argv[1])]
random.Random(1).shuffle(ids)
print("\n".join(ids))
PY
script() { # path before the id, path after it
    cat <<LUA
local ids, n = {}, 0
for line in io.lines("$work/ids") do ids[#ids + 1] = line end
request = function()
  n = n % #ids + 1
  return wrk.format("GET", "$1" .. ids[n] .. "$2")
end
LUA
}
script /api/v1/records/ "" >"$work/ours-detail.lua"
script /records/records/ ".json?_shape=objects" >"$work/theirs-detail.lua"
python3 cursors.py "$ours" 300 >"$work/cursors"
cat >"$work/ours-list.lua" <<LUA
local pages, n = {}, 0
for line in io.lines("$work/cursors") do pages[#pages + 1] = line end
request = function() n = n + 1; return wrk.format("GET", pages[n % #pages + 1] .. "&lang=" .. ({"nl", "fr", "de", "en"})[n % 4 + 1]) end
LUA
cat >"$work/theirs-list.lua" <<LUA
local ids, n = {}, 0
for line in io.lines("$work/ids") do ids[#ids + 1] = line end
request = function() n = n % 1200 + 1; return wrk.format("GET", "/records/records.json?_shape=objects&_size=100&_next=" .. ids[n]) end
LUA

rate() { # address, script -> requests a second
    taskset -c 1 wrk -t1 -c"${3:-8}" -d"${seconds}s" -s "$2" "$1" 2>/dev/null | awk '/Requests\/sec/ { print $2 } /Non-2xx/ { print "failed: " $0 > "/dev/stderr" }'
}
echo
echo "| requests | Betternet, req/s | Datasette, req/s | times |"
echo "|---|---|---|---|"
compare() { # name, our script, their script
    a=$(rate "$ours/" "$2")
    b=$(rate "$theirs/" "$3")
    awk -v k="$1" -v a="$a" -v b="$b" 'BEGIN { printf "| %s | %.0f | %.1f | **%.0f** |\n", k, a, b, a / b }'
}
compare "a record, each time another of all" "$work/ours-detail.lua" "$work/theirs-detail.lua"
sed 's/n % #ids/n % 1000/' "$work/ours-detail.lua" >"$work/ours-some.lua"
sed 's/n % #ids/n % 1000/' "$work/theirs-detail.lua" >"$work/theirs-some.lua"
compare "a record, 1,000 of them again and again" "$work/ours-some.lua" "$work/theirs-some.lua"
compare "a list of 100, 1,200 of them again and again" "$work/ours-list.lua" "$work/theirs-list.lua"
