"""Asks each server for the same things, with 1, 64 and 1,000 connections: compare.py PROGRAM FOLDER SECONDS

Prints two tables for Benchmarks/README.md. Meant to be started by run.sh, which makes what it needs in FOLDER.
"""

import contextlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import time
import urllib.request

CONNECTIONS = (1, 64, 1000)
# Connections that never wait fill any server, and then every answer takes as long as all the others: how long readers wait is seen
# where each asks ten times a second.
PACED = "home, each ten times a second"
WORDS = "school sexting privacy gamen ouders desinformatie chat pesten les jeugd kinderen veilig internet media online".split()
HERE = pathlib.Path(__file__).parent

# What wrk runs: an address from a list each time, or words that were not asked for before; figures as one line of JSON at the end.
SCRIPT = """
local n, paths, words = %(start)d, {}, {%(words)s}
local function read() for line in io.lines("%(paths)s") do paths[#paths + 1] = line end end
if "%(paths)s" ~= "" then read() end
request = function()
  n = n + 1
  if #paths > 0 then return wrk.format("GET", paths[n %% #paths + 1]) end
  local k = #words
  local text = words[n %% k + 1] .. "+" .. words[math.floor(n / k) %% k + 1] .. "+" .. words[math.floor(n / k / k) %% k + 1]
  return wrk.format("GET", "%(search)s" .. text .. "%(rest)s" .. math.floor(n / k / k / k))
end
%(pace)s
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('FIGURES {"rate": %%f, "p50": %%f, "p99": %%f, "failed": %%d}\\n', summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
end
"""


class Server:
    """A program on core 0, with the addresses of the same things."""

    def __init__(self, name, command, port, ready, paths, environment=None):
        self.name, self.command, self.port, self.ready, self.paths = name, command, port, ready, paths
        self.environment = dict(os.environ) | (environment or {})

    def __enter__(self):
        begin = time.monotonic()
        self.process = subprocess.Popen(
            ["taskset", "-c", "0", *self.command], cwd=HERE, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True)
        while True:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}{self.ready}", timeout=60).read()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - begin > 120:
                    sys.exit(f"{self.name} does not open")
                time.sleep(0.01)
        self.start = time.monotonic() - begin
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            pass
        # Datasette and gunicorn's helpers wait for what nobody will read any more, and keep the port.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def memory(self):
        """MiB that it and its helpers hold that no other program holds too, as Linux reckons it."""
        pids = [str(self.process.pid)]
        for pid in pids:
            pids += pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        kib = 0
        for pid in pids:
            for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kib += int(line.split()[1])
        return kib / 1024


def measure(server, folder, thing, connections, seconds):
    asked = server.paths["home" if thing == PACED else thing]
    script = folder / "ask.lua"
    fixed = asked if isinstance(asked, list) else []
    lines = folder / "paths"
    lines.write_text("\n".join(fixed) + "\n")
    search, rest = asked if isinstance(asked, tuple) else ("", "")
    script.write_text(SCRIPT % {
        "paths": lines if fixed else "", "search": search, "rest": rest, "words": ", ".join(f'"{word}"' for word in WORDS),
        # No two runs ask for the same.
        "start": random.randrange(len(fixed) or 10**6),
        "pace": "delay = function() return math.random(50, 150) end" if thing == PACED else ""})
    # First a second that does not count: nobody's memory is warm yet.
    for length in (1, seconds):
        out = subprocess.run(
            ["taskset", "-c", "1", "wrk", "-t1", f"-c{connections}", f"-d{length}s", "--timeout", "20s", "-s", script,
             f"http://127.0.0.1:{server.port}/"], capture_output=True, text=True, check=True).stdout
    return json.loads(next(line for line in out.splitlines() if line.startswith("FIGURES "))[8:])


