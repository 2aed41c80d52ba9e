"""Lets Datasette find records by their words: words.py RECORDS.jsonl RECORDS.db

Titles and summaries of all four languages in a full-text index, as datasette's own tools make it.
"""

import json
import sqlite3
import sys


def main(source, target):
    database = sqlite3.connect(target)
    database.execute("CREATE VIRTUAL TABLE records_fts USING fts5(title, summary, content=\"records\")")
    rows = dict(database.execute("SELECT id, rowid FROM records"))
    with open(source, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    database.executemany(
        "INSERT INTO records_fts(rowid, title, summary) VALUES (?, ?, ?)",
        ((rows[record["id"]], " ".join(record["title"].values()), " ".join(record["summary"].values())) for record in records))
    database.execute("CREATE INDEX records_kind ON records(kind)")
    database.commit()


if __name__ == "__main__":
    main(*sys.argv[1:])
