"""Kills the server in the middle of whatever is written, fills its disk, moves its clock, and looks for what must not be
found: in the files, the log, a backup, and the memory of the idle process.

Usage: crash_tests.py BETTERNET CATALOGUE
"""

import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks
import clocks
import cut_short
import disks
import kills
import rights
from reporters import FORM, Reporter
from servers import Server, prepare, small_catalogue

MARKER = "MARKER-die-niemand-mag-finden-" + "%016x" % random.getrandbits(64)
# Kills on each of two folders, and the seconds within which they must be done on a slow machine.
KILLS, SECONDS = 150, 600


def send_some(program, data, log, checks):
    server = Server(program, data, log)
    reporter = Reporter(server.port)
    receipts = [reporter.send(MARKER) for _ in range(4)]
    checks.expect(all(receipts), "a report was not taken")
    server.kill()
    return receipts


def check_full_disk(program, data, log, checks):
    """No receipt for what is not stored; what was typed stays in the form; reading goes on; nothing is broken after."""
    server = Server(program, data, log, largest_file=1_000_000)
    reporter = Reporter(server.port)
    receipts, refused = [], None
    for _ in range(400):
        status, page = reporter.post(FORM, **(reporter.form() | {"what": MARKER}))
        if status != 200:
            refused = status, page
            break
        receipts.append(reporter.receipt(page))
    checks.expect(refused is not None, "the disk never filled up")
    status, page = refused or (0, "")
    checks.expect(status == 503 and MARKER in page and 'class="words"' not in page, f"on a full disk: {status}")
    checks.expect(reporter.get("/nl/help")[0] == 200, "pages can't be read on a full disk")
    server.stop()
    server = Server(program, data, log)
    reporter = Reporter(server.port)
    opened = sum(reporter.come_back(receipt)[0] == 200 for receipt in receipts)
    checks.expect(opened == len(receipts), f"only {opened} of {len(receipts)} receipts from before the disk was full open")
    checks.expect(reporter.send(MARKER) is not None, "with room again nothing is stored")
    server.stop()
    print(f"filled the disk after {len(receipts)} reports", flush=True)


def check_nothing_readable(program, data, log, receipts, checks):
    """Neither what was reported nor the words of a receipt: in no file, no log, no backup, no memory."""
    server = Server(program, data, log)
    reporter = Reporter(server.port)
    receipts = receipts[-3:] + [reporter.send(MARKER)]
    for receipt in receipts:
        status, page = reporter.come_back(receipt)
        checks.expect(status == 200 and MARKER in page, f"a receipt does not open its report: {status}")
    reporter.connection.close()
    time.sleep(3)
    folder = pathlib.Path(data)
    with sqlite3.connect(folder / "betternet.sqlite") as database:
        database.execute("VACUUM INTO ?", (str(folder / "backup.sqlite"),))
    core = folder / "core"
    subprocess.run(["gcore", "-o", str(core), str(server.process.pid)], check=True, capture_output=True)
    core = pathlib.Path(f"{core}.{server.process.pid}")
    secrets = {"the report": MARKER.encode(), "the words of a receipt": receipts[-1][1].encode()}
    contents = core.read_bytes()
    # What the program does keep is found: the search itself works.
    checks.expect("Child Focus".encode() in contents and len(contents) > 20 << 20, "the core dump is no core dump")
    for name, secret in secrets.items():
        checks.expect(secret not in contents, f"{name} is in the memory of the idle server")
        checks.expect(secret not in pathlib.Path(log).read_bytes(), f"{name} is in the log")
        for file in folder.glob("*.sqlite*"):
            checks.expect(secret not in file.read_bytes(), f"{name} is in {file.name}")
    core.unlink()
    server.stop()
    print("looked for what must not be found", flush=True)


def main(program, catalogue):
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        data, log = str(folder / "data"), str(folder / "log")
        small = small_catalogue(catalogue, folder / "catalogue")
        kills.check(program, small, folder, checks, KILLS, SECONDS)
        cut_short.check(program, folder / "lane0", str(folder / "lane1"), folder, checks)
        rights.check(program, small, checks)
        clocks.check(program, small, folder, checks)
        disks.check(program, small, folder, checks)
        prepare(program, catalogue, data)
        receipts = send_some(program, data, log, checks)
        check_full_disk(program, data, log, checks)
        check_nothing_readable(program, data, log, receipts, checks)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
