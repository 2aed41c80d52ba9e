"""Makes accounts of the workspace and signs in with them, as people do: by the link, the password and the device."""

import base64
import datetime
import hashlib
import hmac
import re
import struct
import subprocess
import zoneinfo

PASSWORD = "vier losse woorden hier"
BELGIUM = zoneinfo.ZoneInfo("Europe/Brussels")


def code(secret, moment, step=0):
    """The six digits that a device shows at a moment on the clocks of Belgium (RFC 6238)."""
    seconds = datetime.datetime.fromisoformat(moment).replace(tzinfo=BELGIUM).timestamp()
    counter = struct.pack(">Q", int(seconds) // 30 + step)
    key = base64.b32decode(secret.replace(" ", ""))
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def invite(program, data, email, name, moment, *options):
    """The path of the link with which somebody chooses a password."""
    said = subprocess.run(
        [program, "account", "add", email, "--name", name, "--data", data, "--clock", moment, *options],
        text=True, check=True, stdout=subprocess.PIPE).stdout
    return re.search(r"https?://[^/\s]+(/\S+/invitation/\S+)", said).group(1)


def join(browser, press, path, email, moment):
    """Chooses a password, signs in and sets a device up; returns its secret and the recovery codes."""
    browser.open(path)
    browser.find("#new-password").send_keys(PASSWORD)
    press(browser, "main form button")
    browser.find("#email").send_keys(email)
    browser.find("#password").send_keys(PASSWORD)
    press(browser, "main form button")
    if "second-factor" not in browser.driver.current_url:
        return None, []
    secret = browser.find(".secret").text
    browser.find("#code").send_keys(code(secret, moment))
    press(browser, "form:has(#code) button")
    codes = [item.text for item in browser.driver.find_elements("css selector", ".secrets li")]
    press(browser, "main a.button")
    return secret, codes
