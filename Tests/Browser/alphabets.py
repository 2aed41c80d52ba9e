"""Proves that the layout holds for languages that there is no translation for yet: right to left, and four tenths longer.

Usage: alphabets.py PROGRAM DATA_FOLDER
"""

import sys

from browser import CUT_TEXT, DESKTOP, Browser
from checks import Checks
from journeys import Server
from kinds import KINDS

MOMENT = "2026-11-25T11:00"
SIZES = ((320, 640), (768, 1024), DESKTOP)
# The middles of the name of the site and of its help button, and where the text of the page begins.
SIDES = """
    const middle = (e) => { const box = e.getBoundingClientRect(); return (box.left + box.right) / 2; };
    const edges = (e) => { const box = e.getBoundingClientRect(); return [box.left, box.right]; };
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('h1'));
    return {brand: middle(document.querySelector('.brand')), help: middle(document.querySelector('.needhelp')),
            heading: edges(range), main: edges(document.querySelector('main')), align: getComputedStyle(document.querySelector('h1')).direction};
"""


def look_at(browser, checks, kind):
    for name, rest in KINDS.items():
        address = "/nl/" + rest + ("fr" if rest.endswith("beside=") else "")
        for size in SIZES:
            browser.look(size)
            browser.open(address)
            checks.expect(not browser.has_sideways_scroll(), f"{kind}, {name}, {size[0]} px: scrolls sideways")
            cut = browser.run(CUT_TEXT)
            checks.expect(not cut, f"{kind}, {name}, {size[0]} px: text is cut: {cut[:2]}")


def check_mirrored(browser, checks):
    browser.look(DESKTOP)
    for rest in ("", "help/sextortion", "channels/awel-102", "themes/cyberbullying"):
        browser.open("/nl/" + rest)
        checks.expect(browser.run("return document.documentElement.dir") == "rtl", f"{rest}: not from right to left")
        sides = browser.run(SIDES)
        checks.expect(sides["brand"] > sides["help"], f"{rest}: the head is not mirrored: {sides}")
        left, right = sides["main"][1] - sides["heading"][1], sides["heading"][0] - sides["main"][0]
        checks.expect(left < right, f"{rest}: the heading does not begin on the right: {sides}")
        checks.expect(not browser.violations(), f"{rest}: axe complains about the mirrored page")
    browser.open("/nl/help/sextortion/teenager")
    way = browser.run("return getComputedStyle(document.querySelector('.number')).direction")
    checks.expect(way == "ltr", "a telephone number is written backwards")
    box = browser.run("const b = document.querySelector('.exit').getBoundingClientRect(); return [b.left, innerWidth - b.right]")
    checks.expect(box[0] < box[1], f"the quick exit is not mirrored: {box}")
    marks = browser.run("return getComputedStyle(document.querySelector('.steps li')).paddingRight")
    checks.expect(float(marks[:-2]) > 30, f"the stones of the steps stand on the wrong side: {marks}")


def main(program, data):
    checks = Checks()
    for kind in ("long", "mirrored"):
        with Server(program, data, MOMENT, "--pseudo", kind) as server:
            browser = Browser(server.base)
            try:
                look_at(browser, checks, kind)
                if kind == "mirrored":
                    check_mirrored(browser, checks)
            finally:
                browser.driver.quit()
        print(f"looked at {len(KINDS)} pages, {kind}", flush=True)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
