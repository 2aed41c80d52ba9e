"""Other people's documents and servers: bombs in files that are imported, and addresses that lead into our own network."""

import concurrent.futures
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import threading

LIMIT = 30  # seconds for one document, with a program that was not made fast
MEMORY = 1_200  # MB for one document

LAUGHS = '<!DOCTYPE a [<!ENTITY b "' + "ha" * 50 + '">' + "".join(
    f'<!ENTITY {chr(99 + n)} "{("&" + chr(98 + n) + ";") * 10}">' for n in range(9)) + "]><OAI-PMH>&k;</OAI-PMH>"


def bombs():
    """By name: format, bytes."""
    yield "a billion laughs", "oai", LAUGHS.encode()
    yield "a billion laughs in UTF-16", "oai", ('<?xml version="1.0" encoding="UTF-16"?>' + LAUGHS).encode("utf-16")
    yield "a file of this machine", "feed", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>&b;</title></entry></feed>'
    yield "a file, by parameter", "oai", b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:1/x.dtd">%b;]><OAI-PMH/>'
    yield "an inclusion", "feed", b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/2001/XInclude"><entry><id>1</id><title><x:include href="/etc/passwd" parse="text"/></title></entry></feed>'
    yield "an endless depth", "oai", b"<a>" * 200_000
    yield "a thousand attributes", "feed", b"<feed " + b" ".join(b'a%d="b"' % n for n in range(20_000)) + b"/>"
    yield "a million elements", "feed", b"<feed>" + b"<a/>" * 1_000_000 + b"</feed>"
    yield "JSON, very deep", "hsds", b"[" * 400_000
    yield "JSON, wide", "hsds", b'{"contents":[' + b"{}," * 300_000 + b"{}]}"
    yield "JSON with a number", "betternet", b'{"records":[{"id":' + b"9" * 500_000 + b"}]}"
    yield "markup in JSON-LD", "jsonld", b"<script type='application/ld+json'>" * 40_000
    yield "a graph that bites its tail", "jsonld", b'{"@context":"https://schema.org","@graph":[' + b",".join(b'{"@id":"#%d","@type":"Course","publisher":{"@id":"#%d"}}' % (n, (n + 1) % 3_000) for n in range(3_000)) + b"]}"
    yield "a calendar without end", "icalendar", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:x\r\nDTSTART:20260101\r\nRRULE:FREQ=SECONDLY;COUNT=2147483647\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    yield "a folded line without end", "icalendar", b"BEGIN:VCALENDAR\r\nSUMMARY:a" + b"\r\n a" * 500_000
    yield "a table with one row", "csv", b"id;title nl\n;" + b"a" * 4_000_000
    yield "a table of quotes", "csv", b"id;title nl\n;" + b'"' * 999_999
    yield "a table of nothing", "csv", b"a;b\n" + b";\n" * 1_000_000


def small_shop(program, catalogue, folder):
    """A data folder that opens soon: the handful of entries of the crash tests, and an editor."""
    shop = pathlib.Path(folder) / "small"
    shutil.copytree(pathlib.Path(catalogue) / "vocabularies", shop / "vocabularies")
    shutil.copytree(pathlib.Path(__file__).parent.parent / "Crash" / "small", shop, dirs_exist_ok=True)
    data = str(pathlib.Path(folder) / "small-data")
    subprocess.run([program, "load", str(shop), "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([program, "account", "add", "editor@example.be", "--name", "Attacker", "--role", "editor", "--organisation", "mediawijs", "--data", data],
                   check=True, stdout=subprocess.DEVNULL)
    return data


def check_bombs(program, data, folder, checks):
    def drop(bomb):
        """Words, status and the peak of its memory in MB; None where it takes too long."""
        place, (name, format, bytes_) = bomb
        file = pathlib.Path(folder) / f"bomb-{place}.{format}"
        file.write_bytes(bytes_)
        options = ["--organisation", "mediawijs", "--by", "editor@example.be"] if format == "csv" else []
        process = subprocess.Popen([program, "import", str(file), "--format", format, "--dry-run", "--data", data, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        timer = threading.Timer(LIMIT, process.kill)
        timer.start()
        words = process.stdout.read().decode("utf-8", "replace")
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        file.unlink()
        return name, words, os.waitstatus_to_exitcode(status), used.ru_maxrss >> 10

    count = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, words, status, peak in pool.map(drop, enumerate(bombs())):
            checks.expect(status in (0, 1, 64, 65), f"{name}: status {status}: {words[-200:]}")
            checks.expect("root:" not in words, f"{name}: a file of this machine comes out")
            checks.expect(peak < MEMORY, f"{name}: {peak} MB")
            count += 1
    for name, text in {"yaml of references": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join('*' + chr(97 + n) for _ in range(9))}]\n" for n in range(9)),
                       "yaml, very deep": "[" * 100_000, "yaml of one line": "a: " + "x" * 3_000_000}.items():
        catalogue = pathlib.Path(folder) / "catalogue"
        (catalogue / "vocabularies").mkdir(parents=True, exist_ok=True)
        (catalogue / "resources").mkdir(exist_ok=True)
        (catalogue / "resources" / "bomb.yaml").write_text(text)
        try:
            done = subprocess.run([program, "check", str(catalogue)], capture_output=True, timeout=LIMIT)
            checks.expect(done.returncode == 65, f"{name}: status {done.returncode}: {done.stderr[-200:]}")
        except subprocess.TimeoutExpired:
            checks.expect(False, f"{name}: not done after {LIMIT} s")
        count += 1
    print(f"sources: {count} bombs", flush=True)


class Trap(http.server.BaseHTTPRequestHandler):
    asked = []

    def do_GET(self):
        Trap.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps({"records": []}).encode())

    def log_message(self, *_):
        pass


def check_own_network(program, data, checks):
    """No address makes the program ask this machine or its network, however it is written."""
    trap = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Trap)
    threading.Thread(target=trap.serve_forever, daemon=True).start()
    port = trap.server_address[1]
    hosts = ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "[::]",
             "127.0.0.1.", "localhost.", "LOCALHOST", "user@127.0.0.1", "127.0.0.1%00.example", "①②⑦.⓪.⓪.①", "[::127.0.0.1]", "[64:ff9b::7f00:1]"]
    places = [f"http://{host}:{port}/secret" for host in hosts] + [
        "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/", "file:///etc/passwd", "gopher://127.0.0.1:25/", "ftp://127.0.0.1/", "http://10.0.0.1/", "http://[fe80::1]/"]
    def ask(place):
        try:
            return subprocess.run([program, "import", place, "--format", "betternet", "--dry-run", "--data", data], capture_output=True, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return None

    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        for place, done in zip(places, pool.map(ask, places)):
            checks.expect(done is not None, f"{place}: not done after {LIMIT} s")
            if done:
                checks.expect(done.returncode != 0, f"{place} was fetched")
                checks.expect(b"root:" not in done.stdout + done.stderr, f"{place} comes out")
    checks.expect(not Trap.asked, f"asked here: {Trap.asked}")
    # The trap works: whoever is let in reaches it.
    done = subprocess.run([program, "import", f"http://127.0.0.1:{port}/let-in", "--format", "betternet", "--dry-run", "--data", data, "--allow-private", "127.0.0.1"], capture_output=True, timeout=LIMIT)
    checks.expect(Trap.asked, f"the trap was not reached by who is let in: {done.stderr[-200:]}")
    print(f"sources: {len(places)} addresses of our own network", flush=True)
    trap.shutdown()
