"""Rides the journeys of Tests/Journeys/journeys.yaml that are marked for it in a real browser: with script, without
script, and by keyboard alone. The clock of the site is set to the moment of each journey.

Usage: journeys.py BETTERNET DATA    (the program, and a filled data folder)
"""

import pathlib
import re
import socket
import subprocess
import sys
import time

import yaml
from browser import FOCUS, PHONE, Browser
from checks import Checks
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

TABLE = pathlib.Path(__file__).parent.parent / "Journeys" / "journeys.yaml"
MODES = ("script", "no script", "keyboard")
MOST_TABS = 150


class Server:
    """The site at one moment."""

    def __init__(self, program, data, moment, *options):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [program, "serve", "--data", data, "--port", str(port), "--clock", moment, *options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "is open" in line:
                return
        raise SystemExit("the server did not open: " + "".join(said))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)


def follow(browser, mode, selector):
    """Follows a link: by a click, or with the tab key and Enter."""
    if mode != "keyboard":
        # As a thumb does: what one wants to tap is brought away from the edge of the screen.
        link = browser.find(selector)
        browser.run("arguments[0].scrollIntoView({block: 'center'})", link)
        link.click()
        return True
    for _ in range(MOST_TABS):
        browser.press(Keys.TAB)
        if browser.run("return document.activeElement.matches(arguments[0])", selector):
            stop = browser.run(FOCUS)
            browser.press_enter()
            return stop["outline"] and stop["width"] > 0
    return False


def ride(browser, checks, journey, mode):
    language = journey["language"]
    name = f"{language} {journey['at']} {journey.get('words') or ' › '.join(journey['path'])} ({mode})"
    if "words" in journey:
        browser.open(f"/{language}/")
        if mode == "keyboard":
            for _ in range(MOST_TABS):
                browser.press(Keys.TAB)
                if browser.run("return document.activeElement.id") == "q":
                    break
            browser.press(journey["words"])
            browser.press_enter()
        else:
            browser.find("#q").send_keys(journey["words"])
            browser.find(".find button, form[role=search] button").click()
        section = "#people"
    else:
        path = journey["path"]
        door = "kids" if path[0] == "kids" else "help"
        browser.open(f"/{language}/{door}")
        address = f"/{language}/{door}"
        for step in path[1:] if door == "kids" else path:
            address += f"/{step}"
            checks.expect(follow(browser, mode, f"main a[href='{address}']"), f"{name}: {address} is not reached")
        section = "#talk"
    links = browser.driver.find_elements(
        By.CSS_SELECTOR, f"section[aria-labelledby='{section[1:]}'] a[href*='/channels/']")
    first = re.search(r"/channels/([a-z0-9-]+)", links[0].get_attribute("href")).group(1) if links else None
    checks.expect(first == journey["first"], f"{name}: {first} stands first, not {journey['first']}")
    numbers = browser.driver.find_elements(By.CSS_SELECTOR, "main a[href^='tel:']")
    checks.expect(any(n.is_displayed() for n in numbers), f"{name}: no number to tap")


def check_exit(browser, checks):
    """The quick exit: a plain link without script; with script it takes the page out of the history of the tab."""
    browser.look(PHONE)
    weather = "meteo.be"
    for keys in (False, True):
        browser.open("/nl/")
        browser.open("/nl/help/sextortion/teenager")
        if keys:
            browser.press(Keys.SHIFT, Keys.SHIFT, Keys.SHIFT)
        else:
            browser.press(Keys.TAB)
            checks.expect(browser.run("return document.activeElement.className") == "exit", "the exit is not the first stop")
            browser.press(Keys.ENTER)
        deadline = time.monotonic() + 10
        while weather not in browser.driver.current_url and time.monotonic() < deadline:
            time.sleep(0.1)
        checks.expect(weather in browser.driver.current_url, f"the exit leads to {browser.driver.current_url}")
        browser.driver.back()
        checks.expect("/help/" not in browser.driver.current_url, "the page is still in the history of the tab")
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.open("/fr/help")
    browser.find(".exit").click()
    checks.expect(weather in browser.driver.current_url, "without script the exit is no link")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    # One or two times Shift, or Shift while typing, is no exit.
    browser.open("/nl/help")
    browser.press(Keys.SHIFT, Keys.SHIFT, "a", Keys.SHIFT)
    time.sleep(0.3)
    checks.expect("/nl/help" in browser.driver.current_url, "Shift and letters leave the page")
    print("left at once", flush=True)


def main(program, data):
    checks = Checks()
    journeys = [j for j in yaml.safe_load(TABLE.read_text()) if j.get("browser")]
    browser = Browser("")
    try:
        for moment in sorted({str(j["at"]) for j in journeys}):
            with Server(program, data, moment) as server:
                browser.base = server.base
                for mode in MODES:
                    browser.look(PHONE)
                    browser.command("Emulation.setScriptExecutionDisabled", value=mode == "no script")
                    for journey in (j for j in journeys if str(j["at"]) == moment):
                        ride(browser, checks, journey, mode)
                browser.command("Emulation.setScriptExecutionDisabled", value=False)
                if moment == str(journeys[0]["at"]):
                    check_exit(browser, checks)
        checks.expect(len(journeys) >= 12, "fewer than twelve journeys for the browser")
        print(f"rode {len(journeys)} journeys, each in {len(MODES)} ways", flush=True)
    finally:
        browser.driver.quit()
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
