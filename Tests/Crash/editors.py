"""Somebody who edits entries of a member, and a program of that member that sends drafts: with nothing but the standard
library."""

import html
import http.client
import json
import re
import secrets
import subprocess
import urllib.parse

PASSWORD = "vier losse woorden hier"
CODE = re.compile(r'name="form-code" value="([^"]*)"')
TOKEN = re.compile(r'<p class="secret"[^>]*>([^<]+)<')


def somewhere():
    """An address of another reader each time: what one source may do is not what is looked at here."""
    return f"2001:db8:{secrets.randbelow(65536):x}:{secrets.randbelow(65536):x}::1"


class Caller:
    """One connection that stays open, with the cookies of a session."""

    def __init__(self, port, cookie=None):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookie = cookie

    def ask(self, method, path, body=None, **headers):
        headers["X-Forwarded-For"] = somewhere()
        if self.cookie:
            headers["Cookie"] = self.cookie
        if body is not None:
            headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        return answer.status, page, answer.getheader("Location")

    def post(self, path, **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields))

    def read(self, path):
        """The status of a page, at the end of the way that it sends readers."""
        status, _, onward = self.ask("GET", path)
        return self.ask("GET", onward)[0] if onward and 300 <= status < 400 else status


def invite(program, data, name, organisation):
    """The path of the link with which an editor of an organisation chooses a password."""
    said = subprocess.run(
        [program, "account", "add", f"{name}@example.be", "--name", name, "--role", "editor",
         "--organisation", organisation, "--data", data],
        text=True, check=True, stdout=subprocess.PIPE).stdout
    return re.search(r"https?://[^/\s]+(/\S+/invitation/\S+)", said).group(1)


class Member:
    """An editor who signs in once: the session is kept in the database and outlives the server."""

    def __init__(self, port, name, invitation):
        caller = Caller(port)
        caller.post(invitation, **{"new-password": PASSWORD})
        status, _, _ = caller.post("/nl/workspace/sign-in", email=f"{name}@example.be", password=PASSWORD)
        assert status == 303, f"{name} can't sign in: {status}"
        self.cookie = caller.cookie
        self.code = html.unescape(CODE.search(caller.ask("GET", "/nl/workspace/tokens")[1]).group(1))

    def caller(self, port):
        return Caller(port, self.cookie)

    def do(self, caller, place, **fields):
        """Sends a form of the workspace: status, and where it leads."""
        status, _, onward = caller.post(f"/nl/workspace/{place}", **(fields | {"form-code": self.code}))
        return status, onward or ""


class Editors:
    """One who writes entries of Child Focus, by a program too, and one of another member who reviews them."""

    CRITERIA = ("mission", "facts", "audience", "independence", "safety", "texts")

    def __init__(self, port, invitations):
        self.writer, self.reviewer = (Member(port, name, invitation) for name, invitation in invitations.items())
        page = self.writer.caller(port).post("/nl/workspace/tokens", label="test", **{"form-code": self.writer.code})[1]
        self.token = html.unescape(TOKEN.search(page).group(1)).strip()

    def begin(self, caller):
        """Begins a new entry: the id of its draft, if that was acknowledged."""
        status, onward = self.writer.do(caller, "new", kind="resource")
        return onward.rsplit("/", 1)[1].split("?")[0] if status == 303 and "/drafts/" in onward else None

    def send(self, caller, entry, title, query=""):
        """As a program of the member does, with its token: the draft, if it was acknowledged."""
        body = json.dumps({"id": entry, "kind": "resource", "title": {tag: title for tag in ("nl", "fr", "de", "en")}})
        status, answer, _ = caller.ask(
            "POST", "/api/v1/drafts" + query, body,
            **{"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"})
        return json.loads(answer) if status in (200, 201) else None

    def publish(self, caller, draft):
        """Reviews a draft that was submitted; whether its publication was acknowledged."""
        findings = {f"met-{each}": "yes" for each in self.CRITERIA} | {f"ground-{each}": "Goed." for each in self.CRITERIA}
        return self.reviewer.do(caller, f"drafts/{draft}/review", decision="publish", **findings)[0] == 303


def suggest(caller, entry, message):
    """A suggestion of a reader; whether it was acknowledged."""
    return caller.post(f"/nl/records/{entry}/suggestion", message=message, contact="", website="")[0] == 200
