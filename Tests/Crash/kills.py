"""Ends the server hundreds of times in the middle of edits, reports, receipts and suggestions. After each, everything that
was acknowledged until then must be there."""

import http.client
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

from editors import Caller, Editors, invite, suggest
from reporters import Reporter
from servers import Server, prepare

ENTRIES = ("resource-one", "resource-two", "resource-three")


class Acknowledged:
    """What the server said that it has kept."""

    def __init__(self):
        self.receipts = []
        self.added = {}
        self.published = []
        self.begun = set()
        self.sent = {}
        self.suggested = set()

    def count(self):
        return {
            "reports": len(self.receipts), "messages added": sum(self.added.values()),
            "edits published": len(self.published), "drafts begun": len(self.begun), "drafts sent": len(self.sent),
            "suggestions": len(self.suggested)}


class Lane(threading.Thread):
    """One data folder, and a server that is killed again and again."""

    def __init__(self, program, catalogue, folder, name, rounds, end):
        super().__init__()
        self.program, self.rounds, self.end = program, rounds, end
        self.data, self.log = str(folder / name), str(folder / f"{name}.log")
        self.kept, self.faults, self.kills, self.opening = Acknowledged(), [], 0, []
        self.is_up = False
        prepare(program, catalogue, self.data)
        members = {"noor": "child-focus", "bea": "mediawijs"}
        invitations = {name: invite(program, self.data, name, organisation) for name, organisation in members.items()}
        server = Server(program, self.data, self.log, options=["--behind-proxy"])
        self.editors = Editors(server.port, invitations)
        server.stop()

    def run(self):
        try:
            while self.kills < self.rounds and time.monotonic() < self.end:
                self.round()
        except Exception as error:
            self.faults.append(f"{type(error).__name__}: {error}")

    def round(self):
        began = time.monotonic()
        # Now and then it does not even get to open.
        is_early = self.kills % 8 == 7
        server = Server(self.program, self.data, self.log, options=["--behind-proxy"], opens=not is_early)
        if is_early:
            time.sleep(random.uniform(0, 0.6))
            server.kill()
        else:
            self.opening.append(time.monotonic() - began)
            self.is_up = True
            writers = [
                threading.Thread(target=self.write, args=(deed, server.port))
                for deed in (self.report, self.edit, self.talk, self.suggest)]
            for writer in writers:
                writer.start()
            time.sleep(random.uniform(0.02, 0.5))
            self.is_up = False
            server.kill()
            for writer in writers:
                writer.join()
        self.kills += 1
        self.look()

    def write(self, deed, port):
        try:
            deed(port)
        except (OSError, http.client.HTTPException, AttributeError):
            pass  # killed in the middle: nothing was acknowledged

    # What is written

    def report(self, port):
        reporter = Reporter(port)
        while True:
            receipt = reporter.send("Een melding van de test")
            if receipt:
                self.kept.receipts.append(receipt)

    def talk(self, port):
        """Comes back with a receipt, and adds something."""
        reporter = Reporter(port)
        while not self.kept.receipts and self.is_up:
            time.sleep(0.02)
        while self.kept.receipts:
            receipt = random.choice(self.kept.receipts)
            status, page = reporter.come_back(receipt)
            if status != 200:
                self.faults.append(f"the receipt {receipt[0]} does not open its report: {status}")
                return
            form = reporter.hidden(page)
            # The other form of that page withdraws the report.
            form.pop("withdraw", None)
            status, _ = reporter.post(
                "/nl/report/back",
                **(form | {"message": f"Nog iets {random.random()}", "number": receipt[0], "words": receipt[1]}))
            if status == 200:
                self.kept.added[receipt[0]] = self.kept.added.get(receipt[0], 0) + 1

    def edit(self, port):
        """A change of an entry that a program sends, and another member reviews and publishes."""
        program, reviewer = Caller(port), self.editors.reviewer.caller(port)
        while True:
            for draft, title in list(self.waiting.items()):
                if self.editors.publish(reviewer, draft):
                    self.kept.published.append(title)
                self.waiting.pop(draft)
            title = f"uitgave {random.getrandbits(60):x}"
            sent = self.editors.send(program, random.choice(ENTRIES), title, "?submit=true")
            if sent and sent["state"] == "submitted":
                self.waiting[sent["draft"]] = title

    def suggest(self, port):
        caller, member = Caller(port), self.editors.writer.caller(port)
        while True:
            words = f"suggestie {random.getrandbits(60):x}"
            if suggest(caller, random.choice(ENTRIES), words):
                self.kept.suggested.add(words)
            draft = self.editors.begin(member)
            if draft:
                self.kept.begun.add(draft)
            entry, title = f"sent-{random.randrange(40)}", f"titel {random.getrandbits(60):x}"
            # As long as nobody knows whether it took the place of what was there, neither must be there.
            self.kept.sent.pop(entry, None)
            if self.editors.send(caller, entry, title):
                self.kept.sent[entry] = title

    # What must be there

    def look(self):
        """Reads a copy, so that the program itself finds its files as it left them."""
        with tempfile.TemporaryDirectory() as folder:
            for ending in ("", "-wal"):
                path = pathlib.Path(self.data) / ("betternet.sqlite" + ending)
                if path.exists():
                    shutil.copy(path, folder)
            database = sqlite3.connect(pathlib.Path(folder) / "betternet.sqlite")
            try:
                self.compare(database)
            finally:
                database.close()
        if self.kills % 25 == 0:
            self.verify()

    def verify(self):
        said = subprocess.run([self.program, "verify", "--data", self.data], capture_output=True, text=True)
        if said.returncode != 0:
            self.faults.append(f"after kill {self.kills}: {said.stderr[:300]}")

    def compare(self, database):
        def names(query):
            return {row[0] for row in database.execute(query)}

        kept = self.kept
        whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        if whole != "ok" or database.execute("PRAGMA foreign_key_check").fetchall():
            self.faults.append(f"after kill {self.kills}: {whole}")
        messages = dict(database.execute("SELECT number, count(*) FROM reportMessage GROUP BY number"))
        numbers = names("SELECT number FROM report")
        if numbers != set(messages):
            self.miss("a report without its message", numbers ^ set(messages))
        self.miss("reports", {int(r[0].replace(" ", "")) for r in list(kept.receipts)} - numbers)
        self.miss("messages", {n for n, count in kept.added.items() if messages.get(int(n.replace(" ", "")), 0) < count + 1})
        contents = "\n".join(names("SELECT content FROM revision"))
        self.miss("edits", {title for title in self.kept.published if title not in contents})
        # A revision without its line of the trail, or the other way round, is half an edit.
        published = database.execute("SELECT count(*) FROM revision WHERE number > (SELECT count(*) FROM publication)").fetchone()[0]
        noted = database.execute("SELECT count(*) FROM trail WHERE deed = 'published'").fetchone()[0]
        if published != noted:
            self.faults.append(f"after kill {self.kills}: {published} revisions were published, {noted} lines say so")
        self.waiting = {
            draft: json.loads(content)["record"]["title"]["nl"] for draft, content in database.execute(
                "SELECT id, content FROM item WHERE shelf = 'draft' AND content LIKE '%\"state\":\"submitted\"%'")}
        self.miss("drafts", kept.begun - names("SELECT id FROM item WHERE shelf = 'draft'"))
        contents = "\n".join(names("SELECT content FROM item WHERE shelf IN ('draft', 'suggestion')"))
        self.miss("suggestions", {words for words in kept.suggested if words not in contents})
        self.miss("drafts that were sent", {title for title in list(kept.sent.values()) if title not in contents})

    def miss(self, what, lost):
        if lost:
            self.faults.append(f"after kill {self.kills}: {len(lost)} {what} lost, such as {sorted(map(str, lost))[0]}")


def check(program, catalogue, folder, checks, rounds, seconds, lanes=2):
    """`rounds` kills on each of two folders, within so many seconds."""
    end = time.monotonic() + seconds
    all_lanes = [Lane(program, catalogue, folder, f"lane{number}", rounds, end) for number in range(lanes)]
    for lane in all_lanes:
        lane.start()
    for lane in all_lanes:
        lane.join()
    kills = sum(lane.kills for lane in all_lanes)
    total = {}
    for lane in all_lanes:
        lane.verify()
        for fault in lane.faults[:5]:
            checks.expect(False, fault)
        for what, count in lane.kept.count().items():
            total[what] = total.get(what, 0) + count
    checks.expect(kills >= rounds * lanes, f"only {kills} of {rounds * lanes} kills in {seconds} s")
    for what, count in total.items():
        checks.expect(count >= 20, f"only {count} {what} were acknowledged: too few to mean anything")
    openings = sorted(opening for lane in all_lanes for opening in lane.opening)
    said = ", ".join(f"{count} {what}" for what, count in total.items())
    print(f"killed {kills} times; acknowledged and all there: {said}; opened within {openings[len(openings) // 2]:.2f} s (median)", flush=True)
