"""Kills the server in the middle of reports, and looks for what must not be found: in the files, the log, a backup, and
the memory of the idle process.

Usage: crash_tests.py BETTERNET CATALOGUE
"""

import os
import pathlib
import random
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "Browser"))
from checks import Checks
from reporters import FORM, Reporter

MARKER = "MARKER-die-niemand-mag-finden-" + "%016x" % random.getrandbits(64)
PASSPHRASE = "een lange wachtzin voor de test"
ROUNDS, WRITERS, SECONDS = 5, 4, 3
SAMPLES = 150


class Server:
    def __init__(self, program, data, log, largest_file=None):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = open(log, "a")
        # Many reports come from one machine here, so the limit a source has is lifted.
        self.process = subprocess.Popen(
            [program, "serve", "--data", data, "--port", str(self.port), "--most-reports", "1000000"],
            stdout=self.log, stderr=self.log, preexec_fn=largest_file and (lambda: fill_up(largest_file)))
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                break
            except OSError:
                time.sleep(0.1)
        else:
            raise SystemExit("the server did not open: " + pathlib.Path(log).read_text())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


def fill_up(largest_file):
    """As a full disk does: from here on no file grows beyond so many bytes, and a write that would fails."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))


def prepare(program, catalogue, data):
    subprocess.run([program, "load", catalogue, "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [program, "inbox", "add", "child-focus", "--theme", "cyberbullying", "--language", "nl", "--handler", "Anna", "--data", data],
        input=PASSPHRASE, text=True, check=True, stdout=subprocess.DEVNULL)


def check_kills(program, data, log, checks):
    """Every report whose receipt was shown is there after kill -9, and the file is whole."""
    receipts = []
    for _ in range(ROUNDS):
        server = Server(program, data, log)
        stop = threading.Event()

        def write():
            try:
                reporter = Reporter(server.port)
                while not stop.is_set():
                    receipt = reporter.send(MARKER)
                    if receipt:
                        receipts.append(receipt)
            except (OSError, AttributeError):
                pass  # killed in the middle: no receipt was shown

        writers = [threading.Thread(target=write) for _ in range(WRITERS)]
        for writer in writers:
            writer.start()
        time.sleep(random.uniform(0.5, SECONDS))
        server.kill()
        stop.set()
        for writer in writers:
            writer.join()
    database = sqlite3.connect(pathlib.Path(data) / "betternet.sqlite")
    whole = database.execute("PRAGMA integrity_check").fetchone()[0]
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    numbers = {row[0] for row in database.execute("SELECT number FROM report")}
    sealed = {row[0] for row in database.execute("SELECT number FROM reportMessage WHERE place = 0")}
    database.close()
    checks.expect(whole == "ok" and not broken, f"after the kills: {whole}, {broken[:3]}")
    checks.expect(numbers == sealed, "a report without its message")
    lost = [r for r in receipts if int(r[0].replace(" ", "")) not in numbers]
    checks.expect(len(receipts) > 20, f"only {len(receipts)} reports")
    checks.expect(not lost, f"{len(lost)} of {len(receipts)} reports with a receipt are lost")
    print(f"killed {ROUNDS} times: {len(receipts)} receipts shown, {len(lost)} lost", flush=True)
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


def check_timing(program, data, log, receipts, checks):
    """A wrong receipt of a report that is there takes as long as one of a report that isn't: of two samples, one of
    each, neither is the slower one more often than chance."""
    server = Server(program, data, log)
    wrong = receipts[0][1]
    there, nowhere = (receipts[1][0], wrong), ("1000 0001", wrong)
    reporter = Reporter(server.port)
    times = {True: [], False: []}
    for place in range(2 * SAMPLES + 20):
        is_there = place % 2 == 0
        began = time.perf_counter()
        status, _ = reporter.come_back(there if is_there else nowhere)
        took = time.perf_counter() - began
        checks.expect(status == 422, f"a wrong receipt: {status}") if place < 2 else None
        if place >= 20:
            times[is_there].append(took)
    slower = sum((a > b) + 0.5 * (a == b) for a in times[True] for b in times[False]) / (len(times[True]) * len(times[False]))
    # The standard error of this share is about 0.033 with 150 of each (Mann and Whitney, 1947).
    checks.expect(0.35 < slower < 0.65, f"a report that is there answers slower in {slower:.0%} of the pairs")
    print(f"timed {SAMPLES} wrong receipts of each kind: slower in {slower:.0%} of the pairs", flush=True)
    server.stop()


def main(program, catalogue):
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        data, log = os.path.join(folder, "data"), os.path.join(folder, "log")
        prepare(program, catalogue, data)
        receipts = check_kills(program, data, log, checks)
        check_full_disk(program, data, log, checks)
        check_nothing_readable(program, data, log, receipts, checks)
        check_timing(program, data, log, receipts, checks)
    return checks.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
