"""Reports at a steady rate, whatever the server does: how long each takes, and whether one is lost when the server is
killed in the middle and started anew.

Usage: load.py BETTERNET CATALOGUE [--rate 200] [--seconds 60] [--kill]
"""

import argparse
import pathlib
import sqlite3
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent.parent / "Tests" / "Crash"))
from crash_tests import Server, prepare
from reporters import Reporter

SENDERS = 16
TEXT = "Er is iets gebeurd in de klaschat. " * 20


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("catalogue")
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--kill", action="store_true", help="kill -9 in the middle")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data, log = f"{folder}/data", f"{folder}/log"
        prepare(options.program, options.catalogue, data)
        server = Server(options.program, data, log)
        times, receipts, failures = [], [], []
        began = time.perf_counter()
        clock = {"next": 0}
        lock = threading.Lock()
        end = threading.Event()

        def send():
            reporter = Reporter(server.port)
            form = None
            while not end.is_set():
                # The form is fetched ahead: what is timed is the sending.
                try:
                    form = form or reporter.form()
                except OSError:
                    return
                with lock:
                    due = clock["next"] / options.rate
                    clock["next"] += 1
                if due >= options.seconds:
                    return
                wait = began + due - time.perf_counter()
                if wait > 0:
                    time.sleep(wait)
                start = time.perf_counter()
                try:
                    receipt = reporter.send(TEXT, form)
                    form = None
                except (OSError, AttributeError):
                    failures.append("cut off")
                    return
                if receipt:
                    times.append(time.perf_counter() - start)
                    receipts.append(receipt)
                else:
                    failures.append("refused")

        senders = [threading.Thread(target=send) for _ in range(SENDERS)]
        for sender in senders:
            sender.start()
        if options.kill:
            time.sleep(options.seconds / 2)
            server.kill()
            end.set()
        for sender in senders:
            sender.join()
        took = time.perf_counter() - began
        if not options.kill:
            server.kill()
        again = Server(options.program, data, log)
        reporter = Reporter(again.port)
        opened = sum(reporter.come_back(receipt)[0] == 200 for receipt in receipts[-20:])
        again.stop()
        with sqlite3.connect(f"{data}/betternet.sqlite") as database:
            numbers = {row[0] for row in database.execute("SELECT number FROM report")}
        lost = sum(int(number.replace(" ", "")) not in numbers for number, _ in receipts)
        times.sort()
        at = lambda share: 1000 * times[min(len(times) - 1, int(share * len(times)))]
        print(f"| {options.rate:.0f} a second wanted | {len(receipts) / min(took, options.seconds if not options.kill else took):.0f} a second, {len(receipts)} receipts |")
        print(f"| p50 / p95 / p99 / longest | {at(.5):.0f} / {at(.95):.0f} / {at(.99):.0f} / {1000 * times[-1]:.0f} ms |")
        print(f"| lost after kill -9 | {lost} of {len(receipts)}; {opened} of the last {min(20, len(receipts))} receipts opened; {len(failures)} cut off or refused |")


if __name__ == "__main__":
    main()
