"""Those who use the site all the time: readers, who must never be turned away, and people who write."""

import html.parser
import http.client
import itertools
import random
import re
import sys
import pathlib
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from accounts import PASSWORD

PAUSED = "Bewaren kan nu even niet"
FORM = "/nl/report/bullied-online/child-focus"


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each goes, and what it sends if nobody touches it."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.area, self.choice = [], None, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "form":
            self.forms.append((said.get("action", ""), {}))
        if not self.forms:
            return
        fields, name = self.forms[-1][1], said.get("name")
        if tag == "input" and name:
            kind = said.get("type", "text")
            if kind not in ("checkbox", "radio", "file") or "checked" in said:
                fields.setdefault(name, []).append(said.get("value") or "")
        elif tag == "textarea" and name:
            self.area = name
            fields.setdefault(name, []).append("")
        elif tag == "select":
            self.choice = name
        elif tag == "option" and self.choice and "selected" in said:
            fields.setdefault(self.choice, []).append(said.get("value") or "")

    def handle_data(self, text):
        if self.area:
            self.forms[-1][1][self.area][-1] += text

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.choice = None


class Unanswered(Exception):
    """Nobody said that it was done."""


class Visitor:
    """Somebody with a browser that keeps cookies, at one address."""

    def __init__(self, host, port):
        self.host, self.port, self.cookies = host, port, {}

    def ask(self, method, path, fields=None):
        """Status, text and address of what came in the end."""
        for _ in range(5):
            connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            body = None
            if fields is not None:
                headers["Content-Type"] = "application/x-www-form-urlencoded"
                body = urllib.parse.urlencode(fields, doseq=True)
            try:
                connection.request(method, path, body, headers)
                answer = connection.getresponse()
                page = answer.read().decode()
            except (OSError, http.client.HTTPException) as error:
                raise Unanswered(f"{path}: {error!r}")
            finally:
                connection.close()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                self.cookies[name] = value
            if answer.status not in (302, 303):
                return answer.status, page, path
            method, fields, path = "GET", None, urllib.parse.urlsplit(answer.headers["Location"])
            path = path.path + (f"?{path.query}" if path.query else "")
        raise Unanswered(f"{path}: sent on and on")

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **fields):
        return self.ask("POST", path, fields)

    def form(self, page, action):
        """The fields of the form that goes to an address."""
        for place, fields in Forms(page).forms:
            if place.endswith(action):
                return fields
        raise Unanswered(f"no form to {action}")


class Editor(Visitor):
    """A member of the consortium who is signed in."""

    def arrive(self, invitation, email):
        status, page, _ = self.get(invitation)
        self.ask("POST", invitation, self.form(page, invitation) | {"new-password": PASSWORD})
        status, page, _ = self.post("/nl/workspace/sign-in", email=email, password=PASSWORD)
        assert status == 200 and self.cookies, f"{email} can't sign in: {status}"

    def done(self, method, path, fields=None):
        """The page that says that it was done."""
        status, page, where = self.ask(method, path, fields)
        if status >= 400:
            raise Unanswered(f"{path}: {status}")
        return page, where

    def write(self, entry, text):
        """Writes a text in an entry and sends it to review; returns where the draft is."""
        page, _ = self.done("GET", f"/nl/workspace/entries/{entry}")
        code = self.form(page, f"/entries/{entry}") | {"action": "edit"}
        page, place = self.done("POST", f"/nl/workspace/entries/{entry}", code)
        fields = self.form(page, place) | {"summary-nl": text, "why": "Proef", "action": "submit"}
        self.done("POST", place, fields)
        return place.split("?")[0]

    def publish(self, draft):
        page, _ = self.done("GET", draft + "/review")
        fields = self.form(page, draft + "/review") | {"decision": "publish"}
        for name in set(re.findall(r'name="(met-[a-z]+)"', page)):
            fields |= {name: "yes", name.replace("met-", "ground-"): "Gezien op de eigen pagina."}
        self.done("POST", draft + "/review", fields)


class Busy(threading.Thread):
    """Somebody who does the same thing until told to stop."""

    def __init__(self, pause=0.0):
        super().__init__(daemon=True)
        self.pause, self.stopped, self.done, self.unanswered = pause, threading.Event(), [], 0

    def run(self):
        for number in itertools.count():
            if self.stopped.wait(self.pause):
                return
            try:
                self.turn(number)
            except Unanswered:
                self.unanswered += 1
                time.sleep(0.3)

    def stop(self):
        self.stopped.set()
        self.join(timeout=90)


class Reader(Busy):
    """Reads pages, searches, asks for help, takes feeds: every answer must be 200."""

    def __init__(self, port, seed):
        super().__init__(pause=0.01)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.chance, self.failures, self.answers, self.slowest = random.Random(seed), [], 0, (0.0, "")

    def path(self):
        word = self.chance.choice(("pesten", "sexting", "privacy", "games", "hulp", "scherm", "ouders", "nepnieuws"))
        return self.chance.choice((
            "/nl/", "/fr/", "/de/help", "/en/help/bullied-online", "/nl/report", "/nl/channels/child-focus-116000",
            "/nl/records/awel-102", "/fr/landscape", "/en/landscape/actions", "/nl/feed.atom", "/nl/events.ics", "/nl/routes",
            f"/nl/search?q={word}+{self.chance.randrange(10_000)}", f"/fr/search?q={word}",
            f"/api/v1/search?q={word}&limit=3&offset={self.chance.randrange(30)}", "/api/v1/records/awel-102"))

    def turn(self, number):
        path, began = self.path(), time.monotonic()
        try:
            self.connection.request("GET", path)
            answer = self.connection.getresponse()
            answer.read()
            status = answer.status
            if status in (301, 302, 303) and path.startswith("/nl/records/"):
                status = 200
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            status = repr(error)
        self.answers += 1
        self.slowest = max(self.slowest, (time.monotonic() - began, path))
        if status != 200:
            self.failures.append((path, status))


class Suggester(Busy):
    """Tells the shop what is wrong; keeps the code of every thank-you."""

    def __init__(self, port, marker):
        super().__init__(pause=1.2)
        self.visitor, self.marker = Visitor("127.0.0.1", port), marker

    def turn(self, number):
        text = f"{self.marker}-suggestion-{number}."
        status, page, _ = self.visitor.post("/nl/records/awel-102/suggestion", message=text)
        if status != 200:
            raise Unanswered(status)
        self.done.append(text)


class Reporter(Busy):
    """Sends reports; keeps the number of every receipt."""

    def __init__(self, port, marker):
        super().__init__(pause=0.3)
        self.visitor, self.marker = Visitor("127.0.0.1", port), marker

    def turn(self, number):
        status, page, _ = self.visitor.get(FORM + "?who=teenager")
        fields = self.visitor.form(page, FORM) | {"what": f"{self.marker} {number}"}
        status, page, _ = self.visitor.ask("POST", FORM, fields)
        found = re.search(r'<p class="number">([0-9 ]+)<', page)
        if status != 200 or not found:
            raise Unanswered(status)
        self.done.append(int(found.group(1).replace(" ", "")))


class Writing(Busy):
    """Two members: one writes an entry anew, the other reads and publishes it; keeps every text that was published."""

    def __init__(self, anna, bert, marker, entry):
        super().__init__(pause=0.2)
        self.anna, self.bert, self.marker, self.entry, self.submitted = anna, bert, marker, entry, []

    def turn(self, number):
        text = f"Proef {self.marker}-edit-{number}."
        draft = self.anna.write(self.entry, text)
        self.submitted.append(text)
        self.bert.publish(draft)
        self.done.append(text)
