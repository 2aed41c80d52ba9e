"""Looks at the site as people do: in Chromium, on a phone and a desktop, in the light and in the dark, in four
languages, with the keyboard alone, without script, on a narrow screen and on paper.

Usage: browser_tests.py BASE_URL
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

import axe_playwright_python
import icalendar
from checks import Checks
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

LANGUAGES = ("nl", "fr", "de", "en")
PHONE, DESKTOP = (360, 740), (1280, 900)
PAGES = {
    "home": "",
    "search": "search?q=sexting",
    "record": "organisations/mediawijs",
    "channel": "channels/child-focus-116000",
    "theme": "themes/cyberbullying",
}
MORE_PAGES = {
    "help": "help",
    "shortlist": "shortlist?keep=awel-102,child-focus-116000",
    "suggestion": "records/awel-102/suggestion",
    "statement": "accessibility",
    "places": "territories",
    "people first": "search?q=ik+wil+niet+meer+leven",
    "question": "help/sextortion",
    "end": "help/bullied-online/parent",
    "kids": "kids",
    "kids, end": "kids/grooming",
    "kids, fun": "kids/play",
    "plan, questions": "plan",
    "plan": "plan?for=class&theme=sexting&theme=disinformation&age=12-14&from=2027-01-11",
    "routes": "routes",
    "route": "routes/first-smartphone",
    "events": "events",
    "news": "news",
    "nothing found": "search?q=sexting&kind=event&age=3",
    "not found": "nope",
}
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOCUS = """
    const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return {tag: e.tagName, id: e.id, text: (e.innerText || '').trim(), width: box.width, height: box.height,
            top: box.top, outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
"""
SMALL_TARGETS = """
    return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter(e => e.getClientRects().length && !e.closest('p, dd, .links, .sources, .trap') && !e.matches('.skip, .away, .tofind'))
        .map(e => [e, ['checkbox', 'radio'].includes(e.type) ? e.closest('label').getBoundingClientRect() : e.getBoundingClientRect()])
        .filter(([e, box]) => box.width < 24 || box.height < 24)
        .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`);
"""
CUT_TEXT = """
    return [...document.querySelectorAll('body *')]
        .filter(e => !e.matches('.away, .skip, .tofind, input, fieldset, fieldset *') && !e.closest('svg'))
        .filter(e => getComputedStyle(e).overflow !== 'visible' && (e.scrollWidth > e.clientWidth + 1))
        .map(e => e.outerHTML.slice(0, 90));
"""


class Browser:
    """One Chromium for all checks."""

    def __init__(self, base):
        options = Options()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.implicitly_wait(5)
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.base = base.rstrip("/")

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def look(self, size, **features):
        self.command("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1, mobile=False)
        media = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.command("Emulation.setEmulatedMedia", media="", features=media)

    def open(self, path):
        self.driver.get(self.base + path)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def press_enter(self):
        """Presses Enter and waits for the page that it leads to."""
        before = self.find("html")
        self.press(Keys.ENTER)
        WebDriverWait(self.driver, 10).until(lambda _: self.is_gone(before))

    @staticmethod
    def is_gone(element):
        try:
            return not element.is_enabled()
        except WebDriverException:
            # In the middle of going, the driver says so in other words.
            return True

    def has_sideways_scroll(self):
        return self.run("return document.documentElement.scrollWidth > window.innerWidth")

    def violations(self):
        self.run(AXE)
        result = self.driver.execute_async_script(
            "const done = arguments[1]; axe.run({runOnly: arguments[0], resultTypes: ['violations']}).then(done)", TAGS)
        return [f"{v['id']} at {n['target']}: {n['failureSummary']}" for v in result["violations"] for n in v["nodes"]]

    def complaints(self):
        """What the console says, broken security policies included."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def foreign_requests(self):
        urls = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                urls.append(message["params"]["request"]["url"])
        return [url for url in urls if not url.startswith((self.base, "data:", "chrome"))]

    def stylesheet(self, css):
        """A style of the reader's own, as a browser extension would add it."""
        frame = self.command("Page.getFrameTree")["frameTree"]["frame"]["id"]
        self.command("DOM.enable")
        self.command("CSS.enable")
        sheet = self.command("CSS.createStyleSheet", frameId=frame)["styleSheetId"]
        self.command("CSS.setStyleSheetText", styleSheetId=sheet, text=css)


def check_pages(browser, checks, language, size, dark, pages):
    look = f"{language}, {size[0]} px, {'dark' if dark else 'light'}"
    browser.look(size, prefers_color_scheme="dark" if dark else "light")
    for name, rest in pages.items():
        browser.open(f"/{language}/{rest}")
        violations = browser.violations()
        checks.expect(not violations, f"{name} ({look}): axe: {violations[:3]}")
        checks.expect(not browser.has_sideways_scroll(), f"{name} ({look}): scrolls sideways")
        checks.expect(browser.run("return document.documentElement.lang") == language, f"{name} ({look}): lang")
        if size == PHONE and not dark:
            small = browser.run(SMALL_TARGETS)
            checks.expect(not small, f"{name} ({look}): targets under 24 px: {small[:3]}")
    complaints = [c for c in browser.complaints() if "404 (Not Found)" not in c]
    checks.expect(not complaints, f"{look}: console: {complaints[:2]}")
    foreign = browser.foreign_requests()
    checks.expect(not foreign, f"{look}: requests to others: {foreign[:3]}")
    print(f"looked at {len(pages)} pages: {look}", flush=True)


def check_narrow(browser, checks):
    """320 px, which is also 1280 px at 400 % (WCAG 1.4.10), with the text spacing of WCAG 1.4.12 too."""
    browser.look((320, 256))
    for rest in list(PAGES.values()) + list(MORE_PAGES.values()):
        browser.open(f"/de/{rest}")
        checks.expect(not browser.has_sideways_scroll(), f"/de/{rest} scrolls sideways at 320 px")
    for rest in ("", PAGES["channel"], PAGES["search"]):
        browser.open(f"/de/{rest}")
        browser.stylesheet("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
                           " p { margin-bottom: 2em !important }")
        checks.expect(not browser.has_sideways_scroll(), f"/de/{rest} scrolls sideways with wide text")
        cut = browser.run(CUT_TEXT)
        checks.expect(not cut, f"/de/{rest}: text is cut: {cut[:3]}")
    print("looked at narrow screens", flush=True)


def check_preferences(browser, checks):
    for features in ({"forced_colors": "active"}, {"prefers_contrast": "more"}, {"prefers_reduced_motion": "reduce"}):
        browser.look(DESKTOP, **features)
        browser.open("/fr/")
        checks.expect(not browser.violations(), f"axe with {features}")
    browser.command("Emulation.setEmulatedMedia", media="print", features=[])
    browser.open("/nl/shortlist?keep=awel-102,child-focus-116000")
    shown = "return getComputedStyle(document.querySelector(arguments[0])).display !== 'none'"
    for part in (".languages", ".needhelp", ".tofind", ".kept", ".keep", "footer nav"):
        checks.expect(not browser.run(shown, part), f"{part} is printed")
    checks.expect(browser.run(shown, ".only-in-print"), "the address of a kept record is not printed")
    print("looked at preferences and paper", flush=True)


def tab_until(browser, checks, wanted, limit=60):
    """Walks with the tab key; every stop must be seen."""
    for _ in range(limit):
        browser.press(Keys.TAB)
        stop = browser.run(FOCUS)
        checks.expect(stop["outline"] and stop["width"] > 0 and stop["top"] > -2, f"the stop at {stop} is not seen")
        if wanted(stop):
            return stop
    checks.expect(False, "the tab key did not lead there")
    return None


def check_keyboard(browser, checks):
    browser.look(DESKTOP)
    browser.open("/nl/")
    browser.press(Keys.TAB)
    checks.expect(browser.run("return document.activeElement.className") == "skip", "the first stop is not the skip link")
    browser.press(Keys.ENTER)
    checks.expect(browser.run("return document.activeElement.id") == "main", "the skip link does not lead to the content")
    browser.open("/nl/")
    tab_until(browser, checks, lambda stop: stop["id"] == "q")
    browser.press("cyberpesten")
    browser.press_enter()
    checks.expect("q=cyberpesten" in browser.driver.current_url, "Enter does not search")
    total = int(browser.find(".total").text.split()[0])
    checks.expect(total > 5, "nothing is found")
    browser.run("document.querySelector('.facets summary').focus()")
    browser.press(Keys.ENTER, Keys.TAB, Keys.SPACE)
    checks.expect(browser.run("return document.activeElement.checked"), "a choice can't be made with the keyboard")
    browser.press_enter()
    checks.expect(len(browser.driver.find_elements(By.CSS_SELECTOR, ".chip")) == 1, "a choice made with the keyboard shows no chip")
    checks.expect(int(browser.find(".total").text.split()[0]) < total, "a choice does not narrow the search")
    browser.find(".chip").send_keys(Keys.ENTER)
    checks.expect(int(browser.find(".total").text.split()[0]) == total, "taking a choice away does not bring all back")
    title = browser.find(".card h2 a").text
    browser.find(".card h2 a").send_keys(Keys.ENTER)
    checks.expect(browser.find("h1").text == title, "the first result does not open")
    print("walked with the keyboard", flush=True)


def check_suggestions(browser, checks):
    """What is typed is completed, as the ARIA combobox pattern says; the form stays a form."""
    browser.look(PHONE)
    browser.open("/nl/")
    browser.driver.get_log("performance")
    field = browser.find("#q")
    field.send_keys("cyberp")
    option = browser.find("#q-list [role=option]")
    WebDriverWait(browser.driver, 5).until(lambda _: option.is_displayed())
    state = lambda: browser.run(
        "const q = document.getElementById('q'); return [q.getAttribute('aria-expanded'), q.getAttribute('aria-activedescendant')]")
    checks.expect(field.get_attribute("role") == "combobox" and state() == ["true", None], f"the open list is not announced: {state()}")
    checks.expect("voorstel" in browser.find(".box [role=status]").get_attribute("textContent"), "the number of suggestions is not said")
    checks.expect(browser.violations() == [], "axe complains about the open list")
    checks.expect(not browser.has_sideways_scroll(), "the open list scrolls sideways")
    asked, sizes = suggest_requests(browser)
    checks.expect(1 <= asked <= len("cyberp"), f"{asked} requests for six letters")
    checks.expect(all(size <= 2048 + 1024 for size in sizes), f"suggestions of {sizes} bytes with their head")
    browser.press(Keys.ARROW_DOWN)
    checks.expect(state() == ["true", "q-list-0"], f"arrow down marks nothing: {state()}")
    browser.press(Keys.ESCAPE)
    checks.expect(state() == ["false", None] and field.get_attribute("value") == "cyberp", f"Escape does not close the list: {state()}")
    browser.press(Keys.ARROW_DOWN)
    browser.press_enter()
    checks.expect("q=Cyberpesten" in browser.driver.current_url, f"a chosen suggestion is not searched: {browser.driver.current_url}")
    browser.find("#q").clear()
    browser.find("#q").send_keys("zzzzzz")
    WebDriverWait(browser.driver, 5).until(
        lambda _: browser.find(".box [role=status]").get_attribute("textContent") == "Geen voorstellen")
    browser.press_enter()
    checks.expect("q=zzzzzz" in browser.driver.current_url, "Enter without a choice does not search what was typed")
    print("typed and chose suggestions", flush=True)


def suggest_requests(browser):
    """How many suggestions were asked for, and how many bytes each answer was."""
    ids, sizes = set(), []
    for entry in browser.driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent" and "/suggest?" in message["params"]["request"]["url"]:
            ids.add(message["params"]["requestId"])
        if message["method"] == "Network.loadingFinished" and message["params"]["requestId"] in ids:
            sizes.append(message["params"]["encodedDataLength"])
    return len(ids), sizes


def check_help_card(browser, checks):
    """The quiet button in the header: closed until it is wanted, then numbers to tap; also with the keyboard."""
    browser.look(PHONE)
    for language in LANGUAGES:
        browser.open(f"/{language}/themes")
        card = browser.find(".helpcard")
        checks.expect(not card.is_displayed(), f"{language}: the help card is open by itself")
        browser.run("document.querySelector('.needhelp > summary').focus()")
        browser.press(Keys.ENTER)
        checks.expect(card.is_displayed(), f"{language}: Enter does not open the help card")
        box = browser.run("const b = arguments[0].getBoundingClientRect(); return [b.left, b.right]", card)
        checks.expect(box[0] >= 0 and box[1] <= PHONE[0], f"{language}: the help card leaves the screen: {box}")
        checks.expect(not browser.violations(), f"{language}: axe complains about the open help card")
        numbers = [a.get_attribute("href") for a in card.find_elements(By.CSS_SELECTOR, "a[href^='tel:']")]
        checks.expect(len(numbers) >= 4 and "tel:112" in numbers, f"{language}: numbers in the help card: {numbers}")
    print("opened the help card", flush=True)


def check_plan(browser, checks):
    """A plan without script: asked, made, changed; its code, its calendar and its paper."""
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.look(PHONE)
    browser.open("/nl/plan")
    browser.find("input[name=for][value=class]").click()
    browser.find("input[name=theme][value=disinformation]").click()
    browser.find(".planform button").click()
    titles = [h.text for h in browser.driver.find_elements(By.CSS_SELECTOR, ".plan h2")]
    checks.expect(len(titles) >= 3, f"a plan of {titles}")
    browser.find(".plan li:first-child a[href*='without=']").click()
    others = [h.text for h in browser.driver.find_elements(By.CSS_SELECTOR, ".plan h2")]
    checks.expect(titles[0] not in others and others, "what was left out is still in the plan")
    browser.find(".change summary").click()
    checks.expect(browser.find("input[name=theme][value=disinformation]").is_selected(), "the form forgot the answers")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    address = browser.driver.current_url
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        browser.command("Emulation.setDeviceMetricsOverride", width=PHONE[0], height=PHONE[1], deviceScaleFactor=3, mobile=False)
        picture.write(browser.find(".qr").screenshot_as_png)
        picture.flush()
        read = subprocess.run(["zbarimg", "--quiet", "--raw", picture.name], capture_output=True, text=True)
    # The order of what stands in the address may differ from what the form sent.
    same = lambda url: (url.split("?")[0], sorted(url.split("?")[1].split("&")))
    checks.expect(same(read.stdout.strip()) == same(browser.run("return document.querySelector('.only-in-print').textContent")), f"the code holds {read.stdout!r}")
    checks.expect("without=" in address, "the address does not hold the plan")
    calendar = browser.find("a[href*='plan.ics']").get_attribute("href")
    with urllib.request.urlopen(calendar) as answer:
        events = icalendar.Calendar.from_ical(answer.read()).walk("VEVENT")
    checks.expect(len(events) == len(others), f"{len(events)} events for {len(others)} steps")
    days = [event.decoded("DTSTART") for event in events]
    checks.expect(days == sorted(set(days)), f"the days of the calendar: {days}")
    print("made a plan", flush=True)


def check_shortlist(browser, checks):
    """Search, keep, and find it again: with script switched off."""
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.look(PHONE)
    browser.open("/fr/")
    browser.find("#q").send_keys("sextorsion")
    browser.find(".box button").click()
    browser.find(".keep a").click()
    checks.expect("keep=" in browser.driver.current_url and "q=sextorsion" in browser.driver.current_url, "keeping leaves the page")
    browser.find(".brand").click()
    browser.find("a.kept").click()
    checks.expect("/fr/shortlist?keep=" in browser.driver.current_url, "the link of the header does not lead to the list")
    checks.expect(len(browser.driver.find_elements(By.CSS_SELECTOR, ".card")) == 1, "what was kept is not on the list")
    browser.find(".languages a[hreflang=de]").click()
    checks.expect(len(browser.driver.find_elements(By.CSS_SELECTOR, ".card")) == 1, "another language loses the list")
    browser.find(".card .keep a").click()
    checks.expect("keep=" not in browser.driver.current_url, "what was taken off is still in the address")
    browser.open("/fr/records/awel-102/suggestion")
    browser.find("#message").send_keys("Essai du navigateur")
    browser.find("main button[type=submit]").click()
    checks.expect(len(browser.find("main strong").text) == 9, "a suggestion gets no code")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    print("searched, kept and wrote without script", flush=True)


def main(base):
    checks = Checks()
    browser = Browser(base)
    try:
        for language in LANGUAGES:
            for size in (PHONE, DESKTOP):
                for dark in (False, True):
                    pages = PAGES | MORE_PAGES if size == PHONE and not dark else PAGES
                    check_pages(browser, checks, language, size, dark, pages)
        check_narrow(browser, checks)
        check_preferences(browser, checks)
        check_keyboard(browser, checks)
        check_suggestions(browser, checks)
        check_help_card(browser, checks)
        check_plan(browser, checks)
        check_shortlist(browser, checks)
    finally:
        browser.driver.quit()
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
