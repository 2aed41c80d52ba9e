"""A report in confidence from the first page to the last answer: in a real browser, in four languages, without script.

Usage: reports.py BETTERNET DATA    (the program, and a filled data folder)
"""

import subprocess
import sys

from accounts import invite, join
from browser import PHONE, SMALL_TARGETS, Browser
from checks import Checks
from journeys import Server
from kinds import LANGUAGES
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PASSPHRASE = "een lange wachtzin voor de test"
MOMENT = "2026-11-23T16:30"
ANSWERS = {"nl": "We luisteren naar je.", "fr": "Nous t'écoutons.", "de": "Wir hören dir zu.", "en": "We are listening."}


def look(browser, checks, name):
    """What every page owes: nothing sideways, nothing too small to touch, no complaint of axe."""
    checks.expect(not browser.has_sideways_scroll(), f"{name}: scrolls sideways")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    violations = browser.violations()
    small = browser.run(SMALL_TARGETS)
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    checks.expect(not violations, f"{name}: axe: {violations[:2]}")
    checks.expect(not small, f"{name}: targets under 24 px: {small[:2]}")


def press(browser, selector):
    """Follows a link or sends a form, and waits for the page that it leads to."""
    before = browser.find("html")
    button = browser.find(selector)
    browser.run("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()
    WebDriverWait(browser.driver, 20).until(lambda _: browser.is_gone(before))


def report(browser, checks, language):
    """From the list of what it may be about to the receipt."""
    browser.open(f"/{language}/report")
    look(browser, checks, f"report ({language})")
    press(browser, f"main a[href='/{language}/report/bullied-online']")
    look(browser, checks, f"place ({language})")
    press(browser, f"main a[href='/{language}/report/bullied-online/child-focus']")
    checks.expect("112" in browser.find("main").text, f"{language}: no emergency number before the form")
    press(browser, "main a[href*='who=child']")
    text = f"GEHEIM {language} <i>é</i>"
    browser.find("#what").send_keys(text)
    look(browser, checks, f"form ({language})")
    press(browser, "form.report button")
    browser.find("#place").send_keys("https://platform.example/x")
    press(browser, "form.report button")
    press(browser, "form.report button")
    checks.expect(len(browser.driver.find_elements(By.CSS_SELECTOR, ".words li")) == 9, f"{language}: no receipt")
    look(browser, checks, f"receipt ({language})")
    checks.expect("GEHEIM" not in browser.driver.page_source + browser.driver.current_url, f"{language}: the receipt shows what was typed")
    number = browser.find(".receipt .number").text
    return text, number, [li.text for li in browser.driver.find_elements(By.CSS_SELECTOR, ".words li")]


def come_back(browser, language, number, words):
    browser.open(f"/{language}/report/back")
    browser.find("#number").send_keys(number)
    browser.find("#words").send_keys(" ".join(words).upper())
    press(browser, "form.report button")


def answer(browser, checks, language, text, number):
    """The handler opens the report and answers."""
    browser.open(f"/{language}/workspace/reports")
    if browser.driver.find_elements(By.CSS_SELECTOR, "#passphrase"):
        look(browser, checks, f"sign in ({language})")
        checks.expect(browser.find("#name").get_attribute("value") == "Anna", "the name is not filled in")
        browser.find("#passphrase").send_keys(PASSPHRASE)
        press(browser, "form.report button")
    checks.expect(number in browser.find("main").text and text not in browser.find("main").text, f"{language}: the list")
    look(browser, checks, f"list ({language})")
    press(browser, f"main a[href$='{number.replace(' ', '')}']")
    checks.expect(text not in browser.driver.page_source, f"{language}: open before it is opened")
    press(browser, "form.report button")
    checks.expect(text in browser.find(".dialogue").text, f"{language}: the handler does not read what was sent")
    checks.expect(not browser.driver.find_elements(By.CSS_SELECTOR, ".dialogue a"), f"{language}: an address became a link")
    look(browser, checks, f"case ({language})")
    browser.find("#message").send_keys(ANSWERS[language])
    press(browser, "form.report:has(#message) button")
    checks.expect(ANSWERS[language] in browser.find(".dialogue").text, f"{language}: the answer is not there")


def come_in(browser, checks, program, data):
    """The handler gets an account, which comes before the passphrase of the inbox."""
    browser.open("/nl/workspace/reports")
    checks.expect(not browser.driver.find_elements(By.CSS_SELECTOR, "#passphrase"), "a passphrase is asked of nobody")
    look(browser, checks, "reports, not signed in")
    email = "anna@example.be"
    path = invite(program, data, email, "Anna", MOMENT, "--role", "handler", "--organisation", "child-focus")
    _, codes = join(browser, press, path, email, MOMENT)
    checks.expect(len(codes) == 10, f"{len(codes)} recovery codes")


def main(program, data):
    checks = Checks()
    subprocess.run(
        [program, "inbox", "add", "child-focus", "--theme", "cyberbullying", "--handler", "Anna", "--data", data]
        + [part for language in LANGUAGES for part in ("--language", language)],
        input=PASSPHRASE, text=True, check=True, stdout=subprocess.DEVNULL)
    with Server(program, data, MOMENT) as server:
        browser = Browser(server.base)
        try:
            browser.look(PHONE)
            browser.command("Emulation.setScriptExecutionDisabled", value=True)
            come_in(browser, checks, program, data)
            for language in LANGUAGES:
                text, number, words = report(browser, checks, language)
                answer(browser, checks, language, text, number)
                come_back(browser, language, number, words)
                checks.expect(ANSWERS[language] in browser.find(".dialogue").text, f"{language}: the reporter does not read the answer")
                look(browser, checks, f"dialogue ({language})")
                browser.find("#message").send_keys("OK 👍")
                press(browser, "form.report:has(#message) button")
                checks.expect("OK 👍" in browser.find(".dialogue").text, f"{language}: what was added is not there")
                come_back(browser, language, number, words[:-1] + [words[0]])
                checks.expect(browser.driver.find_elements(By.CSS_SELECTOR, "[role=alert]") and text not in browser.driver.page_source,
                              f"{language}: a wrong receipt opens something")
            browser.open("/nl/workspace/reports/people")
            look(browser, checks, "people")
            complaints = [c for c in browser.complaints() if "422" not in c]
            checks.expect(not complaints, f"console: {complaints[:2]}")
            checks.expect(not browser.foreign_requests(), "requests to others")
        finally:
            browser.driver.quit()
    print(f"told, answered and read in {len(LANGUAGES)} languages without script", flush=True)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
