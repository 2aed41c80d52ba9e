"""Asks for more than the site can do: reading gives way with a word, help and writing go on, and all comes back.

Usage: load_tests.py BETTERNET CATALOGUE
"""

import http.client
import itertools
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks

SECONDS = 6
WAITING = 6
# More than are worked for at once (four a core) and wait.
CRAWLERS = 4 * len(os.sched_getaffinity(0)) + WAITING + 12
NUMBERS = itertools.count()


class Server:
    def __init__(self, program, data, log, *options):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = open(log, "a")
        self.process = subprocess.Popen(
            [program, "serve", "--data", data, "--port", str(self.port), "--no-check-links", "--no-harvest", *options],
            stdout=self.log, stderr=self.log)
        for _ in range(600):
            try:
                if self.get("/health")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not open: " + pathlib.Path(log).read_text())

    def ask(self, method, path, body=None, headers=(), timeout=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def get(self, path, headers=(), timeout=30):
        return self.ask("GET", path, headers=headers, timeout=timeout)

    def figures(self):
        figures = {}
        for line in self.get("/metrics")[2].splitlines():
            if not line.startswith("#"):
                name, value = line.rsplit(" ", 1)
                figures[name] = float(value)
        return figures

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=40)


def never_asked():
    """A search that nobody asked for before."""
    words = ["school", "sexting", "privacy", "gamen", "ouders", "chat", "pesten", "les", "jeugd"]
    number = next(NUMBERS)
    return "/nl/search?q=%s+%s&x=%d" % (words[number % 9], words[number // 9 % 9], number)


def crawl(server, until, seen, faults):
    while time.monotonic() < until:
        try:
            status, headers, body = server.get(never_asked())
        except (OSError, http.client.HTTPException) as fault:
            faults.append(repr(fault))
            continue
        seen.append((status, headers.get("Retry-After"), headers.get("Content-Language"), "/nl/help" in body))


def check_crowd(program, data, log, checks):
    server = Server(program, data, log, "--most-waiting", str(WAITING), "--longest-wait", "1")
    ready = "/nl/themes"
    checks.expect(server.get(ready)[0] == 200, "a page is there before the crowd")
    seen, faults = [], []
    until = time.monotonic() + SECONDS
    crawlers = [threading.Thread(target=crawl, args=(server, until, seen, faults)) for _ in range(CRAWLERS)]
    for crawler in crawlers:
        crawler.start()
    help_answers, ready_answers, sent = [], [], []
    while time.monotonic() < until:
        help_answers.append(server.get("/fr/help?x=%d" % next(NUMBERS))[0])
        ready_answers.append(server.get(ready)[0])
        # One source may send sixty.
        if len(sent) == 30:
            continue
        form = urllib.parse.urlencode({"message": "De openingsuren kloppen niet meer (%d)." % next(NUMBERS)})
        sent.append(server.ask(
            "POST", "/nl/records/child-focus/suggestion", form,
            {"Content-Type": "application/x-www-form-urlencoded"})[0])
    for crawler in crawlers:
        crawler.join()

    statuses = [answer[0] for answer in seen]
    checks.expect(not faults, f"nobody in the crowd is left without an answer: {faults[:3]}")
    checks.expect(set(statuses) == {200, 503}, f"the crowd hears 200 or 503: {sorted(set(statuses))}")
    checks.expect(
        all(answer[1:] == ("5", "nl", True) for answer in seen if answer[0] == 503),
        "whoever is turned away hears when to come back, in their language, and where help is")
    checks.expect(set(help_answers) == {200}, f"help is there all the time: {help_answers}")
    checks.expect(set(ready_answers) == {200}, f"what is ready is there all the time: {set(ready_answers)}")
    checks.expect(max(sent) < 400, f"what is sent is taken all the time: {sorted(set(sent))}")
    print(f"  the crowd: {statuses.count(200)} answers and {statuses.count(503)} refusals; {len(help_answers)} pages of help")

    figures = server.figures()
    shed = sum(value for name, value in figures.items() if name.startswith("betternet_requests_shed_total{room=\"reading\""))
    checks.expect(shed == statuses.count(503), f"refusals are counted: {shed} of {statuses.count(503)}")
    checks.expect(
        sum(value for name, value in figures.items() if re.match(r"betternet_requests_shed_total\{room=\"(help|writing)\"", name)) == 0,
        "nobody was turned away from help or writing")
    for gauge in ["in_flight", "waiting"]:
        left = [name for name, value in figures.items() if name.startswith("betternet_requests_" + gauge) and value != 0]
        checks.expect(not left, f"afterwards every room is empty: {left}")
    checks.expect(figures["betternet_log_events_total{level=\"error\"}"] == 0, "a crowd is no error")
    checks.expect(server.get(never_asked())[0] == 200, "afterwards everybody is served again")
    checks.expect(server.stop() == 0, "the server ends in peace")


def check_one_source(program, data, log, checks):
    server = Server(program, data, log, "--behind-proxy", "--most-searches", "40")
    crawler, reader = {"X-Forwarded-For": "192.0.2.1"}, {"X-Forwarded-For": "192.0.2.2"}
    # Thirty a second come back, so these are searches that are answered fast: wrong ones, which count like others.
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    statuses = []
    for number in range(1_000):
        connection.request("GET", "/api/v1/search?limit=wrong&x=%d" % number, headers=crawler)
        answer = connection.getresponse()
        answer.read()
        statuses.append(answer.status)
        if answer.status == 429:
            break
    checks.expect(statuses[:40] == [400] * 40, "the first searches are let in")
    checks.expect(statuses[-1] == 429 and answer.headers.get("Retry-After") == "30", "then the source is told to wait")
    status, headers, body = server.get(never_asked(), crawler)
    # On a slow machine one has come back by now.
    checks.expect(status in (200, 429) and headers.get("Content-Language") == "nl", "people are told so on a page")
    checks.expect(server.get(never_asked(), reader)[0] == 200, "another source searches on")
    checks.expect(server.get("/nl/help?x=%d" % next(NUMBERS), crawler)[0] == 200, "the same source still gets help")
    checks.expect(server.figures()["betternet_searches_limited_total"] > 0, "it is counted")
    connection.close()
    checks.expect(server.get("/metrics", crawler)[0] == 403, "others don't read the figures")
    checks.expect(server.get("/metrics")[0] == 200, "this machine reads the figures")
    server.stop()


def main():
    program, catalogue = (str(pathlib.Path(name).resolve()) for name in sys.argv[1:3])
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        data, log = folder + "/data", folder + "/log"
        subprocess.run([program, "load", catalogue, "--data", data], check=True, stdout=subprocess.DEVNULL)
        check_crowd(program, data, log, checks)
        check_one_source(program, data, log, checks)
        checks.expect("192.0.2." not in pathlib.Path(log).read_text(), "the log names no source")
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
