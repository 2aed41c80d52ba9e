"""Uses what is made for people with little data, no network, paper, or ears instead of eyes.

Usage: everyone.py PROGRAM DATA_FOLDER
"""

import base64
import pathlib
import subprocess
import sys
import tempfile
import urllib.request
import zipfile

from browser import DESKTOP, PHONE, Browser
from checks import Checks
from journeys import Server
from kinds import LANGUAGES
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

MOMENT = "2026-11-25T11:00"
# Without a voice in the test machine: one that says how it is asked to speak.
VOICE = """
    window.said = [];
    const synthesis = {
        getVoices: () => [{lang: 'nl-BE', localService: true}, {lang: 'fr-BE', localService: false}],
        speak: (u) => { window.said.push([u.text, u.lang, u.rate]); if (window.said.length < 4) setTimeout(() => u.onend && u.onend(), 0); },
        cancel: () => {}, addEventListener: () => {},
    };
    Object.defineProperty(window, 'speechSynthesis', {value: synthesis, configurable: true});
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
PRINTED = ("channels/awel-102", "help/sextortion/teenager", "themes/cyberbullying", "shortlist?keep=awel-102,child-focus-116000",
           "plan?for=class&theme=sexting", "routes/first-smartphone", "territories/flanders/poster")


def check_offline(program, data, checks):
    """Kept, then read while the site is not there at all; then let go of."""
    server = Server(program, data, MOMENT)
    browser = Browser(server.base)
    browser.look(PHONE)
    browser.open("/nl/offline")
    browser.find("#keep-offline button").click()
    WebDriverWait(browser.driver, 30).until(lambda _: "Wis" in browser.find("#keep-offline button").text)
    stored = browser.driver.execute_async_script("const done = arguments[0]; navigator.storage.estimate().then(e => done(e.usageDetails?.caches ?? e.usage))")
    checks.expect(0 < stored < 1_000_000, f"what is kept takes {stored} bytes")
    browser.driver.execute_async_script("const done = arguments[0]; navigator.serviceWorker.ready.then(() => done())")
    browser.open("/nl/shortlist?keep=awel-102")
    server.__exit__()
    try:
        for path, words in (("/nl/help", "Hulp"), ("/nl/help/sextortion/teenager", "gechanteerd"), ("/nl/routes/first-smartphone", "smartphone"),
                            ("/nl/kids", "Hoi"), ("/nl/shortlist?keep=awel-102", "Awel"), ("/nl/channels/awel-102", "102")):
            browser.open(path)
            text = browser.find("main").text
            checks.expect(words.lower() in text.lower() and browser.find("h1").text != "", f"{path} can't be read without network: {text[:80]!r}")
            if "shortlist" not in path:
                checks.expect("Bewaard op" in text, f"{path} doesn't say how old it is")
        checks.expect(browser.run("return getComputedStyle(document.querySelector('.brand')).fontWeight") == "800", "without network there is no style")
        browser.find("footer a[href='/nl/help']").click()
        checks.expect(browser.driver.current_url.endswith("/nl/help") and "Bewaard op" in browser.find("main").text, "links don't lead on without network")
        browser.open("/")
        checks.expect("Bewaard op" in browser.find("main").text, "the front door is shut without network")
        browser.open("/nl/news")
        checks.expect("niet bewaard" in browser.find("h1").text, "a page that is not kept is not explained")
        checks.expect("116 000" in browser.find("footer").text, "a page that is not kept has nobody to call")
        checks.expect(not browser.violations(), "axe complains about a kept page")
        again = server.base.rsplit(":", 1)[1]
        with Server(program, data, MOMENT, "--port", again):
            browser.open("/nl/offline")
            browser.find("#keep-offline button").click()
            WebDriverWait(browser.driver, 10).until(lambda _: "Bewaar" in browser.find("#keep-offline button").text)
            left = browser.driver.execute_async_script(
                "const done = arguments[0]; Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([a, b]) => done(a.length + b.length))")
            checks.expect(left == 0, f"{left} things are left after wiping")
    finally:
        browser.driver.quit()
    print("kept the site and read it without network", flush=True)


def check_files(browser, checks):
    """The plain site, from a folder: links, styles and the search."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "site.zip"
        with urllib.request.urlopen(browser.base + "/fr/offline.zip") as answer:
            file.write_bytes(answer.read())
        with zipfile.ZipFile(file) as archive:
            checks.expect(archive.testzip() is None, "the archive is damaged")
            archive.extractall(folder)
        browser.look(PHONE)
        browser.driver.get(f"file://{folder}/index.html")
        checks.expect(browser.run("return getComputedStyle(document.querySelector('.brand')).fontWeight") == "800", "the files have no style")
        browser.find("#q").send_keys("harcèlement")
        browser.press(Keys.ENTER)
        WebDriverWait(browser.driver, 10).until(lambda _: browser.driver.find_elements(By.CSS_SELECTOR, "#results .card"))
        cards = browser.driver.find_elements(By.CSS_SELECTOR, "#results .card a")
        checks.expect(len(cards) > 5, f"the search of the files finds {len(cards)}")
        title = cards[0].text
        cards[0].click()
        checks.expect(browser.find("h1").text == title, "a result of the files does not open")
        checks.expect(browser.driver.current_url.startswith("file:"), "a result leaves the files")
        complaints = browser.complaints()
        checks.expect(not complaints, f"the files complain: {complaints[:2]}")
    print("read the files of a stick", flush=True)


