"""Asks for help and sends something now and then, and says how that goes while others crowd the site.

Usage: probe.py PORT SECONDS
"""

import http.client
import itertools
import sys
import threading
import time
import urllib.parse

NUMBERS = itertools.count(int(time.time()))


def ask(port, method, path, body=None):
    """Whether it went well, and the milliseconds that it took with the opening of the connection."""
    begin = time.perf_counter()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        good = answer.status < 400
    except (OSError, http.client.HTTPException):
        good = False
    return good, (time.perf_counter() - begin) * 1_000


def probe(until, pause, work, results):
    while time.monotonic() < until:
        results.append(work())
        time.sleep(pause)


def quantile(results, part):
    times = sorted(time for _, time in results)
    return times[min(len(times) - 1, int(len(times) * part))]


def main():
    port, seconds = int(sys.argv[1]), float(sys.argv[2])
    help_pages, sent = [], []
    until = time.monotonic() + seconds

    def help_page():
        return ask(port, "GET", "/nl/help?x=%d" % next(NUMBERS))

    def send():
        form = urllib.parse.urlencode({"message": "De openingsuren kloppen niet meer (%d)." % next(NUMBERS)})
        return ask(port, "POST", "/nl/records/child-focus/suggestion", form)

    probes = [threading.Thread(target=probe, args=(until, 0.02, help_page, help_pages)),
              threading.Thread(target=probe, args=(until, 0.5, send, sent))]
    for one in probes:
        one.start()
    for one in probes:
        one.join()
    failed = [sum(not good for good, _ in results) for results in (help_pages, sent)]
    print("%d, %d | %.1f | %.1f | %d, %d | %.1f" % (
        len(help_pages), failed[0], quantile(help_pages, 0.5), quantile(help_pages, 0.99), len(sent), failed[1],
        quantile(sent, 0.99)))


if __name__ == "__main__":
    main()
