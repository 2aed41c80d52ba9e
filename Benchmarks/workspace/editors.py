"""Fifty editors write for a minute, five in each of ten drafts: how many saves a second, and is anything lost?

Usage: editors.py BETTERNET [SECONDS]    (the program; it gets a data folder of its own)
"""

import html.parser
import http.cookiejar
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))
from accounts import PASSWORD, invite  # noqa: E402

PORT = 8399
BASE = f"http://127.0.0.1:{PORT}"
FIELDS = ("summary-nl", "summary-fr", "summary-de", "summary-en", "title-en")
DRAFTS = 10


class Form(html.parser.HTMLParser):
    """The fields of the form that holds `version`, as a browser would send them."""

    def __init__(self, page):
        super().__init__()
        self.forms, self.area, self.select = [], None, None
        self.feed(page)
        self.fields = next(fields for fields in self.forms if any(name == "version" for name, _ in fields))

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            self.forms.append([])
        elif tag == "input" and a.get("name") and self.forms:
            if a.get("type") in ("checkbox", "radio") and "checked" not in a:
                return
            self.forms[-1].append((a["name"], a.get("value") or ("on" if a.get("type") == "checkbox" else "")))
        elif tag == "textarea":
            self.area = [a.get("name"), ""]
        elif tag == "select":
            self.select = a.get("name")
            self.forms[-1].append((self.select, None))
        elif tag == "option" and self.select and (self.forms[-1][-1][1] is None or "selected" in a):
            self.forms[-1][-1] = (self.select, a.get("value", ""))

    def handle_data(self, data):
        if self.area:
            self.area[1] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.area:
            if self.area[0] and self.forms:
                self.forms[-1].append((self.area[0], self.area[1].removeprefix("\n")))
            self.area = None
        elif tag == "select":
            self.select = None


class Editor:
    def __init__(self):
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path):
        with self.opener.open(BASE + path, timeout=60) as answer:
            return answer.read().decode(), answer.geturl()

    def post(self, path, fields):
        data = urllib.parse.urlencode(fields).encode()
        try:
            with self.opener.open(BASE + path, data, timeout=60) as answer:
                return answer.status, answer.read().decode(), answer.geturl()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), path

    def sign_in(self, email):
        self.get("/nl/workspace/sign-in")
        return self.post("/nl/workspace/sign-in", [("email", email), ("password", PASSWORD)])


def write(editor, path, field, until, tally, last):
    """Changes one field again and again, from the newest page each time."""
    number = 0
    while time.monotonic() < until:
        page, _ = editor.get(path)
        number += 1
        text = f"{field} {number} van {threading.get_ident()}"
        fields = [(n, text if n == field else v) for n, v in Form(page).fields] + [("action", "save")]
        began = time.monotonic()
        status, answer, _ = editor.post(path, fields)
        tally.append((status, time.monotonic() - began))
        if status == 200 and text in answer:
            last[path, field] = text


def main(program, seconds):
    with tempfile.TemporaryDirectory() as data:
        subprocess.run([program, "load", str(ROOT / "catalogue"), "--data", data], check=True, stdout=subprocess.DEVNULL)
        path = invite(program, data, "anna@example.be", "Anna", "2026-11-23T16:30", "--role", "editor", "--organisation", "mediawijs")
        server = subprocess.Popen([program, "serve", "--data", data, "--port", str(PORT), "--no-check-links",
                                   "--clock", "2026-11-23T16:30"], stdout=subprocess.PIPE, text=True)
        try:
            while "http://" not in server.stdout.readline():
                pass
            first = Editor()
            page, _ = first.get(path)
            first.post(path, [("new-password", PASSWORD)])
            editors = [Editor() for _ in range(DRAFTS * len(FIELDS))]
            for editor in editors:
                editor.sign_in("anna@example.be")
            resources = [f.stem for f in sorted((ROOT / "catalogue/resources").glob("*.yaml")) if "organisations: [mediawijs]" in f.read_text()]
            drafts = []
            for record in resources[:DRAFTS]:
                entry = f"/nl/workspace/entries/{record}"
                page, _ = editors[0].get(entry)
                code = page.split('name="form-code" value="')[1].split('"')[0] if 'name="form-code" value="' in page else page.split("name=form-code value=")[1].split(">")[0].strip('"')
                _, _, url = editors[0].post(entry, [("form-code", code), ("action", "edit")])
                drafts.append(urllib.parse.urlparse(url).path)
            tally, last = [], {}
            until = time.monotonic() + seconds
            threads = [threading.Thread(target=write, args=(editor, drafts[n % DRAFTS], FIELDS[n // DRAFTS], until, tally, last))
                       for n, editor in enumerate(editors)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            lost = 0
            for (draft, field), text in last.items():
                kept = dict(Form(editors[0].get(draft)[0]).fields).get(field)
                lost += kept != text
            times = sorted(t for _, t in tally)
            statuses = {s: sum(1 for x, _ in tally if x == s) for s in sorted({s for s, _ in tally})}
            print(f"{len(editors)} editors, {DRAFTS} drafts, {seconds} s: {len(tally) / seconds:.0f} saves a second, "
                  f"p50 {statistics.median(times) * 1000:.0f} ms, p99 {times[int(len(times) * .99)] * 1000:.0f} ms, "
                  f"statuses {statuses}, {lost} of {len(last)} last texts lost")
            return 1 if lost else 0
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60))
