"""Reckons what it takes to serve every Safer Internet Centre of Europe, and prints the tables of docs/scale.md.

Usage: model.py [NAME=VALUE …]    every input can be set to another value, such as model.py peak=100000

The inputs are of three kinds: measured here (Benchmarks/README.md says how), asked for, and assumed. The model is
arithmetic and nothing else: another machine or another year changes the inputs, not the model.
"""

import math
import sys

# name: (value, unit, kind, where it comes from)
INPUTS = {
    "countries": (30, "countries", "asked", "the countries with a Safer Internet Centre, and some to come"),
    "languages": (25, "languages", "asked", "the official languages of the Union, and Norwegian"),
    "records": (1_000_000, "records", "asked", "all countries together"),
    "largest": (0.15, "share", "assumed", "of the records are of the largest country"),
    "peak": (50_000, "requests/s", "asked", "in the minute after a television programme"),
    "one_country": (0.8, "share", "assumed", "of that minute come to one country: the one that was on television"),
    "ready": (0.93, "share", "assumed", "of the requests ask for a page that somebody asked for before"),
    "search": (0.05, "share", "assumed", "are searches that nobody made before; the rest are records for programs, never asked before"),
    "page": (6.5, "kB", "assumed", "of an answer, compressed, with its head"),
    "ready_rate": (59_405, "requests/s a core", "measured", "the home page from ready bytes, one core, 64 connections"),
    "search_rate": (412, "requests/s a core", "measured", "searches never asked before, 10,000 records, 64 connections"),
    "record_rate": (11_000, "requests/s a core", "measured", "records for programs, each of 10,670 asked once"),
    "memory": (9.5, "kB a record", "measured", "resident with 100,000 records in four languages, divided by them"),
    "text": (0.6, "share", "assumed", "of that memory grows with the number of languages"),
    "translated": (0.25, "share", "assumed", "of the languages in which a record stands, on average (its own, English, neighbours)"),
    "file": (15.1, "kB a record", "measured", "the two files that a node starts from, with the shipped catalogue, whose texts are longer than synthetic ones"),
    "start": (0.06, "ms a record", "measured", "of processor time at a start from files, with 100,000 records"),
    "busy": (0.5, "share", "assumed", "how busy a core may be on average in that minute"),
    "cores": (8, "cores", "assumed", "of a node"),
    "ram": (32, "GB", "assumed", "of a node"),
    "core_month": (12, "€", "assumed", "for a core a month, rented"),
    "gb_month": (2, "€", "assumed", "for a GB of memory a month, rented"),
    "traffic": (0.01, "€ a GB", "assumed", "for what goes out"),
    "visits": (20_000_000, "pages a day", "assumed", "on an ordinary day, all countries"),
}


def inputs(changes):
    values = {name: value for name, (value, *_) in INPUTS.items()}
    for change in changes:
        name, _, value = change.partition("=")
        if name not in values:
            sys.exit(f"{name}: there is no such input: choose from {', '.join(values)}")
        try:
            values[name] = float(value)
        except ValueError:
            sys.exit(f"{change}: the value is no number")
    return values


def cores(i, rate):
    """Cores that a number of requests a second keeps as busy as they may be."""
    seconds = rate * (i["ready"] / i["ready_rate"] + i["search"] / i["search_rate"] + (1 - i["ready"] - i["search"]) / i["record_rate"])
    return seconds / i["busy"]


def memory(i, records):
    """GB of one node that holds so many records in the languages in which they stand."""
    measured_languages = 4
    growth = 1 - i["text"] + i["text"] * max(i["languages"] * i["translated"], 1) / measured_languages
    return records * i["memory"] * growth / 1e6


def nodes(i, rate, records):
    """Nodes for so many requests: one more than is needed, and never less than two."""
    return max(2, math.ceil(cores(i, rate) / i["cores"]) + 1)


def groups(i):
    """Each country has its own nodes and its own database: the largest, and an average one of the others."""
    others = i["countries"] - 1
    quiet = i["peak"] * (1 - i["one_country"]) / others
    return [
        ("the largest, on television", 1, i["records"] * i["largest"], i["peak"] * i["one_country"]),
        ("each of the others", others, i["records"] * (1 - i["largest"]) / others, quiet),
        ("all in one, instead", 1, i["records"], i["peak"]),
    ]


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:,.3g}"


def main(changes):
    i = inputs(changes)
    print("### Inputs\n")
    table(
        ["name", "value", "unit", "kind", "what it is"],
        [(name, number(i[name]), unit, kind, source) for name, (_, unit, kind, source) in INPUTS.items()])
    print("### Nodes\n")
    rows = []
    for name, times, records, rate in groups(i):
        count = nodes(i, rate, records)
        gigabytes = memory(i, records)
        month = count * i["cores"] * i["core_month"] + count * max(i["ram"], gigabytes) * i["gb_month"]
        rows.append((
            name, number(times), number(records), number(rate), number(cores(i, rate)), f"{gigabytes:.1f}", count,
            f"{records * i['start'] / 1e3:.1f}", f"{records * i['file'] / 1e6:.2f}", number(rate * i["page"] * 8 / 1e6), number(month)))
    table(
        ["who", "times", "records", "requests/s", "cores", "GB a node", "nodes", "start, s of a core", "files, GB", "Gbit/s out", "€ a month for one"], rows)
    print("### All together, a month\n")
    apart = sum(times * nodes(i, rate, records) * (i["cores"] * i["core_month"] + i["ram"] * i["gb_month"]) for name, times, records, rate in groups(i)[:2])
    bytes_out = i["visits"] * 30 * i["page"] / 1e6
    table(
        ["what", "reckoned", "€ a month"],
        [("nodes of all countries", "each at least two", number(apart)),
         ("databases", "a primary and a standby for each country, 2 cores and 8 GB each", number(i["countries"] * 2 * (2 * i["core_month"] + 8 * i["gb_month"]))),
         ("what goes out", f"{number(bytes_out)} GB", number(bytes_out * i["traffic"]))])


if __name__ == "__main__":
    main(sys.argv[1:])
