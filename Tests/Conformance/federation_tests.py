"""Three sites on this machine that fetch from each other, and a hostile one: federation_tests.py BINARY"""

import contextlib
import hashlib
import http.server
import json
import pathlib
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from checks import check, done

VOCABULARIES = pathlib.Path(__file__).parents[2] / "catalogue" / "vocabularies"
BINARY = str(pathlib.Path(sys.argv[1]).resolve()) if len(sys.argv) > 1 else sys.exit(__doc__)
# Loopback is a private network: nothing is fetched from there unless somebody says so.
PRIVATE = ["--allow-private", "127.0.0.1"]


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def entry(name, title, extra=""):
    texts = lambda text: "{ " + ", ".join(f'{tag}: "{text} ({tag})"' for tag in ("nl", "fr", "de", "en")) + " }"
    return (f"id: {name}\ntitle: {texts(title)}\nsummary: {texts('About ' + title)}\nstatus: active\n{extra}"
            f"sources:\n  - url: https://{name}.example/page\n    says: What it is\n")


class Site:
    """A server with an organisation and things of its own."""

    def __init__(self, folder, name, things):
        self.name, self.folder = name, folder / name
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        catalogue = self.folder / "catalogue"
        for kind in ("organisations", "resources", "vocabularies"):
            (catalogue / kind).mkdir(parents=True)
        for file in VOCABULARIES.glob("*.yaml"):
            # The guides and channels that they lead to are not here.
            leads_on = file.stem in ("intents", "situations")
            (catalogue / "vocabularies" / file.name).write_text("concepts: []\n" if leads_on else file.read_text())
        self.write("organisations", name, f"Club {name}")
        for thing, title in things.items():
            self.write("resources", thing, title, self.belongs)
        self.load()

    @property
    def belongs(self):
        return f"organisations: [{self.name}]\nthemes: [cyberbullying]\n"

    def write(self, kind, name, title, extra=""):
        (self.folder / "catalogue" / kind / f"{name}.yaml").write_text(entry(name, title, extra))

    def load(self, *files):
        paths = [str(self.folder / "catalogue" / file) for file in files] or [str(self.folder / "catalogue")]
        answer = self.run("load", *paths, "--data", self.data)
        check(answer.returncode == 0, f"{self.name} is loaded: {answer.stderr}")

    @property
    def data(self):
        return str(self.folder / "data")

    def run(self, *arguments):
        return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=400)

    def serve(self):
        self.log = open(self.folder / "log", "w")
        self.server = subprocess.Popen(
            [BINARY, "serve", "--data", self.data, "--port", str(self.port), "--url", self.url, "--no-check-links",
             "--no-harvest"], stdout=self.log, stderr=self.log)
        for _ in range(600):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(self.url + "/health", timeout=2)
                return
            time.sleep(0.1)
        sys.exit(f"{self.name} does not start: {(self.folder / 'log').read_text()}")

    def stop(self):
        if getattr(self, "server", None):
            self.server.terminate()
            self.server.wait()

    def source(self, name, address, form, *more):
        answer = self.run("harvest", "add", name, address, "--format", form, "--url", self.url, "--data", self.data, *more)
        check(answer.returncode == 0, f"{self.name} takes the source {name}: {answer.stderr}")

    def harvest(self, name, *more):
        return self.run("harvest", name, "--url", self.url, "--data", self.data, *PRIVATE, *more)

    def database(self):
        return sqlite3.connect(self.data + "/betternet.sqlite")

    def records(self):
        """What is published, by id, also what is withdrawn."""
        with contextlib.closing(self.database()) as database:
            rows = database.execute(
                "SELECT content FROM publication JOIN revision ON number = revision"
                " WHERE publication.entryKind = 'record'").fetchall()
        return {record["id"]: record for record in (json.loads(content) for content, in rows)}

    def edit(self, name, change):
        """What somebody at this site edits."""
        record = self.records()[name]
        change(record)
        fields = ("record", name, json.dumps(record, sort_keys=True), "Anna", "2026-11-27T12:00:00Z", "")
        with contextlib.closing(self.database()) as database, database:
            number = database.execute(
                "INSERT INTO revision (entryKind, entryID, content, author, madeAt, why, digest) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*fields, digest(fields))).lastrowid
            database.execute(
                "UPDATE publication SET revision = ? WHERE entryKind = 'record' AND entryID = ?", (number, name))

    def drafts(self):
        with contextlib.closing(self.database()) as database:
            rows = database.execute("SELECT content FROM item WHERE shelf = 'draft'").fetchall()
        return [draft for draft in (json.loads(content) for content, in rows) if draft["state"] == "submitted"]


def digest(fields):
    """What proves a row: the first half of SHA-256 over its fields, each behind its length in bytes (FieldDigest.swift)."""
    parts = [field.encode() for field in fields]
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "little") + part for part in parts)).hexdigest()[:32]


