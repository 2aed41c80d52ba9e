"""Reads pages with a strict HTML5 parser of other people's making: any parse error is a failure.

Usage: html5_tests.py BASE_URL
"""

import re
import sys
import urllib.error
import urllib.request

import html5lib
from checks import Checks

EVERY = 25  # of the records' pages, one in so many is read; all others are read whole
REST = ["search", "search?q=sexting&kind=channel", "search?q=%3Cscript%3E%22", "shortlist?keep=awel-102", "records/awel-102/suggestion", "nope"]


def read(address):
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()


def main(base):
    base = base.rstrip("/")
    paths = [re.sub(r"^https?://[^/]+", "", url) for url in re.findall(r"<loc>([^<]+)</loc>", read(base + "/sitemap.xml"))]
    records = [path for path in paths if re.search(r"/(organisation|initiative|resource|channel|event|publication)s/", path)]
    others = [path for path in paths if path not in set(records)]
    chosen = others + records[::EVERY] + [f"/{language}/{rest}" for language in ("nl", "fr", "de", "en") for rest in REST]
    checks = Checks()
    for path in chosen:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(read(base + path))
        checks.expect(not parser.errors, f"{path}: {[(position, code) for position, code, _ in parser.errors[:3]]}")
    print(f"parsed {len(chosen)} of {len(paths)} pages")
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