def check_paper(browser, checks):
    """Printed to PDF: A4, few pages, a code that a camera reads, nothing that is only for screens."""
    browser.look(DESKTOP)
    for rest in PRINTED:
        for second in ("", "fr"):
            address = f"/nl/{rest}" + (("&" if "?" in rest else "?") + "beside=fr" if second else "")
            browser.open(address)
            pdf = browser.command("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "page.pdf"
                file.write_bytes(base64.b64decode(pdf))
                facts = subprocess.run(["pdfinfo", file], capture_output=True, text=True).stdout
                text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True).stdout
                subprocess.run(["pdftoppm", "-r", "150", "-png", file, f"{folder}/page"])
                read = subprocess.run(["zbarimg", "--quiet", "--raw", *map(str, pathlib.Path(folder).glob("page-*.png"))], capture_output=True, text=True).stdout
            pages = int(facts.split("Pages:")[1].split()[0])
            checks.expect("A4" in facts, f"{address}: not A4")
            checks.expect(pages <= (1 if "poster" in rest and not second else 10), f"{address}: {pages} pages")
            checks.expect(browser.base in read, f"{address}: the code holds {read!r}")
            checks.expect("Snel weg" not in text and "Anders lezen" not in text, f"{address}: prints what is only for screens")
            checks.expect("Nu open" not in text, f"{address}: says on paper what is open now")
    print("printed", flush=True)