def until_nothing_changes(sites, most=6):
    """Lets every site fetch from all others, round after round; how many rounds changed something."""
    for rounds in range(most):
        changed = 0
        for site in sites:
            for other in sites:
                if other is site:
                    continue
                answer = site.harvest(f"from {other.name}")
                check(answer.returncode == 0 and not answer.stderr,
                      f"{site.name} fetches from {other.name}: {answer.stdout}{answer.stderr}")
                counts = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)", answer.stdout.splitlines()[0].split(": ")[-1])}
                changed += sum(counts.get(word, 0) for word in ("new", "changed", "back", "vanished"))
        if changed == 0:
            return rounds
        # The servers take up what was published.
        time.sleep(3)
    return most


def federation(folder):
    things = {
        "a": {"game-a": "Game of A", "same-name": "Something of A", "book-a": "Book of A"},
        "b": {"game-b": "Game of B", "same-name": "Another thing of B", "book-b": "Book of B"},
        "c": {"game-c": "Game of C", "book-c": "Book of C", "quiz-c": "Quiz of C"},
    }
    sites = [Site(folder, name, list_of_things) for name, list_of_things in things.items()]
    a, b, c = sites
    try:
        for site in sites:
            site.serve()
            for other in sites:
                if other is not site:
                    site.source(f"from {other.name}", other.url, "betternet", "--trusted")
        refused = a.run("harvest", "from b", "--url", a.url, "--data", a.data)
        check(refused.returncode == 1 and "may not be asked" in refused.stderr,
              "nothing is fetched from a private network unless somebody says so")
        trial = a.harvest("from b", "--dry-run")
        check("4 new" in trial.stdout and len(a.records()) == 4, f"a trial changes nothing: {trial.stdout}{trial.stderr}")

        check(until_nothing_changes(sites) < 6, "sites that fetch from each other come to rest")
        for site in sites:
            records = site.records()
            titles = sorted(record["title"]["en"] for record in records.values())
            check(len(records) == 12, f"{site.name} has all that there is: {sorted(records)}")
            check(len(set(titles)) == 12, f"{site.name} has nothing twice: {titles}")
            for record in records.values():
                own = record["title"]["en"].removesuffix(" (en)")[-1].lower()
                home = record.get("home", "")
                at_home = own == site.name
                check(at_home == (not home), f"{site.name} knows where {record['id']} is at home")
                check(at_home or home.startswith(next(s.url for s in sites if s.name == own) + "/records/"),
                      f"{site.name}: {record['id']} keeps its name at home: {home}")
            check(not site.drafts(), f"{site.name}: what is trusted waits for nobody")
        check(all("2" not in record["id"] or record["title"]["en"].startswith(("Something", "Another"))
                  for site in sites for record in site.records().values()), "only a name that was taken is made anew")

        # A local edit stays; the rest goes on following the source.
        def better(record):
            record["title"]["en"] = "Better title of B"
        b.edit("game-a", better)
        a.write("resources", "game-a", "New game of A", a.belongs)
        a.load()
        time.sleep(3)
        check(until_nothing_changes(sites) < 6, "a change and a local edit come to rest")
        mine = b.records()["game-a"]
        check(mine["title"]["en"] == "Better title of B", f"a local edit is not overwritten: {mine['title']}")
        check(mine["title"]["nl"] == "New game of A (nl)" and "New game" in mine["summary"]["en"],
              "what nobody edited follows the source")
        check(c.records()["game-a"]["title"]["nl"] == "New game of A (nl)", "changes travel to all")
        check(a.records()["game-a"]["title"]["en"] == "New game of A (en)", "no edit of a copy comes home by itself")

        # A deletion travels; what is deleted does not come back from a copy.
        a.write("resources", "book-a", "Book of A", a.belongs + "withdrawn: 2026-11-20\n")
        a.load()
        time.sleep(3)
        check(until_nothing_changes(sites) < 6, "a deletion comes to rest")
        for site in sites:
            check("withdrawn" in site.records()["book-a"], f"the deletion travels to {site.name}")
            check(len(site.records()) == 12, f"nothing comes back to {site.name}")

        # A source that nobody trusts goes into review, and is renewed there.
        reviewer = Site(folder, "d", {"game-d": "Game of D"})
        reviewer.source("from a", a.url, "betternet", "--organisation", "d")
        first = reviewer.harvest("from a")
        waiting = reviewer.drafts()
        check(first.returncode == 0 and len(waiting) > 5, f"what is not trusted waits for a review: {first.stdout}{first.stderr}")
        check(len(reviewer.records()) == 2, "nothing of it is published")
        reviewer.harvest("from a")
        check(len(reviewer.drafts()) == len(waiting), "a second run makes no second drafts")
    finally:
        for site in sites:
            site.stop()


# MARK: A hostile source

