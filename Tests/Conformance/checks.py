"""What every conformance test needs: the server it looks at, and a count of what it promised."""

import gzip
import importlib.util
import pathlib
import sys
import urllib.error
import urllib.request

_spec = importlib.util.spec_from_file_location(
    "browser_checks", pathlib.Path(__file__).parent.parent / "Browser" / "checks.py")
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
_checks = _module.Checks()

LANGUAGES = ("nl", "fr", "de", "en")


def address():
    """The server that is looked at, without a slash at the end."""
    if len(sys.argv) < 2:
        sys.exit(f"usage: {sys.argv[0]} http://127.0.0.1:8080")
    return sys.argv[1].rstrip("/")


def check(condition, promise):
    _checks.expect(bool(condition), promise)
    return bool(condition)


def done():
    sys.exit(_checks.close())


class Answer:
    def __init__(self, status, headers, body, url):
        self.status, self.headers, self.body, self.url = status, headers, body, url

    @property
    def text(self):
        return self.body.decode("utf-8")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def get(path, headers=None, method="GET", data=None, follow=True):
    """One answer, also of errors; `path` may be a whole address. Redirects are followed unless told otherwise."""
    url = path if path.startswith("http") else address() + path
    request = urllib.request.Request(url, data=data, headers=headers or {}, method=method)
    opener = urllib.request.build_opener() if follow else urllib.request.build_opener(_Stay())
    try:
        with opener.open(request, timeout=60) as answer:
            body, status, fields, final = answer.read(), answer.status, answer.headers, answer.url
    except urllib.error.HTTPError as error:
        body, status, fields, final = error.read(), error.code, error.headers, error.url
    if fields.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return Answer(status, fields, body, final)