def check_aloud(browser, checks):
    browser.look(PHONE)
    script = browser.command("Page.addScriptToEvaluateOnNewDocument", source=VOICE)["identifier"]
    try:
        browser.open("/nl/help/sextortion/teenager")
        browser.find(".ways > summary").click()
        browser.find(".aloud button").click()
        WebDriverWait(browser.driver, 5).until(lambda _: len(browser.run("return window.said")) == 4)
        said = browser.run("return window.said")
        checks.expect(all(len(text.split(". ")) == 1 and lang == "nl" and rate == 1 for text, lang, rate in said), f"read aloud: {said}")
        checks.expect(browser.run("return CSS.highlights.has('spoken')"), "the sentence that is read is not marked")
        checks.expect(browser.run("return document.activeElement.closest('.aloudbar') !== null"), "the way to stop has no focus")
        checks.expect(not browser.violations(), "axe complains while a page is read aloud")
        browser.press(Keys.ENTER)
        checks.expect(not browser.driver.find_elements(By.CSS_SELECTOR, ".aloudbar"), "reading does not stop")
        browser.open("/nl/help/sextortion/teenager?beside=fr")
        browser.find(".ways > summary").click()
        browser.find(".aloud button").click()
        WebDriverWait(browser.driver, 5).until(lambda _: len(browser.run("return window.said")) == 4)
        checks.expect({lang for _, lang, _ in browser.run("return window.said")} == {"nl"}, "the French half of a help page is read by a remote voice")
        # A remote voice would tell its owner what is read: not on a page that one may want to leave unseen.
        browser.open("/fr/help/sextortion/teenager")
        checks.expect(not browser.driver.find_elements(By.CSS_SELECTOR, ".aloud button"), "a help page is read by a remote voice")
        browser.open("/fr/themes")
        browser.find(".ways > summary").click()
        checks.expect(browser.find(".aloud button").is_displayed(), "nothing reads a page that is no secret")
    finally:
        browser.command("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
    print("listened", flush=True)


def check_level(browser, checks):
    """An editor sees the level while writing."""
    browser.look(DESKTOP)
    browser.open("/en/workspace/readability")
    field = browser.find("#text")
    field.send_keys("The responsible organisation investigates complaints concerning personal information.")
    WebDriverWait(browser.driver, 10).until(lambda _: browser.driver.find_elements(By.CSS_SELECTOR, ".verdict"))
    checks.expect("met" not in browser.find(".verdict").get_attribute("class"), "a hard text passes")
    field.clear()
    field.send_keys("Call us. We listen. You can say what you want.")
    WebDriverWait(browser.driver, 10).until(lambda _: browser.driver.find_elements(By.CSS_SELECTOR, ".verdict.met"))
    checks.expect(browser.run("return document.activeElement.id") == "text", "the field lost its focus")
    print("saw the level of a text while writing it", flush=True)


def check_switches(browser, checks):
    """From a help page to easy words, beside French, and back, with the keyboard and without script."""
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    browser.look(PHONE)
    browser.open("/nl/help/sextortion/teenager")
    browser.find(".languages a:last-child").click()
    checks.expect("/nl-simple/help/sextortion/teenager" in browser.driver.current_url, "the switch does not lead to easy words")
    browser.find(".ways > summary").send_keys(Keys.ENTER)
    browser.find(".wayscard a[href*='beside=fr']").click()
    columns = browser.driver.find_elements(By.CSS_SELECTOR, "main .both > [lang=fr]")
    checks.expect(len(columns) > 10, f"{len(columns)} French halves")
    browser.find(".ways > summary").send_keys(Keys.ENTER)
    browser.find(".wayscard a[href$='teenager']:not([href*=beside])").click()
    checks.expect("beside" not in browser.driver.current_url, "there is no way back to one version")
    browser.command("Emulation.setScriptExecutionDisabled", value=False)
    print("switched words and languages", flush=True)


def check_text_browser(checks, base):
    """A browser without pictures, colours or script: everything is there, in order."""
    for language in LANGUAGES:
        for rest, wanted in (("", "116 000"), ("help/sextortion/teenager", "101"), ("channels/child-focus-116000", "116 000"), ("search?q=sexting", "sexting")):
            text = subprocess.run(["w3m", "-dump", f"{base}/{language}/{rest}"], capture_output=True, text=True).stdout
            checks.expect(wanted in text and len(text) > 800, f"/{language}/{rest} in a text browser: {text[:80]!r}")
    print("read with a text browser", flush=True)


def main(program, data):
    checks = Checks()
    with Server(program, data, MOMENT) as server:
        check_text_browser(checks, server.base)
        browser = Browser(server.base)
        try:
            check_switches(browser, checks)
            check_level(browser, checks)
            check_aloud(browser, checks)
            check_files(browser, checks)
            check_paper(browser, checks)
        finally:
            browser.driver.quit()
    check_offline(program, data, checks)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
