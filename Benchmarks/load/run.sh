#!/usr/bin/env bash
# What happens when far more is asked than can be done: answers a second that are kept up, how long help takes, memory.
# Usage: Benchmarks/load/run.sh [SECONDS]   Needs wrk and python3 (apt-get install wrk) and a release build, or its path in BETTERNET.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-10}
program="${BETTERNET:-$(swift build -c release --show-bin-path)/betternet}"
work=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
port=18090
site=http://127.0.0.1:$port
ulimit -n 20000

cat >"$work/new.lua" <<'LUA'
-- Every request asks for something that nobody has asked before.
local words = { "school", "sexting", "privacy", "gamen", "ouders", "desinformatie", "chat", "pesten", "les", "jeugd" }
local n = 0
local id = 0
setup = function(thread) thread:set("id", id); id = id + 1 end
init = function() math.randomseed(os.time() + id * 7919); n = math.random(1, 1000000000) end
request = function()
  n = n + 1
  local q = words[n % 10 + 1] .. "+" .. words[math.floor(n / 10) % 10 + 1] .. "&age=" .. (n % 18)
  return wrk.format("GET", "/nl/search?q=" .. q .. "&x=" .. n)
end
LUA

figure() { curl -s "$site/metrics" | awk -v name="$1" '$1 ~ name { sum += $2 } END { printf "%.0f", sum }'; }
rate() { awk -v from="$1" -v to="$2" -v seconds="$took" 'BEGIN { printf "%.0f", (to - from) / seconds }'; }

echo "| connections | searches answered/s | turned away/s | help: asked, failed | help p50 ms | help p99 ms | sent: asked, failed | sent p99 ms | memory, MiB |"
echo "|---|---|---|---|---|---|---|---|---|"
for connections in 0 8 64 512 2048 6000; do
    rm -rf "$work/data"
    taskset -c 0 "$program" serve --data "$work/data" --fill catalogue --port $port --max-connections-per-source 10000 >"$work/log" 2>&1 &
    server=$!
    until grep -q 'is open' "$work/log"; do sleep 0.2; done
    if [ "$connections" -gt 0 ]; then
        taskset -c 1 wrk -t1 -c"$connections" -d"$((seconds + 3))s" --timeout 30s -s "$work/new.lua" "$site/nl/search" >"$work/wrk" 2>&1 &
        crowd=$!
        sleep 2
    fi
    good=$(figure 'kind="search",status="2xx"'); bad=$(figure 'shed_total.room="reading"')
    begin=$(date +%s.%N)
    probes=$(python3 Benchmarks/load/probe.py "$port" "$seconds")
    took=$(awk -v begin="$begin" -v end="$(date +%s.%N)" 'BEGIN { print end - begin }')
    good=$(rate "$good" "$(figure 'kind="search",status="2xx"')"); bad=$(rate "$bad" "$(figure 'shed_total.room="reading"')")
    memory=$(awk '/VmHWM/ { printf "%.0f", $2 / 1024 }' "/proc/$server/status")
    echo "| $connections | $good | $bad | $probes | $memory |"
    [ "$connections" -gt 0 ] && { wait "$crowd" || true; }
    kill "$server"; wait "$server" || true
done
