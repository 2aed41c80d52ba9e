"""A Chromium that the checks look through."""

import json
import pathlib

import axe_playwright_python
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PHONE, DESKTOP = (360, 740), (1280, 900)
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOCUS = """
    const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return {tag: e.tagName, id: e.id, text: (e.innerText || '').trim(), width: box.width, height: box.height,
            top: box.top, outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
"""


SMALL_TARGETS = """
    return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter(e => e.getClientRects().length && !e.closest('p, dd, .links, .sources, .trap, .both') && !e.matches('.skip, .away, .tofind, .term'))
        .map(e => [e, ['checkbox', 'radio'].includes(e.type) ? e.closest('label').getBoundingClientRect() : e.getBoundingClientRect()])
        .filter(([e, box]) => box.width < 24 || box.height < 24)
        .map(([e, box]) => `${e.outerHTML.slice(0, 90)} ${Math.round(box.width)}x${Math.round(box.height)}`);
"""


# A region that scrolls cuts nothing (WCAG 2.2, 1.4.10: tables and pictures may be wider than the page).
CUT_TEXT = """
    return [...document.querySelectorAll('body *')]
        .filter(e => !e.matches('.away, .skip, .tofind, .said, .scrolls, input, fieldset, fieldset *') && !e.closest('svg'))
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
        if not self.run("return 'axe' in window"):
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
