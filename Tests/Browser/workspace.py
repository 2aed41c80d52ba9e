"""From a change to the page that readers see: two members, a phone, four languages, without script.

Usage: workspace.py BETTERNET DATA    (the program, and a filled data folder)
"""

import sys
import time

from accounts import PASSWORD, invite, join
from browser import PHONE, Browser
from checks import Checks
from journeys import Server
from kinds import LANGUAGES
from reports import look, press
from selenium.webdriver.common.by import By

MOMENT = "2026-11-23T16:30"
# Entries of the organisation of the first editor, one for each language.
ENTRIES = dict(zip(LANGUAGES, (
    "affiche-reageren-sociale-media", "feitencheckers", "mediawijs-kinderrechten", "ik-ben-ook-online")))
TEXTS = {
    "nl": "Een tekst van de test, met <b>tekens</b>.", "fr": "Un texte d’essai, avec <b>des signes</b>.",
    "de": "Ein Text zur Probe, mit <b>Zeichen</b>.", "en": "A text for a test, with <b>signs</b>.",
}
ROOMS = ("", "entries", "new", "verify", "links", "doubles", "bulk", "sources", "sources/new/edit", "consortium",
         "members", "projects", "meetings", "knowledge", "applications", "people", "account", "tokens", "follows",
         "suggestions")


def plainly(browser):
    browser.look(PHONE)
    browser.command("Emulation.setScriptExecutionDisabled", value=True)


def fill(browser, selector, text):
    field = browser.find(selector)
    field.clear()
    field.send_keys(text)


def choose(browser, selector):
    button = browser.find(selector)
    browser.run("arguments[0].scrollIntoView({block: 'center'})", button)
    button.click()


def write(browser, checks, language):
    """Changes a text, loses the session in the middle, and sends the draft to review."""
    entry, text = ENTRIES[language], TEXTS[language]
    browser.open(f"/{language}/workspace/entries/{entry}")
    look(browser, checks, f"entry ({language})")
    press(browser, "form.deed:has([value=edit]) button")
    look(browser, checks, f"form ({language})")
    fill(browser, f"#summary-{language}", text)
    browser.find("#founded").send_keys("ooit")
    press(browser, "[name=action][value=save]")
    checks.expect(browser.find(f"#summary-{language}").get_attribute("value").strip() == text, f"{language}: the text is gone")
    checks.expect("ooit" in browser.find("#founded").get_attribute("value"), f"{language}: what can't be read is gone")
    checks.expect(browser.driver.find_elements(By.CSS_SELECTOR, "#founded-fault"), f"{language}: nothing is said beside the year")
    look(browser, checks, f"form with a fault ({language})")
    fill(browser, "#founded", "2020")
    # The session ends while somebody writes.
    cookies = browser.driver.get_cookies()
    browser.driver.delete_all_cookies()
    fill(browser, "#why", "Proef")
    press(browser, "[name=action][value=save]")
    checks.expect(text in browser.driver.page_source.replace("&lt;", "<").replace("&gt;", ">"), f"{language}: a lost session loses the text")
    look(browser, checks, f"sign in again ({language})")
    fill(browser, "#email", "noor@example.be")
    browser.find("#password").send_keys(PASSWORD)
    press(browser, "main form button")
    look(browser, checks, f"send again ({language})")
    press(browser, "form.work button")
    checks.expect(browser.find("#why").get_attribute("value") == "Proef", f"{language}: what was typed last is gone")
    checks.expect(cookies[0]["value"] != browser.driver.get_cookies()[0]["value"], f"{language}: the same session again")
    press(browser, "[name=action][value=preview]")
    look(browser, checks, f"preview ({language})")
    checks.expect(text in browser.find("main").text, f"{language}: the preview does not show the text")
    browser.driver.back()
    press(browser, "[name=action][value=submit]")
    look(browser, checks, f"submitted ({language})")


def review(browser, checks, language):
    """The editor of another member reads it: once without grounds, then with them."""
    browser.open(f"/{language}/workspace")
    look(browser, checks, f"work list ({language})")
    press(browser, "#reviewing .tasks a")
    look(browser, checks, f"review ({language})")
    checks.expect(browser.driver.find_elements(By.CSS_SELECTOR, "main ins"), f"{language}: the review shows no difference")
    choose(browser, "[name=decision][value=publish]")
    press(browser, "form.work button[type=submit]")
    checks.expect(browser.driver.find_elements(By.CSS_SELECTOR, "#faults a"), f"{language}: published without grounds")
    look(browser, checks, f"review with faults ({language})")
    for number, box in enumerate(browser.driver.find_elements(By.CSS_SELECTOR, "[name^=met-][value=yes]")):
        browser.run("arguments[0].scrollIntoView({block: 'center'})", box)
        box.click()
        browser.driver.find_elements(By.CSS_SELECTOR, "[name^=ground-]")[number].send_keys("Gezien op de eigen pagina.")
    choose(browser, "[name=decision][value=publish]")
    press(browser, "form.work button[type=submit]")


def read(browser, checks, language):
    """Within two seconds readers see the text, and who checked it."""
    page = ""
    for _ in range(10):
        browser.open(f"/{language}/resources/{ENTRIES[language]}")
        page = browser.find("main").text
        if TEXTS[language] in page:
            break
        time.sleep(0.5)
    checks.expect(TEXTS[language] in page, f"{language}: readers don't see the text")
    checks.expect("Child Focus" in page, f"{language}: nothing says who checked it")


def main(program, data):
    checks = Checks()
    with Server(program, data, MOMENT) as server:
        anna, bert = Browser(server.base), Browser(server.base)
        try:
            for browser, email, name, organisation in (
                    (anna, "noor@example.be", "Anna", "mediawijs"), (bert, "robin@example.be", "Bert", "child-focus")):
                plainly(browser)
                path = invite(program, data, email, name, MOMENT, "--role", "editor", "--organisation", organisation)
                join(browser, press, path, email, MOMENT)
            anna.open("/nl/workspace/dashboard")
            checks.expect("403" not in anna.driver.title and not anna.driver.find_elements(By.CSS_SELECTOR, "dl.figures"),
                          "an editor sees the overview of the coordinator")
            for language in LANGUAGES:
                write(anna, checks, language)
                review(bert, checks, language)
                read(bert, checks, language)
                for room in ROOMS:
                    anna.open(f"/{language}/workspace/{room}")
                    checks.expect(anna.find("html").get_attribute("lang") == language, f"{room} ({language}): another language")
                    look(anna, checks, f"{room} ({language})")
            for browser in (anna, bert):
                complaints = [c for c in browser.complaints() if not any(status in c for status in ("401", "403", "422"))]
                checks.expect(not complaints, f"console: {complaints[:2]}")
                checks.expect(not browser.foreign_requests(), "requests to others")
        finally:
            anna.driver.quit()
            bert.driver.quit()
    print(f"written, read and published in {len(LANGUAGES)} languages without script", flush=True)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