class Hostile(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    rows = ["one", "two", "three", "four"]

    def log_message(self, *_):
        pass

    def send(self, body, kind="text/xml", status=200, **fields):
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def drip(self, piece, pause):
        """An answer without end."""
        self.send_response(200)
        self.send_header("Content-Type", "application/atom+xml")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(pause)

    def do_GET(self):
        path = self.path.split("?")[0]
        oai = ('<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords><record><header>'
               "<identifier>oai:x:1</identifier><datestamp>2026-01-01</datestamp></header><metadata><oai_dc:dc"
               ' xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
               "<dc:title>A thing</dc:title><dc:description>About it.</dc:description><dc:identifier>https://x.example/1"
               "</dc:identifier></oai_dc:dc></metadata></record><resumptionToken>%s</resumptionToken></ListRecords></OAI-PMH>")
        bomb = ('<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">'
                + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
                + ']><feed xmlns="http://www.w3.org/2005/Atom"><title>&j;</title></feed>')
        match path:
            case "/huge":
                self.drip(b"<!-- " + b"x" * 65_536 + b" -->", 0)
            case "/slow":
                self.drip(b" ", 0.5)
            case "/endless":
                self.send(oai % f"token-{time.monotonic_ns()}")
            case "/circle":
                self.send(oai % "again")
            case "/bomb":
                self.send(bomb)
            case "/outside":
                self.send('<?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                          '<feed xmlns="http://www.w3.org/2005/Atom"><title>&a;</title></feed>')
            case "/encoding":
                self.send(b'<?xml version="1.0" encoding="x-nobody-knows"?><feed>\xff\xfe\x00\xd8</feed>')
            case "/deep":
                self.send("<a>" * 500_000)
            case "/page":
                self.send("<html><p>Not found, but with a smile</p></html>", "text/html")
            case "/packed":
                self.send(b"\x1f\x8b\x08\x00" + b"\x00" * 100, Content_Encoding="gzip")
            case "/private":
                self.send("", status=302, Location="http://169.254.169.254/latest/meta-data/")
            case "/loopback":
                self.send("", status=302, Location="http://127.0.0.2:8999/")
            case "/file":
                self.send("", status=302, Location="file:///etc/passwd")
            case "/round":
                self.send("", status=302, Location="/round")
            case "/busy":
                self.send("", status=503, Retry_After="100000")
            case "/table":
                lines = ["id,title (en),summary (en),sources"]
                lines += [f"thing-{row},Thing {row},About {row},https://x.example/{row}" for row in self.rows]
                self.send("\n".join(lines) + "\n", "text/csv")
            case _:
                self.send("", status=404)


HOSTILE = {
    # Path, format, what the result says, seconds that it may take.
    "huge": ("feed", "larger than allowed", 60), "slow": ("feed", "took too long", 90),
    "endless": ("oai", "does not come to an end", 60), "circle": ("oai", "leads to the same page again", 60),
    "bomb": ("feed", "", 30), "outside": ("feed", "", 30), "encoding": ("feed", "", 30), "deep": ("feed", "", 30),
    "page": ("oai", "", 30), "packed": ("feed", "", 30), "private": ("feed", "may not be asked", 30),
    "loopback": ("feed", "may not be asked", 30), "file": ("feed", "", 30), "round": ("feed", "", 60),
    "busy": ("feed", "left alone", 30), "nothing": ("feed", "no answer", 30),
}


def hostile(folder):
    site = Site(folder, "victim", {"game-v": "Game of V"})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_address[1]}"
    before = site.records()
    for name, (form, words, seconds) in HOSTILE.items():
        site.source(name, f"{home}/{name}", form, "--trusted")
        began = time.monotonic()
        answer = site.harvest(name)
        took = time.monotonic() - began
        # What leads to itself is told as a fault of the list by the reader of the format.
        is_told = name == "circle" or answer.returncode == 1 and "broke off" in answer.stderr
        check(is_told and words in answer.stderr,
              f"{name}: the result says what was wrong: {answer.returncode} {answer.stdout} {answer.stderr}")
        check("root:" not in answer.stdout + answer.stderr, f"{name}: nothing of this machine is told")
        check(took < seconds, f"{name}: it ends in time ({took:.0f} s)")
    after = {name: record for name, record in site.records().items() if name in before}
    check(after == before, "whatever a hostile source does, nothing that was here changes")
    listed = site.run("harvest", "list", "--data", site.data).stdout
    check(listed.count("broke off") == len(HOSTILE) - 1, f"every source shows its last result: {listed}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    check(peak < 1_500, f"no source takes our memory ({peak:.0f} MB)")

    # A source that loses most of its list loses nothing here.
    site.source("table", f"{home}/table", "csv", "--trusted", "--organisation", "victim", "--language", "en")
    answer = site.harvest("table")
    check("4 new" in answer.stdout, f"a list is taken over: {answer.stdout}{answer.stderr}")
    Hostile.rows = ["one"]
    answer = site.harvest("table")
    check("3 held" in answer.stdout and "nothing was withdrawn" in answer.stderr,
          f"when most of it vanishes, nothing is withdrawn and somebody is told: {answer.stdout}{answer.stderr}")
    Hostile.rows = ["one", "two", "three"]
    answer = site.harvest("table")
    check("1 vanished" in answer.stdout, f"what really vanished is withdrawn: {answer.stdout}{answer.stderr}")
    gone = [name for name, record in site.records().items() if "withdrawn" in record]
    check(gone == ["thing-four"], f"and nothing else: {gone}")
    server.shutdown()


def main():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="federation-"))
    try:
        federation(folder)
        hostile(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    done()


main()
