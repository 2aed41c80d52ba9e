"""Whether the time of an answer to a wrong receipt tells that there is such a report: of two samples, one of reports that are
there and one of numbers that nobody has, how often the first is the slower one (Mann and Whitney, 1947). Half is nothing.

Usage: refusals.py BETTERNET CATALOGUE
"""

import pathlib
import statistics
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent.parent / "Tests" / "Crash"))
from reporters import Reporter
from servers import Server, prepare

SAMPLES = 300


def main(program, catalogue):
    with tempfile.TemporaryDirectory() as folder:
        data, log = f"{folder}/data", f"{folder}/log"
        prepare(program, catalogue, data)
        server = Server(program, data, log)
        reporter = Reporter(server.port)
        known, other = reporter.send("Er is iets gebeurd."), reporter.send("Er is nog iets gebeurd.")
        asked = {True: (known[0], other[1]), False: ("1000 0001", other[1])}
        times = {True: [], False: []}
        for place in range(2 * SAMPLES + 20):
            is_there = place % 2 == 0
            began = time.perf_counter()
            status, _ = reporter.come_back(asked[is_there])
            took = time.perf_counter() - began
            if status != 422:
                sys.exit(f"a wrong receipt was answered with {status}")
            if place >= 20:
                times[is_there].append(took)
        server.stop()
    slower = sum(a > b for a in times[True] for b in times[False]) / SAMPLES**2
    medians = {is_there: statistics.median(took) * 1000 for is_there, took in times.items()}
    # The standard error of the share is sqrt(1 / (6 n)) for two samples of n.
    print(
        f"wrong receipts, {SAMPLES} of each: there {medians[True]:.3f} ms, not there {medians[False]:.3f} ms; slower in {slower:.1%} "
        f"of the pairs (50 % is nothing, standard error {(1 / (6 * SAMPLES)) ** 0.5:.1%})"
    )


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