def servers(program, folder):
    with open(folder / "records.jsonl", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    random.Random(1).shuffle(records)
    ids = [record["id"] for record in records]
    pages = json.loads((folder / "pages.json").read_text())
    ours = [record["url"].split("/", 3)[3] for record in records]
    data = folder / "data"
    yield Server(
        "Betternet", [program, "serve", "--data", data, "--port", "18130", "--no-check-links", "--no-harvest",
                      "--max-connections-per-source", "4096"], 18130, "/nl/", {
            "home": ["/nl/"], "search, known": ["/nl/search?q=school"], "search, never asked before": ("/nl/search?q=", "&x="),
            "record": ["/" + path for path in ours], "record as JSON": [f"/api/v1/records/{id}" for id in ids]})
    yield Server("nginx, files", ["nginx", "-c", folder / "nginx.conf"], 18131, "/home.html", {
        "home": ["/home.html"], "search, known": ["/search.html"], "record": ["/record.html"], "record as JSON": ["/record.json"]})
    yield Server(
        "Datasette", [HERE / ".venv/bin/datasette", "serve", "--immutable", folder / "records.db", "--port", "18132"], 18132, "/", {
            "home": ["/"], "search, known": ["/records/records?_search=school&_facet=kind&_facet=status"],
            "search, never asked before": ("/records/records?_facet=kind&_facet=status&_search=", "&_x="),
            "record": [f"/records/records/{id}" for id in ids],
            "record as JSON": [f"/records/records/{id}.json?_shape=objects" for id in ids]})
    yield Server(
        "Wagtail", [HERE / ".venv/bin/gunicorn", "-w", "1", "--threads", "4", "-b", "127.0.0.1:18133", "--backlog", "2048", "portal.wsgi"],
        18133, "/", {
            "home": ["/"], "search, known": ["/search/?q=school"], "search, never asked before": ("/search/?q=", "&x="),
            "record": [f"/{id}/" for id in ids], "record as JSON": [f"/api/v2/pages/{pages[id]}/" for id in ids]},
        {"PORTAL": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings"})


def keep_files(server, folder):
    """What nginx sends: the bytes that ours sent."""
    (folder / "www").mkdir(exist_ok=True)
    for name, thing in (("home.html", "home"), ("search.html", "search, known"), ("record.html", "record"), ("record.json", "record as JSON")):
        address = f"http://127.0.0.1:{server.port}{server.paths[thing][0]}"
        (folder / "www" / name).write_bytes(urllib.request.urlopen(address).read())
    (folder / "nginx.conf").write_text(f"""worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{ access_log off; sendfile on; default_type "text/html; charset=utf-8"; keepalive_requests 1000000;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:18131 backlog=2048; root {folder}/www; }} }}
""")
    subprocess.run(["chmod", "-R", "a+rX", folder], check=True)


def main(program, folder, seconds):
    folder = pathlib.Path(folder)
    figures, facts = {}, []
    for server in servers(program, folder):
        starts, memory = [], 0
        # Each thing is asked of a server that was just started: one that still works off what a thousand asked before answers nobody.
        for thing in [*server.paths, PACED]:
            with server:
                starts.append(server.start)
                if server.name == "Betternet" and len(starts) == 1:
                    keep_files(server, folder)
                for connections in CONNECTIONS[-1:] if thing == PACED else CONNECTIONS:
                    figure = measure(server, folder, thing, connections, seconds)
                    figures[thing, connections, server.name] = figure
                    print(f"{server.name}, {thing}, {connections}: {cell(figure)}", file=sys.stderr, flush=True)
                memory = max(memory, server.memory())
        facts.append((server.name, starts[0], memory))
        if server.name == "Betternet":
            # The first start after loading builds what later ones find in files.
            facts.append(("Betternet, started again", min(starts[1:]), memory))
    names = list(dict.fromkeys(name for _, _, name in figures))
    print("| what | connections |" + "".join(f" {name} |" for name in names))
    print("|---|---|" + "---|" * len(names))
    for thing, connections in dict.fromkeys((thing, connections) for thing, connections, _ in figures):
        cells = [cell(figures.get((thing, connections, name))) for name in names]
        print(f"| {thing} | {connections:,} |" + "".join(f" {text} |" for text in cells))
    print("\nRequests a second · p50 / p99 in ms; in brackets how many failed or took more than 20 s.\n")
    print("| | first page after, s | most memory at the end of a run, MiB |\n|---|---|---|")
    for name, start, memory in facts:
        print(f"| {name} | {start:.2f} | {memory:.0f} |")


def cell(figure):
    if figure is None:
        return "–"
    # Nothing was answered, or so little that it rounds to nothing.
    if figure["rate"] < 0.5:
        return "none"
    failed = f" ({figure['failed']})" if figure["failed"] else ""
    return f"{figure['rate']:,.0f} · {figure['p50']:.1f} / {figure['p99']:.1f}{failed}"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
