#!/usr/bin/env bash
# Requests per second beside nginx: the same pages, nginx from files, in one run, pinned to the same core in turn.
# Usage: Benchmarks/http.sh [SECONDS [PAIRS]]   Needs wrk and nginx (apt-get install wrk nginx-light) and a release build.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-5}
pairs=${2:-5}
program="$(swift build -c release --show-bin-path)/betternet"
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$work"' EXIT
ours=http://127.0.0.1:18080
theirs=http://127.0.0.1:18081

taskset -c 0 "$program" serve --data "$work/data" --fill catalogue --port 18080 >"$work/log" 2>&1 &
until grep -q 'is open' "$work/log"; do sleep 0.2; done

pages=(home:/nl/ search:/nl/search?theme=sexting\&audience=teachers record:/nl/channels/child-focus-116000)
mkdir -p "$work/www"
for entry in "${pages[@]}"; do curl -s "$ours${entry#*:}" >"$work/www/${entry%%:*}.html"; done
cat >"$work/nginx.conf" <<CONF
worker_processes 1; daemon off; pid $work/nginx.pid; error_log $work/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; default_type "text/html; charset=utf-8"; keepalive_requests 1000000;
  client_body_temp_path $work/b; proxy_temp_path $work/p; fastcgi_temp_path $work/f; uwsgi_temp_path $work/u; scgi_temp_path $work/s;
  server { listen 127.0.0.1:18081; root $work/www; } }
CONF
chmod -R a+rX "$work"
taskset -c 0 nginx -c "$work/nginx.conf" &
until curl -s -o /dev/null "$theirs/home.html"; do sleep 0.2; done

measure() { # address [lua script] -> "requests-per-second p99-ms"
    taskset -c 1 wrk -t1 -c64 -d"${seconds}s" --latency ${2:+-s "$2"} "$1" 2>/dev/null | awk '
        /Requests\/sec/ { rate = $2 }
        $1 == "99%" { p99 = $2; if (p99 ~ /us$/) p99 = p99 / 1000; else if (p99 ~ /ms$/) p99 += 0; else p99 = p99 * 1000 }
        END { printf "%.0f %.1f\n", rate, p99 }'
}

compare() { # name our-address their-address [lua script]
    for _ in $(seq "$pairs"); do
        a=$(measure "$2" "${4:-}")
        b=$(measure "$3")
        echo "$a $b"
    done | sort -n | awk -v name="$1" '
        { ratio[NR] = $1 / $3; ours[NR] = $1; p[NR] = $2; theirs[NR] = $3; q[NR] = $4 }
        function middle(v,   i, j, t) { for (i = 1; i <= NR; i++) for (j = i + 1; j <= NR; j++) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t } return v[int((NR + 1) / 2)] }
        END { r = middle(ratio); printf "| %s | %.0f | %.1f | %.0f | %.1f | **%.2f** [%.2f–%.2f] |\n", name, middle(ours), middle(p), middle(theirs), middle(q), r, ratio[1], ratio[NR] }'
}

cat >"$work/new.lua" <<'LUA'
-- Every request asks for something that nobody has asked before.
local words = { "school", "sexting", "privacy", "gamen", "ouders", "desinformatie", "chat", "pesten", "les", "jeugd" }
local n = 0
request = function()
  n = n + 1
  local q = words[n % 10 + 1] .. "+" .. words[math.floor(n / 10) % 10 + 1] .. "&age=" .. (n % 18)
  return wrk.format("GET", "/nl/search?q=" .. q .. "&x=" .. n)
end
LUA

echo "| page | ours req/s | ours p99 ms | nginx req/s | nginx p99 ms | ratio, median [least–most] |"
echo "|---|---|---|---|---|---|"
for entry in "${pages[@]}"; do compare "${entry%%:*}" "$ours${entry#*:}" "$theirs/${entry%%:*}.html"; done
compare "search never asked before" "$ours/nl/search" "$theirs/search.html" "$work/new.lua"
