#!/usr/bin/env python3
"""How soon an old phone on a bad line can use a page: Chromium at 400 kbit/s and 400 ms, nothing kept from before.

Usage: .venv/bin/python Benchmarks/slow.py   Needs a release build, and the browser of ./test browser. Wanted: usable within 2 s.

Usable is when the page is drawn and its styles are there (first contentful paint) and its document is read (DOM complete but for
scripts that no page needs). The phone is four times slower than this machine. The server speaks plain HTTP here: TLS would add one
round trip for a site never seen before, 0.4 s on such a line.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "Tests" / "Browser"))

from browser import PHONE, Browser  # noqa: E402
from journeys import Server  # noqa: E402

PAGES = {"home": "", "help end": "help/sextortion/teenager", "record": "channels/child-focus-116000", "easy help end": "{}-simple/help/sextortion/teenager"}
ROUNDS = 5
FIGURES = """
    const navigation = performance.getEntriesByType('navigation')[0];
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const bytes = navigation.transferSize + performance.getEntriesByType('resource').reduce((sum, r) => sum + r.transferSize, 0);
    return [paint ? paint.startTime : null, navigation.domInteractive, bytes];
"""


def visit(base, address):
    """A first visit in a browser of its own: milliseconds until usable, and bytes of everything with its heads."""
    browser = Browser(base)
    try:
        browser.look(PHONE)
        browser.command("Emulation.setCPUThrottlingRate", rate=4)
        browser.command("Network.emulateNetworkConditions", offline=False, latency=400, downloadThroughput=400_000 / 8, uploadThroughput=400_000 / 8)
        browser.open(address)
        for _ in range(100):
            paint, interactive, size = browser.run(FIGURES)
            if paint:
                break
            time.sleep(0.1)
        return max(paint, interactive), size
    finally:
        browser.driver.quit()


def main():
    program = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], capture_output=True, text=True, cwd=ROOT).stdout.strip() + "/betternet"
    print("| page | usable after, median [least–most] | bytes with heads |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        with Server(program, folder, "2026-11-25T11:00", "--fill", str(ROOT / "catalogue")) as server:
            for name, rest in PAGES.items():
                for language in ("nl", "de"):
                    address = "/" + (rest.format(language) if "{}" in rest else f"{language}/{rest}")
                    # Once, so that the server has the page ready, as for the second reader of the minute.
                    visit(server.base, address)
                    runs = [visit(server.base, address) for _ in range(ROUNDS)]
                    times = sorted(time for time, _ in runs)
                    print(f"| {name}, {address} | {statistics.median(times) / 1000:.2f} s [{times[0] / 1000:.2f}–{times[-1] / 1000:.2f}] | {runs[0][1]} |", flush=True)


if __name__ == "__main__":
    main()
