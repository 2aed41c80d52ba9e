"""Two nodes behind nginx on one database with a standby: what readers and editors notice when any of it fails.

Usage: nodes_tests.py BETTERNET CATALOGUE    (as root: every node has a network of its own)
"""

import email
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

from machines import Database, Nginx, Node, free_port, run, wait_for
from people import PAUSED, Editor, Reader, Reporter, Suggester, Unanswered, Visitor, Writing

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks

ENTRY, PAGE = "affiche-reageren-sociale-media", "/nl/resources/affiche-reageren-sociale-media"
# What the test itself publishes, so that it never meets the two who write all the time.
OWN_ENTRY, OWN_PAGE = "feitencheckers", "/nl/resources/feitencheckers"
MARKER = "proef%012x" % random.getrandbits(48)
PASSPHRASE = "een lange wachtzin voor de test"
# Seconds after which something counts as never.
NEVER = 60


class Town:
    def __init__(self, folder, program, catalogue):
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        self.program, self.port = program, port
        self.nodes = [Node(number, folder, program, url) for number in (1, 2)]
        self.open = list(self.nodes)
        self.database = Database(folder, [node.back_host for node in self.nodes])
        self.open.insert(0, self.database)
        address = ("--data", str(folder / "commands"), "--database", self.database.address)
        run(program, "load", catalogue, *address)
        run(program, "inbox", "add", "child-focus", "--theme", "cyberbullying", "--language", "nl", "--handler", "Anna",
            *address, input=PASSPHRASE)
        self.invitations = {}
        for email, name, organisation in (("anna@example.be", "Anna", "mediawijs"), ("bert@example.be", "Bert", "child-focus")):
            said = run(program, "account", "add", email, "--name", name, "--url", url, "--role", "editor",
                       "--organisation", organisation, *address)
            self.invitations[email] = re.search(r"https?://[^/\s]+(/\S+/invitation/\S+)", said).group(1)
        for node in self.nodes:
            node.start(self.database.ports)
        self.nginx = Nginx(folder, self.nodes, port)
        self.open.append(self.nginx)
        wait_for(lambda: self.answers("/health/ready"), 20, "nginx opens")
        self.anna, self.bert = self.pair("127.0.0.1", port)

    def answers(self, path):
        try:
            return Visitor("127.0.0.1", self.port).get(path)[0] == 200
        except Unanswered:
            return False

    def pair(self, host, port):
        """The two editors, signed in; elsewhere with the same cookies."""
        editors = []
        for email, invitation in self.invitations.items():
            editor = Editor(host, port)
            editor.arrive(invitation, email)
            editors.append(editor)
        return editors

    def at(self, node):
        """The two editors, as if nginx had sent them to this node."""
        pair = []
        for editor in (self.anna, self.bert):
            other = Editor(node.front, 8080)
            other.cookies = dict(editor.cookies)
            pair.append(other)
        return pair

    def publish(self, text, anna, bert):
        bert.publish(anna.write(OWN_ENTRY, text))

    def close(self):
        for machine in reversed(self.open):
            machine.close()


def check_news(town, checks, name):
    """What is published on one node is read on all."""
    took = []
    for place, node in enumerate(town.nodes):
        text = f"Nieuws {MARKER}-{name}-{place}."
        town.publish(text, *town.at(node))
        took.append(max(wait_for(lambda: other.shows(OWN_PAGE, text), NEVER, f"{name}: news") for other in town.nodes))
    checks.expect(True, name)
    print(f"{name}: read on all nodes after {', '.join(f'{seconds:.2f}' for seconds in took)} s", flush=True)


def check_killed_node(town, checks):
    town.nodes[1].kill()
    time.sleep(3)
    text = f"Zonder de tweede {MARKER}."
    town.publish(text, *town.at(town.nodes[0]))
    opened = town.nodes[1].start(town.database.ports)
    checks.expect(town.nodes[1].shows(OWN_PAGE, text), "a node that was killed comes back without the news")
    wait_for(lambda: town.nodes[0].is_on_duty != town.nodes[1].is_on_duty, NEVER, "one node is on duty")
    print(f"a killed node is back after {opened:.1f} s", flush=True)


def check_paused(node, checks, name):
    """Nothing is lost and all is said: what was typed comes back, to be sent once more."""
    visitor = Visitor(node.front, 8080)
    typed = f"{MARKER}-typed-{name}."
    status, page, _ = visitor.post("/nl/records/awel-102/suggestion", message=typed)
    checks.expect(status == 503 and PAUSED in page, f"{name}: a suggestion gets {status}")
    checks.expect(f'value="{typed}"' in page, f"{name}: what was typed is gone")
    status, page = node.ask("/health")
    checks.expect(status == 503, f"{name}: /health says {status}")
    wait_for(lambda: "reading only" in node.ask("/health/ready")[1], NEVER, "a node says that it only reads")
    status, _ = node.ask("/health/ready")
    checks.expect(status == 200, f"{name}: /health/ready says {status}")
    return visitor, typed


