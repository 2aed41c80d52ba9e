"""Every conformance test, one after another, against a running server: run.py ADDRESS BINARY [--record FILE] [NAME…]

The first line of each test's own text says what it looks at; `TOOLS` says with whose programs.
"""

import argparse
import datetime
import importlib.metadata
import json
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent

# Name of the test, and the packages whose judgement counts in it.
TOOLS = {
    "api": ["openapi-spec-validator", "schemathesis"],
    "hsds": ["jsonschema", "frictionless"],
    "linked_data": ["extruct", "rdflib"],
    "oai": ["sickle", "lxml"],
    "vocabulary": ["rdflib", "pyshacl", "frictionless"],
    "feed": ["feedparser", "icalendar", "recurring-ical-events", "protego", "lxml"],
    "federation": [],
}


def run(name, address, binary):
    """The counts of one test, after its own lines."""
    target = binary if name == "federation" else address
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, str(HERE / f"{name}_tests.py"), target], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True)
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if not re.fullmatch(r"\d+ passed, \d+ failed", lines[-1]):
            print(f"  {name}: {lines[-1]}", flush=True)
    process.wait()
    counts = re.fullmatch(r"(\d+) passed, (\d+) failed", lines[-1] if lines else "")
    if not counts:
        print(f"  {name}: broke off (exit status {process.returncode})", flush=True)
        return 0, 1
    passed, failed = map(int, counts.groups())
    print(f"{name}: {passed} passed, {failed} failed in {time.monotonic() - began:.0f} s", flush=True)
    return passed, failed


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("address")
    arguments.add_argument("binary")
    arguments.add_argument("--record", metavar="FILE")
    arguments.add_argument("names", nargs="*", metavar="NAME")
    options = arguments.parse_args()
    names = options.names or list(TOOLS)
    unknown = [name for name in names if name not in TOOLS]
    if unknown:
        arguments.error(f"{unknown[0]}: choose from {', '.join(TOOLS)}")
    parts = []
    for name in names:
        passed, failed = run(name, options.address.rstrip("/"), options.binary)
        tools = [f"{tool} {importlib.metadata.version(tool)}" for tool in TOOLS[name]]
        parts.append({"name": name, "tools": tools, "passed": passed, "failed": failed})
    if options.record:
        today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        text = json.dumps({"date": today, "parts": parts}, indent=2)
        pathlib.Path(options.record).write_text(text + "\n")
    passed = sum(part["passed"] for part in parts)
    failed = sum(part["failed"] for part in parts)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
