"""Sends reports over the wire as browsers do, with nothing but the standard library."""

import html
import http.client
import re
import urllib.parse

FORM = "/nl/report/bullied-online/child-focus"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')
WORD = re.compile(r"<li>([a-z]+)</li>")
NUMBER = re.compile(r'<p class="number">([0-9 ]+)<')


class Reporter:
    """One connection that stays open."""

    def __init__(self, port):
        self.port = port
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)

    def ask(self, method, path, body=None):
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode()

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **fields):
        return self.ask("POST", path, urllib.parse.urlencode(fields))

    def hidden(self, page):
        return {name: html.unescape(value) for name, value in HIDDEN.findall(page)}

    def form(self):
        """The hidden fields of a new form."""
        return self.hidden(self.get(FORM + "?who=teenager")[1])

    def send(self, what, form=None):
        """Number and words of the receipt; None where there is none."""
        status, page = self.post(FORM, **((form or self.form()) | {"what": what}))
        return self.receipt(page) if status == 200 else None

    def receipt(self, page):
        return NUMBER.search(page).group(1), " ".join(WORD.findall(page)[:9])

    def come_back(self, receipt):
        return self.post("/nl/report/back", number=receipt[0], words=receipt[1])
