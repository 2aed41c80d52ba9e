"""Uses the site as people do: with the keyboard alone, without script, on paper; keeps it, plans with it.

What every kind of page must be for everybody is looked at in access.py.

Usage: browser_tests.py BASE_URL
"""

import json
import subprocess
import sys
import tempfile
import urllib.request

import icalendar
from browser import DESKTOP, FOCUS, PHONE, Browser
from checks import Checks
from kinds import LANGUAGES
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait


def check_paper(browser, checks):
    browser.command("Emulation.setEmulatedMedia", media="print", features=[])
    browser.open("/nl/shortlist?keep=awel-102,child-focus-116000")
    shown = "return document.querySelector(arguments[0]).getClientRects().length > 0"
    for part in (".languages", ".needhelp", ".tofind", ".kept", ".keep", "footer nav"):
        checks.expect(not browser.run(shown, part), f"{part} is printed")
    checks.expect(browser.run(shown, ".only-in-print"), "the address of a kept record is not printed")
    print("looked at paper", flush=True)


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
    checks.expect(len(browser.driver.find_elements(By.CSS_SELECTOR, "main .chip")) == 1, "a choice made with the keyboard shows no chip")
    checks.expect(int(browser.find(".total").text.split()[0]) < total, "a choice does not narrow the search")
    browser.find("main .chip").send_keys(Keys.ENTER)
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
        check_paper(browser, checks)
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