def check_cut(town, checks):
    """The node on duty loses the database: another takes over, it goes on reading, and joins again by itself."""
    cut = next(node for node in town.nodes if node.is_on_duty)
    other = next(node for node in town.nodes if node is not cut)
    anna, bert = town.at(cut)
    cut.cut()
    began = time.monotonic()
    text = f"Achter de rug {MARKER}."
    town.publish(text, *town.at(other))
    wait_for(lambda: other.shows(OWN_PAGE, text), NEVER, "news beside a node that is cut off")
    status, page, _ = anna.get("/nl/workspace")
    checks.expect(status == 503 and PAUSED in page, f"the workspace of a node that is cut off says {status}")
    said = time.monotonic() - began
    visitor, typed = check_paused(cut, checks, "cut off")
    checks.expect(not cut.shows(OWN_PAGE, text), "a node that is cut off knows the news: it is not cut off")
    wait_for(lambda: other.is_on_duty, NEVER, "the other node takes the duties")
    took = time.monotonic() - began
    cut.join()
    back = wait_for(lambda: cut.shows(OWN_PAGE, text), NEVER, "a node joins again")
    wait_for(lambda: cut.ask("/health")[0] == 200, NEVER, "a node is well again")
    status, page, _ = visitor.post("/nl/records/awel-102/suggestion", message=typed)
    checks.expect(status == 200, f"what was paused can't be sent once more: {status}")
    print(f"cut off: said after {said:.1f} s, duties taken after {took:.1f} s, joined after {back:.1f} s", flush=True)


def check_failover(town, checks):
    """The primary dies; a node starts meanwhile; the standby takes over."""
    town.database.tool("kill", "primary")
    for node in town.nodes:
        wait_for(lambda: node.ask("/health")[0] == 503, NEVER, "a node notices that the database is away")
        check_paused(node, checks, f"node {node.number} without a primary")
    town.nodes[1].kill()
    opened = town.nodes[1].start(town.database.ports)
    checks.expect(town.nodes[1].ask("/health")[0] == 503, "a node that starts without a database finds it well")
    checks.expect(town.nodes[1].ask(OWN_PAGE)[0] == 200, "a node that starts without a database has no pages")
    checks.expect(town.nodes[1].ask("/nl/search?q=pesten")[0] == 200, "a node that starts without a database finds nothing")
    town.database.tool("promote")
    back = max(wait_for(lambda: node.ask("/health")[0] == 200, NEVER, "a node finds the standby") for node in town.nodes)
    print(f"without a primary: a node opened after {opened:.1f} s, all found the standby {back:.1f} s after it took over",
          flush=True)


def check_kept(town, checks, suggester, reporter, writing):
    """Every write that somebody was told is kept is there."""
    numbers = {int(number) for number in town.database.ask("SELECT number FROM report").split()}
    lost = [number for number in reporter.done if number not in numbers]
    checks.expect(not lost, f"{len(lost)} of {len(reporter.done)} reports with a receipt are gone")
    lost = [text for text in suggester.done if not town.database.holds("item", text)]
    checks.expect(not lost, f"suggestions are gone: {lost}")
    lost = [text for text in writing.done if not town.database.holds("revision", text)]
    checks.expect(not lost, f"published texts are gone: {lost}")
    lost = [text for text in writing.submitted if not town.database.holds("item", text)]
    checks.expect(not lost, f"submitted drafts are gone: {lost}")
    for name, busy in (("reports", reporter), ("suggestions", suggester), ("edits", writing)):
        checks.expect(len(busy.done) >= 5, f"only {len(busy.done)} {name} were kept: the test means little")
    print(f"{len(reporter.done)} receipts, {len(suggester.done)} suggestions, {len(writing.done)} published edits: all there; "
          f"{reporter.unanswered + suggester.unanswered + writing.unanswered} times nobody said that it was kept", flush=True)


def check_letters(town, checks):
    """Each letter of an invitation went out once, from whichever node was on duty."""
    letters = [email.message_from_bytes(file.read_bytes()) for node in town.nodes for file in (node.data / "mail").glob("*.eml")]
    for address, invitation in town.invitations.items():
        sent = sum(invitation.encode() in part.get_payload(decode=True)
                   for letter in letters if address in letter["To"] for part in letter.walk() if not part.is_multipart())
        checks.expect(sent == 1, f"{sent} letters of invitation to {address}")


def main(program, catalogue):
    if os.geteuid() != 0:
        sys.exit("nodes_tests.py: must be root, for networks of its own: run it with sudo")
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        town = Town(folder, program, catalogue)
        try:
            readers = [Reader(town.port, seed) for seed in range(4)]
            suggester, reporter = Suggester(town.port, MARKER), Reporter(town.port, MARKER)
            writing = Writing(town.anna, town.bert, MARKER, ENTRY)
            busy = [*readers, suggester, reporter, writing]
            for one in busy:
                one.start()
            time.sleep(3)
            check_news(town, checks, "two nodes")
            check_killed_node(town, checks)
            check_cut(town, checks)
            check_failover(town, checks)
            wait_for(lambda: any(node.is_on_duty for node in town.nodes), NEVER, "one node is on duty again")
            check_news(town, checks, "after the standby took over")
            time.sleep(3)
            for one in busy:
                one.stop()
            failures = [failure for reader in readers for failure in reader.failures]
            answers = sum(reader.answers for reader in readers)
            slowest, page = max(reader.slowest for reader in readers)
            checks.expect(answers > 500, f"readers asked only {answers} times")
            checks.expect(not failures, f"{len(failures)} of {answers} readers were turned away: {failures[:5]}")
            print(f"readers: {answers} answers, {len(failures)} failed, the slowest took {slowest:.1f} s ({page})", flush=True)
            check_kept(town, checks, suggester, reporter, writing)
            check_letters(town, checks)
        finally:
            town.close()
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
